import { LIMITS } from '../base/limits.ts'
import { type Facts, factOf, isMasked, isTrue, numberOf } from '../indicators/index.ts'
import type { Assessment, CaseRecords } from '../model/index.ts'

type Open = Assessment['undetermined'][number]

const PICTURES = new Set(['png', 'jpg', 'jpeg', 'psd', 'psb', 'tga', 'tif', 'tiff', 'webp', 'gif', 'bmp', 'heif', 'jp2'])

/** What this material cannot tell, each with its reason from the records. Never empty: some questions no file server answers. */
export function undeterminedOf(records: CaseRecords, facts: Facts): Open[] {
  return [...people(records, facts), ...parties(records, facts), ...places(records, facts), ...coverage(records, facts)]
}

function people(records: CaseRecords, facts: Facts): Open[] {
  const accounts = new Set(records.access.clients.flatMap(({ users }) => users)).size
  const uploader =
    records.access.events === 0
      ? 'no access log is at hand, and authoring traces hold account names that anybody can set'
      : `the logs name ${accounts} ${accounts === 1 ? 'account' : 'accounts'}; an account is not a person, and several people can use one`
  return [
    {
      question: 'Who uploaded the files, who translated and who drew?',
      why: `${uploader}. People were not identified and should not be sought.`,
    },
    {
      question: 'Did everybody who worked stand on a staff list?',
      why: records.declarations.some(({ kind }) => kind === 'roster')
        ? 'a staff list is what its author declares; files do not name all who worked on them'
        : 'no staff list was declared',
    },
    ...(isTrue(facts, 'korean.passages')
      ? [
          {
            question: 'Where do those who read or wrote Korean come from?',
            why: `a language and its spelling do not say; ${factOf(facts, 'spelling.north').why}`,
          },
        ]
      : []),
  ]
}

function parties(records: CaseRecords, facts: Facts): Open[] {
  const named = factOf(facts, 'names.dprk')
  return [
    { question: 'Which organisation made the work?', why: `no record at hand names it; ${named.why}` },
    {
      question: 'Who contracted whom?',
      why: isTrue(facts, 'chain.declared')
        ? `what is known is what was declared (${factOf(facts, 'chain.declared').why}); no contract or payment is in the material as such`
        : 'nobody declared a chain, and no contract or payment is in the material as such',
    },
    {
      question: 'Did the clients and rights holders know?',
      why: `nothing that was read shows what they were told; ${factOf(facts, 'knowledge.together').why}; silence of files is no sign either way`,
    },
    ...(isTrue(facts, 'pairs.count') && !isTrue(facts, 'translator.declared')
      ? [{ question: 'Was whoever translated disclosed to the parties above?', why: factOf(facts, 'translator.declared').why }]
      : []),
    ...(records.lists.length === 0 ? [{ question: 'Does a name of the case stand on a sanctions list?', why: 'no list is loaded' }] : []),
  ]
}

function places(records: CaseRecords, facts: Facts): Open[] {
  const open: Open[] = []
  if (!isTrue(facts, 'origin.known'))
    open.push({ question: 'On which network does the source stand?', why: factOf(facts, 'origin.known').why })
  else
    open.push({
      question: 'Where does the machine stand, and who runs it?',
      why: `${factOf(facts, 'origin.known').why}; a registration names a network, not a place`,
    })
  const masked = records.access.clients.filter(({ registrations: [first] }) => first && isMasked(first)).length
  const unknown = records.access.clients.filter(({ registrations }) => registrations.length === 0).length
  if (masked > 0)
    open.push({
      question: 'From where did clients behind VPN and hosting networks connect?',
      why: `${masked} of ${records.access.clients.length} addresses belong to such networks`,
    })
  if (unknown > 0)
    open.push({
      question: 'To whom are the other addresses registered?',
      why: `no table at hand knows ${unknown} of ${records.access.clients.length} addresses`,
    })
  if (masked < records.access.clients.length && records.access.clients.length > 0)
    open.push({ question: 'Where did the people sit?', why: 'registrations name networks, not places; hours tell when, not where' })
  return open
}

function coverage(records: CaseRecords, facts: Facts): Open[] {
  const material = records.exhibits.filter(({ format }) => format !== 'access-log')
  const unread = material.filter(({ status }) => status === 'not-read')
  const pictures = material.filter(
    ({ format, drawnText, filmFrames }) => PICTURES.has(format) || drawnText !== undefined || filmFrames !== undefined,
  )
  const gaps = records.access.files.reduce((sum, file) => sum + file.gaps.length, 0)
  const open: Open[] = []
  if (unread.length > 0)
    open.push({
      question: 'What do the files say that could not be read?',
      why: `${unread.length} of ${material.length} exhibits were identified and hashed, not read`,
    })
  const examined = pictures.filter(({ drawnText }) => drawnText === 'examined').length
  const films = pictures.filter(({ drawnText, filmFrames }) => drawnText === 'examined' && filmFrames !== undefined).length
  if (pictures.length > 0)
    open.push({
      question: 'What do notes say that are drawn in pictures, scans or film?',
      why:
        examined === 0
          ? `characters were not recognised in them (--ocr was not asked for); ${pictures.length} exhibits are pictures, scans or film`
          : `characters were recognised in ${examined} of ${pictures.length} pictures, scans and films${films === 0 ? '' : ` (of ${films} films in at most ${LIMITS.filmFrames} key frames each)`}; handwriting and small letters are missed, and letters are mistaken`,
    })
  const basis = isTrue(facts, 'days.by-file-time')
    ? 'days are known from file times alone, which anybody can set'
    : 'days of visits are asserted by whoever collected or named the folders; there is no trusted time stamp'
  open.push({ question: 'When were the files really made and put there?', why: `${basis}; times inside files are claims of machines` })
  if (records.access.events > 0)
    open.push({
      question: 'What happened outside the logs?',
      why: `the logs cover ${records.access.files.length} files with ${gaps} gaps longer than six hours`,
    })
  if (numberOf(facts, 'coverage.visits') === 1) open.push({ question: 'How did the place change over time?', why: 'there is one visit' })
  return open
}
