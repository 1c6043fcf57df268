import { HearsayError, messageOf } from '../../base/error.ts';
import type { Facts } from '../../capture/facts.ts';
import { writing } from '../../desk/hand.ts';
import { openProgress } from '../../desk/progress.ts';
import { openIntimate, openSealing, openTakingIn, type TakingIn } from '../../desk/taking-in.ts';
import { checkCase, type Writer } from '../../store/case.ts';
import { gather, type Source } from '../../store/folder.ts';
import { parseRecipients } from '../../store/sealing.ts';
import { arguments_, instantOf, listOf, textOf, textOfFile } from '../words.ts';

export const add = {
  usage:
    'hearsay add <case> <file, folder or URL…> [--intimate | --seal-to RECIPIENT] [what you know of it] [--by NAME]',
  does: 'keeps evidence in a case, as it is; what is there already is not kept twice',
  more: [
    '  --url U, --publisher P, --author A, --published DATE, --captured INSTANT, --lang TAG, --note N',
    '                        what you know of it; an index.csv in a folder says the same of many files',
    '  --seal-to RECIPIENT   encrypts it with age before it touches the disk: age1…, or a file of them; may be repeated',
    '  --intimate            keeps nothing of a picture but a commitment',
    '  --render              shows a page to an installed Chromium too: screenshot, PDF, words that scripts write',
    '  --ignore-robots       captures what robots.txt disallows; that is recorded',
    '  --by NAME             who adds it; otherwise HEARSAY_BY, or the account',
  ].join('\n'),
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      ...{ url: { type: 'string' }, publisher: { type: 'string' }, author: { type: 'string' } },
      ...{ published: { type: 'string' }, captured: { type: 'string' }, lang: { type: 'string' } },
      ...{ note: { type: 'string' }, by: { type: 'string' }, intimate: { type: 'boolean' } },
      ...{ 'seal-to': { type: 'string', multiple: true }, render: { type: 'boolean' } },
      'ignore-robots': { type: 'boolean' },
    });
    const [folder, ...evidence] = paths;
    if (!folder || evidence.length === 0)
      throw new HearsayError('usage', 'add wants a case and what to add: hearsay add <case> <file, folder or URL…>');
    const told = { ...values, captured: instantOf(values['captured'], '--captured') };
    const open = takingInOf(values);
    await checkCase(folder);
    const { sources, warnings } = await sourcesOf(evidence.filter((one) => !isWebAddress(one)));
    for (const warning of warnings) process.stderr.write(`hearsay: ${warning}\n`);
    const refused: string[] = [];
    const { added, there } = await writing(folder, textOf(values['by']), async (writer) => {
      const taking = open(writer);
      await takeFiles(sources, told, taking, refused);
      await takePages(evidence.filter(isWebAddress), told, taking, refused);
      return taking.done();
    });
    for (const why of refused) process.stderr.write(`hearsay: not added: ${why}\n`);
    process.stdout.write(`${added} added${there > 0 ? `, ${there} there already` : ''}\n`);
    return added + there > 0 ? 0 : 2;
  },
};

/** Whether a word on the command line is an address on the web. */
const isWebAddress = (word: string): boolean => /^https?:\/\//iu.test(word);

type Told = Readonly<Record<string, unknown>>;

function takingInOf(values: Told): (writer: Writer) => TakingIn {
  const recipients = listOf(values['seal-to']);
  if (values['intimate'] && recipients.length > 0)
    throw new HearsayError(
      'usage',
      'an intimate picture is not kept at all, so it can’t be sealed; give one of the two',
    );
  if (values['intimate']) return openIntimate;
  if (recipients.length === 0) return openTakingIn;
  const parsed = parseRecipients(recipients.map((one) => (/^age1/.test(one) ? one : textOfFile(one))).join('\n'));
  return (writer) => openSealing(writer, parsed);
}

const sourcesOf = (paths: readonly string[]): ReturnType<typeof gather> =>
  paths.length > 0 ? gather([...paths], undefined, 'whole') : Promise.resolve({ sources: [], warnings: [] });

async function takeFiles(sources: readonly Source[], told: Told, taking: TakingIn, refused: string[]): Promise<void> {
  const progress = openProgress(process.stderr, Date.now);
  for (const [at, source] of sources.entries()) {
    const bytes = await bytesOf(source, refused);
    if (bytes) await taking.take({ facts: withTold(source.facts, told), bytes, from: 'file' });
    progress.step('adding', at + 1, sources.length);
  }
  progress.end();
}

async function takePages(urls: readonly string[], told: Told, taking: TakingIn, refused: string[]): Promise<void> {
  if (urls.length === 0) return;
  // What captures from the web takes long to load, and most calls add files.
  const { webEvidence } = await import('../../desk/web-evidence.ts');
  const ignoreRobots = told['ignore-robots'] === true;
  for (const url of urls) {
    try {
      const { taken, capture } = await webEvidence(url, { ignoreRobots, ...(told['render'] ? { rendering: {} } : {}) });
      for (const fault of capture.faults) process.stderr.write(`hearsay: ${fault}\n`);
      await taking.take({ ...taken, facts: withTold(taken.facts, told) });
    } catch (cause) {
      if (!(cause instanceof HearsayError)) throw cause;
      refused.push(cause.message);
    }
  }
}

/** What the reporter says of the evidence goes before what its sheet says. */
function withTold(facts: Facts, told: Told): Facts {
  const keys = ['url', 'publisher', 'author', 'published', 'captured', 'lang', 'note'] as const;
  return { ...facts, ...Object.fromEntries(keys.flatMap((key) => (textOf(told[key]) ? [[key, told[key]]] : []))) };
}

async function bytesOf(source: Source, refused: string[]): Promise<Uint8Array | null> {
  if (source.refused) refused.push(source.refused.message);
  if (source.refused) return null;
  try {
    return await source.read();
  } catch (cause) {
    const why = messageOf(cause);
    refused.push(`${source.facts.file} could not be read (${why}); check its permissions`);
    return null;
  }
}
