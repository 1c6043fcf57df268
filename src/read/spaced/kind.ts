import type { SourceKind } from '../statement.ts';
import { typedByFirst } from './kind-by-first.ts';
import type { Lexicon } from './lexicon.ts';
import { plain, remembered } from './token.ts';
import type { Typed } from './typed.ts';

/** Kind and name of a source by its noun phrase: a person's name, or else the head noun. */
export function typed(quote: string, lexicon: Lexicon, title: boolean): Typed {
  if (title || quote.length > SHORT) return judged(quote, lexicon, title);
  const before = known.get(lexicon) ?? new Map<string, Typed>();
  if (before.size > MANY) before.clear();
  known.set(lexicon, before);
  const one = before.get(quote) ?? judged(quote, lexicon, title);
  before.set(quote, one);
  return one;
}

/** The same short names come again and again; a longer one would keep the text it is cut from (V8). */
const known = new WeakMap<Lexicon, Map<string, Typed>>();
const SHORT = 12;
const MANY = 20_000;

function judged(quote: string, lexicon: Lexicon, title: boolean): Typed {
  if (lexicon.shape.headFirst) return typedByFirst(quote, lexicon);
  const shouting = quote === quote.toUpperCase() && /\p{Lu}{3}/u.test(quote);
  const words = quote
    .replace(/["“”]/gu, '')
    .split(/\s+/u)
    .filter((word, index) => word !== '' && !(index > 0 && lexicon.shape.honours.test(word)));
  if (/^@\S+$/u.test(quote)) return { kind: 'unnamed-person', name: quote, gender: null, body: null };
  const apposed = quote.match(/^[^,]+, (?=\p{Lu})(.+)$/u)?.[1];
  if (apposed && !title && byHead(quote.slice(0, quote.indexOf(',')).split(/\s+/u), lexicon) === 'named-body')
    return { kind: 'named-body', name: trimArticle(apposed, lexicon), gender: null, body: null };
  const handle = quote.match(/^[^"“]*["“]([^"”]+)["”]$/u)?.[1];
  if (handle && !title) {
    const lead = byHead(quote.slice(0, quote.search(/["“]/u)).split(/\s+/u).filter(Boolean), lexicon);
    if (lead === 'crowd' || lead === 'unnamed-person')
      return { kind: 'unnamed-person', name: handle, gender: null, body: null };
  }
  const named =
    apposed && !title && /^(?:\p{Lu}[\p{L}’'-]+\.?[ ]?){1,4}$/u.test(apposed) ? leadKind(quote, lexicon) : null;
  if (apposed && (named === 'unnamed-person' || named === 'unnamed-official' || named === 'party'))
    return {
      kind: 'named-person',
      name: untitled(apposed, lexicon),
      gender: genderOf(words, lexicon),
      body: bodyOf(quote.slice(0, quote.indexOf(',')), lexicon, false),
    };
  if (apposed && !title) return { ...typed(apposed, lexicon, title), gender: genderOf(words, lexicon) };
  const voice = voiceOf(quote, lexicon);
  if (voice) return { kind: 'named-body', name: trimArticle(voice, lexicon), gender: null, body: null };
  const trade = tradeName(words, lexicon);
  if (trade && !title) return { kind: 'named-body', name: trade, gender: null, body: null };
  const loud = shouting && !lexicon.personTitles.has(bare(words[0] ?? ''));
  const person = loud || title || OWNED.test(quote) ? null : personIn(words, lexicon);
  const gender = genderOf(words, lexicon);
  const body = bodyOf(quote, lexicon, byHead(words, lexicon) === 'unnamed-official');
  if (person) return { kind: 'named-person', name: person, gender, body };
  const head = byHead(words, lexicon);
  // "A GP", "another Orriner": what is one of several has no name.
  const found = head ?? byName(words, lexicon, title);
  const oneOfMany = head === null && found === 'named-body' && lexicon.words.singulars.has(bare(words[0] ?? ''));
  const kind = oneOfMany ? 'unnamed-person' : found;
  return {
    kind,
    name: trimArticle(quote, lexicon),
    gender,
    body,
  };
}

/** The kind of what stands before the name: "a witness, Dean Aldous". */
const leadKind = (quote: string, lexicon: Lexicon): SourceKind | null =>
  byHead(quote.slice(0, quote.indexOf(',')).split(/\s+/u), lexicon);

/** A name without the titles before it. */
function untitled(name: string, lexicon: Lexicon): string {
  const words = name.split(' ');
  while (words.length > 1 && lexicon.personTitles.has(bare(words[0] ?? ''))) words.shift();
  return words.join(' ');
}

/** "Dame Olwen's review" is no person: the owner of a thing does not speak. */
const OWNED = /['’]s?(?: [\p{Ll}-]+){1,4}$/u;

/** "Telecom firm Airwave Nine": the name after a word for a body. */
function tradeName(words: readonly string[], lexicon: Lexicon): string | null {
  const at = words.findIndex((word, index) => index > 0 && CAPITAL.test(word));
  const lead = words[at - 1] ?? '';
  const run = words.slice(at);
  if (at < 1 || lexicon.heads.get(bare(lead)) !== 'named-body' || /['’]s?$/u.test(lead)) return null;
  if (CAPITAL.test(lead) && !lexicon.shape.tradeLead.test(bare(lead))) return null;
  const fit = run.every(
    (word) =>
      CAPITAL.test(word) &&
      !lexicon.personTitles.has(bare(word)) &&
      !lexicon.heads.has(bare(word)) &&
      !/['’]s?$/u.test(word),
  );
  return fit && !lexicon.firstNames.has(bare(run[0] ?? '')) ? run.join(' ') : null;
}

const CAPITAL = /^\p{Lu}/u;
const bare = remembered((word) => plain(word).replace(/^[(]|[,.)]+$|'s$|'$/gu, ''));

/** The run of capitals that is a person's name: after a title, or with a first name, or two words and no body among them. */
function personIn(words: readonly string[], lexicon: Lexicon): string | null {
  const runs = runsOf(words, lexicon);
  for (const run of runs) {
    if (lexicon.noSurnames?.has(bare(run.at(-1) ?? ''))) continue;
    // "Save Our Pool" is nobody's name.
    if (run.slice(1).some((word) => lexicon.words.possessives.has(bare(word)))) continue;
    let start = 0;
    while (start < run.length - 1 && lexicon.personTitles.has(bare(run[start] ?? ''))) start++;
    const first = run.findIndex((word, index) => index >= start && lexicon.firstNames.has(bare(word)));
    // "Cory James": a first name at the end is a surname, unless an office leads to it.
    const surname = first === run.length - 1 && run.length - start === 2 && !lexicon.heads.has(bare(run[start] ?? ''));
    if (first > start && !surname) start = first;
    else if (
      first < 0 &&
      run.length - start >= 3 &&
      !run.some((word) => lexicon.bodyNames.has(bare(word)) || lexicon.outletNames.has(bare(word)))
    )
      start = initialled(run, run.length - 2);
    const name = run.slice(start);
    const low = name.map(bare);
    if (
      (low.some((word) => lexicon.outletNames.has(word) || lexicon.bodyNames.has(word)) ||
        lexicon.bodyEnding.test(low.at(-1) ?? '')) &&
      start === 0 &&
      !lexicon.firstNames.has(low[0] ?? '')
    )
      continue;
    const known = lexicon.firstNames.has(low[0] ?? '');
    const only = words.length === run.length;
    if (start > 0 || known) return name.join(' ').replace(/[,]$/u, '');
    const lead = bare(words[words.indexOf(run[0] ?? '') - 1] ?? '');
    const office = lead !== '' && lexicon.heads.has(lead) && !lexicon.words.prepositions.has(lead);
    if (
      name.length >= 2 &&
      name.length <= 4 &&
      (only || office || !lexicon.words.determiners.has(bare(words[0] ?? '')))
    ) {
      if (low.every((word) => !lexicon.heads.has(word))) {
        const after = words.indexOf(run[0] ?? '') + run.length;
        if (after >= words.length || lexicon.words.prepositions.has(bare(words[after] ?? ''))) return name.join(' ');
      } else {
        const own = name.filter((word) => !lexicon.heads.has(bare(word)));
        if (own.length >= 2 && lexicon.heads.has(low[0] ?? '')) return own.join(' ');
      }
    }
  }
  return null;
}

/** "T. K. Mbeki": initials belong to the name. */
function initialled(run: readonly string[], from: number): number {
  let start = from;
  while (start > 0 && /^\p{Lu}\.$/u.test(run[start - 1] ?? '')) start--;
  return start;
}

/** Runs of capitals before any preposition, so that "director of Eastmoor Works" names nobody. */
function runsOf(words: readonly string[], { words: closed }: Lexicon): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const [index, word] of words.entries()) {
    const low = bare(word);
    if (index > 0 && closed.prepositions.has(low)) break;
    const owner = /['’]s?$/u.test(word);
    if (CAPITAL.test(word) && !owner && !(index === 0 && (closed.determiners.has(low) || closed.possessives.has(low))))
      run.push(word);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** A body's own statement or report speaks for the body: "the ombudsman's report", "a statement from the council". */
function voiceOf(quote: string, lexicon: Lexicon): string | null {
  const owned = quote.match(/^(.+?)['’]s?\s+(.+)$/u);
  if (owned?.[1] && looksBody(owned[1], lexicon) && lexicon.statementNouns.test(plain(owned[2] ?? ''))) return owned[1];
  const lead = quote.replace(/\s+\S+$/u, '');
  if (lead !== quote && !/['’]/u.test(quote) && lexicon.statementNouns.test(plain(quote)) && looksBody(lead, lexicon))
    return lead;
  const from = quote.match(lexicon.shape.issuedBy);
  return from?.[1] && from[2] && lexicon.statementNouns.test(plain(from[1])) && looksBody(from[2], lexicon)
    ? from[2]
    : null;
}

/** The head noun: the last word before a preposition or relative clause that the language knows. */
function byHead(words: readonly string[], lexicon: Lexicon): SourceKind | null {
  const low = words.map(bare);
  const phrase = low.join(' ');
  if (lexicon.officialPhrase.test(phrase)) return 'unnamed-official';
  if (lexicon.paperPhrase?.test(phrase)) return 'artefact';
  let end = low.findIndex(
    (word, index) => index > 0 && (lexicon.words.prepositions.has(word) || lexicon.words.relatives.has(word)),
  );
  if (end < 0) end = low.length;
  const counted = low.some((word) => lexicon.numbers.has(word) || /^\d+$/u.test(word));
  const names = words.slice(0, end).some((word, index) => index > 0 && CAPITAL.test(word));
  const outlet = words.slice(0, end).some((word) => CAPITAL.test(word) && lexicon.outletNames.has(bare(word)));
  const last =
    words
      .slice(0, end)
      .filter((word) => CAPITAL.test(word))
      .at(-1) ?? '';
  const body =
    !lexicon.outletNames.has(bare(last)) &&
    words
      .slice(0, end)
      .some(
        (word, index) => CAPITAL.test(word) && (index > 0 || words.length > 1) && lexicon.bodyNames.has(bare(word)),
      );
  for (let at = end - 1; at >= Math.max(0, end - 4); at--) {
    const word = low[at] ?? '';
    const plainWord = word.replace(PREFIX, '');
    const kind = lexicon.heads.get(word) ?? ofPlural(word, lexicon) ?? lexicon.heads.get(plainWord);
    if (!kind) continue;
    if (kind === 'crowd' && counted && at > 0 && /(?:s|people|folk)$/u.test(word)) return 'unnamed-person';
    if (kind === 'party' && low[end] === 'of' && lexicon.numbers.has(low[end + 1] ?? '') && low.length === end + 2)
      return 'unnamed-person';
    if (kind === 'party' && lexicon.words.ownPossessives.has(low[0] ?? '')) return 'unnamed-person';
    if (kind === 'party' && counted && end === low.length && !words.some((one) => /['’]s?$/u.test(one)))
      return 'unnamed-person';
    if (kind === 'unnamed-official' && low.some((one) => lexicon.former.has(one.split('-')[0] ?? '')))
      return 'unnamed-person';
    if (
      at === end - 1 &&
      at > 0 &&
      CAPITAL.test(words[at] ?? '') &&
      CAPITAL.test(words[at - 1] ?? '') &&
      lexicon.bodyNames.has(word)
    )
      return 'named-body';
    if (
      kind === 'unnamed-official' &&
      end === 1 &&
      low.length === 1 &&
      word === low[0] &&
      lexicon.crowdWhenBare.has(word)
    )
      return 'crowd';
    if (names && outlet && kind !== 'unnamed-official' && CAPITAL.test(words[at] ?? '') && !body) return 'outlet';
    if (
      kind === 'unnamed-official' ||
      kind === 'unnamed-person' ||
      kind === 'crowd' ||
      kind === 'party' ||
      kind === 'artefact' ||
      kind === 'outlet' ||
      at === end - 1
    )
      return kind;
  }
  return null;
}

/** "ex-treasurer", "co-owner", "vice-chair". */
const PREFIX = /^\p{L}{2,5}-(?=\p{L}{4})/u;

/** "Pilots" are a crowd where "pilot" is a person; "coroners" hold the office of one. */
function ofPlural(word: string, lexicon: Lexicon): SourceKind | undefined {
  const kind = /[^s]s$/u.test(word) ? lexicon.heads.get(word.slice(0, -1)) : undefined;
  return kind === 'unnamed-person' ? 'crowd' : kind === 'outlet' || kind === 'named-body' ? undefined : kind;
}

function byName(words: readonly string[], lexicon: Lexicon, title: boolean): SourceKind {
  const low = words.map(bare);
  const caps = words.filter((word) => CAPITAL.test(word) && !lexicon.words.determiners.has(bare(word)));
  if (lexicon.outletNames.has(bare(caps.at(-1) ?? ''))) return 'outlet';
  if (caps.some((word) => lexicon.outletNames.has(bare(word))))
    return caps.some((word) => lexicon.bodyNames.has(bare(word)) && !lexicon.outletNames.has(bare(word)))
      ? 'named-body'
      : 'outlet';
  if (caps.some((word) => lexicon.bodyNames.has(bare(word)))) return 'named-body';
  if (low.some((word) => lexicon.firstNames.has(word)) && !title) return 'named-person';
  if (words.length === 1 && /(?:ers|ists|ians|ants)$/u.test(low[0] ?? '') && !title && !isCapitals(words[0] ?? ''))
    return 'unnamed-person';
  if (caps.length > 0 && (CAPITAL.test(words.at(-1) ?? '') || caps.length > 1)) return 'named-body';
  const last = low.at(-1) ?? '';
  return /s$/u.test(last) && !low.some((word) => lexicon.numbers.has(word) || lexicon.words.determiners.has(word))
    ? 'crowd'
    : 'unnamed-person';
}

const isCapitals = (word: string): boolean => word === word.toUpperCase();

function genderOf(words: readonly string[], lexicon: Lexicon): 'he' | 'she' | null {
  for (const word of words.filter((one) => !/['’]s?$/u.test(one)).map(bare)) {
    const gender = lexicon.genderWords.get(word) ?? lexicon.firstNames.get(word);
    if (gender) return gender;
  }
  return null;
}

/** "a spokesman for the trust", "the school's bursar", "hospital spokeswoman". */
function bodyOf(quote: string, lexicon: Lexicon, official: boolean): string | null {
  const after = quote.match(lexicon.shape.bodyAfter)?.[1];
  if (after && (official || looksBody(after, lexicon))) return after;
  const owner = quote.match(/^(.+?)['’]s?\s/u)?.[1];
  if (owner && (official || looksBody(owner, lexicon) || CAPITAL.test(trimArticle(owner, lexicon)))) return owner;
  const words = quote.split(/\s+/u);
  const head = words.findIndex((word) => lexicon.heads.get(bare(word)) === 'unnamed-official');
  const lead = words.slice(0, head).join(' ');
  const alone = trimArticle(lead, lexicon);
  const title = !alone.includes(' ') && !lexicon.heads.has(bare(alone));
  return head > 0 && looksBody(lead, lexicon) && !title ? lead : null;
}

const looksBody = (words: string, lexicon: Lexicon): boolean =>
  words
    .split(/\s+/u)
    .some(
      (word) =>
        lexicon.heads.get(bare(word)) === 'named-body' || (CAPITAL.test(word) && lexicon.bodyNames.has(bare(word))),
    );

/** Without a leading article. */
export function trimArticle(quote: string, { words }: Lexicon): string {
  const first = plain(quote.split(/\s/u)[0] ?? '');
  return words.articles.has(first) ? quote.slice(first.length).trim() : quote;
}
