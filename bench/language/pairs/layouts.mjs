// Layouts in which two languages stand together, as readers give them. They know texts and places only: nothing of the product's tables.

/** Random numbers that are the same every time (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n) => Math.floor(next() * n)
  const shuffle = (items) => {
    const out = [...items]
    for (let i = out.length - 1; i > 0; i--) {
      const k = below(i + 1)
      ;[out[i], out[k]] = [out[k], out[i]]
    }
    return out
  }
  return { next, below, shuffle, pick: (items) => items[below(items.length)] }
}

const letter = (column) => String.fromCharCode(65 + column)
const cell = (sheet, row, column, text, more = {}) => ({
  text,
  at: { kind: 'cell', sheet, cell: `${letter(column)}${row}` },
  block: sheet,
  row,
  column,
  role: 'text',
  ...more,
})
const paragraph = (text, row, block = 'body') => ({
  text,
  at: { kind: 'paragraph', part: block, index: row + 1 },
  block,
  row,
  role: 'text',
})
const line = (text, row) => ({ text, at: { kind: 'line', line: row + 1 }, block: 'lines', row })
const layer = (path, text, row) => ({
  text,
  at: { kind: 'layer', path },
  role: 'layer',
  block: `texts:${path.split('/').slice(0, -1).join('/')}`,
  row,
})
const name = (path, block, row) => ({
  text: path.split('/').at(-1),
  at: { kind: 'layer', path },
  role: 'name',
  block: `names:${block}`,
  row,
})

/** A line of a file: `[first, second]`, either may be undefined. First is the original: Chinese, or Korean where the file is translated the other way. */
const both = ([a, b]) => a !== undefined && b !== undefined
const one = (rows, side) => rows.map((row) => row[side]).filter((text) => text !== undefined)
const file = (path, passages, more = {}) => ({ path, passages, ...more })
const single = (path, passages) => [file(path, passages)]

/** Lines with a break, slash or brackets between the languages in a cell. */
const joined = (join) => (rows) =>
  single('a.xlsx', [cell('S', 1, 0, 'Cut'), ...rows.map((row, i) => cell('S', i + 2, 1, both(row) ? join(row) : (row[0] ?? row[1])))])

/** Widths of drawn text as a font of `size` pixels has them. */
const box = (text, x, y, size, row, column) => ({
  text,
  at: { kind: 'box', x, y, w: Math.round([...text].length * size * 0.95), h: Math.round(size * 1.15) },
  role: 'ocr',
  block: 'drawn text',
  row,
  column,
  ocrConfidence: 90,
})

/** Boxes from above, those on one level from the left, as recognition gives them. */
function levelled(boxes) {
  const sorted = [...boxes].sort((a, b) => a.y - b.y || a.x - b.x)
  const out = []
  let row = 0
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1
    while (end < sorted.length && sorted[end].y < sorted[i].y + sorted[i].size * 0.6) end++
    row++
    const level = sorted.slice(i, end).sort((a, b) => a.x - b.x)
    out.push(...level.map((b, n) => box(b.text, b.x, b.y, b.size, row, n + 1)))
    i = end
  }
  return out
}

/** What people write into the name of a translation, by its language. */
const MARKS = { ko: ['_kor', '_ko', '(韩)', '_조선어', '-KR', ' 번역'], zh: ['_cn', '_zh', '(中文)', '_chn', '-CN', ' 译文'] }

