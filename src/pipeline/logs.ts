import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { ACCESS_VERSION, type LogScan, scanLog, sniffLog } from '../access/index.ts'
import { canonicalJson, sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { CaseFolder } from './case-folder.ts'
import type { ToRead } from './readings.ts'

/**
 * Scans a blob when it is an access log; undefined when it is not. The answer is cached by the blob and the version of the access room, so a log is
 * scanned once however many days list it.
 */
export function logScanOf(opened: CaseFolder, file: ToRead): LogScan | undefined {
  const key = sha256Hex(`${file.sha256}|access ${ACCESS_VERSION}|${JSON.stringify(LIMITS)}`)
  const path = join(opened.readingsPath, key.slice(0, 2), key)
  const cached = cachedScan(path)
  if (cached !== undefined) return cached.scan ?? undefined
  const bytes = opened.blobs.read(file.sha256)
  const scan =
    sniffLog(bytes.subarray(0, 64 * 1024), file.name) === undefined ? null : scanLog(bytes, { path: file.name, sha256: file.sha256 })
  mkdirSync(join(path, '..'), { recursive: true })
  const incoming = `${path}.${process.pid}`
  writeFileSync(incoming, deflateRawSync(canonicalJson({ scan })))
  renameSync(incoming, path)
  return scan ?? undefined
}

function cachedScan(path: string): { readonly scan: LogScan | null } | undefined {
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(inflateRawSync(readFileSync(path)).toString('utf8')) as { scan: LogScan | null }
  } catch {
    rmSync(path, { force: true })
    return undefined
  }
}
