import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { HearsayError } from '../base/error.ts';
import { caseFile } from '../record/case-file.ts';
import { historyOf } from '../record/history.ts';
import { readJournal } from '../record/journal.ts';
import type { KnownOutside } from '../seal/folder.ts';
import { filesOf, foldersOf } from './case-files.ts';
import { withoutDigest } from './derived.ts';
import { isBeingWritten } from './journal-file.ts';
import { differing, type Seen } from './seen.ts';
import { blobChecks } from './verify-blobs.ts';
import { logChecks } from './verify-log.ts';
import { tokenChecks } from './verify-tokens.ts';

/** How often a case that is being written is looked at anew before what seems wrong is believed. */
const LOOKS = 3;

/** Checks every byte of a case. What is wrong is in the checks, not thrown; only a folder that is no case is refused. */
export async function verifyCase(folder: string, known: KnownOutside): Promise<readonly Check[]> {
  for (let look = 1; ; look++) {
    const checks = await checksOf(resolve(folder), folder, known);
    const sound = checks.every((one) => one.result !== 'failed');
    if (sound || look === LOOKS || !(await isBeingWritten(join(folder, 'journal')))) return checks;
  }
}

async function checksOf(root: string, folder: string, known: KnownOutside): Promise<readonly Check[]> {
  const seen = await look(root, folder);
  const { history } = seen;
  const rest = history
    ? [
        ...(await blobChecks(seen, history)),
        ...(await logChecks(seen, history, known)),
        ...(await tokenChecks(seen, history, known)),
      ]
    : [
        ...(await blobChecks(seen, null)),
        notRun('the rest', 'the first event, which says what the case is, can’t be read'),
      ];
  return [await outlineCheck(seen), journalCheck(seen), ...rest, await derivedCheck(seen), await strayCheck(seen)];
}

async function look(root: string, folder: string): Promise<Seen> {
  const bytes = async (path: string): Promise<Uint8Array | null> => {
    try {
      // A pipe or a device in a file's place would be read for ever.
      return (await stat(join(root, path))).isFile() ? new Uint8Array(await readFile(join(root, path))) : null;
    } catch {
      return null;
    }
  };
  const written = await bytes('journal');
  if (!written)
    throw new HearsayError(
      'not-found',
      `${folder} is no case (it holds no journal that can be read); name the folder of a case`,
    );
  const journal = readJournal(written);
  return { root, files: await filesOf(root), bytes, journal, history: historyOf(journal.lines) };
}

async function outlineCheck({ bytes, history }: Seen): Promise<Check> {
  const found = await bytes('hearsay.json');
  const size = found?.length ?? 0;
  const wanted = history ? new TextEncoder().encode(caseFile(history)) : null;
  const [start, end] = found && wanted ? differing(found, wanted) : [0, size];
  const what = found
    ? 'it is not what the journal says; `hearsay rebuild` writes it anew'
    : 'it is missing; `hearsay rebuild` writes it anew';
  return ran(
    'outline',
    'hearsay.json says what the journal says',
    start < end || !found ? [{ file: 'hearsay.json', start, end, what }] : [],
  );
}

function journalCheck({ journal, files, history }: Seen): Check {
  const size = files.find((one) => one.path === 'journal')?.size ?? journal.end;
  const faults: FileFault[] = journal.faults.map((one) => ({ file: 'journal', ...one }));
  if (!history)
    faults.push({
      ...{ file: 'journal', start: 0, end: journal.lines[0]?.start ?? size },
      what: 'the first event, which says what the case is, can’t be read; restore the case from a copy',
    });
  for (const { head, bodyAt, end } of journal.unfinished)
    faults.push({
      file: 'journal',
      start: bodyAt,
      end: end - 1,
      what: `event ${head.seq} is to be erased and is still there; \`hearsay rebuild\` finishes it`,
    });
  if (size > journal.end)
    faults.push({
      file: 'journal',
      start: journal.end,
      end: size,
      what: 'these bytes were never acknowledged; the next write sets them aside',
    });
  return ran('journal', `${journal.lines.length} events, each following on the one before`, faults);
}

async function derivedCheck({ files, bytes }: Seen): Promise<Check> {
  const derived = files.filter(({ path }) => path.startsWith('derived/') && !path.startsWith('derived/tmp/'));
  const faults: FileFault[] = [];
  for (const { path, kind, size } of derived) {
    const found = kind === 'file' ? await bytes(path) : null;
    if (!found || !withoutDigest(found))
      faults.push({ file: path, start: 0, end: size, what: 'it is not what was computed; delete it' });
  }
  return ran('derived', `${derived.length} files of what was computed`, faults);
}

const PLACES = /^(?:journal|hearsay\.json|log\/.+|derived\/.+|blobs\/sha256\/.+)$/su;
/** Folders on the way to a file of a case; empty, they mean nothing. */
const WAYS =
  /^(?:blobs(?:\/sha256(?:\/[0-9a-f]{2})?)?|log(?:\/tile(?:\/(?:entries|\d{1,2})(?:\/x\d{3}){0,6}(?:\/\d{3}\.p)?)?)?|derived(?:\/.*)?)$/su;

async function strayCheck({ root, files }: Seen): Promise<Check> {
  const odd = (await foldersOf(root)).filter((path) => !WAYS.test(path));
  const folders = odd.map((file) => ({ file, start: 0, end: 0, what: 'no folder of this name belongs to a case' }));
  const faults = files
    .filter(({ path, kind }) => kind !== 'file' || !PLACES.test(path))
    .map(({ path, kind, size }) => ({
      ...{ file: path, start: 0, end: size },
      what: kind === 'file' ? 'no file of this name belongs to a case' : 'it is no plain file; a case holds no links',
    }));
  return ran('strays', 'nothing lies in the folder that is not part of the case', [...folders, ...faults]);
}
