import { column, type Preset, words } from '../preset.ts'
import { company, country } from './shared.ts'

const columns = [
  column(
    'name',
    'person',
    'name',
    'full name',
    'first name',
    'last name',
    'artist',
    'person',
    'employee',
    '姓名',
    '名字',
    '员工',
    '이름',
    '성명',
    '직원',
  ),
  words('role', 'role', 'position', 'job', 'job title', '职位', '职务', '岗位', '职责', '직책', '직위', '역할', '담당'),
  words('department', 'department', 'departments', 'team', '部门', '组', '부서', '팀'),
  company,
  words('site', 'site', 'location', 'office', 'workplace', 'place of work', '地点', '工作地点', '办公地点', '근무지', '사업장', '장소'),
  country,
  // Who can translate is what the ordinary explanation of bilingual material rests on.
  words('languages', 'languages', 'language', '语言', '언어', '외국어'),
  words('contract', 'contract', 'contract type', 'employment', '合同', '合同类型', '계약', '계약형태', '고용형태'),
  words('active', 'active', '在职', '재직'),
]

/** Persons as Kitsu exports them: pay, telephone, mail and seniority are left out. */
export const kitsuPersons: Preset = {
  name: 'kitsu-persons',
  kind: 'roster',
  summary: 'Persons exported from Kitsu',
  columns: columns.filter(({ field }) => field !== 'site'),
  needs: ['name', 'role'],
  sample: {
    csv: 'First Name;Last Name;Email;Phone;Role;Departments;Studio;Country;Contract Type;Position;Seniority;Daily Salary;Active\nMina;Alder;mina@studio.example;+1 555 0100;Artist;Animation;North Wing;KR;open-ended;Lead;Senior;310;yes\n',
    rows: [
      {
        name: 'M. A.',
        role: 'Artist Lead',
        department: 'Animation',
        company: 'North Wing',
        country: 'KR',
        contract: 'open-ended',
        active: 'yes',
      },
    ],
  },
}

/** Who works on it, where: a person is initials, role, company and country or site, nothing that finds the person. */
export const roster: Preset = {
  name: 'roster',
  kind: 'roster',
  summary: 'Who works on it: initials, role, company, site, country',
  columns,
  needs: ['name', 'role', 'site'],
  sample: {
    csv: '\ufeff姓名,职位,公司,工作地点,国家,手机,身份证号,月薪\n王小明,动画师,青山动画,沈阳,中国,13800000000,210000000000000000,9000\n"Kim, Chol Su",번역,,Yanji,China,,,\n',
    rows: [
      { name: '王○○', role: '动画师', company: '青山动画', site: '沈阳', country: 'CN' },
      { name: 'K. C. S.', role: '번역', site: 'Yanji', country: 'CN' },
    ],
  },
}
