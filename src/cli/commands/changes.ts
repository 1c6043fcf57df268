import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HearsayError } from '../../base/error.ts';
import { compareInstants } from '../../base/time.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { gathered } from '../../desk/gathered.ts';
import { policyOf } from '../../desk/policy-file.ts';
import { openProgress } from '../../desk/progress.ts';
import { type Dossier, hearsay, latestInstant } from '../../hearsay.ts';
import { changesBetween } from '../../publish/changes.ts';
import { readCase } from '../../store/case.ts';
import { changesTable } from '../changes-table.ts';
import { terminal } from '../terminal.ts';
import { arguments_, instantOf, textOf } from '../words.ts';

/** Two dossiers of one story, the earlier first. */
type Pair = readonly [Dossier, Dossier];

export const changes = {
  usage: 'hearsay changes <case or path…> --since INSTANT [--as-of INSTANT] [--published] [--policy FILE] [--json]',
  does: 'prints what moved since an instant, and because of what: standings, claims, promises, answers',
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      since: { type: 'string' },
      'as-of': { type: 'string' },
      published: { type: 'boolean' },
      policy: { type: 'string' },
      json: { type: 'boolean' },
    });
    const since = instantOf(values['since'], '--since');
    if (paths.length === 0 || since === null)
      throw new HearsayError('usage', 'changes wants a case or paths, and --since INSTANT: since when?');
    const asOf = instantOf(values['as-of'], '--as-of');
    if (asOf !== null && compareInstants(since, asOf) > 0)
      throw new HearsayError('usage', '--since must not be later than --as-of; turn the two round');
    const [first = ''] = paths;
    const isCase = paths.length === 1 && existsSync(join(first, 'journal'));
    const published = values['published'] === true;
    const pair = isCase
      ? await ofCase(first, since, asOf, published)
      : await ofPaths(paths, since, asOf, textOf(values['policy']));
    const found = changesBetween(...pair);
    const [before, after] = pair;
    if (values['json'])
      process.stdout.write(`${JSON.stringify({ from: before.asOf, to: after.asOf, changes: found })}\n`);
    else process.stdout.write(changesTable(found, before, after, terminal(process.stdout, process.env)));
    return 0;
  },
};

/** What the desk knew at each instant, or, where `published`, what was out by then of all that it knows now. */
async function ofCase(folder: string, since: string, asOf: string | null, published: boolean): Promise<Pair> {
  const progress = openProgress(process.stderr, Date.now);
  const at = async (instant: string | null, earlier: boolean): Promise<Dossier> => {
    const { root, history } = await readCase(folder, published ? null : instant);
    const { dossier, accounts } = await weighedCase(root, history, instant, progress);
    const latest = latestInstant(accounts.map((one) => one.capture.item));
    // Evidence that the desk held and that is dated later counts as known.
    const ahead = earlier && !published && latest !== null && compareInstants(latest, since) > 0;
    return ahead ? (await weighedCase(root, history, latest, progress)).dossier : dossier;
  };
  const before = await at(since, true);
  return [before, await at(asOf, false)];
}

async function ofPaths(
  paths: readonly string[],
  since: string,
  asOf: string | null,
  policy: string | null,
): Promise<Pair> {
  const { accounts, warnings } = await gathered(paths, openProgress(process.stderr, Date.now), null);
  for (const warning of warnings) process.stderr.write(`hearsay: ${warning}\n`);
  const now = asOf ?? latestInstant(accounts.map((one) => one.capture.item)) ?? since;
  const rules = policyOf(policy);
  return [hearsay(accounts, rules, since), hearsay(accounts, rules, compareInstants(now, since) < 0 ? since : now)];
}
