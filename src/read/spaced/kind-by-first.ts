import type { SourceKind } from '../statement.ts';
import type { Lexicon } from './lexicon.ts';
import { plain } from './token.ts';
import type { Typed } from './typed.ts';

/** Kind and name of a source in a language whose nouns come before what describes them: "la empresa Lumbra". */
export function typedByFirst(quote: string, lexicon: Lexicon): Typed {
  const [described, apposed] = quote.split(/,\s+(?=\p{Lu})/u);
  const words = wordsOf(described ?? quote, lexicon);
  const gender = genderOf([...words, ...wordsOf(apposed ?? '', lexicon)], lexicon);
  const body = bodyOf(words, lexicon);
  if (apposed) return { kind: 'named-person', name: apposed.trim(), gender, body };
  const head = headOf(words, lexicon);
  const proper = properName(words, head?.at ?? -1, lexicon);
  if (head && proper.length > 0 && NAMED_AFTER.has(head.kind)) {
    const outlet = head.kind === 'outlet' || proper.some((word) => lexicon.outletNames.has(low(word)));
    const kind: SourceKind = PERSONAL.has(head.kind) ? 'named-person' : outlet ? 'outlet' : 'named-body';
    return { kind, name: proper.join(' '), gender, body };
  }
  const name = words.join(' ');
  if (head) return { kind: kindOfHead(head, quote, words, lexicon), name, gender, body };
  return { ...properKind(words, lexicon), gender, body };
}

const low = (word: string): string => plain(word).replace(/^[("«“]+|[),."»”]+$/gu, '');
const capital = (word: string): boolean => /^\p{Lu}/u.test(word);
const PERSONAL: ReadonlySet<SourceKind> = new Set(['unnamed-official', 'unnamed-person', 'party']);
const NAMED_AFTER: ReadonlySet<SourceKind> = new Set([...PERSONAL, 'named-body', 'outlet']);

/** Without quotation marks and what determines the noun. */
function wordsOf(quote: string, { words: closed }: Lexicon): readonly string[] {
  const words = quote
    .replace(/["“”«»]/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  let start = 0;
  while (
    start < words.length - 1 &&
    (closed.determiners.has(low(words[start] ?? '')) || closed.possessives.has(low(words[start] ?? ''))) &&
    !(capital(words[start] ?? '') && start > 0)
  )
    start++;
  return words.slice(start);
}

interface Head {
  readonly at: number;
  readonly kind: SourceKind;
}

/** The first noun that settles the kind, before any preposition. */
function headOf(words: readonly string[], lexicon: Lexicon): Head | null {
  for (const [at, word] of words.entries()) {
    if (at > 0 && lexicon.words.prepositions.has(low(word))) return null;
    if (at > 0 && capital(word)) return null;
    const kind = lexicon.heads.get(low(word));
    if (kind) return { at, kind };
    if (at === 2) return null;
  }
  return null;
}

/** The name that follows its noun, past adjectives: "el director técnico Iker Luna", "la eléctrica Lumbra". */
function properName(words: readonly string[], head: number, lexicon: Lexicon): readonly string[] {
  if (head < 0) return [];
  let start = head + 1;
  while (start < words.length && !capital(words[start] ?? '')) {
    if (lexicon.words.prepositions.has(low(words[start] ?? ''))) return [];
    start++;
  }
  const name = words.slice(start);
  const titled = name.findIndex((word) => !lexicon.personTitles.has(low(word)));
  const run = name.slice(Math.max(0, titled));
  const office = capital(words[head] ?? '') && lexicon.bodyNames.has(low(words[head] ?? ''));
  return office ? [] : run.slice(0, runEnd(run, lexicon));
}

function runEnd(run: readonly string[], { words }: Lexicon): number {
  let end = 0;
  for (const [at, word] of run.entries()) {
    if (capital(word)) end = at + 1;
    else if (!words.nameLinks.has(low(word))) break;
  }
  return end;
}

/** A noun by itself: adjusted by its number, by who held the office before, and by what a body issues. */
function kindOfHead(head: Head, quote: string, words: readonly string[], lexicon: Lexicon): SourceKind {
  const determiner = plain(quote.split(/\s+/u)[0] ?? '');
  const word = low(words[head.at] ?? '');
  if (head.kind === 'artefact' && issuer(words, lexicon)) return 'named-body';
  if (head.kind === 'crowd' && lexicon.numbers.has(determiner)) return 'unnamed-person';
  if (head.kind === 'unnamed-official' && lexicon.former.has(word)) return 'unnamed-person';
  if (lexicon.officialPhrase.test(plain(quote))) return 'unnamed-official';
  return head.kind;
}

/** "Un comunicado del Ayuntamiento" speaks for the body that issues it. */
function issuer(words: readonly string[], lexicon: Lexicon): string | null {
  const found = words.join(' ').match(lexicon.shape.issuedBy);
  if (!found?.[1] || !found[2] || !lexicon.statementNouns.test(plain(found[1]))) return null;
  const kind = lexicon.heads.get(low(found[2].split(/\s+/u)[0] ?? ''));
  return kind === 'named-body' ? found[2] : null;
}

/** A proper name without a noun that the language knows. */
function properKind(words: readonly string[], lexicon: Lexicon): { kind: SourceKind; name: string } {
  const name = words.join(' ');
  const titled = words.findIndex((word) => !lexicon.personTitles.has(low(word)));
  const own = words.slice(Math.max(0, titled));
  if (!own.some(capital)) {
    const many = /s$/u.test(low(words[0] ?? '')) && !lexicon.words.singulars.has(low(words[0] ?? ''));
    return { kind: many ? 'crowd' : 'unnamed-person', name };
  }
  if (own.some((word) => capital(word) && lexicon.outletNames.has(low(word)))) return { kind: 'outlet', name };
  if (own.some((word) => capital(word) && lexicon.bodyNames.has(low(word)))) return { kind: 'named-body', name };
  const first = lexicon.firstNames.has(low(own[0] ?? ''));
  const capitals = own.filter(capital).length;
  const shaped = own.length <= 5 && own.every((word) => capital(word) || lexicon.words.nameLinks.has(low(word)));
  const person =
    titled > 0 || first || (shaped && capitals >= 2 && capitals <= 4 && !/^\p{Lu}{2,}$/u.test(own[0] ?? ''));
  return { kind: person ? 'named-person' : 'named-body', name: person ? own.join(' ') : name };
}

function genderOf(words: readonly string[], lexicon: Lexicon): 'he' | 'she' | null {
  for (const word of words.map(low)) {
    const gender = lexicon.genderWords.get(word) ?? lexicon.firstNames.get(word);
    if (gender) return gender;
  }
  return null;
}

/** "La portavoz de Minas de Riosalado": the body that an office belongs to. */
function bodyOf(words: readonly string[], lexicon: Lexicon): string | null {
  const head = lexicon.heads.get(low(words[0] ?? ''));
  const after = words.join(' ').match(lexicon.shape.bodyAfter)?.[1];
  if (!after) return null;
  const kind = lexicon.heads.get(low(after.split(/\s+/u)[0] ?? ''));
  const named = kind === 'named-body' || (capital(after) && head === 'unnamed-official');
  return named && head !== 'artefact' ? after : null;
}
