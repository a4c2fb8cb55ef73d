import { webcrypto, X509Certificate } from 'node:crypto'
import { fromBER, Integer, type OctetString, OctetString as Octets } from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  CryptoEngine,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedData,
  setEngine,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { isoInstant } from '../base/time.ts'
import type { BlobStore } from './blobs.ts'
import type { Payload } from './ledger.ts'
import type { Problem } from './verify.ts'

/** SHA-256 (NIST). */
const SHA256 = '2.16.840.1.101.3.4.2.1'
/** Signed data (RFC 5652). */
const SIGNED_DATA = '1.2.840.113549.1.7.2'
/** The purpose that a time-stamping certificate must have, alone and critical (RFC 3161 2.3). */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const EXT_KEY_USAGE = '2.5.29.37'
/** Content of a time-stamp token (RFC 3161 2.4.2). */
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
/** Signed attributes that bind the certificate (RFC 2634, RFC 5035): by SHA-1 and by SHA-256. */
const SIGNING_CERTIFICATE = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47']

/** What a time-stamp token says and what of it was checked. */
export interface TimestampCheck {
  /** Head of the ledger that was stamped, and its number of entries. */
  readonly head: string
  readonly count: number
  /** ISO instant that the authority states. */
  readonly genTime: string
  /** Subject of the certificate that signed. */
  readonly tsa: string
  readonly isValid: boolean
  /** `checked`: it leads to a root that was given; `not checked`: none was given. */
  readonly root: 'checked' | 'not checked' | 'foreign'
}

/** A token after parsing. */
export interface ReadToken {
  readonly genTime: string
  readonly policy: string
  readonly serial: string
  readonly tsa: string
}

/** A request (RFC 3161 2.4.1, DER) to stamp a ledger's head: the head is the SHA-256 of its last line. `nonce` is 8 unguessable bytes. */
export function timestampRequest(head: string, nonce: Uint8Array): Uint8Array {
  const positive = Buffer.from(nonce)
  positive[0] = (positive[0] ?? 0) & 0x7f || 1
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new Octets({ valueHex: arrayOf(Buffer.from(head, 'hex')) }),
    }),
    nonce: new Integer({ valueHex: arrayOf(positive) }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER(false))
}

/** The token (DER) of an answer. @throws InbetweenError `IBT-INPUT` when it is no answer or the authority refused. */
export function tokenOfResponse(der: Uint8Array, place: string): Uint8Array {
  let response: TimeStampResp
  try {
    response = TimeStampResp.fromBER(arrayOf(der))
  } catch (cause) {
    throw new InbetweenError('IBT-INPUT', 'not an answer of a time-stamping authority (RFC 3161)', { place, cause })
  }
  if (response.status.status > 1 || !response.timeStampToken)
    throw new InbetweenError('IBT-INPUT', `the authority refused (status ${response.status.status})`, {
      place,
      hint: 'Ask another authority.',
    })
  return new Uint8Array(response.timeStampToken.toSchema().toBER(false))
}

/**
 * Checks a token offline against the ledger line that it stamps: imprint, signature, purpose and binding of the certificate, and the chain when roots are given.
 * @throws InbetweenError `IBT-INTEGRITY` that says which of them fails.
 */
export async function checkToken(
  der: Uint8Array,
  line: string,
  roots?: string,
): Promise<ReadToken & { readonly root: TimestampCheck['root'] }> {
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as never }))
  const fail = (why: string) => new InbetweenError('IBT-INTEGRITY', `the time-stamp token does not hold: ${why}`)
  const { signed, info } = readSigned(der, fail)
  if (Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex') !== sha256Hex(line))
    throw fail('it stamps something else')
  if (signed.signerInfos.length !== 1) throw fail('it has not exactly one signature')
  const signer = signerOf(signed)
  if (!signer) throw fail('its certificate is not in it')
  const usage = signer.extensions?.find(({ extnID }) => extnID === EXT_KEY_USAGE)
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : []
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== TIME_STAMPING) throw fail('its certificate is not one for time stamps')
  if (!bindsCertificate(signed, signer)) throw fail('it is not bound to its certificate')
  // By the time that it states, never by today's clock: a token outlives the certificate that made it.
  if (info.genTime < signer.notBefore.value || info.genTime > signer.notAfter.value) throw fail('its certificate was not valid at its time')
  const data = arrayOf(Buffer.from(line))
  const isSigned = await signed.verify({ signer: 0, data, checkChain: false }).catch(() => false)
  if (!isSigned) throw fail('its signature is wrong')
  const root = roots === undefined ? 'not checked' : await chainTo(signed, data, roots)
  const text = new X509Certificate(Buffer.from(signer.toSchema().toBER(false))).subject.replaceAll('\n', ', ')
  return {
    genTime: isoInstant(info.genTime.getTime()),
    policy: info.policy,
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
    tsa: text,
    root,
  }
}

