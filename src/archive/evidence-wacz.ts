import { digest } from '../base/digest.ts';
import { epoch, type Instant, instantAt, isInstant } from '../base/time.ts';
import type { SigningKey } from './ecdsa.ts';
import type { Page } from './pages.ts';
import { writeWacz } from './wacz-write.ts';
import { type NewRecord, resourceRecord, warcinfoRecord, writeWarc } from './warc-write.ts';

/** One thing to be put into an archive. */
export interface Evidence {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Where it was captured; `null` for a file that came another way. */
  readonly url: string | null;
  /** An instant; where less is known, the record bears the date of the archive. */
  readonly captured: string | null;
  readonly title: string | null;
}

/** What the archive says of itself. */
export interface Cover {
  readonly title: string | null;
  readonly description: string | null;
  readonly software: string;
  readonly created: Instant;
  readonly key: SigningKey | null;
}

/** A WARC that goes in as it is, with the pages in it. */
export interface Recorded {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: readonly Page[];
}

/** What stands before the name of a file that has no address. */
export const FILE_URN = 'urn:hearsay:';

/**
 * Makes a WACZ of any evidence. Each thing is a `resource` record, for what a server said when it sent it isn't known;
 * a file without an address is filed under its name as a URN. What was recorded from the web goes in as it was recorded.
 */
export function waczOf(evidence: readonly Evidence[], cover: Cover, recorded: readonly Recorded[] = []): Uint8Array {
  const date = utc(cover.created);
  const records: NewRecord[] = [
    warcinfoRecord({ uuid: uuidOf(['warcinfo', cover.software, date]), date }, 'evidence.warc.gz', [
      ['software', cover.software],
      ['format', 'WARC File Format 1.1'],
    ]),
  ];
  const pages: Page[] = [];
  for (const [at, one] of evidence.entries()) {
    const uri = addressOf(one);
    const when = isInstant(one.captured ?? '') ? utc(one.captured ?? '') : date;
    const uuid = uuidOf([at, uri, when, digest(one.bytes)]);
    records.push(resourceRecord({ uuid, date: when }, uri, one.mediaType, one.bytes));
    if (!one.mediaType.startsWith('image/')) pages.push({ url: uri, ts: when, title: one.title ?? one.name });
  }
  const { bytes } = writeWarc(records, { gzip: true });
  const warcs = [{ name: 'evidence.warc.gz', bytes }, ...recorded];
  return writeWacz({ ...cover, warcs, pages: [...pages, ...recorded.flatMap((one) => one.pages)] });
}

/** What stands after `#` is never sent to a server, and no replay looks for it. */
function addressOf({ url, name }: Evidence): string {
  if (url === null || !URL.canParse(url)) return `${FILE_URN}${name.split('/').map(encodeURIComponent).join('/')}`;
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

const utc = (instant: string): Instant => instantAt(epoch(instant) ?? 0);

/** A UUID that is made of what it names, so that the same evidence gives the same archive (RFC 9562, version 8). */
function uuidOf(of: readonly (string | number)[]): string {
  const hex = digest(JSON.stringify(of)).slice('sha256:'.length);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
