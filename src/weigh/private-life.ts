import type { Policy } from './policy.ts';

/** Whether a claim is about private life: love, health, family, children, home. Topic words are the policy's. */
export function isPrivate(words: string, policy: Policy): boolean {
  const folded = words.normalize('NFKC').toLowerCase();
  const { han, single, phrases } = topicsOf(policy);
  if (HAN.test(folded) && han.some((topic) => folded.includes(topic))) return true;
  const spoken = folded.replace(/[^\p{L}]+/gu, ' ').trim();
  if (spoken.split(' ').some((word) => single.has(word))) return true;
  const spaced = ` ${spoken} `;
  return phrases.some((topic) => spaced.includes(topic));
}

const HAN = /\p{Script=Han}/u;

/** Topic words by how they are looked for. */
interface Topics {
  readonly han: readonly string[];
  readonly single: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

/** Every claim asks for the topics of one policy. */
const known = new WeakMap<Policy, Topics>();

function topicsOf(policy: Policy): Topics {
  const before = known.get(policy);
  if (before) return before;
  const latin = policy.privateLife.filter((topic) => !HAN.test(topic));
  const made: Topics = {
    han: policy.privateLife.filter((topic) => HAN.test(topic)),
    single: new Set(latin.filter((topic) => !topic.includes(' '))),
    phrases: latin.filter((topic) => topic.includes(' ')).map((topic) => ` ${topic} `),
  };
  known.set(policy, made);
  return made;
}
