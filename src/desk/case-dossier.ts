import { join } from 'node:path';
import { isArchiveStart } from '../archive/archive-start.ts';
import { eachAtOnce } from '../base/each-at-once.ts';
import { compareInstants, instantAt } from '../base/time.ts';
import { bareFacts } from '../capture/facts.ts';
import type { Unreadable } from '../capture/item.ts';
import { type Account, type Dossier, hearsay, latestInstant } from '../hearsay.ts';
import type { AddData } from '../record/event.ts';
import type { Event, History } from '../record/history.ts';
import { unpack } from '../store/archive-sources.ts';
import { blobPath, getBlob } from '../store/blobs.ts';
import { deskFolder, memoSecret } from '../store/desk.ts';
import { type Source, startOf } from '../store/folder.ts';
import { type Memo, noMemo } from '../store/memo.ts';
import { type Decision, parseDecision } from '../weigh/decision.ts';
import { defaultPolicy, type Policy, parsePolicy } from '../weigh/policy.ts';
import { accountsOf, memoOfBuild } from './gathered.ts';
import { longStep } from './long-step.ts';
import type { Progress } from './progress.ts';
import { unsealed } from './unsealed.ts';

const AT_ONCE = 8;

/** A case, read and weighed. */
export interface Weighed {
  readonly dossier: Dossier;
  readonly accounts: readonly Account[];
}

/**
 * The dossier of a case at an instant; where none is asked for, at this minute, or at the last instant that evidence or
 * journal name, should that be later. What is computed on the way is kept in `derived/`.
 */
export async function weighedCase(
  root: string,
  history: History,
  asked: string | null,
  progress: Progress,
  identities: string | null = null,
): Promise<Weighed> {
  // What was sealed must stand nowhere in clear: with keys at hand, nothing that is computed is kept.
  const memo = identities === null ? await memoOfCase(root) : noMemo;
  const sources = await sourcesOf(root, history, identities);
  const accounts = await accountsOf(sources, memo, progress);
  const policy = policyOfCase(history);
  const decisions = decisionsOf(history);
  const items = accounts.map((one) => one.capture.item);
  const asOf = asked ?? latest(thisMinute(), latestInstant(items), history.events.at(-1)?.at ?? null);
  const dossier = await memo.recallLast('dossier', [items, policy, asOf, decisions], async () =>
    longStep(process.stderr, `comparing and weighing ${items.length} items`, () =>
      hearsay(accounts, policy, asOf, decisions),
    ),
  );
  return { dossier, accounts };
}

/** What was computed of a case and may be kept beside it; nothing where this desk has no secret to know its own by. */
export async function memoOfCase(root: string): Promise<Memo> {
  const secret = await memoSecret(deskFolder(process.env));
  return secret ? memoOfBuild(join(root, 'derived', 'memo'), secret) : noMemo;
}

/** Everything in a case: archives give way to what they hold; sealed items are opened, or stand there unread. */
export async function sourcesOf(root: string, history: History, identities: string | null): Promise<readonly Source[]> {
  const open = await eachAtOnce(history.evidence, AT_ONCE, (event) => evidenceOf(root, event));
  const sealed = await eachAtOnce(history.sealed, 1, async (event) =>
    identities === null
      ? [refusedSource(`sealed item ${event.seq}`, event.at, SEALED(event.seq))]
      : unpacked(await unsealed(root, event, identities)),
  );
  return [...open, ...sealed].flat();
}

/** One item of a case by its file's name, as it was captured; null where nothing of that name is kept in clear. */
export async function sourceCalled(root: string, { evidence }: History, file: string): Promise<Source | null> {
  const near = evidence.filter(({ data: { facts } }) => file.startsWith(facts.file));
  // What lies in an archive is called as the archive says.
  for (const some of [near, evidence.filter((one) => !near.includes(one) && ARCHIVE.test(one.data.facts.file))])
    for (const event of some) {
      const found = (await evidenceOf(root, event)).find(({ facts }) => facts.file === file);
      if (found) return found.refused ? null : found;
    }
  return null;
}

const ARCHIVE = /\.(?:zip|warc|warc\.gz|wacz)$/iu;

async function evidenceOf(root: string, { at, data }: Event<AddData>): Promise<readonly Source[]> {
  const { blob, facts, size } = data;
  if (blob === null) return [refusedSource(facts.file, at, INTIMATE(facts.file))];
  const read = (): Promise<Uint8Array> => getBlob(root, blob);
  const source = { facts: { ...facts, captured: facts.captured ?? at }, size: size ?? 0, refused: null, read };
  // One that is gone is told of when it is read: the others are weighed all the same.
  const start = await startOf(join(root, blobPath(blob))).catch(() => new Uint8Array());
  return isArchiveStart(start, facts.file) ? unpacked(source) : [source];
}

async function unpacked(source: Source): Promise<readonly Source[]> {
  const bytes = await source.read().catch(() => null);
  const inside = bytes && (await unpack(bytes, source.facts, new Map()));
  return inside?.sources ?? [source];
}

/** The policy in force: the last that was taken, or the default one. */
export const policyOfCase = ({ policy }: History): Policy => (policy === null ? defaultPolicy : parsePolicy(policy));

/** Decisions in force, as the rooms take them. */
export const decisionsOf = (history: History): readonly Decision[] =>
  history.decisions.map(({ seq, at, by, kind, data }) => ({ ...parseDecision(kind, data), seq, at, by }));

const latest = (...all: readonly (string | null)[]): string =>
  all
    .filter((one) => one !== null)
    .sort(compareInstants)
    .at(-1) ?? '';

const thisMinute = (): string => instantAt(Math.floor(Date.now() / 60_000) * 60_000);

function refusedSource(file: string, at: string, refused: Unreadable): Source {
  return { facts: bareFacts(file, { captured: at }), size: 0, refused, read: async () => new Uint8Array() };
}

const SEALED = (seq: number): Unreadable => ({
  code: 'encrypted',
  message: `sealed item ${seq} is opened by whoever holds a key, with \`hearsay unseal\``,
});
const INTIMATE = (file: string): Unreadable => ({
  code: 'not-permitted',
  message: `${file} was marked intimate; nothing of it is kept but a commitment`,
});
