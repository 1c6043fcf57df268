import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { HearsayError } from '../../base/error.ts';
import { epoch } from '../../base/time.ts';
import { bareFacts } from '../../capture/facts.ts';
import { memoOfBuild } from '../../desk/gathered.ts';
import { modelOf, warnOf } from '../../desk/model-option.ts';
import { account } from '../../hearsay.ts';
import { openEyes } from '../../media/eyes.ts';
import { readingTable } from '../reading-table.ts';
import { terminal } from '../terminal.ts';
import { arguments_, textOf } from '../words.ts';

export const read = {
  usage: 'hearsay read <file or -> [--json] [--published DATE] [--lang TAG] [--model URL]',
  does: 'finds the statements, responses, commitments and times of one text',
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      json: { type: 'boolean' },
      published: { type: 'string' },
      lang: { type: 'string' },
      model: { type: 'string' },
    });
    const model = modelOf(textOf(values['model']), memoOfBuild);
    const [path] = paths;
    if (path === undefined || paths.length > 1)
      throw new HearsayError('usage', 'read wants one file, or - for standard input');
    const published = textOf(values['published']);
    if (published !== null && epoch(published) === null) {
      throw new HearsayError('bad-date', `--published wants a date such as 2031-06-03, not "${published}"`);
    }
    const bytes = await bytesOf(path);
    const file = path === '-' ? 'standard input' : basename(path);
    const facts = bareFacts(file, { published, lang: textOf(values['lang']) });
    const eyes = openEyes();
    const { capture, reading } = await account({ facts, bytes }, eyes).finally(() => eyes.close());
    const { item, text } = capture;
    if (item.unreadable || !text)
      throw new HearsayError(item.unreadable?.code ?? 'no-text', item.unreadable?.message ?? `${file} holds no text`);
    const added = (await model?.statements(text, reading.statements)) ?? [];
    warnOf(model);
    const statements = [...reading.statements, ...added];
    const found = { text: { language: text.language, content: text.content }, ...reading, statements };
    process.stdout.write(
      values['json'] ? `${JSON.stringify(found)}\n` : readingTable(found, terminal(process.stdout, process.env)),
    );
    return 0;
  },
};

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (why === 'EISDIR')
      throw new HearsayError('usage', `${path} is a folder; read takes one file, and look takes folders`, { cause });
    throw new HearsayError('not-found', `${path} can't be opened (${why}); check the path`, { cause });
  }
}
