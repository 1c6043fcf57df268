import { resolve } from 'node:path';
import { HearsayError } from '../../base/error.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { handOf } from '../../desk/hand.ts';
import { openProgress } from '../../desk/progress.ts';
import { openWriter, readCase } from '../../store/case.ts';
import { dropDerived, dropNameless } from '../../store/rebuild.ts';
import { arguments_, textOf } from '../words.ts';

export const rebuild = {
  usage: 'hearsay rebuild <case> [--by NAME]',
  does: 'makes anew whatever follows from the journal and the evidence, and clears away what a crash left',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { by: { type: 'string' } });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0) throw new HearsayError('usage', 'rebuild wants one case: hearsay rebuild <case>');
    const root = resolve(folder);
    await readCase(folder);
    await dropDerived(root);
    const writer = await openWriter(folder, await handOf(textOf(values['by'])));
    let dropped = 0;
    try {
      dropped = await dropNameless(root, writer.history());
    } finally {
      await writer.close();
    }
    const history = writer.history();
    await weighedCase(root, history, null, openProgress(process.stderr, Date.now));
    const blobs = dropped > 0 ? `, ${dropped} blobs that no event named cleared away` : '';
    process.stdout.write(`${history.names.length} events, ${history.evidence.length} items, made anew${blobs}\n`);
    return 0;
  },
};
