import type { Entry } from './entry.ts';
import { gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';
import type { Scene } from './scene.ts';
import type { Ties } from './ties.ts';

/** What an inquiry is to end in. */
const FINDINGS =
  /\b(?:findings?|results?|conclusions?|what (?:it|they) finds?|(?:its|the|a|full) (?:report|review|inquiry|investigation|outcome))\b|结果|结论|调查情况|调查报告|核查情况/iu;

/** Promises to tell what an inquiry finds stand with the inquiry of the same body, on no side. */
export function promisesFor(
  drafts: readonly Entry[][],
  scene: Scene,
  ties: Ties,
): readonly (readonly [Entry, Entry[]])[] {
  const inquiries = drafts.flatMap((draft) => {
    const bodies = new Set(
      draft.flatMap(({ part, gist }) =>
        part.kind === 'investigate' && !gist.negative ? (bodyOf(part.statement, scene) ?? []) : [],
      ),
    );
    return bodies.size > 0 ? [{ draft, bodies }] : [];
  });
  if (inquiries.length === 0) return [];
  const promises = scene.story.statements.filter(
    (one) => one.class === 'promise' && FINDINGS.test(one.quote) && ties.sides(one.id).length === 0,
  );
  return promises.flatMap((one) => {
    const body = bodyOf(one, scene);
    const own = inquiries
      .filter(({ bodies }) => body !== null && bodies.has(body))
      .sort((a, b) => b.draft.length - a.draft.length);
    const [largest, second] = own;
    // Of two inquiries of one body it is the one that is spoken of twice as much, or none.
    const only = largest && largest.draft.length >= 2 * (second?.draft.length ?? 0) ? largest : undefined;
    const part = { statement: one, words: one.quote, kind: one.class };
    return only ? [[{ part, gist: gistOf(one.quote) }, only.draft] as const] : [];
  });
}

function bodyOf({ source }: Placed, scene: Scene): string | null {
  if (!source.name) return null;
  if (source.kind === 'named-body') return scene.who.full(source.name);
  return source.kind === 'named-person' ? scene.who.speaksFor(source.name) : null;
}
