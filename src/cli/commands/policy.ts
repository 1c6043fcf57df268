import { policyOf } from '../policy-file.ts';
import { arguments_ } from '../words.ts';

export const policy = {
  usage: 'hearsay policy [FILE]',
  does: 'prints the policy that claims are weighed under: the default one, or FILE after checking it',
  async run(words: readonly string[]): Promise<number> {
    const { paths } = arguments_(words, {});
    process.stdout.write(`${JSON.stringify(policyOf(paths[0] ?? null), null, 2)}\n`);
    return 0;
  },
};
