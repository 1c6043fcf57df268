import { dueAfter } from './asked.ts';
import type { Part } from './clause.ts';
import { fieldsOf, namesAffair } from './competence.ts';
import type { Decision } from './decision.ts';
import type { Group } from './group.ts';
import type { Label, Next } from './ledger.ts';
import type { Pair } from './pair.ts';
import type { Scene } from './scene.ts';

const SETTLED: readonly Label[] = ['confirmed', 'retracted'];
const MOST = 3;

/**
 * Whom to ask what, so that the label would change: bodies competent for the claim, then those it names, then people
 * it names, then who else speaks where it is told; never who has spoken to it already.
 */
export function nextFor(
  group: Group,
  label: Label,
  pair: Pair,
  scene: Scene,
  decisions: readonly Decision[] = [],
): readonly Next[] {
  if (SETTLED.includes(label)) return [];
  const statements = [...pair.for.statements, ...pair.against.statements];
  const spoken = new Set(statements.flatMap(({ source }) => (source.name ? [scene.who.full(source.name)] : [])));
  const bodies = scene.bodies.filter((body) => !scene.isOutlet(body));
  const named = bodies.filter((body) => group.parts.some((part) => speaksOf(part, body)));
  const competent = bodies.filter((body) => competentFor(group, body, scene));
  const people = scene.people.filter((name) => group.wording.includes(name));
  const near = new Set(group.parts.flatMap((part) => scene.sourcesIn(part.statement.item)));
  const rest = named.length + competent.length ? [] : bodies.filter((body) => near.has(body)).slice(0, 1);
  const whom = [...competent, ...named, ...people, ...rest].filter((name) => !spoken.has(scene.who.full(name)));
  const own = new Set([...competent, ...named].map(scene.who.full));
  const affairs = scene.policy.competence.ownAffairs.some((word) => namesAffair(group.wording, word));
  const asked = [...new Map(whom.map((name) => [scene.who.full(name), name])).keys()].slice(0, MOST).map((name) => {
    const settles = competent.some((body) => scene.who.full(body) === name) || (own.has(name) && affairs);
    const of = scene.who.shown(name);
    const before = askedOf(name, decisions, scene);
    const ask = { ask: question(group, of, scene), of, would: settles ? ('confirmed' as const) : would(label) };
    return before ? { ...ask, asked: before } : ask;
  });
  const open = asked.filter((one) => !ticked(one, decisions));
  return label === 'corroborated' ? open.filter((one) => one.would === 'confirmed') : open;
}

/** Ticked off by its words, or by whom to ask. */
const ticked = ({ ask, of }: Next, decisions: readonly Decision[]): boolean =>
  decisions.some((one) => one.kind === 'tick' && (one.ask === ask || one.ask === of));

/** What the desk asked of somebody about this claim, or about none in particular, and what came back. */
function askedOf(name: string, decisions: readonly Decision[], scene: Scene): Next['asked'] {
  const whole = scene.who.full(name);
  const asks = decisions.flatMap((one) => (one.kind === 'ask' && scene.who.full(one.of) === whole ? [one] : []));
  const last = asks.at(-1);
  if (!last) return undefined;
  const reply = decisions.filter((one) => one.kind === 'reply' && one.to === last.seq).at(-1);
  const outcome = reply?.kind === 'reply' ? reply.outcome : 'no-reply';
  return { decision: last.seq, at: last.at, outcome, due: dueAfter(last, scene) };
}

const competentFor = (group: Group, body: string, scene: Scene): boolean =>
  fieldsOf(body, scene.policy).some((word) => namesAffair(group.wording, word));

/** The claim names the body, or somebody who speaks for it stands behind it. */
const speaksOf = (part: Part, body: string): boolean =>
  part.words.includes(body) || part.statement.source.body === body;

function question(group: Group, of: string, scene: Scene): string {
  const asked = scene.story.responses.find((one) => scene.who.full(one.body) === scene.who.full(of));
  const before = asked ? ` (asked before: ${asked.outcome})` : '';
  return `Is it so, and how do you know: “${group.wording}”${before}`;
}

const would = (label: Label): Label =>
  label === 'single-source'
    ? 'corroborated'
    : label === 'denied'
      ? 'contested'
      : label === 'unsourced'
        ? 'single-source'
        : 'confirmed';
