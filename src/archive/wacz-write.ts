import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { epoch, type Instant, instantAt } from '../base/time.ts';
import { type CdxjLine, formatCdxj, headOf } from './cdxj.ts';
import { formatDataPackage } from './data-package.ts';
import type { SigningKey } from './ecdsa.ts';
import { fieldOf } from './fields.ts';
import { writeMember } from './gzip.ts';
import { mediaTypeOf } from './http-message.ts';
import { formatIdx, type IdxBlock } from './idx.ts';
import { formatPages, type Page } from './pages.ts';
import { surt } from './surt.ts';
import { signedBy } from './wacz-signature.ts';
import { readWarc, type WarcRecord } from './warc.ts';
import { writeZip } from './zip-write.ts';

/** What a WACZ is made of. `created` and the key are the shell's: the same parts give the same bytes. */
export interface WaczParts {
  /** Names end in `.warc` or `.warc.gz`. */
  readonly warcs: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly pages: readonly Page[];
  readonly title: string | null;
  readonly description: string | null;
  readonly software: string;
  readonly created: Instant;
  /** Signs without a name. ReplayWeb.page reads keys on P-384 only. */
  readonly key: SigningKey | null;
}

/** How many lines of the index are packed together, as ArchiveWeb.page does. */
const LINES_A_BLOCK = 1024;
const INDEX = 'index.cdx.gz';

/** Writes a WACZ 1.1.1: WARCs, packed index, pages, manifest and its digest, signed where a key is given. */
export function writeWacz(parts: WaczParts): Uint8Array {
  const { warcs, pages, title, description, software, created, key } = parts;
  const { packed, idx } = packIndex(warcs.flatMap(({ name, bytes }) => linesOf(name, bytes)));
  const files = [
    ...warcs.map(({ name, bytes }) => ({ name: `archive/${checked(name)}`, bytes })),
    { name: `indexes/${INDEX}`, bytes: packed },
    { name: 'indexes/index.idx', bytes: encoded(idx) },
    { name: 'pages/pages.jsonl', bytes: encoded(formatPages(pages)) },
  ];
  const resources = files.map(({ name, bytes }) => ({ path: name, hash: digest(bytes), bytes: bytes.length }));
  const manifest = encoded(formatDataPackage({ title, description, created, software, resources }));
  const hash = digest(manifest);
  const signedData = key ? { signedData: signedBy(key, hash, created, software) } : {};
  const seal = { path: 'datapackage.json', hash, ...signedData };
  return writeZip(
    [
      ...files,
      { name: 'datapackage.json', bytes: manifest },
      { name: 'datapackage-digest.json', bytes: encoded(`${JSON.stringify(seal, null, 2)}\n`) },
    ].map((file) => ({ ...file, stored: true })),
  );
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

function checked(name: string): string {
  if (/^[\w.-]+\.warc(?:\.gz)?$/u.test(name)) return name;
  throw new HearsayError('usage', `a WARC in a WACZ can't be called ${name}; call it so: data.warc.gz`);
}

/** Records that a reader may ask for by their address. */
const INDEXED = ['response', 'resource', 'revisit', 'conversion'];

function linesOf(filename: string, bytes: Uint8Array): readonly CdxjLine[] {
  return readWarc(bytes)
    .records.filter(({ type, uri }) => uri !== null && INDEXED.includes(type))
    .map((record) => lineOf(record, filename, bytes));
}

function lineOf(record: WarcRecord, filename: string, bytes: Uint8Array): CdxjLine {
  const { uri, type, http, contentType, headers, start, end, date } = record;
  const url = uri ?? '';
  const own = http ? mediaTypeOf(http) : contentType;
  return {
    key: surt(url).replaceAll(/\s/gu, '%20'),
    timestamp: instantAt(epoch(date) ?? 0)
      .replaceAll(/\D/gu, '')
      .slice(0, 14),
    ...{ url, mime: type === 'revisit' ? 'warc/revisit' : own, status: http?.status ?? null },
    ...{ digest: fieldOf(headers, 'warc-payload-digest'), filename, offset: start, length: end - start },
    recordDigest: digest(bytes.subarray(start, end)),
  };
}

/** Packs the lines in blocks, each a gzip member, and says which begins where. */
function packIndex(lines: readonly CdxjLine[]): { packed: Uint8Array; idx: string } {
  const sorted = formatCdxj(lines).split('\n').slice(0, -1);
  const members: Uint8Array[] = [];
  const blocks: IdxBlock[] = [];
  let offset = 0;
  for (let at = 0; at < sorted.length; at += LINES_A_BLOCK) {
    const some = sorted.slice(at, at + LINES_A_BLOCK);
    const member = writeMember(encoded(some.map((line) => `${line}\n`).join('')));
    const [key = '', timestamp = ''] = (some[0] ?? '').split(' ', 2);
    blocks.push({ head: headOf({ key, timestamp }), offset, length: member.length, digest: digest(member) });
    members.push(member);
    offset += member.length;
  }
  const packed = new Uint8Array(offset);
  for (const [at, member] of members.entries()) packed.set(member, blocks[at]?.offset ?? 0);
  return { packed, idx: formatIdx({ filename: INDEX, blocks }) };
}
