import { randomBytes } from 'node:crypto';
import { HearsayError } from '../../base/error.ts';
import { writing } from '../../desk/hand.ts';
import { askCalendars, upgradeOts } from '../../net/calendar.ts';
import { plainPost } from '../../net/plain-post.ts';
import { askToken } from '../../net/timestamp.ts';
import type { StampData, WaitData } from '../../record/event.ts';
import { type Event, type History, keyAt } from '../../record/history.ts';
import { attestationsOf, formatOts, NONCE_SIZE, parseOts } from '../../stamp/index.ts';
import { digestOf, getBlob, putBlobs } from '../../store/blobs.ts';
import type { Writer } from '../../store/case.ts';
import { arguments_, listOf, textOf } from '../words.ts';

/** Something to be stamped: a checkpoint that was given out. */
type About = Pick<StampData, 'size' | 'checkpoint' | 'kind' | 'authority'>;

export const stamp = {
  usage: 'hearsay stamp <case> [--tsa URL]… [--calendar URL]… [--by NAME]',
  does: 'has outside clocks bear witness to the case as it is; without any, asks again for what has not come',
  more: '  --tsa URL        a time stamp authority (RFC 3161); may be repeated\n  --calendar URL   a calendar of OpenTimestamps; may be repeated',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      tsa: { type: 'string', multiple: true },
      calendar: { type: 'string', multiple: true },
      by: { type: 'string' },
    });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0)
      throw new HearsayError('usage', 'stamp wants one case: hearsay stamp <case> --tsa URL');
    const odd = [...listOf(values['tsa']), ...listOf(values['calendar'])].find(
      (url) => !/^https?:\/\/\S+$/iu.test(url),
    );
    if (odd !== undefined) throw new HearsayError('usage', `${odd} is no address of a clock; give one with https://`);
    const authorities: readonly (readonly [About['kind'], string])[] = [
      ...listOf(values['tsa']).map((url) => ['rfc3161', url] as const),
      ...(listOf(values['calendar']).length > 0 ? [['ots', listOf(values['calendar']).join(' ')] as const] : []),
    ];
    const told = await writing(folder, textOf(values['by']), (writer, { desk }) =>
      authorities.length > 0 ? stampNow(writer, authorities) : askAgain(writer, desk.verifier),
    );
    process.stdout.write(`${told.join('\n') || 'nothing is waited for; --tsa URL or --calendar URL names a clock'}\n`);
    return 0;
  },
};

/** Gives out a checkpoint first: what is stamped must be there for those who check the stamp. */
async function stampNow(
  writer: Writer,
  authorities: readonly (readonly [About['kind'], string])[],
): Promise<readonly string[]> {
  const note = await writer.seal();
  const size = writer.history().names.length;
  await writer.append([{ kind: 'checkpoint', data: { note } }]);
  const checkpoint = digestOf(new TextEncoder().encode(note));
  const told: string[] = [];
  for (const [kind, authority] of authorities) told.push(await ask(writer, { size, checkpoint, kind, authority }));
  return told;
}

/**
 * Tokens that have not come, and proofs that a calendar has only promised. Only what this desk asked for: an address in
 * a case that came from somebody else could be one inside this network.
 */
async function askAgain(writer: Writer, own: string): Promise<readonly string[]> {
  const history = writer.history();
  const isOwn = ({ seq }: Event<unknown>): boolean => keyAt(history, seq) === own;
  const told: string[] = [];
  for (const wait of history.waits)
    told.push(
      isOwn(wait)
        ? await ask(writer, wait.data)
        : `another desk waits for ${wait.data.authority}; name it to have it asked from here`,
    );
  for (const event of await promised(writer.root, history)) if (isOwn(event)) told.push(await upgrade(writer, event));
  return told;
}

/** No answer never stops anything: that it was asked for is written down, and it is asked for again later. */
async function ask(writer: Writer, { size, checkpoint, kind, authority }: About): Promise<string> {
  const about = { size, checkpoint, kind, authority };
  try {
    const bytes = kind === 'rfc3161' ? await token(about) : await proof(about);
    await keep(writer, about, bytes);
    return `stamped by ${authority}`;
  } catch (cause) {
    if (!(cause instanceof HearsayError) || ['disk', 'usage'].includes(cause.code)) throw cause;
    const data: WaitData = { ...about, why: cause.message };
    await writer.append([{ kind: 'wait', data: { ...data } }]);
    return `waits for ${authority}: ${cause.message}`;
  }
}

const token = ({ checkpoint, authority }: About): Promise<Uint8Array> =>
  askToken(authority, checkpoint, new Uint8Array(randomBytes(16)), plainPost);

async function proof({ checkpoint, authority }: About): Promise<Uint8Array> {
  const nonce = new Uint8Array(randomBytes(NONCE_SIZE));
  const { ots, failed } = await askCalendars(authority.split(' '), checkpoint, nonce, plainPost);
  if (ots) return formatOts(ots);
  throw failed[0] ?? new HearsayError('network', `${authority} gave no proof; ask again later`);
}

async function promised(root: string, { stamps }: History): Promise<readonly Event<StampData>[]> {
  const last = new Map(
    stamps.filter(({ data }) => data.kind === 'ots').map((one) => [`${one.data.size} ${one.data.authority}`, one]),
  );
  const open: Event<StampData>[] = [];
  for (const event of last.values()) {
    const { stamp: tree } = parseOts(await getBlob(root, event.data.blob));
    if (attestationsOf(tree).every(([, one]) => one.kind === 'pending')) open.push(event);
  }
  return open;
}

async function upgrade(writer: Writer, { data: { blob, ...about } }: Event<StampData>): Promise<string> {
  const before = await getBlob(writer.root, blob);
  const { ots, failed } = await upgradeOts(parseOts(before), about.authority.split(' '), plainPost);
  const after = ots ? formatOts(ots) : before;
  if (digestOf(after) === blob)
    return `no block yet for ${about.authority}${failed[0] ? `: ${failed[0].message}` : ''}`;
  await keep(writer, about, after);
  return `${about.authority}: now in a block`;
}

async function keep(writer: Writer, about: About, bytes: Uint8Array): Promise<void> {
  const [blob] = await putBlobs(writer.root, [bytes]);
  if (blob) await writer.append([{ kind: 'stamp', data: { ...about, blob } }]);
}
