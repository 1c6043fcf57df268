import { HearsayError } from '../../base/error.ts';
import { changeKey, deskFolder, openDesk } from '../../store/desk.ts';
import { arguments_ } from '../words.ts';

export const key = {
  usage: 'hearsay key [--change]',
  does: 'prints the verifier key of this desk; --change makes a new key, which each case notes when it is next written to',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { change: { type: 'boolean' } });
    if (paths.length > 0) throw new HearsayError('usage', 'key takes no path: hearsay key [--change]');
    const folder = deskFolder(process.env);
    const desk = values['change'] ? await changeKey(folder, new Date().toISOString()) : await openDesk(folder);
    process.stdout.write(`${desk.verifier}\n`);
    return 0;
  },
};
