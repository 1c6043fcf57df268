import { fieldsOf } from '../archive/fields.ts';
import { readWarc } from '../archive/warc.ts';
import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { type ChangedSentences, changedPassages } from '../capture/changed-passages.ts';
import { saysNotFound } from '../capture/not-found-words.ts';
import type { Text } from '../capture/text.ts';
import { shown } from './address.ts';
import { type CaptureOptions, capturePage, type WebCapture, type WebFile } from './page-capture.ts';
import { wordsOf } from './page-words.ts';
import { unpacked } from './transfer.ts';

/** A page as it was captured before. */
export interface Earlier {
  /** The address to ask for again. */
  readonly asked: string;
  /** What it led to then. */
  readonly page: Pick<WebFile, 'url' | 'bytes'>;
}

/** What became of a page since it was captured. */
export interface Recapture {
  /**
   * `same`: it reads as before. `gone`: the server says so (404, 410). `unknown`: nothing can be said, for the server
   * refuses, fails, or shows something that may stand for "gone" without saying so.
   */
  readonly outcome: 'same' | 'changed' | 'gone' | 'unknown';
  /** The reason in words; empty where the outcome says all. */
  readonly why: string;
  /** `null` where nothing came. */
  readonly capture: WebCapture | null;
  /** What differs, as passages of the two texts below. */
  readonly passages: readonly ChangedSentences[];
  readonly before: string;
  readonly after: string;
  /** Whether the page is the same byte for byte; pages that read the same seldom are. */
  readonly isSameBytes: boolean;
}

/** Less than this of the earlier text is still there: the page may stand for another. */
const LEFT = 0.2;
const MOST_BYTES = 64 * 1024 * 1024;

/** Captures a page again and compares what can be read. Throws only what refuses the capture, or stops it. */
export async function recapture(earlier: Earlier, options: CaptureOptions): Promise<Recapture> {
  const before = await wordsOf(earlier.page);
  const nothing = { passages: [], before: before?.content ?? '', after: '', isSameBytes: false };
  const taken = await taking(earlier.asked, options);
  if (taken instanceof HearsayError) return { outcome: 'unknown', why: taken.message, capture: null, ...nothing };
  const { status, url, bytes } = taken.page;
  const server = `${shown(url)} answers with ${status}`;
  if (status === 404 || status === 410) return { outcome: 'gone', why: server, capture: taken, ...nothing };
  if (status < 200 || status > 299) return { outcome: 'unknown', why: server, capture: taken, ...nothing };
  const isSameBytes = digest(bytes) === digest(earlier.page.bytes);
  const after = await wordsOf(taken.page);
  const texts = { before: nothing.before, after: after?.content ?? '', capture: taken, isSameBytes };
  if (isSameBytes) return { outcome: 'same', why: '', passages: [], ...texts };
  if (!before || !after) {
    const why = `${before ? 'what came now' : 'what was captured before'} has no words to compare, and its bytes differ`;
    return { outcome: 'unknown', why, passages: [], ...texts };
  }
  const passages = changedPassages(compared(before), compared(after));
  const doubt = standInOf(earlier, taken, passages, before, after);
  if (doubt) return { outcome: 'unknown', why: doubt, passages, ...texts };
  return { outcome: passages.length === 0 ? 'same' : 'changed', why: '', passages, ...texts };
}

/** The page that a WARC of `capturePage` is of; `null` where it holds none. */
export async function earlierIn(warc: Uint8Array): Promise<Earlier | null> {
  const answers = readWarc(warc, { lenient: true }).records.filter(({ type }) => type === 'response');
  const page = answers.find(({ http }) => http?.status && (http.status < 300 || http.status > 399));
  const first = answers[0]?.uri;
  if (!page?.uri || !page.http || !first) return null;
  const { headers, body } = page.http;
  const bytes = await unpacked(body, fieldsOf(headers, 'content-encoding'), page.uri, MOST_BYTES);
  return { asked: first, page: { url: page.uri, bytes } };
}

/** What keeps nothing from being said is the error itself; a refusal or a stop is thrown. */
async function taking(url: string, options: CaptureOptions): Promise<WebCapture | HearsayError> {
  try {
    return await capturePage(url, options);
  } catch (cause) {
    const isSilence = cause instanceof HearsayError && cause.code === 'network' && !options.signal?.aborted;
    if (isSilence) return cause;
    throw cause;
  }
}

/** The parts of a page that change by themselves. */
const RESTLESS: ReadonlySet<string> = new Set(['comment', 'related', 'boilerplate', 'metadata']);

/** The text with its restless parts blank, so that every place in it stays where it is. */
function compared({ content, zones }: Text): string {
  const restless = zones.filter(({ kind }) => RESTLESS.has(kind));
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of restless.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    parts.push(content.slice(at, Math.max(at, start)), '\n'.repeat(end - Math.max(at, start)));
    at = end;
  }
  return parts.join('') + content.slice(at);
}

/** Why what came may stand for a page that is gone: little of the earlier is left, and it says so or is elsewhere. */
function standInOf(
  earlier: Earlier,
  { page }: WebCapture,
  passages: readonly ChangedSentences[],
  before: Text,
  after: Text,
): string | null {
  const lost = passages.reduce(
    (sum, { kind, before: at }) => sum + (kind === 'removed' && at ? at.end - at.start : 0),
    0,
  );
  if (lost < before.content.length * (1 - LEFT)) return null;
  const may = 'so the page may be gone';
  if (saysNotFound(after.content)) return `the server answers, but the words say that it is not found, ${may}`;
  const [then, now] = [new URL(earlier.page.url), new URL(page.url)];
  const isElsewhere = then.host !== now.host || then.pathname !== now.pathname;
  return isElsewhere ? `the address leads now to ${shown(page.url)}, which says something else, ${may}` : null;
}
