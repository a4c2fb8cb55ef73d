import { column, words } from '../preset.ts'

/** Company column, as most presets have it. */
export const company = words(
  'company',
  'company',
  'company name',
  'studio',
  'vendor',
  'employer',
  'contractor',
  'supplier',
  '公司',
  '公司名称',
  '单位',
  '工作室',
  '회사',
  '회사명',
  '소속',
  '업체',
)

/** Country column. Nationality is no country of work and is not kept. */
export const country = column(
  'country',
  'country',
  'country',
  'country of work',
  'work country',
  '国家',
  '所在国',
  '国家/地区',
  '국가',
  '나라',
  '근무국가',
)

/** Production column. */
export const production = words(
  'production',
  'production',
  'project',
  'project name',
  'show',
  'series',
  'title',
  '项目',
  '作品',
  '片名',
  '剧名',
  '프로젝트',
  '작품',
  '작품명',
)
