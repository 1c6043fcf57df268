import { epoch, instantAt } from '../base/time.ts';
import type { Decision } from './decision.ts';
import type { PlacedResponse } from './ledger.ts';
import type { Scene } from './scene.ts';

/** What the desk asked and what it noted as coming back. A reply is an answer; it stands for nothing until it is itself evidence. */
export function askedByDesk(decisions: readonly Decision[], scene: Scene): readonly PlacedResponse[] {
  const asks = decisions.flatMap((one) => (one.kind === 'ask' ? [one] : []));
  const replies = decisions.flatMap((one) => (one.kind === 'reply' ? [one] : []));
  const answered = asks.map((ask): PlacedResponse => {
    const last = replies.filter(({ to }) => to === ask.seq).at(-1);
    const words = noted(last ? (last.text ?? '') : ask.question);
    const asked = { body: ask.of, askedBy: ask.by, asked: ask.at, due: dueAfter(ask, scene), decision: ask.seq };
    const answer = { ...asked, outcome: last?.outcome ?? ('no-reply' as const), item: null, ...words };
    return last ? { ...answer, reply: last.seq } : answer;
  });
  const known = new Set<number | null>(asks.map(({ seq }) => seq));
  const unasked = replies
    .filter(({ to }) => !known.has(to))
    .map(
      (one): PlacedResponse => ({
        ...{ body: one.of, askedBy: null, asked: null, outcome: one.outcome, item: null },
        ...noted(one.text ?? ''),
        ...{ decision: one.seq, reply: one.seq },
      }),
    );
  return [...answered, ...unasked];
}

/** Until when the policy gives for an answer. */
export function dueAfter({ at, of }: { readonly at: string; readonly of: string }, scene: Scene): string {
  const ms = epoch(at);
  const { publicBodyHours, otherHours } = scene.policy.rightOfReply;
  return ms === null ? at : instantAt(ms + (scene.isPublicBody(of) ? publicBodyHours : otherHours) * 3_600_000);
}

const noted = (words: string) => ({ start: 0, end: words.length, quote: words });
