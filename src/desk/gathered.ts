import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eachAtOnce } from '../base/each-at-once.ts';
import { messageOf } from '../base/error.ts';
import type { Unreadable } from '../capture/item.ts';
import { refusedCapture } from '../capture/refused.ts';
import { type Account, account, SILENT } from '../hearsay.ts';
import { openEyes } from '../media/eyes.ts';
import { gather, type Source } from '../store/folder.ts';
import { cacheFolder, type Memo, noMemo, openMemo } from '../store/memo.ts';
import { openPool, type Pool } from './pool.ts';
import type { Progress } from './progress.ts';

/** How many items are under way at once: enough to keep threads and picture readers busy. */
const AT_ONCE = 16;

/** What lies below some paths, read. */
export interface Gathered {
  readonly accounts: readonly Account[];
  /** What was found wrong with the newsroom's sheet. */
  readonly warnings: readonly string[];
  readonly memo: Memo;
}

/** Every file below the paths as an account, in order. */
export async function gathered(paths: readonly string[], progress: Progress, lang: string | null): Promise<Gathered> {
  const { sources, warnings } = await gather([...paths]);
  const memo = memoOfBuild();
  const spoken = lang ? sources.map((one) => ({ ...one, facts: { ...one.facts, lang } })) : sources;
  return { accounts: await accountsOf(spoken, memo, progress), warnings, memo };
}

/** Each source as an account, in order: on several threads, and from the memo where it holds them. */
export async function accountsOf(
  sources: readonly Source[],
  memo: Memo,
  progress: Progress,
): Promise<readonly Account[]> {
  const eyes = openEyes();
  let done = 0;
  const pool = openPool((evidence) => account(evidence, eyes), { left: () => sources.length - done });
  try {
    return await eachAtOnce(sources, AT_ONCE, async (source) => {
      const made = await accountOf(source, memo, pool);
      progress.step('reading', ++done, sources.length);
      return made;
    });
  } finally {
    await Promise.all([pool.close(), eyes.close()]);
    progress.end();
  }
}

async function accountOf(source: Source, memo: Memo, pool: Pool): Promise<Account> {
  if (source.refused) return refusal(source, source.refused);
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (cause) {
    return refusal(source, {
      code: 'not-permitted',
      message: `${source.facts.file} could not be read (${whyOf(cause)}); check its permissions`,
    });
  }
  const content = createHash('sha256').update(bytes).digest('hex');
  try {
    return await memo.recall([source.facts, content], () => pool.account({ facts: source.facts, bytes }));
  } catch (cause) {
    return refusal(source, {
      code: 'internal',
      message: `${source.facts.file} could not be read (${whyOf(cause)}); please report it, and save it in another format`,
    });
  }
}

const whyOf = (cause: unknown): string => messageOf(cause).split('\n', 1)[0] ?? '';

const refusal = ({ facts }: Source, unreadable: Unreadable): Account => ({
  capture: refusedCapture(facts, unreadable),
  reading: SILENT,
});

/** The user's memo, keyed by the build: a changed program never meets an old result. Run from source it forgets. */
export function memoOfBuild(folder = cacheFolder(process.env), secret: Uint8Array | null = null): Memo {
  try {
    const build = readFileSync(new URL('../.built', import.meta.url), 'utf8');
    return folder && build ? openMemo(folder, build, secret) : noMemo;
  } catch {
    return noMemo;
  }
}
