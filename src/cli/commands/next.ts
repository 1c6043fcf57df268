import { HearsayError } from '../../base/error.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { openProgress } from '../../desk/progress.ts';
import { readCase } from '../../store/case.ts';
import { plain } from '../paint.ts';
import { arguments_, instantOf } from '../words.ts';

export const next = {
  usage: 'hearsay next <case> [--as-of INSTANT] [--json]',
  does: 'prints what to ask next, and of whom: the answers that would move a claim',
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { 'as-of': { type: 'string' }, json: { type: 'boolean' } });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0) throw new HearsayError('usage', 'next wants one case: hearsay next <case>');
    const { root, history } = await readCase(folder);
    const asOf = instantOf(values['as-of'], '--as-of');
    const { dossier } = await weighedCase(root, history, asOf, openProgress(process.stderr, Date.now));
    const asks = dossier.claims
      .filter((claim) => !claim.privateLife)
      .flatMap((claim) => claim.standing.next.map((one) => ({ claim: claim.id, label: claim.standing.label, ...one })));
    if (values['json']) process.stdout.write(`${JSON.stringify(asks)}\n`);
    else
      for (const one of asks)
        process.stdout.write(`${plain(`${one.claim}  ${one.of}: ${one.ask} (${one.label} → ${one.would})`)}\n`);
    if (asks.length === 0 && !values['json']) process.stdout.write('nothing to ask: no answer would move a claim\n');
    return 0;
  },
};
