import { HearsayError } from '../../base/error.ts';
import { gathered } from '../../desk/gathered.ts';
import { longStep } from '../../desk/long-step.ts';
import { openProgress } from '../../desk/progress.ts';
import { compareSightings } from '../../trace/image.ts';
import { trace as traceTexts } from '../../trace/trace.ts';
import { lineageTable } from '../lineage-table.ts';
import { terminal } from '../terminal.ts';
import { arguments_, textOf } from '../words.ts';

export const trace = {
  usage: 'hearsay trace <path…> [--json] [--lang TAG]',
  does: 'says who copied whom: copies, tellings, image relations, and what pictures carry beside their pixels',
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { json: { type: 'boolean' }, lang: { type: 'string' } });
    if (paths.length === 0) throw new HearsayError('usage', 'trace wants a path: hearsay trace <file or folder…>');
    const { accounts, warnings } = await gathered(
      paths,
      openProgress(process.stderr, Date.now),
      textOf(values['lang']),
    );
    for (const warning of warnings) process.stderr.write(`hearsay: ${warning}\n`);
    const items = accounts.map((one) => one.capture.item);
    const texts = accounts.flatMap((one) => one.capture.text ?? []);
    const sightings = accounts.flatMap((one) => one.capture.sighting ?? []);
    const found = longStep(process.stderr, `comparing ${items.length} items`, () => ({
      items,
      ...traceTexts(items, texts),
      ...compareSightings(sightings, new Map(items.map((item) => [item.id, item.file]))),
      metadata: sightings.flatMap(({ item, metadata }) => (metadata ? { item, ...metadata } : [])),
    }));
    process.stdout.write(
      values['json'] ? `${JSON.stringify(found)}\n` : lineageTable(found, terminal(process.stdout, process.env)),
    );
    return 0;
  },
};
