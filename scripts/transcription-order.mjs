// What each way to write a character costs, learnt from which words of a list are right: a part of scripts/fit-transcription.mjs. It starts from how often a character is written so, and moves costs until right words come before
// the others that sound like the name; what letters cost by their neighbours, and at the edges of words, is learnt with them.

const { A, CHARACTERS, LETTERS, VOICE } = await import('../dist/src/names/transcription-sounds.js')

/** Rounds over all names, and how many words beside the right ones are told apart for each. */
const ROUNDS = 2
const RIVALS = 60
/** How fast costs move, and what draws them back to where they began, by kind. */
const RATE = 0.2
const BACK = { way: 2, edge: 0.5, letter: 0.5, voice: 0.1, says: 0 }
/** What a right word costs beyond which it is held for another name, by letter, and once. */
const OUTLIER = { letter: 1.9, once: 1 }
/** Costs at the beginning, in nats: of a letter that no character stands for (silent and weak ones less), of one that is doubled, of no letters where a character was never seen so, and of the other of two like consonants. */
const COST = {
  letter: 4.2,
  doubled: 1.5,
  none: 5.5,
  voice: 2.5,
  weak: { a: 2.2, e: 1.8, i: 2.2, o: 2.4, u: 2.4, y: 2.2, h: 1.8, r: 2.4, w: 2.6 },
}
const SAYS = 0.8
/** A way that costs less has another voice too. */
const VOICED = 3

const numbersOf = (letters) => Array.from(letters, (c) => c.charCodeAt(0) - A + 1)

/** Costs by number, each with what it began as and what draws it back. */
class Costs {
  now = []
  began = []
  back = []
  moved = []
  last = []
  put(nats, kind) {
    this.now.push(nats)
    this.began.push(nats)
    this.back.push(BACK[kind])
    this.moved.push(1)
    this.last.push(0)
    return this.now.length - 1
  }
  /** Moves one against its slope; rarely moved ones go further. `rate` falls in time, `step` counts names. */
  move(k, slope, rate, step, names) {
    this.moved[k] += slope * slope
    const eta = rate / Math.sqrt(this.moved[k])
    const drawn = Math.min(0.5, (eta * this.back[k] * (step - this.last[k])) / names)
    this.last[k] = step
    this.now[k] -= eta * slope
    this.now[k] -= drawn * (this.now[k] - this.began[k])
  }
}

/** The model as it is before anything is moved: `shares` has, by character, how often it was seen, and ways with their costs in nats. */
function started(shares) {
  const costs = new Costs()
  const one = { costs, says: costs.put(SAYS, 'says'), none: costs.put(COST.none, 'voice'), voice: {}, characters: new Map(), begin: new Map(), end: new Map() } // biome-ignore format: one line
  for (const c of Object.keys(VOICE)) one.voice[c] = costs.put(COST.voice, 'voice')
  for (const [c, { seen, ways }] of shares) {
    const own = ways.map(([letters, nats]) => ({ letters, numbers: numbersOf(letters), parts: [costs.put(nats, 'way')] }))
    const known = new Set(ways.map(([letters]) => letters))
    for (const [k, [letters, nats]] of ways.entries()) {
      const swapped = (VOICE[letters[0]] ?? '') + letters.slice(1)
      if (VOICE[letters[0]] === undefined || nats >= VOICED || known.has(swapped)) continue
      known.add(swapped)
      own.push({ letters: swapped, numbers: numbersOf(swapped), parts: [...own[k].parts, one.voice[letters[0]]] })
    }
    if (!known.has('')) own.push({ letters: '', numbers: [], parts: [one.none] })
    one.characters.set(c, { seen, own, kept: ways.length })
  }
  const table = (count, costAt) => Array.from({ length: count }, (_, k) => costs.put(costAt(k), 'letter'))[0]
  const alone = (before, c) => (before === c + 1 ? COST.doubled : (COST.weak[String.fromCharCode(A + c)] ?? COST.letter))
  one.after = table(27 * 26, (k) => alone(Math.floor(k / 26), k % 26))
  one.before = table(26 * 27, () => 0)
  one.between = table(27 * 27, () => 0)
  return one
}

/** The ways of each character of a name by first letter, with what they cost now; undefined where a character is not known. */
function laid(one, han) {
  const edge = (table, letters) => {
    if (!table.has(letters)) table.set(letters, one.costs.put(0, 'edge'))
    return table.get(letters)
  }
  if (han.some((c) => !one.characters.has(c))) return undefined
  return han.slice(0, CHARACTERS).map((c, i, all) => {
    const place = { by: Array.from({ length: 27 }, () => []), none: undefined }
    for (const { letters, numbers, parts } of one.characters.get(c).own) {
      const whole = [...parts]
      if (i === 0) whole.push(edge(one.begin, letters))
      if (i === all.length - 1) whole.push(edge(one.end, letters))
      const way = { numbers, parts: whole, cost: whole.reduce((sum, k) => sum + one.costs.now[k], 0) }
      if (letters === '') place.none = way
      else place.by[numbers[0]].push(way)
    }
    return place
  })
}

const size = () => Array.from({ length: CHARACTERS + 1 }, () => new Array(LETTERS + 1))
const [least, way, from] = [size(), size(), size()]

