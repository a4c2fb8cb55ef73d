// node scripts/build.mjs && node scripts/fit-transcription.mjs persons.txt: writes src/names/tables/transcription-model.ts, what letters each Chinese character stands for in foreign names: first by how often (here), then by what
// parts right words from others that sound like the name (transcription-order.mjs). The others are found by the model that is built: run it twice when characters or readings change.
// persons.txt: a line for each name with its spellings in many writings, `michael, 迈克尔, майкл => Q4927524`: names of Wikidata (CC0) as the package rigour 1.3.0 (PyPI, MIT) brings them in
// rigour/data/names/persons.txt. Names are divided by hash: nine tenths teach, the rest are for measuring (`--measure WORDS.txt`: how often the right word is the likeliest of a list of words).
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ordered } from './transcription-order.mjs'
import { writeTable } from './transcription-table.mjs'

const { simplifiedOf, pinyinOf } = await import('../dist/src/names/han.js')
const { isPinyin } = await import('../dist/src/names/pinyin.js')
const { isTranscriptionCharacter, transcribed } = await import('../dist/src/names/transcription.js')
const { nearWords, packWords, wordAt } = await import('../dist/src/names/packed/words.js')
const { wordsBySound } = await import('../dist/src/names/packed/sound-walk.js')
const { TRANSCRIPTION_READINGS } = await import('../dist/src/names/tables/transcription.js')

const [path, , wordsPath] = process.argv.slice(2)
/** Letters that one character may stand for. */
const LETTERS = 4
const ROUNDS = 12
/** What a pair costs in nats beyond which it is held for another name (a translation, a Japanese reading): by letter, and once. */
const OUTLIER = { letter: 2.3, once: 1 }
/** Least share of a spelling of a character that is kept, and least times that a character was seen. */
const KEPT = { share: 0.0015, seen: 2.5 }
/** Uses that a character is thought to have as all of its syllable together, and unseen ones. */
const THOUGHT = { syllable: 5, unseen: 1 }
/** One word in so many of those of the names is a rival of the right ones. */
const ONE_IN = 5

/** Pairs of a Chinese spelling (simplified, characters) and a Latin one, and all Latin words. */
function pairsOf(text) {
  const [teach, measure, seen, words] = [[], [], new Set(), new Set()]
  for (const line of text.split('\n')) {
    const names = (line.split('=>')[0] ?? '').split(',').map((one) => one.trim())
    const latin = names.filter((one) => /^[\p{Script=Latin}\p{M}'’-]+$/u.test(one)).map((one) => one.normalize('NFKD').replace(/[^A-Za-z]/g, '').toLowerCase().replaceAll('x', 'ks')) // biome-ignore format: one line
    for (const word of latin) words.add(word)
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
  return { teach, measure, words }
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

/** Shares of spellings by character: what was seen once says little, so that characters of one syllable share what they are written with. */
function sharesOf(counts) {
  const syllableOf = (c) => TRANSCRIPTION_READINGS[c] ?? pinyinOf(c, false)[0] ?? c
  const sumOf = (own) => [...own.values()].reduce((sum, one) => sum + one, 0)
  const together = new Map()
  for (const [c, own] of counts) {
    const all = together.get(syllableOf(c)) ?? new Map()
    together.set(syllableOf(c), all)
    for (const [letters, one] of own) all.set(letters, (all.get(letters) ?? 0) + one)
  }
  return new Map([...counts].map(([c, own]) => {
    const [all, seen] = [together.get(syllableOf(c)), sumOf(own)]
    const uses = THOUGHT.syllable / sumOf(all)
    const whole = seen + THOUGHT.syllable + THOUGHT.unseen
    return [c, Object.assign(new Map([...all].map(([letters, one]) => [letters, ((own.get(letters) ?? 0) + uses * one) / whole])), { seen })]
  })) // biome-ignore format: one statement
}

/** Shares of spellings by character, as the last round has them. */
function fitted(pairs) {
  let shares
  for (let k = 0; k < ROUNDS; k++) {
    const before = shares
    const shareOf = before === undefined ? guess : (c, letters) => (before.get(c)?.get(letters) ?? 0) + 1e-7
    const counts = round(pairs, shareOf, k > 1)
    shares = sharesOf(counts)
  }
  return shares
}

/** Ways that are kept, with their costs in nats, likeliest first. */
function started(shares) {
  return [...shares]
    .filter(([, { seen }]) => seen >= KEPT.seen)
    .map(([c, own]) => [c, { seen: own.seen, ways: [...own].filter(([, share]) => share >= KEPT.share).sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1)).map(([letters, share]) => [letters, -Math.log(share)]) }]) // biome-ignore format: one line
}

/** Names with their right words, and the words of a list that their sounds lead to: all right ones, and a part of the others of persons.txt that are not kept for measuring. */
function withRivals({ teach, measure, words }) {
  const isKept = new Set(measure.map(([, word]) => word))
  const others = [...words].filter((word) => !isKept.has(word) && createHash('sha256').update(word).digest()[0] % ONE_IN === 0)
  const packed = packWords([...new Set([...others, ...teach.map(([, word]) => word)])])
  const names = new Map()
  for (const [han, word] of teach) {
    const text = han.join('')
    if (!names.has(text))
      names.set(text, {
        han,
        right: [],
        near: [...new Set(wordsBySound(packed.tree, transcribed(text)))].map((one) => wordAt(packed, one)),
      })
    names.get(text).right.push(word)
  }
  return [...names.values()]
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

const pairs = pairsOf(readFileSync(path, 'utf8'))
if (wordsPath === undefined) console.log(pairs.teach.length, 'pairs', writeTable(ordered(started(fitted(pairs.teach)), withRivals(pairs))))
else console.log(measured(pairs.measure, readFileSync(wordsPath, 'utf8').split('\n').filter(Boolean)))
