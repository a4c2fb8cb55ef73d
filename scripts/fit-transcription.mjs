// node scripts/build.mjs && node scripts/fit-transcription.mjs persons.txt: writes src/names/tables/transcription-model.ts, what letters each Chinese character stands for in foreign names.
// persons.txt: a line for each name with its spellings in many writings, `michael, 迈克尔, майкл => Q4927524`: names of Wikidata (CC0) as the package rigour 1.3.0 (PyPI, MIT) brings them in
// rigour/data/names/persons.txt. Names are divided by hash: nine tenths teach, the rest are for measuring (`--measure WORDS.txt`: how often the right word is the likeliest of a list of words).
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const { simplifiedOf, pinyinOf } = await import('../dist/src/names/han.js')
const { isPinyin } = await import('../dist/src/names/pinyin.js')
const { isTranscriptionCharacter, transcribed } = await import('../dist/src/names/transcription.js')
const { nearWords, packWords, wordAt } = await import('../dist/src/names/packed/words.js')

const [path, , wordsPath] = process.argv.slice(2)
const TABLE = fileURLToPath(new URL('../src/names/tables/transcription-model.ts', import.meta.url))
/** Letters that one character may stand for. */
const LETTERS = 4
const ROUNDS = 12
/** What a pair costs in nats beyond which it is held for another name (a translation, a Japanese reading): by letter, and once. */
const OUTLIER = { letter: 2.3, once: 1 }
/** Least share of a spelling of a character that is kept, and least times that a character was seen. */
const KEPT = { share: 0.003, seen: 2.5 }