/**
 * Checks every sealed token of a ledger. `lines` are its entries as they stand.
 * @throws InbetweenError `IBT-INPUT` when `roots` holds no certificate: that is a fault of what was given, not of a token.
 */
export async function checkTimestamps(
  blobs: BlobStore,
  payloads: readonly Payload[],
  lines: readonly string[],
  roots: string | undefined,
  problems: Problem[],
): Promise<TimestampCheck[]> {
  const found: TimestampCheck[] = []
  if (roots !== undefined) certificatesIn(roots)
  for (const payload of payloads.filter(({ timestamp }) => timestamp === 'rfc3161')) {
    const head = String(payload.head)
    const count = Number(payload.count)
    const line = lines[count - 1]
    const common = { head, count, genTime: String(payload.genTime), tsa: String(payload.tsa) }
    try {
      if (line === undefined || sha256Hex(line) !== head)
        throw new InbetweenError('IBT-INTEGRITY', 'it stamps a head that the ledger does not have')
      const { genTime, tsa, root } = await checkToken(blobs.read(String(payload.blob)), line, roots)
      if (root === 'foreign') throw new InbetweenError('IBT-INTEGRITY', 'its certificate leads to none of the roots that were given')
      found.push({ head, count, genTime, tsa, root, isValid: true })
    } catch (error) {
      const message = error instanceof InbetweenError ? error.message : 'the token cannot be read'
      problems.push({ code: 'timestamp-invalid', path: `time stamp of entry ${count - 1}`, message })
      found.push({ ...common, root: 'not checked', isValid: false })
    }
  }
  return found
}

function readSigned(der: Uint8Array, fail: (why: string) => InbetweenError): { readonly signed: SignedData; readonly info: TSTInfo } {
  try {
    const parsed = fromBER(arrayOf(der))
    // Bytes after the token, or another encoding of it, would not be covered by anything.
    if (parsed.offset !== der.length) throw new Error('trailing bytes')
    const content = new ContentInfo({ schema: parsed.result })
    if (content.contentType !== SIGNED_DATA) throw new Error('no signed data')
    const signed = new SignedData({ schema: content.content })
    if (signed.encapContentInfo.eContentType !== TST_INFO) throw new Error('no time-stamp token')
    const held = signed.encapContentInfo.eContent as OctetString | undefined
    const bytes = Buffer.from(held?.getValue() ?? new ArrayBuffer(0))
    return { signed, info: TSTInfo.fromBER(arrayOf(bytes)) }
  } catch {
    throw fail('it cannot be read')
  }
}

function signerOf(signed: SignedData): Certificate | undefined {
  const sid: unknown = signed.signerInfos[0]?.sid
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined
  return signed.certificates?.find(
    (one): one is Certificate => one instanceof Certificate && one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber),
  )
}

/** Whether a signed attribute holds the hash of the certificate. */
function bindsCertificate(signed: SignedData, signer: Certificate): boolean {
  const der = Buffer.from(signer.toSchema().toBER(false))
  const certificate = new X509Certificate(der)
  const hashes = [certificate.fingerprint, certificate.fingerprint256].map((text) => Buffer.from(text.replaceAll(':', ''), 'hex'))
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  return attributes
    .filter(({ type }) => SIGNING_CERTIFICATE.includes(type))
    .some(({ values }) => {
      const bytes = Buffer.concat(values.map((value: { toBER: (isSize: boolean) => ArrayBuffer }) => Buffer.from(value.toBER(false))))
      return hashes.some((hash) => bytes.includes(hash))
    })
}

async function chainTo(signed: SignedData, data: ArrayBuffer, roots: string): Promise<'checked' | 'foreign'> {
  const trustedCerts = certificatesIn(roots)
  const isTrusted = await signed.verify({ signer: 0, data, checkChain: true, trustedCerts }).catch(() => false)
  return isTrusted ? 'checked' : 'foreign'
}

function certificatesIn(pem: string): Certificate[] {
  const blocks = [...pem.matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)]
  try {
    if (blocks.length === 0) throw new Error('none')
    return blocks.map(([block]) => Certificate.fromBER(arrayOf(new X509Certificate(block).raw)))
  } catch (cause) {
    throw new InbetweenError('IBT-INPUT', 'the file of roots holds no certificates that can be read', {
      hint: 'PEM is asked for: openssl x509 -inform der -in root.cer -out root.pem',
      cause,
    })
  }
}

function arrayOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
