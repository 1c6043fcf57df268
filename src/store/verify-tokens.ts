import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import type { StampData } from '../record/event.ts';
import type { Event, History } from '../record/history.ts';
import { attestationsOf, checkOts, checkToken, parseOts, readPem } from '../stamp/index.ts';
import { blobPath, digestOf } from './blobs.ts';
import type { Known, Seen } from './seen.ts';

/** What became of one time stamp: what it says of time, or what is wrong with it. */
type Told = { readonly says: string } | { readonly wrong: string };

/** Time stamps: each must be of a checkpoint that this log gave out. */
export async function tokenChecks(seen: Seen, history: History, known: Known): Promise<readonly Check[]> {
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
    if ('says' in told) says.push(told.says);
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
  known: Known,
): Promise<Told> {
  const { data } = event;
  const note = notes.get(data.checkpoint);
  if (note === undefined || note.split('\n')[1] !== String(data.size))
    return { wrong: `no checkpoint of ${data.size} events with that digest was given out before it` };
  return data.kind === 'rfc3161' ? tokenSays(bytes, event, known) : otsSays(bytes, data);
}

async function tokenSays(bytes: Uint8Array, { data }: Event<StampData>, { anchors }: Known): Promise<Told> {
  const report = await checkToken(bytes, {
    digest: data.checkpoint,
    nonce: null,
    anchors: anchors === null ? [] : readPem(anchors),
    at: null,
  });
  const [fault] = report.faults;
  if (fault || !report.token) return { wrong: fault ? `${fault.reason}: ${fault.message}` : 'it can’t be read' };
  const trust = report.trusted === true ? '' : ' (--anchors PEM-FILE checks who that is)';
  return {
    says: `the first ${data.size} events were there at ${report.token.genTime}, says ${data.authority}${trust}`,
  };
}

function otsSays(bytes: Uint8Array, data: StampData): Told {
  try {
    const ots = parseOts(bytes);
    if (!checkOts(ots, { digest: data.checkpoint }).matches) return { wrong: 'it is of another checkpoint' };
    const heights = attestationsOf(ots.stamp).flatMap(([, one]) => (one.kind === 'bitcoin' ? [one.height] : []));
    const where =
      heights.length > 0
        ? `in block ${Math.min(...heights)} of Bitcoin, if its header bears that out`
        : 'promised to a calendar, and in no block yet';
    return { says: `the first ${data.size} events are ${where}` };
  } catch (cause) {
    return { wrong: cause instanceof Error ? cause.message : String(cause) };
  }
}
