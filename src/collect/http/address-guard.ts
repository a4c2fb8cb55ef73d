import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { InbetweenError } from '../../base/errors.ts'
import type { Place } from '../source.ts'

/** Address blocks that a public name has no business in: this host, private networks, link-local with the metadata services of clouds, multicast (IANA special-purpose registries). */
const INSIDE_V4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15',
  '224.0.0.0/4', '240.0.0.0/4',
] // biome-ignore format: a list read as lines
const INSIDE_V6 = ['::/128', '::1/128', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']
/** Blocks whose last 32 bits are an IPv4 address: mapped, NAT64. */
const EMBEDDING_V6 = ['::ffff:0:0/96', '64:ff9b::/96']

const inside = blockList(INSIDE_V4, INSIDE_V6)
const embedding = blockList([], EMBEDDING_V6)

/** Where a name answers, as it is pinned for a visit: later requests do not resolve it again, so that the answer cannot change under way. */
export interface Guarded {
  readonly address: string
  readonly family: 4 | 6
  /** Every address that the name resolved to. */
  readonly all: readonly string[]
  /** Whether the person named the address itself; only then it may be a private one. */
  readonly isNamed: boolean
}

/** Gives every address of a name. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

const lookupAll: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** Whether an address lies inside a private, local or special network. */
export function isInsideAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  if (family === 4) return inside.check(address, 'ipv4')
  if (embedding.check(address, 'ipv6')) return isInsideAddress(embeddedOf(address))
  return inside.check(address, 'ipv6')
}

/**
 * Resolves a host and refuses private, loopback and metadata addresses, unless the person named the address (as the host itself, `localhost`, or `--address`).
 * @throws InbetweenError `IBT-REFUSED`, `IBT-UNREACHABLE` when the name does not resolve.
 */
export async function guardAddress(host: string, place: Pick<Place, 'address'>, resolve: Resolve = lookupAll): Promise<Guarded> {
  const bare = host.replace(/^\[|\]$/g, '')
  const literal = place.address ?? (isIP(bare) > 0 ? bare : undefined)
  if (literal !== undefined) {
    const family = isIP(literal)
    if (family === 0) throw new InbetweenError('IBT-USAGE', `--address ${literal}: not an IP address`)
    return { address: literal, family: family === 6 ? 6 : 4, all: [literal], isNamed: true }
  }
  const isNamed = /^(?:.*\.)?localhost\.?$/i.test(bare)
  let all: readonly { address: string; family: number }[]
  try {
    all = await resolve(bare)
  } catch (cause) {
    throw new InbetweenError('IBT-UNREACHABLE', 'the name does not resolve to an address', {
      place: bare,
      hint: 'Check the name; a machine without a network cannot collect over one.',
      cause,
    })
  }
  const hidden = isNamed ? undefined : all.find(({ address }) => isInsideAddress(address))
  const [first] = all
  if (hidden !== undefined || first === undefined)
    throw new InbetweenError(
      'IBT-REFUSED',
      `the name resolves to an address inside a private or local network (${hidden?.address ?? 'none'})`,
      {
        place: bare,
        hint: 'When you mean that machine, name it: use the address in the URL, or --address.',
      },
    )
  return { address: first.address, family: first.family === 6 ? 6 : 4, all: all.map(({ address }) => address), isNamed }
}

function blockList(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList()
  for (const block of v4) list.addSubnet(block.split('/')[0] ?? '', Number(block.split('/')[1]), 'ipv4')
  for (const block of v6) list.addSubnet(block.split('/')[0] ?? '', Number(block.split('/')[1]), 'ipv6')
  return list
}

/** The IPv4 address in the last 32 bits, from either way of writing it. */
function embeddedOf(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (dotted !== undefined) return dotted
  const [high = '0', low = '0'] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':').slice(-2)
  const number = (Number.parseInt(high || '0', 16) << 16) | Number.parseInt(low || '0', 16)
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')
}
