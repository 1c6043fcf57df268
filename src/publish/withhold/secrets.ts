import type { Span } from '../../base/span.ts';
import { mixed } from './secret-checks.ts';
import { SECRET_KINDS, SECRET_PARAMETER, TRACKING, WEAK_PARAMETER } from './secret-kinds.ts';
import { apart, type StandIn, withStandIns } from './stand-in.ts';

/** A stretch that gives away what is nobody's business: what kind of thing it is. */
export interface Secret extends Span {
  readonly kind: string;
}

/**
 * What is secret in some words, in order, each place once: ways in (passwords, tokens, cookies), ways to a person (phone
 * and identity numbers, addresses), and the desk's own people, known by `desk`. Every pattern is bounded, so the time
 * grows with the words alone.
 */
export function secretsIn(words: string, desk: readonly string[] = []): readonly Secret[] {
  const plain = plainly(words);
  const found = [
    ...SECRET_KINDS.flatMap(({ kind, pattern, holds }) =>
      matchesOf(pattern, plain).flatMap((match) => placeOf(match, kind, holds)),
    ),
    ...own(plain, desk),
  ];
  return apart(found);
}

/** Words with stand-ins for what is secret in them; the same the second time. */
export function withoutSecrets(words: string, desk: readonly string[] = []): string {
  return withStandIns(words, standInsFor(secretsIn(words, desk)));
}

/** What stands in for each secret: its kind. */
export const standInsFor = (secrets: readonly Secret[]): readonly StandIn[] =>
  secrets.map(({ start, end, kind }) => ({ start, end, words: `[withheld: ${kind}]` }));

/** An address as it may be published: nothing that lets somebody in or follows a reader about; null where it still holds a secret. */
export function safeUrl(address: string, desk: readonly string[] = []): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.username = '';
  url.password = '';
  if (/[=&]/u.test(url.hash)) url.hash = '';
  url.pathname = url.pathname.replace(/;[\w.-]{2,40}=[^/;]{0,400}/gu, '');
  for (const [name, value] of [...url.searchParams])
    if (TRACKING.test(name) || SECRET_PARAMETER.test(name) || (WEAK_PARAMETER.test(name) && longMixed(value)))
      url.searchParams.delete(name);
  return secretsIn(url.href, desk).length + secretsIn(decoded(url.href), desk).length > 0 ? null : url.href;
}

const longMixed = (value: string): boolean => value.length >= 10 && mixed(value);

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * The words with wide letters and digits as narrow ones, and with nothing where a stand-in is already, so that doing it
 * twice changes nothing. Every place stays where it was.
 */
const plainly = (words: string): string =>
  words
    .replaceAll(/\[withheld: [^\]\n]{1,40}\]/gu, (one) => '\n'.repeat(one.length))
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ＠．]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));

/** As `matchAll`, which copies the pattern for every text: with fifty patterns and many short texts that is most of the time. */
function matchesOf(pattern: RegExp, words: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

function placeOf(match: RegExpExecArray, kind: string, holds?: (words: string) => boolean): readonly Secret[] {
  const [whole] = match;
  const part = match.groups?.['secret'] ?? whole;
  if (part.trim() === '' || (holds && !holds(part))) return [];
  const start = match.index + whole.lastIndexOf(part);
  return [{ start, end: start + part.length, kind }];
}

/** The desk's own people, by the words they are known by: whole words only, where a script has borders between words. */
function own(words: string, desk: readonly string[]): readonly Secret[] {
  const folded = lower(words);
  return desk
    .map((one) => lower(plainly(one.trim())))
    .filter((one) => one.length >= (HAN.test(one) ? 2 : SHORTEST))
    .flatMap((one) => {
      const apart = HAN.test(one) ? () => true : (at: number) => !LETTER.test(folded.charAt(at));
      const found: Secret[] = [];
      for (let at = folded.indexOf(one); at >= 0; at = folded.indexOf(one, at + one.length))
        if (apart(at - 1) && apart(at + one.length)) found.push({ start: at, end: at + one.length, kind: 'the desk' });
      return found;
    });
}

/** Small letters, each in its place: the few that would grow stay as they are. */
const lower = (words: string): string => {
  const small = words.toLowerCase();
  if (small.length === words.length) return small;
  return [...words].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
};

const SHORTEST = 3;
const LETTER = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