/** The least cost of writing all characters with all letters (two edges lie around them); {@link stepsBack} tells how. */
function leastCost(one, places, word) {
  const { now } = one.costs
  const length = word.length - 2
  for (const row of least) row.fill(Infinity)
  least[0][0] = 0
  const take = (i, j, cost, how, before) => {
    if (cost >= least[i][j]) return
    least[i][j] = cost
    way[i][j] = how
    from[i][j] = before
  }
  for (let i = 0; i <= places.length; i++)
    for (let j = 0; j <= length; j++) {
      const here = least[i][j]
      if (here === Infinity) continue
      const [before, letter, after] = [word[j], word[j + 1], word[j + 2]]
      if (j < length)
        take(i, j + 1, here + now[one.after + before * 26 + letter - 1] + now[one.before + (letter - 1) * 27 + after], undefined, j)
      if (i === places.length) continue
      const { by, none } = places[i]
      take(i + 1, j, here + none.cost, none, j)
      if (j === length) continue
      const start = here + now[one.between + before * 27 + letter]
      for (const how of by[letter]) {
        let k = 1
        while (k < how.numbers.length && how.numbers[k] === word[j + 1 + k]) k++
        if (k === how.numbers.length) take(i + 1, j + k, start + how.cost, how, j)
      }
    }
  return least[places.length][length]
}

/** Hands over each cost of the cheapest way that {@link leastCost} found last. */
function stepsBack(one, places, word, each) {
  for (let [i, j] = [places.length, word.length - 2]; i > 0 || j > 0; ) {
    const [how, before] = [way[i][j], from[i][j]]
    if (how === undefined) {
      each(one.after + word[before] * 26 + word[before + 1] - 1)
      each(one.before + (word[before + 1] - 1) * 27 + word[before + 2])
    } else {
      i--
      for (const k of how.parts) each(k)
      if (how.numbers.length > 0) each(one.between + word[before] * 27 + word[before + 1])
    }
    j = before
  }
}

/** The words that one name is told apart among: right ones that are not outliers, and the likeliest others. */
function rivalsOf(one, places, { right, near }) {
  const says = one.costs.now[one.says]
  const words = [...new Set([...right, ...near])].map((text) => {
    const word = [0, ...numbersOf(text.slice(0, LETTERS)), 0]
    const cost = leastCost(one, places, word)
    return { word, isRight: right.includes(text), fit: says * (word.length - 2) - cost, cost }
  })
  return words
    .filter(({ isRight, cost, word }) => !isRight || cost <= OUTLIER.letter * (word.length - 2) + OUTLIER.once)
    .sort((a, b) => b.fit - a.fit)
    .filter(({ isRight }, k) => isRight || k < RIVALS)
    .map(({ word, isRight }) => ({ word, isRight }))
}

/** One name: what is right becomes cheaper, what is taken for it dearer. */
function learn(one, places, words, move) {
  const says = one.costs.now[one.says]
  for (const word of words) word.fit = says * (word.word.length - 2) - leastCost(one, places, word.word)
  const most = Math.max(...words.map(({ fit }) => fit))
  const whole = words.reduce((sum, { fit }) => sum + Math.exp(fit - most), 0)
  const right = words.filter(({ isRight }) => isRight).length
  const slopes = new Map()
  for (const { word, fit, isRight } of words) {
    const slope = (isRight ? 1 : 0) - (right * Math.exp(fit - most)) / whole
    if (Math.abs(slope) < 0.003) continue
    leastCost(one, places, word)
    const add = (k, more) => slopes.set(k, (slopes.get(k) ?? 0) + more)
    stepsBack(one, places, word, (k) => add(k, slope))
    add(one.says, -slope * (word.length - 2))
  }
  for (const [k, slope] of slopes) move(k, slope)
}

/** Numbers that look like chance and are the same each time. */
function chances() {
  let seed = 12345
  return (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return Math.floor((seed / 4294967296) * below)
  }
}

/**
 * Learns costs from names with their right words and with words of a list that sound like them (`{ han, right, near }`).
 * @returns {object} the model as scripts/transcription-table.mjs writes it
 */
export function ordered(shares, names) {
  const one = started(shares)
  const { costs } = one
  const chance = chances()
  const all = [...names]
  for (let round = 0, step = 0; round < ROUNDS; round++) {
    for (let i = all.length - 1; i > 0; i--) {
      const j = chance(i + 1)
      ;[all[i], all[j]] = [all[j], all[i]]
    }
    for (const name of all) {
      step++
      const places = laid(one, name.han)
      if (places === undefined) continue
      name.words ??= rivalsOf(one, places, name)
      if (!name.words.some(({ isRight }) => isRight)) continue
      const rate = RATE * (1 - (0.9 * step) / (ROUNDS * all.length))
      learn(one, places, name.words, (k, slope) => {
        costs.move(k, slope, rate, step, all.length)
        if (k < one.after) costs.now[k] = Math.max(0, costs.now[k])
      })
    }
  }
  return told(one)
}

/** The model by name. */
function told(one) {
  const { now } = one.costs
  const by = (table) => Object.fromEntries([...table].map(([letters, k]) => [letters, now[k]]))
  const table = (at, count) => now.slice(at, at + count)
  return {
    says: now[one.says],
    voice: Object.fromEntries(Object.entries(one.voice).map(([c, k]) => [c, now[k]])),
    ways: [...one.characters].map(([c, { seen, own, kept }]) => ({
      c,
      seen,
      ways: own.slice(0, kept).map(({ letters, parts }) => [letters, now[parts[0]]]),
    })),
    begin: by(one.begin),
    end: by(one.end),
    after: table(one.after, 27 * 26),
    before: table(one.before, 26 * 27),
    between: table(one.between, 27 * 27),
  }
}
