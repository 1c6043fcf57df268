import type { Span } from '../../base/span.ts';
import { SECRET_KINDS, SECRET_PARAMETER, TRACKING } from './secret-kinds.ts';

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
  const found = [
    ...SECRET_KINDS.flatMap(({ kind, pattern, holds }) =>
      [...words.matchAll(pattern)].flatMap((match) => placeOf(match, kind, holds)),
    ),
    ...own(words, desk),
  ];
  return apart(found);
}

/** Words with stand-ins for what is secret in them; the same the second time. */
export function withoutSecrets(words: string, desk: readonly string[] = []): string {
  let done = '';
  let from = 0;
  for (const { start, end, kind } of secretsIn(words, desk)) {
    done += `${words.slice(from, start)}[withheld: ${kind}]`;
    from = end;
  }
  return done + words.slice(from);
}

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
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name) || SECRET_PARAMETER.test(name)) url.searchParams.delete(name);
  return secretsIn(url.href, desk).length > 0 ? null : url.href;
}

/** What stands in for a secret already is no secret. */
const STAND_IN = /^\[?withheld\b/u;

function placeOf(match: RegExpExecArray, kind: string, holds?: (words: string) => boolean): readonly Secret[] {
  const [whole] = match;
  const part = match.groups?.['secret'] ?? whole;
  if (STAND_IN.test(part) || (holds && !holds(part))) return [];
  const start = match.index + whole.lastIndexOf(part);
  return [{ start, end: start + part.length, kind }];
}

/** The desk's own people, by the words they are known by: whole words only. */
function own(words: string, desk: readonly string[]): readonly Secret[] {
  const folded = words.toLowerCase();
  return desk
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one.length >= SHORTEST)
    .flatMap((one) => {
      const found: Secret[] = [];
      for (let at = folded.indexOf(one); at >= 0; at = folded.indexOf(one, at + one.length))
        if (!LETTER.test(folded.charAt(at - 1)) && !LETTER.test(folded.charAt(at + one.length)))
          found.push({ start: at, end: at + one.length, kind: 'the desk' });
      return found;
    });
}

const SHORTEST = 3;
const LETTER = /[\p{L}\p{N}]/u;

function apart(found: readonly Secret[]): readonly Secret[] {
  const kept: Secret[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (one.end > last.end) kept.splice(-1, 1, { ...last, end: one.end });
  }
  return kept;
}
