import { readFileSync } from 'node:fs';

export const version = {
  usage: 'hearsay version',
  does: 'prints the version of the program',
  async run(): Promise<number> {
    process.stdout.write(`hearsay ${versionWords()}\n`);
    return 0;
  },
};

/** The version of the program, as its package says. */
export function versionWords(): string {
  const found: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  return (found as { version: string }).version;
}
