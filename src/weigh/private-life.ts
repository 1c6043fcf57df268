import type { Policy } from './policy.ts';

/** Whether a claim is about private life: love, health, family, children, home. Topic words are the policy's. */
export function isPrivate(words: string, policy: Policy): boolean {
  const folded = words.normalize('NFKC').toLowerCase();
  const spaced = ` ${folded.replace(/[^\p{L}]+/gu, ' ')} `;
  return policy.privateLife.some((topic) =>
    /\p{Script=Han}/u.test(topic) ? folded.includes(topic) : spaced.includes(` ${topic} `),
  );
}
