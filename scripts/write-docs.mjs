// npm run docs: writes the reference pages from the declarations.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { referencePages } = await import('../dist/src/operations/reference.js')
for (const [path, text] of referencePages()) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(path)
}
