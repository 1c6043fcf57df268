import { HearsayError } from '../../base/error.ts';
import { writing } from '../../desk/hand.ts';
import { unsealed } from '../../desk/unsealed.ts';
import { written } from '../../desk/written.ts';
import { arguments_, textOf, textOfFile } from '../words.ts';

export const unseal = {
  usage: 'hearsay unseal <case> <event> --identity KEY-FILE --out FILE --why REASON [--by NAME]',
  does: 'opens a sealed item into a file outside the case; that and why it was opened is written down first',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      identity: { type: 'string' },
      out: { type: 'string' },
      why: { type: 'string' },
      by: { type: 'string' },
    });
    const [folder, number = '', ...more] = paths;
    const [identity, out, why] = [textOf(values['identity']), textOf(values['out']), textOf(values['why'])];
    if (!folder || !/^#?\d{1,15}$/.test(number) || more.length > 0)
      throw new HearsayError(
        'usage',
        'unseal wants a case and the number of a sealed item: hearsay unseal <case> 12 …',
      );
    if (!identity || !out || !why)
      throw new HearsayError('usage', 'unseal wants --identity KEY-FILE, --out FILE and --why REASON');
    const seq = Number(number.replace('#', ''));
    const source = await writing(folder, textOf(values['by']), async (writer) => {
      const event = writer.history().sealed.find((one) => one.seq === seq);
      if (!event)
        throw new HearsayError('not-found', `event ${seq} is no sealed item; \`hearsay log ${folder}\` lists them`);
      const opened = await unsealed(writer.root, event, textOfFile(identity));
      await writer.append([{ kind: 'unseal', data: { event: seq, why } }]);
      return opened;
    });
    await written(out, await source.read());
    process.stdout.write(`${source.facts.file} is at ${out}; keep it where only those may read it who may\n`);
    return 0;
  },
};
