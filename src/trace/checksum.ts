/** CRC-32 (ISO 3309) of bytes, eight at a time (Kounavis and Berry 2005). */
export function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  let at = 0;
  const of = (table: number, byte: number): number => TABLES[table * 256 + byte] ?? 0;
  for (; at + 8 <= bytes.length; at += 8) {
    const low =
      crc ^
      ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
    crc =
      of(7, low & 0xff) ^
      of(6, (low >>> 8) & 0xff) ^
      of(5, (low >>> 16) & 0xff) ^
      of(4, low >>> 24) ^
      of(3, bytes[at + 4] ?? 0) ^
      of(2, bytes[at + 5] ?? 0) ^
      of(1, bytes[at + 6] ?? 0) ^
      of(0, bytes[at + 7] ?? 0);
  }
  for (; at < bytes.length; at++) crc = of(0, (crc ^ (bytes[at] ?? 0)) & 0xff) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Table k holds what a byte k places further on does. */
const TABLES = new Uint32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  TABLES[byte] = crc >>> 0;
}
for (let at = 256; at < TABLES.length; at++) {
  const before = TABLES[at - 256] ?? 0;
  TABLES[at] = ((TABLES[before & 0xff] ?? 0) ^ (before >>> 8)) >>> 0;
}
