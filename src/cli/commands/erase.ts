import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HearsayError } from '../../base/error.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { writing } from '../../desk/hand.ts';
import { openProgress } from '../../desk/progress.ts';
import { LASTING } from '../../record/event.ts';
import type { History } from '../../record/history.ts';
import { readCase } from '../../store/case.ts';
import { arguments_, textOf } from '../words.ts';

export const erase = {
  usage: 'hearsay erase <case> <item, file name or #event>… --why REASON [--by NAME]',
  does: 'destroys items and what was decided about them; the log still verifies, and says that and why it was done',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { why: { type: 'string' }, by: { type: 'string' } });
    const [folder, ...wanted] = paths;
    const why = textOf(values['why']);
    if (!folder || wanted.length === 0)
      throw new HearsayError(
        'usage',
        'erase wants a case and what to erase: hearsay erase <case> <item…> --why REASON',
      );
    if (!why) throw new HearsayError('usage', 'erase wants a reason, which stays: --why "court order 12/2031"');
    const events = await eventsOf(folder, wanted);
    await writing(folder, textOf(values['by']), async (writer) => {
      await writer.append([{ kind: 'erase', data: { events, why } }]);
      await writer.eraseBodies(events);
      await rm(join(writer.root, 'derived'), { recursive: true, force: true });
    });
    const told = events.map((seq) => `#${seq}`).join(', ');
    process.stdout.write(
      `erased ${told}; copies of the case elsewhere, exports and backups still hold what was in it\n`,
    );
    return 0;
  },
};

/** The events to erase: those named, and of an item also captures of it and decisions about what it says. */
async function eventsOf(folder: string, wanted: readonly string[]): Promise<readonly number[]> {
  const { root, history } = await readCase(folder);
  const { dossier } = await weighedCase(root, history, null, openProgress(process.stderr, Date.now));
  const events = new Set<number>();
  for (const word of wanted) {
    const item = dossier.items.find((one) => one.id === word || one.file === word);
    const seq = item ? seqOfFile(history, item.file) : /^#?\d+$/.test(word) ? Number(word.replace('#', '')) : null;
    if (seq === null || !history.events.some((one) => one.seq === seq))
      throw new HearsayError(
        'not-found',
        `${word}: no such item or event in the case; \`hearsay log ${folder}\` lists them`,
      );
    events.add(seq);
    for (const other of about(history, seq, idsOf(dossier, item?.id ?? null))) events.add(other);
  }
  const lasting = history.events.find((one) => events.has(one.seq) && LASTING.includes(one.kind));
  if (lasting)
    throw new HearsayError(
      'not-permitted',
      `#${lasting.seq} is a "${lasting.kind}", which stays: the log could not be checked without it`,
    );
  return [...events].sort((a, b) => a - b);
}

/** An item of an archive goes with its archive. */
const seqOfFile = (history: History, file: string): number | null =>
  history.evidence.find(({ data }) => data.facts.file === file || file.startsWith(`${data.facts.file}/`))?.seq ?? null;

const idsOf = (
  dossier: { statements: readonly { id: string; item: string }[] },
  item: string | null,
): ReadonlySet<string> =>
  new Set(item === null ? [] : [item, ...dossier.statements.filter((one) => one.item === item).map((one) => one.id)]);

/** Events that speak of an event, or of an id that stands for what is in it. */
function about(history: History, seq: number, ids: ReadonlySet<string>): readonly number[] {
  const names = (value: unknown): boolean =>
    typeof value === 'string'
      ? ids.has(value)
      : value !== null && typeof value === 'object' && Object.values(value).some(names);
  return history.events
    .filter((one) => !LASTING.includes(one.kind))
    .filter((one) => (['capture', 'unseal'].includes(one.kind) && one.data['event'] === seq) || names(one.data))
    .map((one) => one.seq);
}
