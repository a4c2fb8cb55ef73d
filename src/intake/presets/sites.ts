import { column, type Preset, words } from '../preset.ts'
import { company, country } from './shared.ts'

/** Where it is worked: towns and networks, no street. */
export const sites: Preset = {
  name: 'sites',
  kind: 'sites',
  summary: 'Where it is worked: site, company, town, country, networks',
  columns: [
    words('site', 'site', 'site name', 'name', 'office', 'location', '地点', '名称', '办公地点', '사업장', '장소', '명칭'),
    company,
    words('city', 'city', 'town', '城市', '市', '도시', '시'),
    words('region', 'region', 'province', 'state', '省', '省份', '地区', '지역', '도'),
    country,
    column(
      'network',
      'network',
      'network',
      'networks',
      'ip',
      'ip address',
      'ip range',
      'cidr',
      '网络',
      '网段',
      'ip地址',
      '네트워크',
      'ip주소',
      'ip대역',
    ),
    words('use', 'use', 'work', 'activity', 'purpose', '用途', '工作内容', '용도', '업무'),
  ],
  needs: ['site', 'city', 'network'],
  sample: {
    csv: 'site,company,city,country,network,street address,phone\nmain studio,North Wing,Yanji,China,192.0.2.0/24,12 Hill Road,0433-000000\n',
    rows: [{ site: 'main studio', company: 'North Wing', city: 'Yanji', country: 'CN', network: '192.0.2.0/24' }],
  },
}
