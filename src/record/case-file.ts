import { canonicalJson } from '../base/canonical-json.ts';
import type { History } from './history.ts';

/** `hearsay.json`: what a case is, made from its journal. */
export function caseFile({ case: { at, data }, policy }: History): string {
  const { format, id, title, languages } = data;
  return `${canonicalJson({ format, id, title, languages, created: at, policy: nameOfPolicy(policy) })}\n`;
}

const nameOfPolicy = (policy: unknown): string | null => {
  const name = policy !== null && typeof policy === 'object' && 'name' in policy ? policy.name : null;
  return typeof name === 'string' ? name : null;
};
