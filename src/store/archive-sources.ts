import { brotliDecompressSync } from 'node:zlib';
import type { Check } from '../archive/check.ts';
import { contentsOf } from '../archive/contents.ts';
import type { Contents, Found, Left } from '../archive/found.ts';
import { signatureChecks, type Trust } from '../archive/wacz-signature.ts';
import { decode } from '../capture/decode.ts';
import type { Facts } from '../capture/facts.ts';
import type { Unreadable } from '../capture/item.ts';
import { postsToText } from '../capture/posts.ts';
import { notaryOf } from './notary.ts';
import type { Source } from './source.ts';

/** What came of a file that is an archive. */
export interface Unpacked {
  readonly sources: readonly Source[];
  readonly warnings: readonly string[];
}

const MOST_UNPACKED = 64 * 2 ** 20;
/** Signatures are checked; whose they are is left open. */
const NOBODY: Trust = { keys: [], notary: notaryOf([], []) };

/**
 * The items of an archive, each a source; `null` where the bytes are no archive. One that is damaged, or holds nothing,
 * stands among them as an item that can't be read. `rows` is what the newsroom's sheet says of files by their name.
 */
export async function unpack(
  bytes: Uint8Array,
  facts: Facts,
  rows: ReadonlyMap<string, Facts>,
): Promise<Unpacked | null> {
  const contents = contentsOf(bytes, facts.file, {
    isPosts: (body) => holdsPosts(body, facts),
    decode: (coding, body) => (coding === 'br' ? unbrotli(body) : null),
  });
  if (!contents) return null;
  const carried = carriedBy(facts, contents);
  const items = contents.found.map((one) => itemSource(one, carried, rows.get(one.name)));
  const signed = await Promise.all(contents.signatures.map((one) => signatureChecks(one, NOBODY)));
  const checks = [...contents.checks, ...signed.flat()];
  const why = unreadableOf(contents, signed.flat(), facts.file);
  const whole = why ? [{ facts, size: bytes.length, refused: why, read: async () => bytes }] : [];
  return { sources: [...whole, ...items], warnings: warningsOf({ ...contents, checks }, facts.file) };
}

function itemSource({ name, url, captured, bytes }: Found, carried: Facts, row: Facts | undefined): Source {
  const recorded = { ...carried, file: name, url: url ?? carried.url, captured: captured ?? carried.captured };
  const stated = Object.entries(row ?? {}).filter(([key, value]) => key !== 'file' && value !== null);
  return {
    facts: { ...recorded, ...Object.fromEntries(stated) },
    ...{ size: bytes.length, refused: null, read: async () => bytes },
  };
}

/**
 * What the sheet says of an archive holds for what is in it, as far as it can: a zip may have one publisher; of a web
 * archive with several pages nobody published all at one moment.
 */
function carriedBy(facts: Facts, { kind, found }: Contents): Facts {
  const pages = found.filter(({ mediaType }) => !mediaType.startsWith('image/'));
  const hosts = new Set(pages.map(({ url }) => (url && URL.canParse(url) ? new URL(url).host : '')));
  const isOne = pages.length === 1;
  return {
    ...facts,
    url: isOne ? facts.url : null,
    publisher: kind === 'zip' || hosts.size === 1 ? facts.publisher : null,
    author: kind === 'zip' || isOne ? facts.author : null,
    published: kind === 'zip' || isOne ? facts.published : null,
  };
}

function unreadableOf(contents: Contents, signed: readonly Check[], file: string): Unreadable | null {
  const { found, left } = contents;
  const broken = signed.find(({ result }) => result === 'failed');
  const damage = contents.damage ?? (broken ? { code: 'damaged' as const, message: broken.detail } : null);
  if (damage) {
    const rest =
      found.length > 0 ? `; ${found.length} ${found.length === 1 ? 'item' : 'items'} in it can still be read` : '';
    return { code: damage.code, message: `${file}: ${damage.message}${rest}` };
  }
  if (found.length > 0) return null;
  const what = left.length > 0 ? `nothing that is evidence (${countsOf(left)})` : 'nothing';
  return { code: 'empty', message: `${file} holds ${what}; add the pages themselves` };
}

function warningsOf({ checks, found, left }: Contents, file: string): readonly string[] {
  const failed = checks.filter(({ result }) => result === 'failed').map(({ check, detail }) => `${check}: ${detail}`);
  const signers = checks.filter(({ check }) => /^signer/u.test(check)).map(({ detail }) => detail);
  const signed = signers.length > 0 ? [signers.join('; ')] : [];
  const things = left.length === 1 ? 'thing stays' : 'things stay';
  const rest = found.length > 0 && left.length > 0 ? [`${left.length} more ${things} in it: ${countsOf(left)}`] : [];
  return [...failed, ...signed, ...rest].map((what) => `${file}: ${what}`);
}

/** `4 the looks or programs of a page, 2 sound or video`, the most first. */
function countsOf(left: readonly Left[]): string {
  const counts = new Map<string, number>();
  for (const { why } of left) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([why, count]) => `${count} × ${why}`)
    .join(', ');
}

function holdsPosts(bytes: Uint8Array, facts: Facts): boolean {
  try {
    const text = decode(bytes)?.text;
    return text !== undefined && postsToText(text, facts) !== null;
  } catch {
    return false;
  }
}

function unbrotli(bytes: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(brotliDecompressSync(bytes, { maxOutputLength: MOST_UNPACKED }));
  } catch {
    return null;
  }
}
