import { readFileSync } from 'node:fs';
import { HearsayError } from '../base/error.ts';
import { defaultPolicy, type Policy, parsePolicy } from '../weigh/policy.ts';

/** The policy in a file, checked; the default one where none is named. */
export function policyOf(file: string | null): Policy {
  if (file === null) return defaultPolicy;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HearsayError(
      'bad-policy',
      `${file} can't be read as a policy: ${why}; \`hearsay policy\` prints one to start from`,
      { cause },
    );
  }
  return parsePolicy(json);
}
