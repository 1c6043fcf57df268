import { HearsayError } from '../../base/error.ts';
import { writing } from '../../desk/hand.ts';
import type { Recapture } from '../../net/recapture.ts';
import type { AddData, CaptureData } from '../../record/event.ts';
import type { Event } from '../../record/history.ts';
import { getBlob, putBlobs } from '../../store/blobs.ts';
import { readCase, type Writer } from '../../store/case.ts';
import { cut, plain } from '../paint.ts';
import { arguments_, textOf } from '../words.ts';

/** How many passages that differ are printed. */
const SHOWN = 6;
const WIDTH = 160;

export const recapture = {
  usage: 'hearsay recapture <case> [file name or #event…] [--ignore-robots] [--by NAME]',
  does: 'captures pages from the web again: the same, changed (then kept beside the earlier one) or gone',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { 'ignore-robots': { type: 'boolean' }, by: { type: 'string' } });
    const [folder, ...wanted] = paths;
    if (!folder) throw new HearsayError('usage', 'recapture wants a case: hearsay recapture <case>');
    const pages = pagesOf((await readCase(folder)).history.evidence, wanted, folder);
    for (const page of pages) {
      const told = await writing(folder, textOf(values['by']), (writer) =>
        again(writer, page, values['ignore-robots'] === true),
      );
      process.stdout.write(`${told.map(plain).join('\n')}\n`);
    }
    return 0;
  },
};

/** What came from the web, or those of it that are named. */
function pagesOf(
  evidence: readonly Event<AddData>[],
  wanted: readonly string[],
  folder: string,
): readonly Event<AddData>[] {
  const pages = evidence.filter(({ data }) => data.from === 'web');
  const names = ({ seq, data }: Event<AddData>): readonly string[] => [
    data.facts.file,
    data.facts.url ?? '',
    `#${seq}`,
    String(seq),
  ];
  const missing = wanted.find((word) => !pages.some((page) => names(page).includes(word)));
  if (missing)
    throw new HearsayError(
      'not-found',
      `${missing} was not captured from the web; \`hearsay log ${folder}\` lists what was`,
    );
  const chosen = wanted.length > 0 ? pages.filter((page) => names(page).some((name) => wanted.includes(name))) : pages;
  if (chosen.length === 0)
    throw new HearsayError(
      'empty',
      `nothing in ${folder} was captured from the web; \`hearsay add ${folder} https://…\` does that`,
    );
  return chosen;
}

async function again(
  writer: Writer,
  { seq, data: before }: Event<AddData>,
  ignoreRobots: boolean,
): Promise<readonly string[]> {
  const { earlierIn, recapture: take } = await import('../../net/recapture.ts');
  const { openWorld } = await import('../../net/world.ts');
  const { factsOfPage } = await import('../../desk/web-evidence.ts');
  const earlier = before.blob && (await earlierIn(await getBlob(writer.root, before.blob)));
  if (!earlier)
    throw new HearsayError(
      'damaged',
      `the capture of event ${seq} holds no page; capture it anew with \`hearsay add\``,
    );
  const found = await take(earlier, { world: openWorld(), ignoreRobots });
  const { outcome, capture } = found;
  const [blob = null] = capture ? await putBlobs(writer.root, [capture.warc.bytes]) : [];
  const data: CaptureData = {
    ...{ event: seq, outcome, blob },
    ...{ url: capture?.page.url ?? earlier.asked, status: capture?.page.status ?? 0 },
  };
  const added: AddData | null =
    capture && blob && outcome === 'changed'
      ? {
          blob,
          size: capture.warc.bytes.length,
          facts: { ...before.facts, ...factsOfPage(capture) },
          from: 'web',
          intimate: null,
        }
      : null;
  await writer.append([
    { kind: 'capture', data: { ...data } },
    ...(added ? [{ kind: 'add', data: { ...added } }] : []),
  ]);
  return [`${outcome}  ${earlier.asked}${found.why ? `: ${found.why}` : ''}`, ...differences(found)];
}

/** The passages that differ, with the earlier words first. */
function differences({ passages, before, after }: Recapture): readonly string[] {
  const lines = passages.flatMap((one) => [
    ...(one.before ? [`  - ${cut(before.slice(one.before.start, one.before.end), WIDTH)}`] : []),
    ...(one.after ? [`  + ${cut(after.slice(one.after.start, one.after.end), WIDTH)}`] : []),
  ]);
  const shown = lines.slice(0, SHOWN * 2);
  return lines.length > shown.length ? [...shown, `  and ${lines.length - shown.length} lines more`] : shown;
}
