import { HearsayError } from '../../base/error.ts';
import type { Event, History } from '../../record/history.ts';
import { told, whyOf } from '../../record/telling.ts';
import { readCase } from '../../store/case.ts';
import { plain } from '../paint.ts';
import { arguments_ } from '../words.ts';

export const log = {
  usage: 'hearsay log <case> [--json]',
  does: 'prints what was done in a case: who, when, why',
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { json: { type: 'boolean' } });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0) throw new HearsayError('usage', 'log wants one case: hearsay log <case>');
    const { journal, history } = await readCase(folder);
    for (const { what } of journal.faults) process.stderr.write(`hearsay: journal: ${what}; run \`hearsay verify\`\n`);
    process.stdout.write(
      values['json'] ? `${JSON.stringify(entriesOf(history))}\n` : `${linesOf(history).join('\n')}\n`,
    );
    return 0;
  },
};

/** Every event in order; one that was erased keeps its number, time and kind. */
function entriesOf(history: History): readonly object[] {
  const held = history.events.map((one) => ({ ...one, undone: history.undone.has(one.seq), erased: null }));
  const gone = history.erased.map(({ by, ...one }) => ({ ...one, by: null, data: null, undone: false, erased: by }));
  return [...held, ...gone].sort((a, b) => a.seq - b.seq);
}

function linesOf(history: History): readonly string[] {
  const held = history.events.map((one) => ({
    seq: one.seq,
    line: `${head(one)}  ${one.by} ${sentence(one, history)}`,
  }));
  const gone = history.erased.map((one) => ({
    seq: one.seq,
    line: `${head(one)}  (${one.kind}; erased by #${one.by})`,
  }));
  return [...held, ...gone].sort((a, b) => a.seq - b.seq).map(({ line }) => plain(line));
}

const head = ({ seq, at }: Pick<Event, 'seq' | 'at'>): string =>
  `#${String(seq).padEnd(4)} ${at.slice(0, 16).replace('T', ' ')}`;

function sentence(event: Event, history: History): string {
  const why = whyOf(event);
  const back = history.undone.has(event.seq) ? ' (taken back)' : '';
  return `${told(event)}${why ? `, because: ${why}` : ''}${back}`;
}
