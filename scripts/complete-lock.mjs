// Adds the platform packages that a registry mirror may lack to package-lock.json, as npm itself writes them where they exist, but without
// an integrity hash: npm ci asks that each optional dependency of a locked package is named, and installs none that is for another platform.
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
let added = 0
for (const locked of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
    const found =
      /-(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(x64|arm64|arm|ia32|ppc64|riscv64|s390x|loong64|mips64el)(?:-(musl|gnu|msvc|musleabihf|gnueabihf))?$/.exec(
        name,
      )
    if (!found || lock.packages[`node_modules/${name}`]) continue
    const [, os, cpu, libc] = found
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(locked.dev ? { dev: true } : {}),
      ...(libc === 'musl' ? { libc: ['musl'] } : {}),
      optional: true,
      os: [os],
    }
    added++
  }
}
const sorted = Object.keys(lock.packages).sort((a, b) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted.map((key) => [key, lock.packages[key]]))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} platform packages added`)
