// Harm under an intact skin: a part is harmed and the container closed again with sound lengths and sums, so that the
// parser behind the first check is met too. `null` where the container can't be opened.
import { crc32, deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';

/** One file of a zip harmed, and the zip written anew. */
export function insideZip(bytes, harm, { pick }) {
  try {
    // Without the end record of a plain zip: `unzipSync` would follow a directory of four billion entries.
    if (isWide(Buffer.from(bytes))) return null;
    const files = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 1024 * 1024 });
    const name = pick(Object.keys(files));
    return zipSync({ ...files, [name]: harm(files[name]) }, { level: pick([0, 6]) });
  } catch {
    return null;
  }
}

function isWide(bytes) {
  const at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return (
    at < 0 || at + 22 > bytes.length || bytes.readUInt16LE(at + 8) > 1000 || bytes.readUInt32LE(at + 16) === 0xffffffff
  );
}

/** One gzip member unpacked, harmed and packed. */
export function insideGzip(bytes, harm) {
  try {
    return bytes[0] === 0x1f ? new Uint8Array(gzipSync(harm(new Uint8Array(gunzipSync(bytes))))) : null;
  } catch {
    return null;
  }
}

/** One chunk of a PNG harmed (its pixels before they are packed), with the right length and checksum. */
export function insidePng(bytes, harm, { pick }) {
  try {
    const chunks = [];
    const all = Buffer.from(bytes);
    for (let at = 8; at + 12 <= all.length; at += 12 + all.readUInt32BE(at))
      chunks.push({ name: all.subarray(at + 4, at + 8), body: all.subarray(at + 8, at + 8 + all.readUInt32BE(at)) });
    const chosen = pick(chunks);
    const isPixels = chosen.name.toString() === 'IDAT';
    chosen.body = Buffer.from(
      isPixels ? deflateSync(harm(new Uint8Array(inflateSync(chosen.body)))) : harm(new Uint8Array(chosen.body)),
    );
    const parts = chunks.map(({ name, body }) => {
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(body.length);
      sum.writeUInt32BE(crc32(Buffer.concat([name, body])));
      return Buffer.concat([length, name, body, sum]);
    });
    return new Uint8Array(Buffer.concat([all.subarray(0, 8), ...parts]));
  } catch {
    return null;
  }
}

/** A base64 part of a mail unpacked, harmed and packed. */
export function insideMail(bytes, harm) {
  const text = Buffer.from(bytes).toString('latin1');
  const found = /base64\r?\n(?:[\w-]+:.*\r?\n)*\r?\n((?:[A-Za-z0-9+/=]{4,}\r?\n)+)/u.exec(text);
  if (!found) return null;
  const packed = Buffer.from(harm(new Uint8Array(Buffer.from(found[1], 'base64')))).toString('base64');
  const at = found.index + found[0].length - found[1].length;
  return new Uint8Array(Buffer.from(`${text.slice(0, at)}${packed}\r\n${text.slice(at + found[1].length)}`, 'latin1'));
}
