import { type Preset, words } from '../preset.ts'
import { owner, share } from './owners.ts'
import { country, production } from './shared.ts'

/** Companies that work is passed to, and by whom. */
export const subcontractors: Preset = {
  name: 'subcontractors',
  kind: 'subcontractors',
  summary: 'Companies that work is passed to: name, country, work, who passes it on, who owns them',
  columns: [
    words(
      'name',
      'name',
      'company',
      'company name',
      'subcontractor',
      'vendor',
      'studio',
      '分包商',
      '外包公司',
      '公司',
      '公司名称',
      '名称',
      '하청',
      '하청업체',
      '협력업체',
      '회사',
      '회사명',
    ),
    words(
      'parent',
      'parent',
      'hired by',
      'contracted by',
      'contractor',
      'client',
      'from',
      '发包方',
      '委托方',
      '甲方',
      '발주처',
      '원청',
      '의뢰인',
    ),
    owner,
    share,
    words('role', 'role', 'work', 'service', 'services', 'scope', 'task', '工作内容', '业务', '职责', '업무', '역할', '작업내용'),
    country,
    words('city', 'city', 'town', '城市', '도시'),
    production,
    words('from', 'start', 'start date', 'since', '开始日期', '시작일'),
    words('to', 'end', 'end date', 'until', '结束日期', '종료일'),
  ],
  needs: ['name'],
  sample: {
    csv: 'Subcontractor\tHired by\tWork\tCountry\tOwner\tShare\tContact person\tBank account\nGrey Heron Art\tNorth Wing\tin-between, colour\tRepublic of Korea\tHalden Group Ltd\t60 %\tL. Dane\t000-111\n',
    rows: [
      { name: 'Grey Heron Art', parent: 'North Wing', role: 'in-between, colour', country: 'KR', owner: 'Halden Group Ltd', share: '60 %' },
    ],
  },
}
