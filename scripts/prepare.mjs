// Runs after an install in the clone. Without the compiler (npm ci --omit=dev) the package keeps the dist it came with.
import { createRequire } from 'node:module'

try {
  createRequire(import.meta.url).resolve('typescript/bin/tsc')
} catch {
  console.error('inbetween: no compiler installed (dev dependencies left out); dist is kept as it is')
  process.exit(0)
}
await import('./build.mjs')
