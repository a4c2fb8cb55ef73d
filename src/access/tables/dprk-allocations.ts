import type { Registration } from '../../model/index.ts'

/**
 * Address blocks that a registry allocated to the DPRK. There is one, and none of IPv6: the national list of 2024-08-21 made from ipip.net data (FireHOL,
 * ipip_country_kp.netset) holds it, and the network scans R4yGM/NorthKoreaScans and hyperionosint/North-side name it as the only one.
 * Blocks that others lent to the DPRK, and blocks that location databases merely tag as DPRK (privacy relays, exits of VPN companies), are not in this table.
 */
export const DPRK_ALLOCATIONS: readonly Registration[] = [
  {
    cidr: '175.45.176.0/22',
    country: 'KP',
    region: 'Pyongyang',
    network: 'STAR-KP',
    holder: 'Star Joint Venture',
    kind: 'dprk',
    source: 'built-in: DPRK allocation',
    asOf: '2024-08-21',
  },
]
