import { HearsayError } from '../../base/error.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { writing } from '../../desk/hand.ts';
import { openProgress } from '../../desk/progress.ts';
import { written } from '../../desk/written.ts';
import { page } from '../../publish/page.ts';
import type { History } from '../../record/history.ts';
import { readCase } from '../../store/case.ts';
import { ledger } from '../ledger.ts';
import { terminal } from '../terminal.ts';
import { arguments_, instantOf, textOf, textOfFile } from '../words.ts';

export const show = {
  usage: 'hearsay show <case> [--json] [--as-of INSTANT] [--known] [--html FILE] [--identity KEY-FILE --why REASON]',
  does: 'prints the ledger of a case',
  more: [
    '  --as-of INSTANT     what was out by then; otherwise now, or the last instant that the evidence names',
    '  --known             leaves out what the case did not hold yet at that instant',
    '  --identity FILE     opens sealed items for this once; wants --why, which is written down first',
  ].join('\n'),
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      json: { type: 'boolean' },
      'as-of': { type: 'string' },
      known: { type: 'boolean' },
      html: { type: 'string' },
      identity: { type: 'string' },
      why: { type: 'string' },
    });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0) throw new HearsayError('usage', 'show wants one case: hearsay show <case>');
    const asOf = instantOf(values['as-of'], '--as-of');
    if (values['known'] && asOf === null) throw new HearsayError('usage', '--known wants --as-of INSTANT: known when?');
    const { root, journal, history } = await readCase(folder, values['known'] ? asOf : null);
    for (const { what } of journal.faults) process.stderr.write(`hearsay: journal: ${what}; run \`hearsay verify\`\n`);
    const identities = await identitiesOf(folder, history, values);
    const { dossier } = await weighedCase(root, history, asOf, openProgress(process.stderr, Date.now), identities);
    const html = textOf(values['html']);
    if (html !== null) await written(html, page(dossier));
    if (values['json']) process.stdout.write(`${JSON.stringify(dossier)}\n`);
    else process.stdout.write(ledger(dossier, terminal(process.stdout, process.env)));
    if (html !== null) (values['json'] ? process.stderr : process.stdout).write(`The report is at ${html}\n`);
    return 0;
  },
};

/** The keys that open sealed items for this once. That they are opened, and why, is written down first. */
async function identitiesOf(
  folder: string,
  history: History,
  values: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const file = textOf(values['identity']);
  if (file === null) return null;
  const why = textOf(values['why']);
  if (!why) throw new HearsayError('usage', '--identity opens sealed items, which wants a reason: --why REASON');
  const identities = textOfFile(file);
  const events = history.sealed.map(({ seq }) => ({ kind: 'unseal', data: { event: seq, why } }));
  if (events.length > 0) await writing(folder, null, (writer) => writer.append(events));
  return identities;
}
