import { covers } from '../base/span.ts';
import type { Item } from '../capture/item.ts';
import { isOutletName } from '../capture/publisher-words.ts';
import type { Text, Voice } from '../capture/text.ts';
import { echoesIn } from './echo.ts';
import type { Gist } from './gist.ts';
import type { Placed } from './ledger.ts';
import { bareName } from './name.ts';
import { passedOn, toldOn } from './passed-on.ts';
import { takenFromChats } from './pictured.ts';
import type { Policy } from './policy.ts';
import type { Story } from './story.ts';
import { type Naming, namingIn } from './subject.ts';
import { type Who, whoIsWho } from './who.ts';

/** The case with what weighing asks of it again and again, looked up once. */
export interface Scene {
  readonly story: Story;
  readonly policy: Policy;
  readonly who: Who;
  /** Whom and what words of the case name. */
  readonly naming: Naming;
  /** Whether two gists name others. */
  readonly differ: (a: Gist, b: Gist) => boolean;
  /** The statement that a copy or a translation only carries on, by one id for all that carry it. */
  readonly echo: (statement: string) => string;
  readonly item: (id: string) => Item | undefined;
  readonly text: (item: string) => Text | undefined;
  readonly voice: (statement: Placed) => Voice | undefined;
  /** The group of copies that an item belongs to, by its first member. */
  readonly telling: (item: string) => string;
  readonly inRing: (item: string) => boolean;
  readonly isPost: (statement: Placed) => boolean;
  readonly isDocument: (item: string) => boolean;
  /** An outlet of this case: what it says of others' sayings is not its own word. */
  readonly isOutlet: (name: string) => boolean;
  /** Said inside what a picture shows: the picture's, never its alleged author's. */
  readonly shownInPicture: (statement: Placed) => boolean;
  /** Somebody else's statement that makes up most of this one; null where there is none. */
  readonly passesOn: (statement: Placed) => Placed | null;
  /** The statement in which a person passes this one on; null where nobody does. */
  readonly toldOn: (statement: Placed) => Placed | null;
  readonly tellsOfPictures: (item: string) => boolean;
  /** The voice that a statement is in: its author in a post, else its source. */
  readonly speaker: (statement: Placed) => string;
  /** Public bodies and named people of the case, those who say most first. */
  readonly bodies: readonly string[];
  readonly people: readonly string[];
  /** Everybody who is a source in an item. */
  readonly sourcesIn: (item: string) => readonly string[];
  /** The answers that an item tells of. */
  readonly answers: (item: string) => Story['responses'];
  readonly isPublicBody: (name: string) => boolean;
  /** A public body, or another that was asked for its word: what it publishes is its own voice, not an outlet's. */
  readonly isBody: (name: string) => boolean;
}

/** Sets the scene. */
export function sceneOf(story: Story, policy: Policy): Scene {
  const items = new Map(story.items.map((item) => [item.id, item]));
  const texts = new Map(story.texts.map((text) => [text.item, text]));
  const tellings = new Map(
    story.lineage.tellings.flatMap((group) => group.map((id) => [id, [...group].sort()[0] ?? id])),
  );
  const rings = new Set(story.lineage.rings.flat());
  const isPublicBody = once(bodyTest(policy));
  const who = whoIsWho(story, policy);
  const naming = namingIn(story);
  const differ = (a: Gist, b: Gist) => !!a.subjects && !!b.subjects && naming.differ(a.subjects, b.subjects);
  const sources = new Map<string, string[]>();
  for (const one of story.statements) {
    const there = sources.get(one.item) ?? [];
    if (one.source.name && !there.includes(one.source.name)) sources.set(one.item, [...there, one.source.name]);
  }
  const publishers = story.items.flatMap((item) => item.publisher ?? []);
  const asked = askedBodies(story, who, policy);
  const speaking = speakingBodies(story, who);
  const isBody = once((name) => isPublicBody(name) || asked.has(who.full(name)) || speaking.has(who.full(name)));
  const outlets = new Set(publishers.filter((name) => !isBody(name)).flatMap(outletNames));
  const pictured = new Set(story.statements.filter((one) => isPicture(one, policy)).map((one) => one.item));
  const inner = passedOn(story.statements);
  const told = toldOn(story.statements, inner);
  const shown = shownIn(story, policy);
  const fromChat = takenFromChats(story.texts);
  const answers = new Map<string, Story['responses'][number][]>();
  for (const one of story.responses) answers.set(one.item, [...(answers.get(one.item) ?? []), one]);
  const voice = (one: Placed) => innermost(texts.get(one.item)?.voices ?? [], one.start);
  return {
    story,
    policy,
    who,
    naming,
    differ,
    echo: echoesIn(story, who, naming),
    item: (id) => items.get(id),
    text: (id) => texts.get(id),
    voice,
    telling: (id) => tellings.get(id) ?? id,
    inRing: (id) => rings.has(id),
    isPost: (one) => ['post', 'message', 'comment'].includes(voice(one)?.kind ?? ''),
    isDocument: (id) => {
      const item = items.get(id);
      return item?.mediaType === 'application/pdf' && item.publisher !== null && isPublicBody(item.publisher);
    },
    isOutlet: (name) => outlets.has(bareName(name)),
    bodies: bySayings(story, who, (one) => one.source.kind === 'named-body' && isPublicBody(one.source.name ?? '')),
    people: bySayings(story, who, (one) => one.source.kind === 'named-person'),
    sourcesIn: (id) => sources.get(id) ?? [],
    shownInPicture: (one) => shown(one) || fromChat(one),
    passesOn: (one) => inner.get(one.id) ?? null,
    toldOn: (one) => told.get(one.id) ?? null,
    tellsOfPictures: (id) => pictured.has(id),
    speaker: (one) => voice(one)?.author ?? one.source.name ?? '',
    answers: (id) => answers.get(id) ?? [],
    isPublicBody,
    isBody,
  };
}

