import { type Quote, quoteAt, type Span } from '../../base/span.ts';
import type { Source } from '../statement.ts';
import { cueVerb } from './cue.ts';
import { describedBody } from './description.ts';
import { trimArticle, typed } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { around, isTime, type Names, namesIn } from './names.ts';
import { plain } from './token.ts';

interface Entry {
  readonly source: Source;
  readonly gender: 'he' | 'she' | null;
  readonly plural: boolean;
  /** A thing that no word shows to be a person: no "she" means it. */
  readonly thing: boolean;
  /** Only spoken of so far. */
  readonly silent?: boolean;
}

/** Who has spoken so far: resolves pronouns, surnames and short forms to the entry they most likely mean. */
export class Register {
  readonly #entries: Entry[] = [];
  readonly #names: Names;
  readonly #content: string;
  readonly #lexicon: Lexicon;

  constructor(content: string, lexicon: Lexicon) {
    this.#content = content;
    this.#lexicon = lexicon;
    this.#names = namesIn(content, lexicon);
  }

  /** The last one who spoke, if anybody did. */
  last(): Source | null {
    return this.#entries.slice(-MANY).findLast((entry) => !entry.silent)?.source ?? null;
  }

  /** The source that a noun phrase or pronoun at a place means. */
  resolve(span: Span, title: boolean): Source | null {
    const quote = quoteAt(this.#content, span.start, span.end);
    const low = plain(quote.quote);
    const pronoun = this.#lexicon.pronouns.get(low) ?? this.#lexicon.possessors.get(low);
    if (isTime(withoutLead(low, this.#lexicon), this.#lexicon)) return null;
    if (this.#lexicon.evidentials.bareReports.test(plain(quote.quote))) return { ...quote, kind: 'none', name: null };
    if (pronoun === 'self') return null;
    if (pronoun) return this.#pronoun(pronoun, quote);
    const group = this.#oneOf(quote);
    if (group) return group;
    const found = typed(quote.quote.replace(this.#lexicon.shape.reflexive, ''), this.#lexicon, title);
    const source = this.#holder(found, quote, title) ?? this.#contact(quote) ?? this.#named(found, quote);
    this.#entries.push({
      source,
      gender: found.gender,
      plural: plural(quote.quote, this.#lexicon),
      thing: this.#isThing(source),
    });
    return source;
  }

  /** "Two ministers said … One called it …": one of those who spoke last. */
  #oneOf(quote: Quote): Source | null {
    if (!this.#lexicon.shape.oneOfThem.test(plain(quote.quote))) return null;
    const group = this.#entries.slice(-MANY).findLast((entry) => entry.plural)?.source;
    if (!group || group.kind === 'named-body' || group.kind === 'artefact' || group.kind === 'party') return null;
    return { ...group, ...quote, kind: group.kind === 'crowd' ? 'unnamed-person' : group.kind };
  }

  /** Somebody who is spoken of: a later "she" may mean her, though she has said nothing yet. */
  mention(span: Span): Source | null {
    const quote = quoteAt(this.#content, span.start, span.end);
    const pronoun = this.#lexicon.pronouns.get(plain(quote.quote));
    if (pronoun) return pronoun === 'self' ? null : this.#pronoun(pronoun, quote);
    if (isTime(withoutLead(plain(quote.quote), this.#lexicon), this.#lexicon)) return null;
    const found = typed(quote.quote, this.#lexicon, false);
    const source = this.#named(found, quote);
    this.#entries.push({
      source,
      gender: found.gender,
      plural: plural(quote.quote, this.#lexicon),
      thing: this.#isThing(source),
      silent: true,
    });
    return source;
  }

  #isThing({ kind, quote }: Source): boolean {
    if (kind !== 'unnamed-person') return false;
    const { heads } = this.#lexicon;
    return (
      !plain(quote)
        .split(/\s+/u)
        .some((word) => heads.has(word) || heads.has(word.replace(/^ex-/u, ''))) && !/\p{Lu}/u.test(quote)
    );
  }

  #named(found: ReturnType<typeof typed>, quote: Source | { start: number; end: number; quote: string }): Source {
    const place = { start: quote.start, end: quote.end, quote: quote.quote };
    const own = this.#owner(found.name, quote.start);
    const alone = found.name.split(/\s+/u).length === 1 ? this.#names.people.get(plain(found.name)) : undefined;
    if (alone && (found.kind === 'named-body' || found.kind === 'named-person' || found.kind === 'unnamed-person'))
      return { ...place, kind: 'named-person', name: alone };
    if (found.kind === 'named-body' && this.#begins(found.name, quote))
      return { ...place, kind: 'crowd', name: found.name };
    if (found.kind === 'named-body' && /^\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(found.name) && this.#aged(quote.end))
      return { ...place, kind: 'named-person', name: found.name };
    const short = this.#known(found.name);
    if (short && (found.kind === 'named-body' || found.kind === 'named-person'))
      return { ...place, kind: 'named-body', name: short };
    const person = found.kind === 'named-body' || found.kind === 'unnamed-person' ? this.#qualified(found.name) : null;
    if (person) return { ...place, kind: 'named-person', name: person };
    const name =
      found.kind === 'named-body' || found.kind === 'outlet'
        ? this.#fullBody(own, quote.start, found.kind === 'outlet')
        : own;
    const body = found.body ? this.#fullBody(trimArticle(found.body, this.#lexicon), quote.start) : null;
    return body ? { ...place, kind: found.kind, name, body } : { ...place, kind: found.kind, name };
  }

  /** "Tovey, 29, said …": what has an age is a person. */
  #aged(end: number): boolean {
    return /^(?:, [1-9]\d,| \([1-9]\d\))/u.test(this.#content.slice(end, end + 6));
  }

  /** "Inmates said …": a plural with a capital only because a sentence begins is nobody's name. */
  #begins(name: string, { start, quote }: { start: number; quote: string }): boolean {
    if (
      !/^\p{Lu}\p{Ll}+[^suip\P{Ll}]s$/u.test(quote) ||
      this.#names.inside.has(name) ||
      this.#names.shorts.has(plain(name))
    )
      return false;
    if (this.#lexicon.heads.has(plain(name)) || this.#lexicon.bodyNames.has(plain(name))) return false;
    return /(?:^|[.!?\n…"”“])\s*$/u.test(this.#content.slice(Math.max(0, start - 3), start));
  }

  /** A name that its context elsewhere shows to be a body's, or the first word of one. */
  #known(name: string): string | null {
    const first = name.split(/\s+/u)[0] ?? '';
    const full = this.#names.shorts.get(plain(first));
    if (!full || !/^\p{Lu}/u.test(first)) return null;
    return full === name || (!name.includes(' ') && name !== name.toUpperCase()) ? full : null;
  }

  /** "furious Mapplebeck": a surname known from elsewhere, after words that only colour it. */
  #qualified(name: string): string | null {
    const words = name.split(/\s+/u);
    const last = words.at(-1) ?? '';
    if (words.length < 2 || words.length > 3 || !/^\p{Lu}/u.test(last)) return null;
    if (words.slice(0, -1).some((word) => /^\p{Lu}/u.test(word) || this.#lexicon.heads.has(plain(word)))) return null;
    return this.#names.people.get(plain(last)) ?? null;
  }

  /** "The mayor", where one person of the text is said to be mayor. */
  #holder(found: ReturnType<typeof typed>, quote: Quote, title: boolean): Source | null {
    const words = plain(quote.quote).split(/\s+/u);
    const definite = words.length === 2 && this.#lexicon.words.definite.has(words[0] ?? '');
    if (
      (found.kind !== 'unnamed-official' && !(title && found.kind === 'unnamed-person')) ||
      !(definite || (title && words.length === 1))
    )
      return null;
    const head = words.at(-1) ?? '';
    const holders = new Set(
      around(this.#names.persons, quote.start)
        .filter((one) => one.offices.has(head) && (title || one.at < quote.start))
        .map((one) => one.name),
    );
    const [name] = holders;
    return name !== undefined && holders.size === 1 ? { ...quote, kind: 'named-person', name } : null;
  }

  /** “Corin V.” in marks is only what a message calls its writer: the message speaks, not the person. */
  #contact(quote: Quote): Source | null {
    const inner = /^["“‘](.+)["”’]$/u.exec(quote.quote)?.[1];
    if (!inner) return null;
    const before = plain(this.#content.slice(Math.max(0, quote.start - LOOK), quote.start)).match(/[\p{L}-]+/gu) ?? [];
    const paper = before.findLast((word) => this.#lexicon.heads.get(word) === 'artefact');
    return paper ? { ...quote, kind: 'artefact', name: paper } : { ...quote, kind: 'unnamed-person', name: inner };
  }

  /** "Its insurer" is the insurer of the body last named. */
  #owner(name: string, before: number): string {
    const first = plain(name.split(/\s/u)[0] ?? '');
    if (this.#lexicon.words.ownPossessives.has(first) && !this.#lexicon.possessors.has(first))
      return name.slice(first.length).trim();
    if (!this.#lexicon.words.possessives.has(first)) return name;
    const own = name.match(/\s((?:\p{Lu}[\p{L}’'-]+\s?)+)$/u)?.[1];
    if (own) return own;
    const pronoun = this.#lexicon.possessors.get(first);
    const body = this.#names.bodies.findLast((one) => one.at < before)?.name;
    const person = this.#entries.slice(-MANY).findLast((entry) => entry.source.kind === 'named-person')?.source.name;
    const owner = pronoun === 'it' || pronoun === 'they' ? body : person;
    return owner && pronoun ? `${owner}’s${name.slice(first.length)}` : name;
  }

  /** "the authority": the body whose full name ends in the same noun, named before or, failing that, anywhere. */
  #fullBody(name: string, before: number, outlet = false): string {
    const described = describedBody(name, around(this.#names.bodies, before), before, outlet, this.#lexicon);
    if (described) return described;
    const words = trimArticle(name, this.#lexicon).split(/\s+/u);
    const low = plain(words.at(-1) ?? '');
    if (words.length > 3) return name;
    const like = around(this.#names.bodies, before).filter(
      (one) =>
        one.name.length > name.length &&
        one.outlet === outlet &&
        one.low.includes(low) &&
        (words.length === 1 || one.low.includes(plain(words[0] ?? ''))),
    );
    return (like.findLast((one) => one.at < before) ?? like[0])?.name ?? name;
  }

  #pronoun(
    pronoun: 'he' | 'she' | 'it' | 'they' | 'who',
    quote: { start: number; end: number; quote: string },
  ): Source | null {
    const fitting = this.#entries.slice(-MANY).filter((one) => one.source.end <= quote.start && agrees(one, pronoun));
    const last = fitting.at(-1);
    const sure =
      last?.gender === null && pronoun !== 'who' ? fitting.slice(-3).findLast((one) => one.gender === pronoun) : null;
    // "phone records, they say, show": whoever speaks beside a thing is not the thing.
    const beside =
      last?.source.kind === 'artefact' && quote.start - last.source.end < 3
        ? fitting.slice(-4).findLast((one) => one.source.kind !== 'artefact')
        : null;
    const entry = sure ?? beside ?? last;
    const later =
      pronoun === 'he' || pronoun === 'she' ? this.#personAfter(entry?.source.end ?? 0, quote.start, pronoun) : null;
    if (later) {
      const source: Source = { ...quote, kind: 'named-person', name: later };
      this.#entries.push({ source, gender: pronoun === 'he' ? 'he' : 'she', plural: false, thing: false });
      return source;
    }
    if (entry) {
      const source: Source = { ...entry.source, start: quote.start, end: quote.end, quote: quote.quote };
      this.#entries.push({
        source,
        plural: entry.plural,
        thing: entry.thing,
        gender: pronoun === 'he' || pronoun === 'she' ? pronoun : entry.gender,
      });
      return source;
    }
    const person = pronoun === 'he' || pronoun === 'she' ? this.#describedBefore(quote) : null;
    if (person) return person;
    const body =
      pronoun === 'it' || pronoun === 'they' ? this.#names.bodies.findLast((one) => one.at < quote.start) : undefined;
    const name =
      body?.name ?? (pronoun === 'he' || pronoun === 'she' ? this.#personBefore(quote.start, pronoun) : null);
    const kind = body
      ? 'named-body'
      : name
        ? 'named-person'
        : pronoun === 'they'
          ? 'crowd'
          : pronoun === 'it'
            ? 'artefact'
            : 'unnamed-person';
    return { kind, name: name ?? quote.quote, ...quote };
  }

  /** "got the reply of one responsible person. He said": the person last described, though in no subject. */
  #describedBefore(quote: Quote): Source | null {
    const before = this.#content.slice(Math.max(0, quote.start - 240), quote.start);
    const words = [...before.matchAll(/[\p{L}-]+(?:['’]s?)?/gu)];
    for (let at = words.length - 1; at > 0; at--) {
      const kind = this.#lexicon.heads.get(plain(words[at]?.[0] ?? ''));
      if (kind !== 'unnamed-official' && kind !== 'unnamed-person' && kind !== 'party') continue;
      const next = words[at + 1]?.[0] ?? '';
      const name =
        /^\p{Lu}/u.test(next) && adjacent(before, words[at], words[at + 1]) ? this.#titled(words, at + 1) : null;
      if (name) return { ...quote, kind: 'named-person', name };
      const phrase = words
        .slice(this.#phraseStart(words, at), at + 1)
        .map((one) => one[0])
        .join(' ');
      const found = typed(phrase, this.#lexicon, false);
      return { ...quote, kind: found.kind, name: found.name };
    }
    return null;
  }

  /** The name that follows a title, whole where the text has it whole. */
  #titled(words: readonly RegExpMatchArray[], from: number): string {
    const run: string[] = [];
    for (let at = from; at < from + 4 && /^\p{Lu}/u.test(words[at]?.[0] ?? ''); at++) run.push(words[at]?.[0] ?? '');
    return this.#names.people.get(plain(run.at(-1) ?? '')) ?? run.join(' ');
  }

  /** Back to the determiner or preposition that opens the description, four words at most. */
  #phraseStart(words: readonly RegExpMatchArray[], at: number): number {
    const { determiners, possessives, prepositions } = this.#lexicon.words;
    for (let start = at - 1; start > at - 5 && start >= 0; start--) {
      const low = plain(words[start]?.[0] ?? '');
      if (this.#lexicon.words.ownPossessives.has(low)) return start;
      if (cueVerb(this.#lexicon, low) && !this.#lexicon.heads.has(low)) return start + 1;
      if (determiners.has(low) || possessives.has(low) || prepositions.has(low)) return start + 1;
    }
    return at;
  }

  /** A person of the right sex named well after the last fitting speaker, and shortly before the pronoun. */
  #personAfter(spoken: number, at: number, gender: 'he' | 'she'): string | null {
    const near = this.#names.persons.findLast((one) => one.at < at);
    return near && near.gender === gender && near.at > spoken + FAR && at - near.at < FAR * 3 ? near.name : null;
  }

  #personBefore(at: number, gender: 'he' | 'she'): string | null {
    const known = this.#names.persons;
    return (
      (
        known.findLast((one) => one.at < at && one.gender === gender) ??
        known.findLast((one) => one.at < at && one.gender === null)
      )?.name ?? null
    );
  }
}

const FAR = 250;
const LOOK = 500;
/** So many of the last speakers are looked through: a long text must not cost its square. */
const MANY = 400;

/** Without an article or preposition before it. */
const withoutLead = (low: string, { words }: Lexicon): string => {
  const [first = '', ...rest] = low.split(' ');
  return rest.length > 0 && (words.determiners.has(first) || words.prepositions.has(first)) ? rest.join(' ') : low;
};

function plural(quote: string, lexicon: Lexicon): boolean {
  const words = plain(quote).split(/\s+/u);
  const first = words[0] ?? '';
  return /s$/u.test(quote) || lexicon.heads.get(words.at(-1) ?? '') === 'crowd' || lexicon.words.plurals.has(first);
}

function agrees(entry: Entry, pronoun: 'he' | 'she' | 'it' | 'they' | 'who'): boolean {
  const { kind } = entry.source;
  const person =
    kind === 'named-person' || kind === 'unnamed-person' || kind === 'unnamed-official' || kind === 'party';
  if (pronoun === 'he' || pronoun === 'she')
    return (
      person &&
      !entry.thing &&
      !(entry.plural && entry.gender === null && kind !== 'named-person') &&
      (entry.gender === null || entry.gender === pronoun)
    );
  if (pronoun === 'it') return kind === 'named-body' || kind === 'outlet' || kind === 'artefact';
  if (pronoun === 'they') return entry.plural || kind === 'crowd' || kind === 'named-body' || kind === 'party';
  return true;
}

/** Nothing but a space or a pause stands between the two. */
const adjacent = (text: string, one: RegExpMatchArray | undefined, two: RegExpMatchArray | undefined): boolean =>
  one?.index !== undefined &&
  two?.index !== undefined &&
  /^,? $/.test(text.slice(one.index + one[0].length, two.index));