/** Every layout: `make` turns rows, dice and the language of the translation into files with passages; `showsOrder` says that the original stands first in it. */
export const LAYOUTS = {
  'cell, line break': { make: joined(([a, b]) => `${a}\n${b}`), showsOrder: true },
  'cell, slash': { make: joined(([a, b]) => `${a} / ${b}`), showsOrder: true },
  'cell, brackets': { make: joined(([a, b]) => `${a}（${b}）`), showsOrder: true },
  'columns side by side': {
    showsOrder: true,
    make: (rows) =>
      single(
        'a.xlsx',
        rows.flatMap(([a, b], i) => [a && cell('S', i + 2, 1, a), b && cell('S', i + 2, 2, b)].filter(Boolean)),
      ),
  },
  'columns with others between': {
    showsOrder: true,
    make: (rows, { below }) =>
      single(
        'a.xlsx',
        rows.flatMap(([a, b], i) =>
          [
            cell('S', i + 2, 0, `C${String(100 + i)}`),
            a && cell('S', i + 2, 1, a),
            cell('S', i + 2, 2, String(below(90) + 10)),
            cell('S', i + 2, 3, i % 2 ? 'OK' : 'retake'),
            cell('S', i + 2, 4, `${below(8) + 1}+${below(12)}`),
            b && cell('S', i + 2, 5, b),
          ].filter(Boolean),
        ),
      ),
  },
  'cell and its comment': {
    make: (rows) =>
      single('a.xlsx', [
        ...rows.flatMap(([a], i) => (a === undefined ? [] : [cell('S', i + 2, 1, a)])),
        ...rows.flatMap(([, b], i) =>
          b === undefined
            ? []
            : [cell('S', i + 2, 1, b, { at: { kind: 'cell', sheet: 'S', cell: `B${i + 2}`, part: 'comment' }, role: 'comment' })],
        ),
      ]),
  },
  'stacked lines': {
    showsOrder: true,
    make: (rows) => single('a.txt', rows.flatMap((row) => row.filter((text) => text !== undefined)).map(line)),
  },
  'lines with shot numbers between': {
    showsOrder: true,
    make: (rows) =>
      single(
        'a.txt',
        rows.flatMap((row, i) => [`SC${String(i + 11).padStart(3, '0')}`, ...row.filter((text) => text !== undefined)]).map(line),
      ),
  },
  'all of one, then all of the other': {
    showsOrder: true,
    make: (rows) =>
      single(
        'a.docx',
        [...one(rows, 0), ...one(rows, 1)].map((text, i) => paragraph(text, i)),
      ),
  },
  'bilingual paragraphs': {
    showsOrder: true,
    make: (rows) =>
      single(
        'a.docx',
        rows.map((row, i) => paragraph(row.filter((text) => text !== undefined).join(i % 2 ? '\n' : '  '), i)),
      ),
  },
  'layers of one group': {
    showsOrder: true,
    make: (rows) =>
      single(
        'a.psd',
        rows.flatMap(([a, b], i) =>
          [a && layer(`note ${i}/a`, a, 0), name(`note ${i}/a`, `note ${i}`, 0), b && layer(`note ${i}/b`, b, 1)].filter(Boolean),
        ),
      ),
  },
  'groups of layers by language': {
    make: (rows, { pick }, to) => {
      const mark = pick(MARKS[to])
      return single('a.psd', [
        ...rows.flatMap(([a], i) => (a === undefined ? [] : [layer(`notes/${i + 1}`, a, i), name(`notes/${i + 1}`, 'notes', i)])),
        ...rows.flatMap(([, b], i) =>
          b === undefined ? [] : [layer(`notes${mark}/${i + 1}`, b, i), name(`notes${mark}/${i + 1}`, `notes${mark}`, i)],
        ),
      ])
    },
  },
  'layers named alike': {
    make: (rows, { shuffle }, to) => {
      const stems = ['head', 'hand', 'coat', 'sky', 'tree', 'door', 'lamp', 'boat', 'face', 'hair', 'shoe', 'road']
      const all = rows.flatMap(([a, b], i) => [
        ...(a === undefined ? [] : [[`${stems[i % 12]}${i}`, a]]),
        ...(b === undefined ? [] : [[`${stems[i % 12]}${i}${MARKS[to][i % 3]}`, b]]),
      ])
      return single(
        'a.psd',
        shuffle(all).map(([path, text], i) => layer(path, text, i)),
      )
    },
  },
  'boxes, translation below': {
    make: (rows, { below }) =>
      single(
        'a.png',
        levelled(
          rows.flatMap(([a, b], i) => {
            const [x, y] = [60 + (i % 3) * 900 + below(60), 80 + Math.floor(i / 3) * 190 + below(40)]
            return [a && { text: a, x, y, size: 24 }, b && { text: b, x: x + below(20), y: y + 40, size: 24 }].filter(Boolean)
          }),
        ),
      ),
  },
  'boxes, translation on the right': {
    make: (rows, { below }) =>
      single(
        'a.png',
        levelled(
          rows.flatMap(([a, b], i) => {
            const [x, y] = [60 + below(40), 80 + i * 90 + below(20)]
            return [
              a && { text: a, x, y, size: 24 },
              b && { text: b, x: x + [...(a ?? '')].length * 23 + 40, y: y + below(10), size: 24 },
            ].filter(Boolean)
          }),
        ),
      ),
  },
  'two sheets': {
    make: (rows) =>
      single('a.xlsx', [
        ...rows.flatMap(([a], i) => (a === undefined ? [] : [cell('first', i + 2, 1, a)])),
        ...rows.flatMap(([, b], i) => (b === undefined ? [] : [cell('second', i + 2, 1, b)])),
      ]),
  },
  'two files': {
    make: (rows, { pick }, to) => {
      const mark = pick(MARKS[to])
      return [
        file(
          'day/a.docx',
          one(rows, 0).map((text, i) => paragraph(text, i)),
        ),
        file(
          `day/a${mark}.docx`,
          one(rows, 1).map((text, i) => paragraph(text, i)),
        ),
      ]
    },
  },
  'two files of one shot': {
    make: (rows) => [
      file('day/S01E04_C0120_memo.txt', one(rows, 0).map(line)),
      file(
        'day/S01E04_C0120_note2.docx',
        one(rows, 1).map((text, i) => paragraph(text, i)),
      ),
    ],
  },
}

/** Moves a fifth of the second sides to other rows. */
export function shuffled(rows, { next, shuffle }) {
  const places = rows.map((_, i) => i).filter(() => next() < 0.2)
  if (places.length < 2) return rows
  const moved = shuffle(places)
  const out = rows.map((row) => [...row])
  for (const [k, place] of places.entries()) out[place][1] = rows[moved[k]][1]
  return out
}

/** Takes a fifth of the lines away, from either side. */
export function missing(rows, { next }) {
  return rows.map(([a, b]) => {
    const chance = next()
    return [chance < 0.1 ? undefined : a, chance >= 0.1 && chance < 0.2 ? undefined : b]
  })
}
