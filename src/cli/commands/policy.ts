import { HearsayError } from '../../base/error.ts';
import { policyJson, policyNames, policyOf } from '../../desk/policy-file.ts';
import { plural } from '../../publish/summary.ts';
import { extended, faultsIn } from '../../weigh/policy-fault.ts';
import { arguments_ } from '../words.ts';

export const policy = {
  usage: 'hearsay policy [NAME or FILE] | policy check FILE [--json]',
  does: 'prints a policy that claims are weighed under (the default, one that is shipped, yours); check lists what is wrong in a file',
  async run(words: readonly string[]): Promise<number> {
    const { paths, values } = arguments_(words, { json: { type: 'boolean' } });
    const [first = null, second] = paths;
    if (first === 'check') return check(second, values['json'] === true);
    process.stdout.write(`${JSON.stringify(policyOf(first), null, 2)}\n`);
    return 0;
  },
};

/** Exit status 1 where a fault was found. */
function check(place: string | undefined, json: boolean): number {
  if (place === undefined)
    throw new HearsayError('usage', `policy check wants a file, or one of ${policyNames().join(', ')}`);
  const faults = faultsIn(extended(place === policyNames()[0] ? policyOf(null) : policyJson(place)));
  const lines = faults.map(({ at, why, next }) => `${at}: ${why}; ${next}`);
  if (json) process.stdout.write(`${JSON.stringify({ file: place, faults })}\n`);
  else if (faults.length === 0) process.stdout.write(`${place}: a policy, nothing wrong in it\n`);
  else
    process.stdout.write(`${place}: ${plural(faults.length, 'fault')}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  return faults.length === 0 ? 0 : 1;
}
