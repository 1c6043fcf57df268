import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { HearsayError } from '../../base/error.ts';
import { blobsOf } from '../../record/event.ts';
import { blobPath, dropBlob } from '../../store/blobs.ts';
import { openWriter, readCase } from '../../store/case.ts';
import { filesOf } from '../../store/case-files.ts';
import { weighedCase } from '../case-dossier.ts';
import { handOf } from '../hand.ts';
import { openProgress } from '../progress.ts';
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
    for (const name of ['derived', 'log', 'hearsay.json']) await rm(join(root, name), { recursive: true, force: true });
    const writer = await openWriter(folder, await handOf(textOf(values['by'])));
    let dropped = 0;
    try {
      dropped = await dropNameless(root, writer.history().events);
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

/** A crash between evidence and its event leaves bytes that were never acknowledged. */
async function dropNameless(
  root: string,
  events: Awaited<ReturnType<typeof readCase>>['history']['events'],
): Promise<number> {
  const named = new Set(events.flatMap(({ kind, data }) => blobsOf(kind, data).map(blobPath)));
  const stray = (await filesOf(root)).filter(
    ({ path }) => /^blobs\/sha256\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path) && !named.has(path),
  );
  for (const { path } of stray) await dropBlob(root, `sha256:${path.slice('blobs/sha256/'.length).replace('/', '')}`);
  return stray.length;
}
