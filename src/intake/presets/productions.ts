import { type Preset, type PresetExport, words } from '../preset.ts'
import { country } from './shared.ts'

/** Kitsu's list of productions as CSV (`zou/app/blueprints/export/csv/projects.py`). */
const KITSU_CSV: PresetExport = { name: 'Kitsu, CSV', text: 'Name,Status\nLantern Hill,Open\n', rows: [{ title: 'Lantern Hill' }] }

/** Kitsu's API, `GET data/projects` (`zou/app/models/project.py`): plain values, the team as ids. */
const KITSU_JSON: PresetExport = {
  name: 'Kitsu, API',
  text: JSON.stringify([
    {
      id: 'a24a6ea4-ce75-4665-a070-57453082c256',
      name: 'Lantern Hill',
      code: 'TLH',
      description: 'SECRET',
      production_type: 'tvshow',
      production_style: '2d',
      fps: '25',
      man_days: 310,
      nb_episodes: 12,
      data: { budget: 'SECRET' },
      team: ['0c1f7a52-0000-4000-8000-000000000001'],
      type: 'Project',
    },
  ]),
  rows: [{ title: 'Lantern Hill', codes: 'TLH', episodes: '12' }],
}

/** ShotGrid's REST API, `GET entity/projects`: values under `attributes`, links under `relationships`; a field of a site's own begins with `sg_`. */
const SHOTGRID_REST: PresetExport = {
  name: 'ShotGrid, REST',
  text: JSON.stringify({
    data: [
      {
        type: 'Project',
        id: 70,
        attributes: {
          name: 'Lantern Hill',
          tank_name: 'tlh',
          code: null,
          sg_status: 'Active',
          sg_client: 'North Wing',
          sg_budget: 'SECRET',
        },
        relationships: {
          sg_studio: { data: { type: 'CustomEntity05', id: 3, name: 'Grey Heron Art' }, links: { related: 'SECRET' } },
          users: { data: [{ type: 'HumanUser', id: 9, name: 'SECRET' }] },
        },
        links: { self: 'SECRET' },
      },
    ],
    links: { self: 'SECRET', next: 'SECRET' },
  }),
  rows: [{ title: 'Lantern Hill', codes: 'tlh', client: 'North Wing', companies: 'Grey Heron Art' }],
}

/** What ShotGrid's Python API answers, written as JSON: fields beside `type` and `id`, links as objects with a name. */
const SHOTGRID_LIST: PresetExport = {
  name: 'ShotGrid, Python',
  text: JSON.stringify([
    { type: 'Project', id: 4, name: 'Lantern Hill', code: 'TLH', created_by: { id: 1, name: 'SECRET', type: 'HumanUser' }, phases: [] },
  ]),
  rows: [{ title: 'Lantern Hill', codes: 'TLH' }],
}

/** FollowTheMoney, an entity a line (`followthemoney/schema/{Project,ProjectParticipant,LegalEntity,Ownership}.yaml`). */
const FTM: PresetExport = {
  name: 'FollowTheMoney',
  text: [
    { id: 'p', schema: 'Project', properties: { name: ['Lantern Hill', '등불언덕'], budget: ['SECRET'] } },
    { id: 'c', schema: 'Company', properties: { name: ['Halden Pictures LLC'], jurisdiction: ['us'], phone: ['SECRET'], parent: ['g'] } },
    { id: 'g', schema: 'Organization', properties: { name: ['Halden Group'], alias: ['HG; Halden'] } },
    { id: 'h', schema: 'Company', properties: { name: ['Grey Heron Art'], country: ['kr'] } },
    { id: 'n', schema: 'LegalEntity', properties: { name: ['SECRET, who may be a person'] } },
    { id: 'x', schema: 'Person', properties: { name: ['SECRET'], birthDate: ['SECRET'] } },
    { id: 'r', schema: 'ProjectParticipant', properties: { project: ['p'], participant: ['c'], role: ['rights holder'] } },
    { id: 'o', schema: 'Ownership', properties: { owner: ['g'], asset: ['h'], percentage: ['51'] } },
    { id: 'q', schema: 'Ownership', properties: { owner: ['h'], asset: ['c'], percentage: ['49'] } },
    { id: 'd', schema: 'Directorship', properties: { director: ['x'], organization: ['c'], role: ['SECRET'] } },
  ]
    .map((entity) => JSON.stringify(entity))
    .join('\n'),
  rows: [
    { title: 'Lantern Hill', aliases: '등불언덕' },
    { companies: 'Halden Pictures LLC', country: 'US', parent: 'Halden Group' },
    { companies: 'Halden Group', companyAliases: 'HG, Halden' },
    { companies: 'Grey Heron Art', country: 'KR' },
    { title: 'Lantern Hill', companies: 'Halden Pictures LLC', role: 'rights holder' },
    { companies: 'Grey Heron Art', parent: 'Halden Group', parentShare: '51' },
  ],
}

/** What is being made, for whom, and how its shots are named. */
export const productions: Preset = {
  name: 'productions',
  kind: 'productions',
  summary:
    'What is made and for whom: title, other titles, shot code prefixes, companies with role, parent and country; also Kitsu, ShotGrid, FollowTheMoney',
  columns: [
    words(
      'title',
      'title',
      'production',
      'project',
      'series',
      'name',
      'show',
      '片名',
      '作品',
      '项目',
      '剧名',
      '작품명',
      '작품',
      '제목',
      '프로젝트',
    ),
    words('aliases', 'aliases', 'alias', 'other titles', 'other names', 'working title', 'aka', '别名', '暂名', '又名', '별칭', '가제'),
    words('codes', 'codes', 'code', 'shot code', 'prefix', 'short name', 'tank_name', '代码', '代号', '缩写', '코드', '약칭'),
    words(
      'rightsHolder',
      'rights holder',
      'rightsholder',
      'rights owner',
      'owner',
      'licensor',
      '版权方',
      '著作权人',
      '権利者',
      '권리자',
      '저작권자',
    ),
    words('client', 'client', 'customer', 'commissioned by', 'sg_client', '客户', '甲方', '委托方', '고객', '발주처'),
    words('vendor', 'vendor', 'contractor', 'sg_vendor', '乙方', '承制方', '外包公司', '하청업체', '협력업체'),
    words('companies', 'companies', 'company', 'studio', 'sg_studio', '公司', '회사'),
    words('companyAliases', 'company aliases', 'company alias', '公司别名', '회사별칭'),
    words('role', 'role', 'company role', '角色', '역할'),
    words('parent', 'parent', 'parent company', 'group', '母公司', '모회사'),
    words('parentShare', 'parent share', 'share of parent', '母公司持股比例', '모회사지분율'),
    country,
    words('season', 'season', '季', '시즌'),
    words('episodes', 'episodes', 'episode', 'nb_episodes', '集数', '集', '회차', '편수'),
  ],
  needs: ['title', 'companies'],
  sample: {
    csv: 'Title;Code;Client;Rights holder;Parent company;Country;Budget\nThe Lantern Hill;TLH;North Wing;Halden Pictures LLC;Halden Group;United States;1000000\n',
    rows: [
      {
        title: 'The Lantern Hill',
        codes: 'TLH',
        client: 'North Wing',
        rightsHolder: 'Halden Pictures LLC',
        parent: 'Halden Group',
        country: 'US',
      },
    ],
  },
  exports: [KITSU_CSV, KITSU_JSON, SHOTGRID_REST, SHOTGRID_LIST, FTM],
}
