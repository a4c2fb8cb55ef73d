/**
 * Blocks that no network holds as its own, from the IANA IPv4 and IPv6 special-purpose address registries: block, what it is, month of the RFC that set it aside.
 */
export const SPECIAL_RANGES: readonly (readonly [cidr: string, what: string, asOf: string])[] = [
  ['0.0.0.0/8', 'this network (RFC 1122)', '1989-10'],
  ['10.0.0.0/8', 'private network (RFC 1918)', '1996-02'],
  ['100.64.0.0/10', 'shared behind a carrier (RFC 6598)', '2012-04'],
  ['127.0.0.0/8', 'the server itself (RFC 1122)', '1989-10'],
  ['169.254.0.0/16', 'link local (RFC 3927)', '2005-05'],
  ['172.16.0.0/12', 'private network (RFC 1918)', '1996-02'],
  ['192.0.2.0/24', 'documentation (RFC 5737)', '2010-01'],
  ['192.168.0.0/16', 'private network (RFC 1918)', '1996-02'],
  ['198.18.0.0/15', 'measurement of equipment (RFC 2544)', '1999-03'],
  ['198.51.100.0/24', 'documentation (RFC 5737)', '2010-01'],
  ['203.0.113.0/24', 'documentation (RFC 5737)', '2010-01'],
  ['224.0.0.0/4', 'multicast (RFC 5771)', '2010-03'],
  ['240.0.0.0/4', 'reserved (RFC 1112)', '1989-08'],
  ['::1/128', 'the server itself (RFC 4291)', '2006-02'],
  ['fc00::/7', 'private network (RFC 4193)', '2005-10'],
  ['fe80::/10', 'link local (RFC 4291)', '2006-02'],
  ['ff00::/8', 'multicast (RFC 4291)', '2006-02'],
  ['2001:db8::/32', 'documentation (RFC 3849)', '2004-07'],
  ['3fff::/20', 'documentation (RFC 9637)', '2024-08'],
]
