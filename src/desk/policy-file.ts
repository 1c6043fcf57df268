import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HearsayError, messageOf } from '../base/error.ts';
import { defaultPolicy, type Policy, parsePolicy } from '../weigh/policy.ts';

const SHIPPED = fileURLToPath(new URL('../../policies', import.meta.url));

/** The policy of that name or in that file, checked; the default one where none is named. */
export function policyOf(place: string | null): Policy {
  return place === null || place === defaultPolicy.name ? defaultPolicy : parsePolicy(policyJson(place));
}

/** What a policy file holds, not checked yet: one that is shipped by its name, any other by its path. */
export function policyJson(place: string): unknown {
  const shipped = join(SHIPPED, `${place}.json`);
  const file = /^[a-z-]+$/u.test(place) && !existsSync(place) && existsSync(shipped) ? shipped : place;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = messageOf(cause);
    throw new HearsayError(
      'bad-policy',
      `${place} can't be read as a policy: ${why}; name a file, or one of ${policyNames().join(', ')}; \`hearsay policy\` prints one to start from`,
      { cause },
    );
  }
}

/** The policies that are shipped, the default one first. */
export function policyNames(): readonly string[] {
  const others = existsSync(SHIPPED) ? readdirSync(SHIPPED).filter((name) => name.endsWith('.json')) : [];
  return [defaultPolicy.name, ...others.map((name) => name.slice(0, -'.json'.length)).sort()];
}