/** Publishers whose pages were read as a body's own words. */
const speakingBodies = (story: Story, who: Who): ReadonlySet<string> =>
  new Set(
    story.statements.flatMap(({ carrier, source }) =>
      carrier && source.kind === 'named-body' && source.name ? [who.full(source.name)] : [],
    ),
  );

/** Whom others than themselves tell of having asked, or whose spokesperson they heard, and who speak of themselves ("we") in what they publish. */
function askedBodies(story: Story, who: Who, policy: Policy): ReadonlySet<string> {
  const publisher = new Map(
    story.items.map((item) => [item.id, item.publisher === null ? '' : who.full(item.publisher)]),
  );
  const asked = new Set<string>();
  const told = (body: string, item: string) => {
    if (who.full(body) !== publisher.get(item)) asked.add(who.full(body));
  };
  for (const { body, item } of story.responses) told(body, item);
  for (const { source, item } of story.statements) {
    const words = `${source.quote} ${source.name ?? ''}`.toLowerCase();
    if (source.body && policy.competence.spokespersons.some((word) => words.includes(word))) told(source.body, item);
  }
  const own = story.statements.filter((one) => one.carrier && asked.has(publisher.get(one.item) ?? ''));
  const counts = new Map<string, { we: number; all: number }>();
  for (const one of own) {
    const name = publisher.get(one.item) ?? '';
    const count = counts.get(name) ?? { we: 0, all: 0 };
    counts.set(name, { we: count.we + (WE.test(one.quote) ? 1 : 0), all: count.all + 1 });
  }
  return new Set([...counts].filter(([, { we, all }]) => we >= SPEAKS_OF_ITSELF * all).map(([name]) => name));
}

const WE = /\b(?:we|our|us)\b|我们|我司|我公司|本公司|我校|我院|我局/iu;
/** Share of what a publisher asserts that must speak of itself. */
const SPEAKS_OF_ITSELF = 0.25;

/** An outlet's name, and its first word where that is long enough to be known by. */
function outletNames(name: string): string[] {
  const bare = bareName(name);
  const [first] = bare.split(' ');
  return first && first !== bare && first.length > 6 ? [bare, first] : [bare];
}

/** Names as they are written out, most said first; "school" alone names nobody. */
function bySayings(story: Story, who: Who, test: (one: Placed) => boolean): readonly string[] {
  const uses = new Map<string, number>();
  for (const one of story.statements) {
    const name = one.source.name !== null && test(one) ? who.shown(one.source.name) : null;
    if (name && isName(name)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

const isName = (name: string): boolean => /\p{Lu}.*[\s-].*\p{L}|\p{Script=Han}{3}|^\p{Lu}\p{L}+$/u.test(name);

function shownIn(story: Story, policy: Policy): (one: Placed) => boolean {
  const shown = new Map<string, Placed[]>();
  for (const one of story.statements) {
    if (isPicture(one, policy)) shown.set(one.item, [...(shown.get(one.item) ?? []), one]);
  }
  return (one) =>
    one.source.kind !== 'artefact' &&
    (shown.get(one.item) ?? []).some((picture) => picture.id !== one.id && covers(picture, one));
}

/** Whether the source is a screenshot or another picture. */
export function isPicture(one: Placed, policy: Policy): boolean {
  if (one.source.kind !== 'artefact') return false;
  const words = `${one.source.quote} ${one.source.name ?? ''}`.toLowerCase();
  return policy.reading.pictures.some((word) => words.includes(word));
}

/** The same few names are asked for again and again. */
function once(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = test(name);
    known.set(name, found);
    return found;
  };
}

function innermost(voices: readonly Voice[], at: number): Voice | undefined {
  let best: Voice | undefined;
  for (const voice of voices) {
    if (voice.start > at || at >= voice.end) continue;
    if (!best || voice.end - voice.start < best.end - best.start) best = voice;
  }
  return best;
}

/** A public body by its name, unless an outlet's: the list is data, Latin entries as one or two whole words, Han entries at the end. */
function bodyTest(policy: Policy): (name: string) => boolean {
  const words = new Set(policy.competence.publicBodies);
  const endings = policy.competence.publicBodies.filter((word) => /\p{Script=Han}/u.test(word));
  return (name) => {
    const folded = name.normalize('NFKC').toLowerCase();
    if (isOutletName(name)) return false;
    const there = folded.split(/[^\p{L}]+/u);
    return (
      there.some((word, at) => words.has(word) || words.has(`${there[at - 1]} ${word}`)) ||
      endings.some((end) => folded.endsWith(end))
    );
  };
}
