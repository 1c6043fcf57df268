import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../base/check.ts';
import { HearsayError } from '../../base/error.ts';
import { verifyRemote } from '../../desk/verify-remote.ts';
import { parseVerifierKey } from '../../log/index.ts';
import { openWorld } from '../../net/world.ts';
import type { KnownOutside } from '../../seal/folder.ts';
import { verifyCase } from '../../store/verify-case.ts';
import { verifyFile } from '../../store/verify-file.ts';
import { isPublished, verifyPublished } from '../../store/verify-published.ts';
import { checkTable } from '../check-table.ts';
import { terminal } from '../terminal.ts';
import { arguments_, listOf, textOf, textOfFile } from '../words.ts';

export const verify = {
  usage: 'hearsay verify <case, record, address or file> [what is known from outside] [--json]',
  does: 'checks every byte of a case, a published record, or a WACZ, WARC, zip or .ots file: exit status 1 where anything is wrong',
  more: [
    '  --key KEY              the verifier key of a desk that you know; no other may have signed; may be repeated',
    '  --witness KEY          the verifier key of a witness; may be repeated',
    '  --since FILE           a checkpoint that you got before or elsewhere, or an earlier published folder: what is',
    '                         checked must still hold all of it',
    '  --anchors PEM-FILE     certificates that time stamps and signatures must go back to',
  ].join('\n'),
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      key: { type: 'string', multiple: true },
      witness: { type: 'string', multiple: true },
      since: { type: 'string', multiple: true },
      anchors: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [path, ...more] = paths;
    if (!path || more.length > 0)
      throw new HearsayError(
        'usage',
        'verify wants one case, published folder, address or file: hearsay verify <case>',
      );
    for (const key of [...listOf(values['key']), ...listOf(values['witness'])]) parseVerifierKey(key);
    const anchors = textOf(values['anchors']);
    const known: KnownOutside = {
      keys: listOf(values['key']),
      witnesses: listOf(values['witness']),
      since: listOf(values['since']).map(checkpointAt),
      anchors: anchors === null ? null : textOfFile(anchors),
    };
    const checks = await checksOf(path, known);
    const sound = checks.every((one) => one.result !== 'failed');
    if (values['json']) process.stdout.write(`${JSON.stringify({ sound, checks })}\n`);
    else process.stdout.write(checkTable(checks, summary(checks), terminal(process.stdout, process.env)));
    return sound ? 0 : 1;
  },
};

async function checksOf(path: string, known: KnownOutside): Promise<readonly Check[]> {
  if (/^https?:\/\//iu.test(path)) return verifyRemote(path, known, openWorld());
  if (isFile(path)) return verifyFile(path, known.anchors);
  return isPublished(path) ? verifyPublished(path, known) : verifyCase(path, known);
}

/** A checkpoint in a file, or that of a published folder. */
const checkpointAt = (path: string): string => textOfFile(isPublished(path) ? join(path, 'seal/checkpoint') : path);

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function summary(checks: readonly Check[]): string {
  const of = (result: Check['result']): number => checks.filter((one) => one.result === result).length;
  return `${of('passed')} passed, ${of('failed')} failed, ${of('not run')} not run`;
}
