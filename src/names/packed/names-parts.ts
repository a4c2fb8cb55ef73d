import type { PackedFile, PackedPart } from './file.ts'
import type { HashLists } from './hash.ts'
import type { LetterTree } from './letter-tree.ts'
import type { PackedNames } from './packed-names.ts'

/** The arrays of a tree of words. */
const TREE = ['follows', 'child', 'from', 'ends', 'words'] as const

/** The arrays of packed names by name, to be written to a file; `prefix` keeps those of several lists apart. */
export function partsOfNames({ words, joins, ...own }: PackedNames, prefix: string): [name: string, part: PackedPart][] {
  const parts: [string, PackedPart][] = [
    ['rowAt', own.rowAt], ['wordOf', own.wordOf], ['rowWeight', own.rowWeight], ['isLone', own.isLone], ['nameOf', own.nameOf], ['entryOf', own.entryOf], ['postingAt', own.postingAt], ['postings', own.postings],
    ['words.text', new TextEncoder().encode(words.text)], ['words.at', words.at],
    ...partsOfLists(words.exact, 'exact'), ...partsOfLists(words.near, 'near'), ...partsOfLists(words.sounds, 'sounds'), ...partsOfLists(joins, 'joins'),
    ...TREE.map((name): [string, PackedPart] => [`tree.${name}`, words.tree[name]]),
  ] // biome-ignore format: one list
  return parts.map(([name, part]) => [prefix + name, part])
}

/** Packed names as {@link partsOfNames} gave them. */
export function namesOfParts(file: PackedFile, prefix: string): PackedNames {
  const numbers = (name: string) => file.numbers(prefix + name)
  const lists = (name: string) => listsOfParts(file, prefix + name)
  return {
    words: { text: file.text(`${prefix}words.text`), at: numbers('words.at'), exact: lists('exact'), near: lists('near'), sounds: lists('sounds'), tree: treeOfParts(file, prefix) },
    rowAt: numbers('rowAt'),
    wordOf: numbers('wordOf'),
    rowWeight: file.floats(`${prefix}rowWeight`),
    isLone: file.bytes(`${prefix}isLone`),
    nameOf: numbers('nameOf'),
    entryOf: numbers('entryOf'),
    postingAt: numbers('postingAt'),
    postings: numbers('postings'),
    joins: lists('joins'),
  } // biome-ignore format: one record
}

function treeOfParts(file: PackedFile, prefix: string): LetterTree {
  const numbers = (name: (typeof TREE)[number]) => file.numbers(`${prefix}tree.${name}`)
  return { follows: numbers('follows'), child: numbers('child'), from: numbers('from'), ends: numbers('ends'), words: numbers('words') }
}

/** The arrays of numbers under hashes. */
export function partsOfLists({ bucketAt, tags, items }: HashLists, name: string): [name: string, part: PackedPart][] {
  return [
    [`${name}.bucketAt`, bucketAt],
    [`${name}.tags`, tags],
    [`${name}.items`, items],
  ]
}

/** Numbers under hashes as {@link partsOfLists} gave them. */
export function listsOfParts(file: PackedFile, name: string): HashLists {
  return { bucketAt: file.numbers(`${name}.bucketAt`), tags: file.shorts(`${name}.tags`), items: file.numbers(`${name}.items`) }
}
