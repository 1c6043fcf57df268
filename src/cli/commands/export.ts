import { HearsayError } from '../../base/error.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { openProgress } from '../../desk/progress.ts';
import { written } from '../../desk/written.ts';
import { readCase } from '../../store/case.ts';
import { caseWacz, caseZip, folderZip } from '../../store/export-case.ts';
import { arguments_, instantOf, textOf } from '../words.ts';
import { versionWords } from './version.ts';

const FORMATS: Readonly<Record<string, string>> = {
  case: 'the whole case as a zip, to open on another machine',
  folder: 'the evidence and its sheet as a zip, which `look` and other programs read',
  wacz: 'the evidence as a web archive, which ReplayWeb.page shows',
  dossier: 'what `show --json` prints',
};

/** `export` is a word of the language. */
export const export_ = {
  usage: 'hearsay export <case> --as case|folder|wacz|dossier --out FILE [--as-of INSTANT]',
  does: 'writes a case for others',
  more: Object.entries(FORMATS)
    .map(([name, what]) => `  ${name.padEnd(9)}${what}`)
    .join('\n'),
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      as: { type: 'string' },
      out: { type: 'string' },
      'as-of': { type: 'string' },
    });
    const [folder, ...more] = paths;
    const [format, out] = [textOf(values['as']), textOf(values['out'])];
    if (!folder || more.length > 0 || !format || !out)
      throw new HearsayError(
        'usage',
        'export wants a case, a format and a file: hearsay export <case> --as folder --out FILE',
      );
    if (!Object.hasOwn(FORMATS, format))
      throw new HearsayError('usage', `there is no format "${format}"; there are ${Object.keys(FORMATS).join(', ')}`);
    await written(out, await exported(folder, format, instantOf(values['as-of'], '--as-of')));
    process.stdout.write(`${out}: ${FORMATS[format]}\n`);
    return 0;
  },
};

async function exported(folder: string, format: string, asOf: string | null): Promise<Uint8Array | string> {
  const { root, history } = await readCase(folder);
  if (format === 'case') return caseZip(root);
  if (format === 'folder') return folderZip(root, history);
  const { dossier, accounts } = await weighedCase(root, history, asOf, openProgress(process.stderr, Date.now));
  if (format === 'dossier') return `${JSON.stringify(dossier)}\n`;
  return caseWacz(root, history, accounts, `hearsay ${versionWords()}`);
}
