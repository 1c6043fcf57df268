import type { Group } from './claim.ts';
import type { Part } from './clause.ts';
import type { Label, Next } from './ledger.ts';
import type { Pair } from './pair.ts';
import type { Scene } from './scene.ts';

const SETTLED: readonly Label[] = ['confirmed', 'retracted'];
const MOST = 4;

/** Whom to ask what, so that the label would change: bodies that the claim names first, then people who spoke to it. */
export function nextFor(group: Group, label: Label, pair: Pair, scene: Scene): readonly Next[] {
  if (SETTLED.includes(label)) return [];
  const spoken = new Set([...pair.for.statements, ...pair.against.statements].map((one) => one.source.name));
  const own = scene.bodies.filter((body) => group.parts.some((part) => speaksOf(part, body)));
  const people = scene.people.filter((name) => group.wording.includes(name));
  const near = new Set(group.parts.flatMap((part) => scene.sourcesIn(part.statement.item)));
  const rest = own.length ? [] : scene.bodies.filter((body) => near.has(body)).slice(0, 2);
  const whom = [...new Set([...own, ...people, ...rest])].filter((name) => !spoken.has(name)).slice(0, MOST);
  const affairs = scene.policy.competence.ownAffairs.some((word) => group.wording.toLowerCase().includes(word));
  const asked = whom.map((of) => ({
    ask: question(group, of, scene),
    of,
    would: own.includes(of) && affairs ? 'confirmed' : would(label),
  }));
  return label === 'corroborated' ? asked.filter((one) => own.includes(one.of) && affairs) : asked;
}

/** The claim names the body, or somebody who speaks for it stands behind it. */
const speaksOf = (part: Part, body: string): boolean =>
  part.words.includes(body) || part.statement.source.body === body;

function question(group: Group, of: string, scene: Scene): string {
  const asked = scene.story.responses.find((one) => one.body === of);
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
