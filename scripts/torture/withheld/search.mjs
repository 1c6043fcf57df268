// A search of a published folder that shares nothing with the program: plain decoding, and Tesseract for its pictures.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainToUnicode } from 'node:url';
import { gunzipSync, inflateSync } from 'node:zlib';

/** Which of some people can be found in a folder, and where. `read` gives the words in a picture. */
export async function searched(folder, people, read) {
  const needles = people.flatMap(needlesOf);
  const found = [];
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const bytes = readFileSync(path);
    const views = [...textViews(path.slice(folder.length)), ...viewsOf(bytes)];
    if (/\.(?:png|jpe?g|webp)$/u.test(path)) views.push(...textViews(await read(bytes)));
    for (const view of new Set(views.flatMap((text) => [folded(text), letters(text)])))
      for (const { needle, name } of needles)
        if (view.includes(needle) && !found.some((one) => one.name === name && one.path === path)) {
          const at = view.indexOf(needle);
          found.push({ name, path: path.slice(folder.length), around: view.slice(Math.max(0, at - 30), at + 40) });
        }
  }
  return found;
}

/** What would give somebody away: the family name of a Latin name, a whole Chinese one, also backwards or in Latin letters. */
function needlesOf({ name, family, lang, roman }) {
  const own =
    lang === 'zh'
      ? [name, letters(`${roman.family}${roman.given}`), letters(`${roman.given}${roman.family}`)]
      : [letters(family), [...letters(name)].reverse().join('')];
  return own.filter((needle) => needle.length > (lang === 'zh' ? 2 : 4)).map((needle) => ({ needle, name }));
}

const LOOKALIKES = { а: 'a', е: 'e', о: 'o', і: 'i', р: 'p', с: 'c' };
const folded = (text) =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[аеоірс]/gu, (one) => LOOKALIKES[one]);
/** Nothing but letters, between which anything may have stood. */
const letters = (text) => folded(text).replaceAll(/[^\p{L}]/gu, '');

function viewsOf(bytes) {
  const views = [
    ...textViews(bytes.toString('utf8')),
    bytes.toString('latin1'),
    bytes.toString('utf16le'),
    new TextDecoder('utf-16be').decode(bytes),
    new TextDecoder('gb18030').decode(bytes),
  ];
  for (const packed of packedIn(bytes)) views.push(...textViews(packed.toString('utf8')), packed.toString('latin1'));
  return views;
}

/** Every stretch that unpacks: from a gzip head, or from a zlib head in something that is no text. */
function packedIn(bytes) {
  const out = [];
  const binary = bytes.subarray(0, 4000).includes(0);
  for (let at = 0; binary && at + 2 < bytes.length; at++) {
    const gzip = bytes[at] === 0x1f && bytes[at + 1] === 0x8b;
    const zlib = bytes[at] === 0x78 && (bytes[at] * 256 + bytes[at + 1]) % 31 === 0;
    if (!gzip && !zlib) continue;
    try {
      out.push((gzip ? gunzipSync : inflateSync)(bytes.subarray(at), { maxOutputLength: 1 << 26 }));
    } catch {
      // Two bytes that only look like a head.
    }
  }
  return out;
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function textViews(text) {
  const plain = text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) =>
    name
      ? (NAMED[name] ?? whole)
      : String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex ?? decimal, hex ? 16 : 10))),
  );
  const views = [text, plain, plain.replaceAll(/<[^>]*>/gu, '')];
  if (text.includes('\\u'))
    views.push(text.replaceAll(/\\u([0-9a-f]{4})/giu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
  if (text.includes('%')) views.push(unpercent(text), unpercent(unpercent(text)));
  if (text.includes('xn--')) views.push(text.replaceAll(/[\w.-]*xn--[\w.-]+/gu, (host) => domainToUnicode(host)));
  const runs = [...text.matchAll(/[A-Za-z0-9+/_-]{16,}/gu)];
  for (const code of ['base64', 'hex'])
    views.push(runs.map(([run]) => Buffer.from(run, code).toString('utf8')).join('\n'));
  return views;
}

const unpercent = (text) =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
