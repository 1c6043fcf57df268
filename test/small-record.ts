import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Digest, digest } from '../src/base/digest.ts';
import { instantAt } from '../src/base/time.ts';
import {
  formatCheckpoint,
  formatVerifierKey,
  keyPairOf,
  leafHash,
  noteOf,
  rangesOf,
  type SignerKey,
} from '../src/log/index.ts';
import { formatLine, type Line, NO_LINE } from '../src/record/line.ts';
import { entryOf } from '../src/record/log-entry.ts';
import type { FolderReader } from '../src/seal/folder.ts';
import { formatManifest } from '../src/seal/manifest.ts';
import { sealFiles } from '../src/seal/seal-files.ts';
import { certificate, keys, timeStampingOnly, token } from './sample-authority.ts';

/** A published folder in memory. */
export type Folder = ReadonlyMap<string, Uint8Array>;

const ID = 'c0ffee00'.repeat(4);
const ORIGIN = `hearsay.case/${ID}`;
const START = 1_938_000_000_000;

export const deskNamed = (name: string) => keyPairOf(sha256(utf8ToBytes(name)), name);
export const DESK = deskNamed('desk.example');
export const DESK_KEY = formatVerifierKey(DESK.verifier);

/** A journal that grows; the same calls give the same bytes. */
class SmallLog {
  readonly lines: Line[] = [];
  readonly tokens = new Map<Digest, Uint8Array>();

  append(kind: string, data: Readonly<Record<string, unknown>>): void {
    const seq = this.lines.length;
    const salt = bytesToHex(sha256(utf8ToBytes(`salt ${seq}`)));
    const previous = this.lines.at(-1)?.name ?? NO_LINE;
    const at = new Date(START + seq * 60_000).toISOString();
    this.lines.push(formatLine({ at, kind, seq, previous }, { by: 'r.ames', data, salt }).line);
  }

  head(signer: SignerKey): string {
    const size = this.lines.length;
    const root = rangesOf(this.lines.map(({ name }) => leafHash(entryOf(name))))(0, size);
    return noteOf(formatCheckpoint({ origin: ORIGIN, size, root }), [signer]);
  }
}

const PAGES = (edition: number): Folder =>
  new Map([
    ['claims/claim-0a.html', utf8ToBytes('<!doctype html><title>The gate was shut</title>\n')],
    ['index.html', utf8ToBytes(`<!doctype html><title>Who shut the gate, edition ${edition}</title>\n`)],
    ['zh/index.html', utf8ToBytes('<!doctype html><title>谁关上了闸门</title>\n')],
  ]);

/** Some editions of a small record, each as the whole folder: two desks, a token, a checkpoint that left. */
export async function smallRecords(editions: number, more: Folder = new Map()): Promise<readonly Folder[]> {
  const log = new SmallLog();
  const second = deskNamed('other.example');
  log.append('case', { format: 'hearsay/case/1', id: ID, title: 'The gate', languages: ['en'], key: DESK_KEY });
  log.append('ask', { of: 'River Board', question: 'Who had the key?', through: null, claim: null, why: null });
  log.append('key', { key: formatVerifierKey(second.verifier), why: 'another computer' });
  await stamp(log, log.head(second.signer));
  const folders: Folder[] = [];
  let previous: Digest | null = null;
  for (let edition = 1; edition <= editions; edition++) {
    const pages = new Map([...PAGES(edition), ...more]);
    const manifest = formatManifest([...pages].map(([path, bytes]) => ({ path, digest: digest(bytes) })));
    const asOf = instantAt(START + edition * 86_400_000);
    const [named, dossier] = [digest(manifest), digest(`edition ${edition}`)];
    const disclosed = log.lines.length + 1;
    log.append('publish', {
      ...{ edition, asOf, languages: ['en', 'zh'], manifest: named, dossier, previous, disclosed },
    });
    previous = named;
    const checkpoint = log.head(second.signer);
    const seal = sealFiles({ lines: [...log.lines], checkpoint, tokens: log.tokens, show });
    folders.push(
      new Map([
        ...pages,
        ['seal/manifest', utf8ToBytes(manifest)],
        ...seal.map(({ path, bytes }) => [path, bytes] as const),
      ]),
    );
    log.append('checkpoint', { note: checkpoint });
  }
  return folders;
}

const show = ({ head: { kind } }: Line) =>
  kind === 'ask' ? (pointer: string) => pointer === '/data/of' : (pointer: string) => pointer !== '/by';

async function stamp(log: SmallLog, note: string): Promise<void> {
  const size = log.lines.length;
  log.append('checkpoint', { note });
  const root = keys.p256('root');
  const key = keys.p256('authority');
  const names = { subject: 'Example Time', issuer: 'Example Root' };
  const own = await certificate({ ...names, extensions: [timeStampingOnly], key, signedBy: root });
  const bytes = await token({ hash: sha256(utf8ToBytes(note)), key, certificate: own, issuer: names.issuer });
  log.tokens.set(digest(bytes), bytes);
  const told = {
    size,
    checkpoint: digest(note),
    kind: 'rfc3161',
    authority: 'https://time.example',
    blob: digest(bytes),
  };
  log.append('stamp', told);
}

/** A reader over a folder in memory. */
export const readerOf = (folder: Folder): FolderReader => ({
  list: async () => [...folder.keys()],
  read: async (path) => folder.get(path) ?? null,
});

/** A folder with one file in place of another, or without it. */
export const withFile = (folder: Folder, path: string, bytes: Uint8Array | null): Folder => {
  const changed = new Map(folder);
  if (bytes) changed.set(path, bytes);
  else changed.delete(path);
  return changed;
};

/** The same bytes but for one, of which one bit is turned. */
export function flipped(bytes: Uint8Array, at: number, bit = at % 8): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}
