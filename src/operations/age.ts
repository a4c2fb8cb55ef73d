import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { InbetweenError } from '../base/errors.ts'

/** An age recipient, given itself or in a file. @throws InbetweenError `IBT-INPUT`. */
export function recipientOf(given: string): string {
  const words = existsSync(given) ? readFileSync(given, 'utf8') : given
  const recipient = /\bage1[02-9ac-hj-np-z]{50,2000}\b/.exec(words)?.[0]
  if (recipient === undefined)
    throw new InbetweenError('IBT-INPUT', 'not an age recipient', { place: given, hint: 'It begins with age1; age-keygen makes one.' })
  return recipient
}

/** Encrypts a file in place, piece by piece. */
export async function encrypted(path: string, recipient: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const plain = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  const stream = await encrypter.encrypt(plain as unknown as globalThis.ReadableStream<Uint8Array>)
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    Readable.fromWeb(stream as unknown as ReadableStream),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    createWriteStream(`${path}.age`, { mode: 0o600 }),
  )
  renameSync(`${path}.age`, path)
  return { sha256: hash.digest('hex'), bytes }
}

/** Decrypts an age file with an identity file into `out`. @throws InbetweenError `IBT-INPUT`, `IBT-NOT-FOUND`. */
export async function decrypted(path: string, identityFile: string, out: string): Promise<void> {
  const { Decrypter } = await import('age-encryption')
  if (!existsSync(identityFile)) throw new InbetweenError('IBT-NOT-FOUND', 'no such identity file', { place: identityFile })
  const decrypter = new Decrypter()
  for (const line of readFileSync(identityFile, 'utf8').split(/\r?\n/))
    if (/^AGE-SECRET-KEY-/.test(line)) decrypter.addIdentity(line.trim())
  try {
    const sealed = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
    const stream = await decrypter.decrypt(sealed as unknown as globalThis.ReadableStream<Uint8Array>)
    await pipeline(Readable.fromWeb(stream as unknown as ReadableStream), createWriteStream(out, { mode: 0o600 }))
  } catch (cause) {
    throw new InbetweenError('IBT-INPUT', `it cannot be decrypted with this identity (${cause instanceof Error ? cause.message : ''})`, {
      place: path,
      cause,
    })
  }
}
