import type { Group } from './claim.ts';
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
  const own = bodies.filter(
    (body) => group.wording.includes(body) || group.parts.some((part) => part.statement.source.body === body),
  );
  const people = named(scene, (one) => one.source.kind === 'named-person').filter((name) =>
    group.wording.includes(name),
  );
  const rest = bodies.filter((body) => !own.includes(body));
  const whom = [...own, ...people, ...(own.length ? [] : rest)].filter((name) => !spoken.has(name)).slice(0, MOST);
  return whom.map((of) => ({
    ask: question(group, of, scene),
    of,
    would: bodies.includes(of) ? 'confirmed' : would(label),
  }));
}

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
