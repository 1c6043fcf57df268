import type { Group } from './claim.ts';
import type { Part } from './clause.ts';
import type { Label, Next } from './ledger.ts';
import type { Scene } from './scene.ts';
import type { Pair } from './standing.ts';

const SETTLED: readonly Label[] = ['confirmed', 'retracted'];
const MOST = 4;

/** Whom to ask what, so that the label would change: bodies that the claim names first, then people who spoke to it. */
export function nextFor(group: Group, label: Label, pair: Pair, scene: Scene): readonly Next[] {
  if (SETTLED.includes(label)) return [];
  const spoken = new Set([...pair.for.statements, ...pair.against.statements].map((one) => one.source.name));
  const bodies = named(scene, (one) => one.source.kind === 'named-body' && scene.isPublicBody(one.source.name ?? ''));
  const own = bodies.filter((body) => group.parts.some((part) => speaksOf(part, body)));
  const people = named(scene, (one) => one.source.kind === 'named-person').filter((name) =>
    group.wording.includes(name),
  );
  const here = new Set(group.parts.map((part) => part.statement.item));
  const near = new Set(scene.story.statements.filter((one) => here.has(one.item)).map((one) => one.source.name));
  const rest = own.length ? [] : bodies.filter((body) => near.has(body)).slice(0, 2);
  const whom = [...new Set([...own, ...people, ...rest])].filter((name) => !spoken.has(name)).slice(0, MOST);
  const affairs = scene.policy.competence.ownAffairs.some((word) => group.wording.toLowerCase().includes(word));
  return whom.map((of) => ({
    ask: question(group, of, scene),
    of,
    would: own.includes(of) && affairs ? 'confirmed' : would(label),
  }));
}

/** The claim names the body, or somebody who speaks for it stands behind it. */
const speaksOf = (part: Part, body: string): boolean =>
  part.words.includes(body) || part.statement.source.body === body;

function named(scene: Scene, test: (one: Scene['story']['statements'][number]) => boolean): readonly string[] {
  const uses = new Map<string, number>();
  for (const one of scene.story.statements) {
    const name = test(one) ? one.source.name : null;
    if (name) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

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
