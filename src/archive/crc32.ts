/** Four tables, so that four bytes are taken at a time ("slicing by four", Kounavis and Berry 2005). */
const TABLES = tables();

/** CRC-32 (ISO 3309, as in zip and gzip) of `bytes` from `start` to `end`. */
export function crc32(bytes: Uint8Array, start = 0, end: number = bytes.length): number {
  let crc = -1;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    crc ^= (byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16)) ^ (byte(bytes, at + 3) << 24);
    crc =
      entry(768 + (crc & 255)) ^
      entry(512 + ((crc >>> 8) & 255)) ^
      entry(256 + ((crc >>> 16) & 255)) ^
      entry(crc >>> 24);
  }
  for (; at < end; at++) crc = entry((crc ^ byte(bytes, at)) & 255) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const entry = (at: number): number => TABLES[at] ?? 0;

function tables(): Int32Array {
  const made = new Int32Array(1024);
  for (let n = 0; n < 256; n++) {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    made[n] = crc;
  }
  for (let n = 256; n < 1024; n++) {
    const before = made[n - 256] ?? 0;
    made[n] = (made[before & 255] ?? 0) ^ (before >>> 8);
  }
  return made;
}
