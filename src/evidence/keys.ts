import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'

/** What signs ledger entries. The private half never lies in a case or a bundle. */
export interface Signer {
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly fingerprint: string
  /** Public key, SPKI PEM. */
  readonly publicPem: string
  /** Ed25519 signature of a text, base64. */
  readonly sign: (text: string) => string
}

/** The folder of the keys: `<dataHome>/inbetween/keys`. */
export function keyFolder(dataHome: string): string {
  return join(dataHome, 'inbetween', 'keys')
}

/** Makes an Ed25519 key (mode 0600) in the key folder, encrypted when a passphrase is given (PKCS#8, AES-256-CBC). */
export function makeKey(folder: string, passphrase?: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fingerprint = fingerprintOf(publicKey)
  writeFileSync(
    join(folder, fingerprint),
    privateKey.export({ type: 'pkcs8', format: 'pem', ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }) }),
    { mode: 0o600, flag: 'wx' },
  )
  return signerOf(privateKey)
}

/** Opens the key with this fingerprint. @throws InbetweenError `IBT-NOT-FOUND` when it is not on this machine, `IBT-KEY` when its passphrase is missing or wrong. */
export function openKey(folder: string, fingerprint: string, passphrase?: string): Signer {
  const path = join(folder, fingerprint)
  if (!existsSync(path)) {
    throw new InbetweenError('IBT-NOT-FOUND', `the case key ${fingerprint} is not on this machine`, {
      place: path,
      hint: 'Copy the key file there from the machine that made the case; reading and verifying need no key.',
    })
  }
  const pem = readFileSync(path, 'utf8')
  if (!pem.includes('ENCRYPTED')) return signerOf(createPrivateKey(pem))
  try {
    return signerOf(createPrivateKey({ key: pem, passphrase: passphrase ?? '' }))
  } catch (cause) {
    const message =
      passphrase === undefined ? 'the case key has a passphrase, and none was given' : 'the passphrase does not open the case key'
    throw new InbetweenError('IBT-KEY', message, { place: path, hint: 'Name the file that holds it: --passphrase-file FILE.', cause })
  }
}

/** Whether `signature` (base64) is that of `text` under this public key (SPKI PEM). False on a key that cannot be parsed. */
export function isSignedBy(publicPem: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text), createPublicKey(publicPem), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** The fingerprint of a public key in PEM. */
export function fingerprintOfPem(publicPem: string): string {
  return fingerprintOf(createPublicKey(publicPem))
}

function signerOf(privateKey: KeyObject): Signer {
  const publicKey = createPublicKey(privateKey)
  return {
    fingerprint: fingerprintOf(publicKey),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  }
}

function fingerprintOf(publicKey: KeyObject): string {
  return sha256Hex(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16)
}
