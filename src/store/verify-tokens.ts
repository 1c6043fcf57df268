import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import type { StampData } from '../record/event.ts';
import type { Event, History } from '../record/history.ts';
import type { KnownOutside } from '../seal/folder.ts';
import { otsSays, type Says, tokenSays } from '../stamp/index.ts';
import { blobPath, digestOf } from './blobs.ts';
import type { Seen } from './seen.ts';

/** Time stamps: each must be of a checkpoint that this log gave out. */
export async function tokenChecks(seen: Seen, history: History, known: KnownOutside): Promise<readonly Check[]> {
  const waits = history.waits.length > 0 ? `; ${history.waits.length} asked for and not come yet` : '';
  if (history.stamps.length === 0) return [notRun('time', `no time stamp is kept${waits}`)];
  const notes = new Map(
    history.events.flatMap(({ kind, data }) =>
      ['checkpoint', 'cosign'].includes(kind)
        ? [[digestOf(new TextEncoder().encode(String(data['note']))), String(data['note'])]]
        : [],
    ),
  );
  const faults: FileFault[] = [];
  const says: string[] = [];
  for (const event of history.stamps) {
    const path = blobPath(event.data.blob).replaceAll('\\', '/');
    const bytes = await seen.bytes(path);
    const told = bytes ? await toldBy(bytes, event, notes, known) : { wrong: 'it is missing' };
    if ('says' in told) says.push(`${told.says}${hintOf(event, told.trusted)}`);
    else
      faults.push({
        file: path,
        start: 0,
        end: bytes?.length ?? 0,
        what: `time stamp of event ${event.seq}: ${told.wrong}`,
      });
  }
  return [ran('time', `${says.join('; ') || 'no stamp holds'}${waits}`, faults)];
}

async function toldBy(
  bytes: Uint8Array,
  event: Event<StampData>,
  notes: ReadonlyMap<string, string>,
  { anchors }: KnownOutside,
): Promise<Says> {
  const { data } = event;
  const note = notes.get(data.checkpoint);
  if (note === undefined || note.split('\n')[1] !== String(data.size))
    return { wrong: `no checkpoint of ${data.size} events with that digest was given out before it` };
  return data.kind === 'rfc3161' ? tokenSays(bytes, data, anchors) : otsSays(bytes, data);
}

const hintOf = ({ data }: Event<StampData>, trusted: boolean): string =>
  trusted || data.kind !== 'rfc3161' ? '' : ' (--anchors PEM-FILE checks who that is)';
