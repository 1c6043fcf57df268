/** A range in CIDR notation, and why nothing in it is connected to. */
export type Refused = readonly [range: string, why: string];

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890 and followers), multicast, and addresses of cloud platforms. */
export const REFUSED_V4: readonly Refused[] = [
  ['0.0.0.0/8', 'it means "this network"'],
  ['10.0.0.0/8', 'it is private'],
  ['100.64.0.0/10', "it is inside a provider's network"],
  ['127.0.0.0/8', 'it is this machine'],
  ['168.63.129.16/32', 'it is a service inside a cloud platform'],
  ['169.254.0.0/16', 'it is link-local, where cloud platforms keep their secrets'],
  ['172.16.0.0/12', 'it is private'],
  ['192.0.0.0/24', 'it is reserved for protocols'],
  ['192.0.2.0/24', 'it is for documentation'],
  ['192.31.196.0/24', 'it is reserved for AS112'],
  ['192.52.193.0/24', 'it is reserved for AMT'],
  ['192.88.99.0/24', 'it is a 6to4 relay'],
  ['192.168.0.0/16', 'it is private'],
  ['192.175.48.0/24', 'it is reserved for AS112'],
  ['198.18.0.0/15', 'it is for benchmarks'],
  ['198.51.100.0/24', 'it is for documentation'],
  ['203.0.113.0/24', 'it is for documentation'],
  ['224.0.0.0/4', 'it is multicast'],
  ['255.255.255.255/32', 'it is broadcast'],
  ['240.0.0.0/4', 'it is reserved'],
];

/** IANA IPv6 Special-Purpose Address Registry; what lies outside 2000::/3 is refused anyhow, and named here. */
export const REFUSED_V6: readonly Refused[] = [
  ['::/128', 'it means "no address"'],
  ['::1/128', 'it is this machine'],
  ['::ffff:0:0/96', 'it is an IPv4 address in IPv6 clothes'],
  ['::/96', 'it is an IPv4 address in IPv6 clothes'],
  ['::ffff:0:0:0/96', 'it is an IPv4 address in IPv6 clothes'],
  ['64:ff9b::/96', 'it is an IPv4 address in IPv6 clothes'],
  ['64:ff9b:1::/48', 'it is an IPv4 address in IPv6 clothes'],
  ['100::/64', 'it leads nowhere'],
  ['2001::/32', 'it is a Teredo tunnel'],
  ['2001:2::/48', 'it is for benchmarks'],
  ['2001::/23', 'it is reserved for protocols'],
  ['2001:db8::/32', 'it is for documentation'],
  ['2002::/16', 'it is a 6to4 tunnel'],
  ['2620:4f:8000::/48', 'it is reserved for AS112'],
  ['3fff::/20', 'it is for documentation'],
  ['5f00::/16', 'it is for segment routing'],
  ['fc00::/7', 'it is private'],
  ['fe80::/10', 'it is link-local'],
  ['fec0::/10', 'it is site-local'],
  ['ff00::/8', 'it is multicast'],
];

/** Names that mean this machine or the network around it (RFC 6761, 6762, 7686, 8375, 9476; ICANN for .internal). */
export const LOCAL_NAMES: readonly string[] = [
  ...['localhost', 'localdomain', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private'],
  ...['home.arpa', 'in-addr.arpa', 'ip6.arpa', 'onion', 'alt', 'invalid'],
];

/** Ports above 1023 on which other services than web servers are known to listen (Fetch Standard, and databases). */
export const SERVICE_PORTS: ReadonlySet<number> = new Set([
  ...[1025, 1433, 1434, 1521, 1719, 1720, 1723, 1883, 2049, 2181, 2375, 2376, 2377, 2379, 2380, 3128, 3268, 3269],
  ...[3306, 3389, 3659, 4045, 4190, 4369, 4444, 5000, 5060, 5061, 5432, 5601, 5672, 5900, 5901, 5984, 5985, 5986],
  ...[6000, 6001, 6379, 6380, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 7000, 7001, 7199, 7474, 7687],
  ...[8086, 8089, 8125, 8300, 8301, 8500, 8600, 9042, 9090, 9092, 9100, 9160, 9200, 9222, 9229, 9300, 9418, 10_080],
  ...[10_250, 10_255, 10_256, 11_211, 11_434, 15_672, 25_672, 26_257, 26_379, 27_017, 27_018, 27_019, 28_015],
  ...[33_060, 50_000, 50_070, 61_613, 61_616],
]);
