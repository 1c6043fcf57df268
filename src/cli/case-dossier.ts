import { join } from 'node:path';
import { compareInstants, instantAt } from '../base/time.ts';
import type { Facts } from '../capture/facts.ts';
import type { Unreadable } from '../capture/item.ts';
import { type Account, type Dossier, hearsay, latestInstant } from '../hearsay.ts';
import type { AddData } from '../record/event.ts';
import type { Event, History } from '../record/history.ts';
import { getBlob } from '../store/blobs.ts';
import type { Source } from '../store/folder.ts';
import type { Memo } from '../store/memo.ts';
import { type Decision, parseDecision } from '../weigh/decision.ts';
import { defaultPolicy, type Policy, parsePolicy } from '../weigh/policy.ts';
import { accountsOf, memoOfBuild } from './gathered.ts';
import { longStep } from './long-step.ts';
import type { Progress } from './progress.ts';

/** A case, read and weighed. */
export interface Weighed {
  readonly dossier: Dossier;
  readonly accounts: readonly Account[];
}

/**
 * The dossier of a case at an instant; where none is asked for, at this minute, or at the last instant that the evidence
 * names, should that be later. What is computed on the way is kept in `derived/`.
 */
export async function weighedCase(
  root: string,
  history: History,
  asked: string | null,
  progress: Progress,
): Promise<Weighed> {
  const memo = memoOfBuild(join(root, 'derived', 'memo'));
  const accounts = await accountsOfCase(root, history, memo, progress);
  const policy = policyOfCase(history);
  const decisions = decisionsOf(history);
  const items = accounts.map((one) => one.capture.item);
  const asOf = asked ?? later(thisMinute(), latestInstant(items));
  const dossier = await memo.recallLast('dossier', [items, policy, asOf, decisions], async () =>
    longStep(process.stderr, `comparing and weighing ${items.length} items`, () =>
      hearsay(accounts, policy, asOf, decisions),
    ),
  );
  return { dossier, accounts };
}

/** Everything in a case, read: one account an item, sealed and intimate ones as items that can't be read here. */
export async function accountsOfCase(
  root: string,
  history: History,
  memo: Memo,
  progress: Progress,
): Promise<readonly Account[]> {
  const sources = history.evidence.map((event) => sourceOf(root, event));
  const sealed = history.sealed.map(({ seq, at }) => refusedSource(`sealed item ${seq}`, at, SEALED(seq)));
  return accountsOf([...sources, ...sealed], memo, progress);
}

/** The policy in force: the last that was taken, or the default one. */
export const policyOfCase = ({ policy }: History): Policy => (policy === null ? defaultPolicy : parsePolicy(policy));

/** Decisions in force, as the rooms take them. */
export const decisionsOf = (history: History): readonly Decision[] =>
  history.decisions.map(({ seq, at, by, kind, data }) => ({ ...parseDecision(kind, data), seq, at, by }));

const later = (a: string, b: string | null): string => (b !== null && compareInstants(a, b) < 0 ? b : a);

const thisMinute = (): string => instantAt(Math.floor(Date.now() / 60_000) * 60_000);

function sourceOf(root: string, { at, data }: Event<AddData>): Source {
  const { blob, facts, size } = data;
  if (blob === null) return refusedSource(facts.file, at, INTIMATE(facts.file));
  return {
    facts: { ...facts, captured: facts.captured ?? at },
    size: size ?? 0,
    refused: null,
    read: () => getBlob(root, blob),
  };
}

function refusedSource(file: string, at: string, refused: Unreadable): Source {
  const unknown = { url: null, publisher: null, author: null, published: null, lang: null, note: null };
  const facts: Facts = { file, captured: at, ...unknown };
  return { facts, size: 0, refused, read: async () => new Uint8Array() };
}

const SEALED = (seq: number): Unreadable => ({
  code: 'encrypted',
  message: `item ${seq} is sealed; \`hearsay unseal\` opens it for whoever holds a key`,
});
const INTIMATE = (file: string): Unreadable => ({
  code: 'not-permitted',
  message: `${file} was marked intimate; nothing of it is kept but a commitment`,
});
