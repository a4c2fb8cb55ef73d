import { jpeg } from '../files/png.ts'
import { atUtc } from '../files/time.ts'
import { txt } from '../files/txt.ts'
import { HORSE_BOOK, HORSE_CAPTIONS } from '../texts/index.ts'
import type { PlacedFile } from '../tree.ts'
import type { Book } from '../truth.ts'
import type { Desk } from './layouts.ts'
import { at } from './lines.ts'
import { printedText } from './papers.ts'
import { horse } from './pictures.ts'

const HORSES = ['bay', 'chestnut', 'dun', 'foal', 'grey', 'mare', 'meadow', 'pair', 'roan', 'stable']
const BOOK_TITLE = 'The Patient Horse'

/** Pictures of horses and a book about horses: they belong to no production, and are entered in the book as that. */
export async function horses(book: Book, desk: Desk): Promise<PlacedFile[]> {
  const files: PlacedFile[] = []
  for (const [index, name] of HORSES.entries()) {
    files.push({ path: `misc/horses/horse_${name}.jpg`, bytes: await jpeg(horse(name)), at: atUtc('2023-11-04', 300 + index * 7) })
  }
  const captions = HORSES.map((name, index) => `horse_${name}.jpg: ${at(HORSE_CAPTIONS, index)}`)
  files.push({ path: 'misc/horses/captions.txt', bytes: txt(captions), at: atUtc('2023-11-04', 400) })
  const made = atUtc('2023-10-22', 505)
  const plain: Desk = { ...desk, pdfCreator: 'Book Press Layout 4', pdfProducer: 'Book Press Layout 4' }
  files.push({ path: 'misc/The_Patient_Horse.pdf', bytes: printedText(BOOK_TITLE, HORSE_BOOK, plain, made), at: made })
  for (const { path } of files) book.noise(path)
  return files
}
