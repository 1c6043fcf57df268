import { nameOf } from '../base/digest.ts';
import { compareInstants } from '../base/time.ts';
import { type Part, partsOf } from './clause.ts';
import { actsDiffer, amountsConflict, conflict, type Gist, gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';
import { bareName } from './name.ts';
import { ownVoice } from './rank.ts';
import { type Scene, takesBack } from './scene.ts';

/** Statements that say the same, before they are weighed. */
export interface Group {
  readonly id: string;
  readonly wording: string;
  readonly parts: readonly Part[];
  readonly for: readonly Placed[];
  readonly against: readonly Placed[];
}

/** Two statements about the same thing with amounts that exclude each other. */
export interface Rift {
  readonly a: Placed;
  readonly b: Placed;
}

interface Entry {
  readonly part: Part;
  readonly gist: Gist;
}

interface Draft {
  readonly members: Entry[];
  readonly exemplars: Gist[];
}

/** What is still to come is a promise or a plan, not a claim. */
const FORTHCOMING = /将|\b(?:will|shall)\b/u;
const CANDIDATE_TOKENS = 10;
const EXEMPLARS = 4;

/** Groups statements into claims: earliest first, each to the nearest group, by way of rare words (never all pairs). */
export function groupClaims(scene: Scene): { readonly groups: readonly Group[]; readonly rifts: readonly Rift[] } {
  const entries = scene.story.statements
    .filter((one) => speaksToClaims(one, scene))
    .flatMap((one) => partsOf(one).map((part) => ({ part, gist: gistOf(part.words) })));
  const weight = rarity(entries.map((entry) => entry.gist));
  const drafts: Draft[] = [];
  const byWording = new Map<string, Draft>();
  const postings = new Map<string, Draft[]>();
  const rifts: Rift[] = [];
  for (const entry of [...entries.filter(founds(scene)), ...entries.filter((one) => !founds(scene)(one))]) {
    const own = takenBackIn(entry, drafts, scene);
    if (own) own.members.push(entry);
    if (own || entry.gist.tokens.size < 2) continue;
    const tokens = [...entry.gist.tokens].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
    const near = candidates(tokens, postings);
    const home = byWording.get(entry.gist.key) ?? nearest(entry, near, weight, scene);
    if (!home && !founds(scene)(entry)) continue;
    if (!home) rifts.push(...riftsWith(entry, near, weight));
    const draft = home ?? { members: [], exemplars: [] };
    if (!home) drafts.push(draft);
    draft.members.push(entry);
    if (!byWording.has(entry.gist.key) && (!home || draft.exemplars.length < EXEMPLARS)) {
      draft.exemplars.push(entry.gist);
      for (const token of tokens.slice(0, CANDIDATE_TOKENS))
        postings.set(token, [...(postings.get(token) ?? []), draft]);
    }
    byWording.set(entry.gist.key, draft);
  }
  return { groups: drafts.map((draft) => groupOf(draft, scene)), rifts };
}

/** "Got that wrong": taken back by the same voice in the same place, so it belongs to what that voice said last. */
function takenBackIn(entry: Entry, drafts: readonly Draft[], scene: Scene): Draft | undefined {
  const one = entry.part.statement;
  if (!takesBack(one, scene)) return undefined;
  const name = scene.speaker(one);
  const earlier = ({ part: { statement } }: Entry) =>
    statement.item === one.item &&
    scene.speaker(statement) === name &&
    !takesBack(statement, scene) &&
    compareInstants(statement.at, one.at) < 0;
  return name === '' ? undefined : drafts.findLast((draft) => draft.members.some(earlier));
}

/** Questions, opinions, refusals and promises say nothing that could be confirmed. */
function speaksToClaims(one: Placed, scene: Scene): boolean {
  if (one.class === 'respond' || one.class === 'promise') return false;
  if (/[?？]["”」』]?\s*$/u.test(one.quote)) return false;
  const cue = one.cue?.quote.toLowerCase() ?? '';
  if (cue && scene.policy.reading.opinionCues.includes(cue)) return false;
  return !(one.source.kind === 'crowd' && one.class === 'say' && !one.carrier);
}

/** What an outlet narrates joins a claim but makes none; what a person posts, or a document states, can make one. */
const founds =
  (scene: Scene) =>
  ({ part: { statement, words }, gist }: Entry): boolean => {
    if (!statement.carrier) return true;
    if (FORTHCOMING.test(words) || bareName(words) === bareName(statement.source.name ?? '')) return false;
    if (!scene.isPost(statement) && !scene.isDocument(statement.item) && !ownVoice(statement, scene)) return false;
    if (/^[^\p{L}\p{N}]*[[<【]/u.test(words) || words === words.toUpperCase()) return /\p{Script=Han}{8}/u.test(words);
    // A row of a form ("Premises, Mill Lane") names a thing; only a sum, an act or a negation in it says something.
    if (/\t/u.test(statement.quote) && gist.amounts.length + gist.acts.size === 0 && !gist.negative) return false;
    return gist.acts.size + gist.amounts.length + gist.days.length > 0 || gist.tokens.size >= 6;
  };

/** How much a word tells: the rarer among distinct wordings, the more. Copies change nothing. */
function rarity(gists: readonly Gist[]): (token: string) => number {
  const wordings = new Map(gists.map((gist) => [gist.key, gist]));
  const uses = new Map<string, number>();
  for (const gist of wordings.values()) for (const token of gist.tokens) uses.set(token, (uses.get(token) ?? 0) + 1);
  const all = wordings.size + 1;
  const at = (count: number) => Math.log(1 + all / count) ** 2;
  return (token) => {
    const count = uses.get(token) ?? 1;
    if (token.startsWith('a:')) return 2 * at(Math.min(count, 4));
    return token.startsWith('n:') ? 2 * at(count) : token.startsWith('d:') ? at(Math.min(count, 6)) : at(count);
  };
}

function candidates(tokens: readonly string[], postings: ReadonlyMap<string, Draft[]>): readonly Draft[] {
  const found = new Map<Draft, number>();
  for (const token of tokens.slice(0, CANDIDATE_TOKENS))
    for (const draft of postings.get(token)?.slice(0, 200) ?? []) found.set(draft, (found.get(draft) ?? 0) + 1);
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
    .map(([draft]) => draft);
}

function nearest(entry: Entry, near: readonly Draft[], weight: Weight, scene: Scene): Draft | undefined {
  let best: Draft | undefined;
  let height = 0;
  for (const draft of near) {
    for (const exemplar of draft.exemplars) {
      if (conflict(entry.gist, exemplar)) continue;
      const value = likeness(entry.gist, exemplar, weight, barFor(entry, draft, scene));
      if (value > height) [best, height] = [draft, value];
    }
  }
  return height >= 1 ? best : undefined;
}

type Weight = (token: string) => number;

interface Bar {
  readonly shorter: number;
  readonly longer: number;
}

const SAME: Bar = { shorter: 0.5, longer: 0.25 };
const CONFIRMS: Bar = { shorter: 0.65, longer: 0.45 };
const DENIES: Bar = { shorter: 0.4, longer: 0.15 };

/** A confirmation of a neighbour must not slip in, so it has to say nearly the same; a denial says what it denies in short. */
function barFor({ part }: Entry, draft: Draft, scene: Scene): Bar {
  const kind = part.statement.class;
  if (kind === 'deny') return DENIES;
  const first = draft.members[0]?.part.statement;
  const own = part.statement.carrier && ownVoice(part.statement, scene);
  const papers = scene.isDocument(part.statement.item) || (first !== undefined && scene.isDocument(first.item));
  return papers || own || kind === 'confirm' || kind === 'investigate' ? CONFIRMS : SAME;
}

/** At or above 1 two gists say the same: most of the shorter is in the longer, and enough of the longer in the shorter. */
function likeness(a: Gist, b: Gist, weight: (token: string) => number, bar: Bar): number {
  const sum = (tokens: Iterable<string>) => [...tokens].reduce((total, token) => total + weight(token), 0);
  const shared = sum([...a.tokens].filter((token) => b.tokens.has(token)));
  const mine = sum(a.tokens);
  const other = sum(b.tokens);
  if (mine === 0 || other === 0) return 0;
  const shorter = shared / Math.min(mine, other);
  const longer = shared / Math.max(mine, other);
  const within = bar === CONFIRMS || less(a, b).tokens.size < 3 ? 0 : Math.min(shorter / 0.8, longer / 0.1);
  const value = Math.max(Math.min(shorter / bar.shorter, longer / bar.longer), within);
  if (bar === DENIES && a.amounts.some((amount) => b.amounts.includes(amount))) return Math.max(1, value);
  return actsDiffer(a, b) ? value / 1.6 : value;
}

const less = (a: Gist, b: Gist): Gist => (a.tokens.size <= b.tokens.size ? a : b);

function riftsWith(entry: Entry, near: readonly Draft[], weight: Weight): Rift[] {
  const bare = withoutAmounts(entry.gist);
  const found = near.find((draft) =>
    draft.exemplars.some(
      (one) => amountsConflict(one, entry.gist) && likeness(bare, withoutAmounts(one), weight, SAME) >= 1,
    ),
  );
  const first = found?.members[0];
  return first ? [{ a: first.part.statement, b: entry.part.statement }] : [];
}

const withoutAmounts = (gist: Gist): Gist => ({
  ...gist,
  tokens: new Set([...gist.tokens].filter((token) => !token.startsWith('n:'))),
});

/** Sides by polarity: a denial of P stands on P's other side. A claim that is only ever put in the negative is that negative. */
function groupOf(draft: Draft, scene: Scene): Group {
  const negative = ({ part, gist }: Entry) =>
    part.statement.class === 'deny' ||
    (part.statement.class !== 'confirm' && gist.negative) ||
    takesBack(part.statement, scene);
  const affirmed = draft.members.filter((one) => !negative(one));
  const denies = (one: Entry) => one.part.statement.class === 'deny' || takesBack(one.part.statement, scene);
  const refused = !affirmed.length && draft.members.some(denies);
  const forThem = affirmed.length || refused ? affirmed : draft.members;
  const against = draft.members.filter(
    (one) => refused || denies(one) || (!forThem.includes(one) && opposes(one, forThem, scene)),
  );
  const best = forThem.find((one) => one.part.statement.class === 'confirm') ?? forThem[0] ?? draft.members[0];
  const unique = (list: readonly { part: Part }[]) => [...new Set(list.map((one) => one.part.statement))];
  return {
    id: nameOf('claim', (forThem[0] ?? draft.members[0])?.gist.key ?? ''),
    wording: best?.part.words ?? '',
    parts: draft.members.map((one) => one.part),
    for: unique(forThem),
    against: unique(against),
  };
}

/** A negative is the other side only where another voice says no to the same act; a copy can't oppose what it was made from. */
function opposes({ part: { statement }, gist }: Entry, others: readonly Entry[], scene: Scene): boolean {
  const echo = (other: Placed) =>
    other.item !== statement.item && scene.telling(other.item) === scene.telling(statement.item);
  const own = (other: Placed) => other.source.name === statement.source.name || echo(other);
  if (others.some((one) => own(one.part.statement))) return false;
  return others.some((one) => [...one.gist.acts].some((act) => gist.acts.has(act)));
}
