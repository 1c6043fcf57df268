import { readFileSync } from 'node:fs';

export const version = {
  usage: 'hearsay version',
  does: 'prints the version of the program',
  async run(): Promise<number> {
    const found: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    process.stdout.write(`hearsay ${(found as { version: string }).version}\n`);
    return 0;
  },
};
