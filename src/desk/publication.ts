import { createHmac } from 'node:crypto';
import { hostname } from 'node:os';
import { HearsayError } from '../base/error.ts';
import type { Item } from '../capture/item.ts';
import type { Account, Dossier } from '../hearsay.ts';
import { type Draft, editionOf } from '../publish/disclose/edition-of.ts';
import { shownLeaves } from '../publish/disclose/shown-leaves.ts';
import type { PastEdition } from '../publish/edition.ts';
import { pastEdition } from '../publish/export/public-dossier.ts';
import type { PublishData } from '../record/event.ts';
import type { Event, History } from '../record/history.ts';
import type { Line } from '../record/line.ts';
import { getBlob } from '../store/blobs.ts';
import { whoIsAtDesk } from '../store/desk.ts';
import { decisionsOf, policyOfCase } from './case-dossier.ts';

/** What the caller of `publish` chose. */
export interface Choices {
  readonly languages: readonly string[];
  readonly base: string | null;
  /** When: an instant. */
  readonly now: string;
  /** More names to withhold. */
  readonly also: readonly string[];
}

/** The editions that a case has given out, in order. */
export const publishedIn = (history: History): readonly Event<PublishData>[] =>
  history.events.filter((one) => one.kind === 'publish') as readonly Event<unknown>[] as readonly Event<PublishData>[];

/** The next edition of a case, drafted from its dossier. */
export async function draftOf(
  root: string,
  history: History,
  dossier: Dossier,
  lines: readonly Line[],
  choices: Choices,
): Promise<Draft> {
  const { id, title, key } = history.case.data;
  const earlier = await earlierEditions(root, history);
  return editionOf(dossier, {
    number: earlier.length + 1,
    published: choices.now,
    title,
    languages: choices.languages,
    base: choices.base,
    log: { id, key: lastKey(history) ?? key },
    policy: policyOfCase(history),
    decisions: decisionsOf(history),
    earlier,
    secret: secretOf(lines),
    desk: deskWords(history),
    also: choices.also,
  });
}

const lastKey = (history: History): string | null => {
  const last = history.events.filter(({ kind }) => kind === 'key').at(-1)?.data['key'];
  return typeof last === 'string' ? last : null;
};

async function earlierEditions(root: string, history: History): Promise<readonly PastEdition[]> {
  const decoder = new TextDecoder();
  return Promise.all(
    publishedIn(history).map(async ({ data }) => pastEdition(decoder.decode(await getBlob(root, data.dossier)))),
  );
}

/** A secret of the case that no edition shows: made one way from the salt of its first event. */
function secretOf([first]: readonly Line[]): Uint8Array {
  if (!first?.body) throw new HearsayError('damaged', 'the first event can’t be read; restore the case from a copy');
  return new Uint8Array(createHmac('sha256', Buffer.from(first.body.salt, 'hex')).update('public ids').digest());
}

/** Who decided, seconded and wrote, the account and the machine: words that lead to the desk's own people. */
const deskWords = ({ events }: History): readonly string[] =>
  [
    ...new Set([
      whoIsAtDesk({}),
      hostname(),
      ...events
        .flatMap(({ by, data }) => [by, data['second']])
        .filter((one): one is string => typeof one === 'string' && one !== ''),
    ]),
  ].filter((one) => !NOBODYS.has(one.toLowerCase()));

/** Accounts and machines of these names are anybody's, and the words stand in many a text. */
const NOBODYS = new Set(
  'root user users admin administrator guest ubuntu debian fedora node home desktop laptop localhost host pc mac macbook computer test desk newsroom editor reporter unknown'.split(
    ' ',
  ),
);

/** Which leaves of which lines the seal of an edition shows. */
export function showing(draft: Draft, history: History, accounts: readonly Account[]) {
  const publicItems = new Map(draft.edition.dossier.items.map((one) => [one.id, one]));
  const items = new Map<string, Item>(
    accounts.flatMap(({ capture: { item } }) => {
      const one = publicItems.get(draft.publicId(item.id));
      return one ? [[item.file, one] as const] : [];
    }),
  );
  const leaves = shownLeaves((words) => draft.shown(words) === words, items, history.undone);
  return ({ head: { seq, kind }, body }: Line) => (body === null ? null : leaves({ seq, kind, data: body.data }));
}
