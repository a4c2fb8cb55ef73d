import { column, type Preset, words } from '../preset.ts'

/** Column of an owner: a company in words, whatever may be a person as initials. */
export const owner = column(
  'owner',
  'holder',
  'owner',
  'owned by',
  'shareholder',
  'shareholders',
  'holder',
  'parent',
  'parent company',
  'gesellschafter',
  'inhaber',
  'владелец',
  '股东',
  '股东名称',
  '投资方',
  '母公司',
  '주주',
  '소유자',
  '모회사',
)

/** Column of the share that an owner holds, in per cent, in the words of the table. */
export const share = words(
  'share',
  'share',
  'shares',
  'percent',
  'percentage',
  'stake',
  'holding',
  'anteil',
  'доля',
  '持股比例',
  '出资比例',
  '지분',
  '지분율',
)

/** Who holds how much of which company, as somebody states it. */
export const owners: Preset = {
  name: 'owners',
  kind: 'owners',
  summary: 'Who owns which company: owner (companies in words, persons as initials), company, share, day',
  columns: [
    owner,
    words(
      'company',
      'company',
      'company name',
      'asset',
      'owned',
      'subsidiary',
      'entity',
      'vendor',
      'firma',
      'компания',
      '公司',
      '公司名称',
      '被投资企业',
      '회사',
      '회사명',
    ),
    share,
    words('on', 'on', 'as of', 'date', '日期', '截至日期', '날짜', '기준일'),
  ],
  needs: ['owner'],
  sample: {
    csv: 'Shareholder,Company,Stake,As of,ID number\nHalden Group Ltd,Grey Heron Art,60 %,2024-01-05,X000\nMina Alder,Grey Heron Art,40,2024-01-05,X001\n김영화,Grey Heron Art,,,\n',
    rows: [
      { owner: 'Halden Group Ltd', company: 'Grey Heron Art', share: '60 %', on: '2024-01-05' },
      { owner: 'M. A.', company: 'Grey Heron Art', share: '40', on: '2024-01-05' },
      { owner: '김○○', company: 'Grey Heron Art' },
    ],
  },
}