/** Pairs of a Chinese spelling (simplified, characters) and a Latin one. */
function pairsOf(text) {
  const [teach, measure, seen] = [[], [], new Set()]
  for (const line of text.split('\n')) {
    const names = (line.split('=>')[0] ?? '').split(',').map((one) => one.trim())
    const latin = names.filter((one) => /^[\p{Script=Latin}\p{M}'’-]+$/u.test(one)).map((one) => one.normalize('NFKD').replace(/[^A-Za-z]/g, '').toLowerCase().replaceAll('x', 'ks')) // biome-ignore format: one line
    for (const han of names.filter((one) => /^\p{Script=Han}{2,8}$/u.test(one)).map((one) => [...one].map(simplifiedOf).join(''))) {
      if (![...han].every(isTranscriptionCharacter)) continue
      for (const word of new Set(latin)) {
        if (word.length < 3 || word.length > 16 || isPinyin(word) || seen.has(han + word)) continue
        seen.add(han + word)
        const isForMeasuring = createHash('sha256').update(han).digest()[0] < 26
        ;(isForMeasuring ? measure : teach).push([[...han], word])
      }
    }
  }
  return { teach, measure }
}

/** How likely letters are at first: those of the pinyin syllable, more or less. */
function guess(c, letters) {
  const syllable = pinyinOf(c, false)[0] ?? ''
  if (letters === '') return 0.02
  const shared = [...letters].filter((one) => syllable.includes(one)).length
  const first = syllable[0] === letters[0] ? 0.05 : 0.002
  return first * (1 + (3 * shared) / Math.max(letters.length, syllable.length)) * [1, 0.7, 1, 0.5, 0.2, 0.05][letters.length]
}

/** One round of expectation and maximisation over all ways to divide each word among the characters. */
function round(pairs, shareOf, dropOutliers) {
  const counts = new Map()
  for (const [han, word] of pairs) {
    const [n, m] = [han.length, word.length]
    const shares = han.map((c) => Array.from({ length: m + 1 }, (_, j) => Array.from({ length: Math.min(LETTERS, m - j) + 1 }, (_, k) => shareOf(c, word.slice(j, j + k))))) // biome-ignore format: one line
    const grid = () => Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
    const [forth, back] = [grid(), grid()]
    forth[0][0] = 1
    back[n][m] = 1
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= m; j++)
        if (forth[i][j] > 0) for (const [k, share] of shares[i][j].entries()) forth[i + 1][j + k] += forth[i][j] * share
    for (let i = n - 1; i >= 0; i--)
      for (let j = 0; j <= m; j++) for (const [k, share] of shares[i][j].entries()) back[i][j] += share * back[i + 1][j + k]
    const whole = forth[n][m]
    if (!(whole > 0) || (dropOutliers && -Math.log(whole) > OUTLIER.letter * m + OUTLIER.once)) continue
    for (let i = 0; i < n; i++) {
      const own = counts.get(han[i]) ?? new Map()
      counts.set(han[i], own)
      for (let j = 0; j <= m; j++)
        for (const [k, share] of shares[i][j].entries()) {
          const part = (forth[i][j] * share * back[i + 1][j + k]) / whole
          if (part > 1e-4) own.set(word.slice(j, j + k), (own.get(word.slice(j, j + k)) ?? 0) + part)
        }
    }
  }
  return counts
}

/** Shares of spellings by character, as the last round has them. */
function fitted(pairs) {
  let shares
  for (let k = 0; k < ROUNDS; k++) {
    const before = shares
    const shareOf = before === undefined ? guess : (c, letters) => (before.get(c)?.get(letters) ?? 0) + 1e-7
    const counts = round(pairs, shareOf, k > 1)
    // Two unseen uses: what was seen once says little.
    shares = new Map([...counts].map(([c, own]) => {
      const seen = [...own.values()].reduce((sum, one) => sum + one, 0)
      return [c, Object.assign(new Map([...own].map(([letters, one]) => [letters, one / (seen + 2)])), { seen })]
    })) // biome-ignore format: one statement
  }
  return shares
}

/** The table as source: a line of entries for each character, `letters` and their cost in tenths of a nat. */
function write(shares) {
  const lines = [...shares]
    .filter(([, own]) => own.seen >= KEPT.seen)
    .sort(([a, p], [b, q]) => q.seen - p.seen || (a < b ? -1 : 1))
    .map(([c, own]) => c + [...own].filter(([, share]) => share >= KEPT.share).sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1)).map(([letters, share]) => `${letters}${Math.round(-10 * Math.log(share))}`).join(' ')) // biome-ignore format: one line
  const rows = []
  for (const line of lines) {
    if (rows.length === 0 || rows.at(-1).length + line.length > 1500) rows.push(line)
    else rows[rows.length - 1] += `,${line}`
  }
  const text = `/**
 * What letters each Chinese character stands for in foreign names, likeliest first, and what each costs in tenths of a nat: \`斯s2 z38\`, entries parted by commas; a number alone is the cost of no letters. Made by scripts/fit-transcription.mjs
 * from names of Wikidata (CC0); nothing of it is a list of names.
 */
export const TRANSCRIPTION_MODEL = \`
${rows.join('\n')}
\`
`
  writeFileSync(TABLE, text)
  return { characters: lines.length, bytes: Buffer.byteLength(text) }
}

/** How often the right word is among those of a list that are found, how many these are, and how often it is the likeliest, or among the five likeliest, of them. */
function measured(pairs, words) {
  const sample = pairs.filter((_, k) => k % 4 === 0)
  const packed = packWords([...new Set([...words, ...sample.map(([, word]) => word)])])
  let [found, looked, first, five] = [0, 0, 0, 0]
  for (const [han, word] of sample) {
    const near = nearWords(packed, transcribed(han.join('')))
    looked += near.length
    const own = near.find((one) => wordAt(packed, one.word) === word)
    if (own === undefined) continue
    found++
    const better = near.filter((one) => one !== own && one.likeness >= own.likeness).length
    if (better < 1) first++
    if (better < 5) five++
  }
  const of = (count) => (count / sample.length).toFixed(3)
  return { pairs: sample.length, found: of(found), words: (looked / sample.length).toFixed(1), first: of(first), five: of(five) }
}

const { teach, measure } = pairsOf(readFileSync(path, 'utf8'))
if (wordsPath === undefined) console.log(teach.length, 'pairs', write(fitted(teach)))
else console.log(measured(measure, readFileSync(wordsPath, 'utf8').split('\n').filter(Boolean)))
