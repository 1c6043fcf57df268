import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HearsayError } from '../../base/error.ts';
import { instantAt } from '../../base/time.ts';
import { gathered, memoOfBuild } from '../../desk/gathered.ts';
import { longStep } from '../../desk/long-step.ts';
import { modelFinds, modelOf, warnOf } from '../../desk/model-option.ts';
import { policyOf } from '../../desk/policy-file.ts';
import { openProgress } from '../../desk/progress.ts';
import { written } from '../../desk/written.ts';
import { hearsay, latestInstant } from '../../hearsay.ts';
import { withModelRows } from '../../publish/model-rows.ts';
import { page } from '../../publish/page.ts';
import { WORDS } from '../../publish/words/languages.ts';
import { ledger } from '../ledger.ts';
import { terminal } from '../terminal.ts';
import { arguments_, instantOf, textOf } from '../words.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/freezer-log', import.meta.url));

export const look = {
  usage:
    'hearsay look <path…> [--json] [--policy FILE] [--as-of INSTANT] [--html FILE] [--interface TAG] [--lang TAG] [--model URL]',
  does: 'reads files and folders and prints the ledger of the story, leaving nothing behind',
  async run(words: readonly string[], bare: boolean): Promise<number> {
    const { values, paths } = arguments_(words, {
      json: { type: 'boolean' },
      policy: { type: 'string' },
      'as-of': { type: 'string' },
      html: { type: 'string' },
      interface: { type: 'string' },
      lang: { type: 'string' },
      model: { type: 'string' },
    });
    if (!bare && paths.length === 0)
      throw new HearsayError('usage', 'look wants a path: hearsay look <file or folder…>');
    const policy = policyOf(textOf(values['policy']));
    const asked = instantOf(values['as-of'], '--as-of');
    const tongue = interfaceOf(textOf(values['interface']));
    const model = modelOf(textOf(values['model']), memoOfBuild);
    const progress = openProgress(process.stderr, Date.now);
    const { accounts, warnings, memo } = await gathered(bare ? [EXAMPLE] : paths, progress, textOf(values['lang']));
    for (const warning of warnings) process.stderr.write(`hearsay: ${warning}\n`);
    const asOf = asked ?? latestInstant(accounts.map((one) => one.capture.item)) ?? endOfDay(Date.now());
    const items = accounts.map((one) => one.capture.item);
    const weighed = await memo.recall(['dossier', items, policy, asOf], async () =>
      longStep(process.stderr, `comparing and weighing ${items.length} items`, () => hearsay(accounts, policy, asOf)),
    );
    const found = model ? withModelRows(weighed, await modelFinds(model, accounts, progress)) : weighed;
    warnOf(model);
    const html = textOf(values['html']) ?? (bare ? join(tmpdir(), 'hearsay-example.html') : null);
    if (html !== null) await written(html, page(found, WORDS[tongue]));
    if (values['json']) process.stdout.write(`${JSON.stringify(found)}\n`);
    else process.stdout.write(ledger(found, terminal(process.stdout, process.env)));
    if (html !== null) {
      const place = relative(process.cwd(), html).startsWith('..') ? html : relative(process.cwd(), html);
      (values['json'] ? process.stderr : process.stdout).write(`The report is at ${place}\n`);
    }
    return 0;
  },
};

/** The language that the report speaks; the evidence stays in its own. */
function interfaceOf(tag: string | null): keyof typeof WORDS {
  const found = (['en', 'zh'] as const).find((one) => one === (tag ?? 'en'));
  if (found) return found;
  throw new HearsayError('usage', `--interface wants en or zh, not "${tag}"; the evidence keeps its own language`);
}

/** The last second of a moment's day (UTC): a pile without any date gives the same bytes all day long. */
const endOfDay = (ms: number): string => `${instantAt(ms).slice(0, 10)}T23:59:59Z`;
