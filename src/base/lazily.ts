import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A package that is loaded at its first use: most commands need few of the libraries that the rooms know, and loading all takes longer than many of them run. */
export function lazily<T>(name: string): () => T {
  let loaded: T | undefined
  return () => {
    loaded ??= require(name) as T
    return loaded
  }
}
