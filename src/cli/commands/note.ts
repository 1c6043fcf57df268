import { HearsayError } from '../../base/error.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { writing } from '../../desk/hand.ts';
import { checkNamed, checkUndo, decisionFrom, needsDossier } from '../../desk/noting.ts';
import { policyOf } from '../../desk/policy-file.ts';
import { openProgress } from '../../desk/progress.ts';
import type { Dossier } from '../../hearsay.ts';
import { readCase, type Writer } from '../../store/case.ts';
import { NOTES, noteHelp } from '../note-help.ts';
import { noteWords } from '../note-words.ts';
import { arguments_, textOf } from '../words.ts';

export const note = {
  usage: 'hearsay note <case> <kind> … [--why REASON] [--by NAME]',
  does: 'writes down what was done or decided: asked, answered, promised, merged, corrected, withheld …',
  more: [
    ...Object.values(NOTES).map(({ usage, does }) => `  ${usage}\n      ${does}`),
    '  policy FILE\n      weighs by another policy from here on: a file, or the name of one that is shipped',
    '  undo NUMBER\n      takes a decision or an item back; it stays in the log',
  ].join('\n'),
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const [folder, kind, ...rest] = words;
    if (!folder || !kind || folder.startsWith('-'))
      throw new HearsayError('usage', `note wants a case and a kind: hearsay note <case> <kind> …; ${noteHelp(null)}`);
    const seq = await (kind === 'undo' ? undo : kind === 'policy' ? policy : decide)(folder, kind, rest);
    process.stdout.write(`#${seq} ${kind}\n`);
    return 0;
  },
};

async function decide(folder: string, kind: string, words: readonly string[]): Promise<number> {
  const given = noteWords(kind, words);
  const dossier = needsDossier(given) ? await dossierOf(folder) : null;
  const { kind: _, ...data } = decisionFrom(given, dossier);
  return writing(folder, given.by, (writer) => {
    checkNamed(writer.history(), data, folder);
    return written(writer, kind, data);
  });
}

async function dossierOf(folder: string): Promise<Dossier> {
  const { root, history } = await readCase(folder);
  return (await weighedCase(root, history, null, openProgress(process.stderr, Date.now))).dossier;
}

async function undo(folder: string, _kind: string, words: readonly string[]): Promise<number> {
  const { values, paths } = arguments_(words, { why: { type: 'string' }, by: { type: 'string' } });
  const [number = '', ...more] = paths;
  const event = /^#?\d{1,15}$/.test(number) ? Number(number.replace('#', '')) : Number.NaN;
  if (Number.isNaN(event) || more.length > 0)
    throw new HearsayError('usage', `undo wants the number of an event: hearsay note ${folder} undo 12`);
  return writing(folder, textOf(values['by']), (writer) => {
    checkUndo(writer.history(), event, folder);
    return written(writer, 'undo', { event, why: textOf(values['why']) ?? '' });
  });
}

async function policy(folder: string, _kind: string, words: readonly string[]): Promise<number> {
  const { values, paths } = arguments_(words, { by: { type: 'string' } });
  const [file, ...more] = paths;
  if (!file || more.length > 0)
    throw new HearsayError('usage', `policy wants a file: hearsay note ${folder} policy FILE`);
  const chosen = policyOf(file);
  return writing(folder, textOf(values['by']), (writer) => written(writer, 'policy', { policy: chosen }));
}

async function written(writer: Writer, kind: string, data: Readonly<Record<string, unknown>>): Promise<number> {
  const [event] = await writer.append([{ kind, data }]);
  return event?.seq ?? 0;
}
