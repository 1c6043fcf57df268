import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { compareInstants } from '../base/time.ts';
import type { PublishData } from '../record/event.ts';
import type { Folder } from './folder.ts';
import type { PublicRecord } from './public-record.ts';

type Published = PublishData & { readonly seq: number };

/** The editions that the log tells of, in order; what is not shown of one is empty. */
export const publishEvents = ({ events }: PublicRecord): readonly Published[] =>
  events.flatMap(({ head: { kind, seq }, shown }): readonly Published[] => {
    if (kind !== 'publish') return [];
    const of = (key: string): unknown => shown.get(`/data/${key}`);
    return [
      {
        seq,
        edition: Number(of('edition')),
        asOf: String(of('asOf')),
        languages: [],
        manifest: String(of('manifest')) as PublishData['manifest'],
        dossier: String(of('dossier')) as PublishData['dossier'],
        previous: of('previous') as PublishData['previous'],
        disclosed: Number(of('disclosed')),
      },
    ];
  });

/** That every edition names the one before, and none is left out. */
export function editionsCheck({ record, head }: Folder): Check {
  if (!record) return notRun('editions', 'the record can’t be read');
  const all = publishEvents(record);
  const faults: FileFault[] = [];
  for (const [at, one] of all.entries()) {
    const before = all[at - 1];
    const { start = 0, end = 0 } = record.events.find(({ head }) => head.seq === one.seq) ?? {};
    const say = (what: string): void => {
      faults.push({ file: 'seal/record.json', start, end, what: `event ${one.seq}: ${what}` });
    };
    if (one.edition !== at + 1) say(`it should be edition ${at + 1}`);
    if (one.previous !== (before?.manifest ?? null)) say('it does not name the manifest of the edition before');
    if (before && compareInstants(before.asOf, one.asOf) > 0)
      say('it tells of an earlier instant than the edition before');
    if (one !== all.at(-1)) continue;
    const { length } = record.events;
    if (one.disclosed !== length) say(`${one.disclosed} events were disclosed with it, and ${length} are here`);
    if (head && head.size !== one.seq + 1) say('it is not the last event that the checkpoint covers');
  }
  if (all.length === 0)
    faults.push({ file: 'seal/record.json', start: 0, end: 0, what: 'it shows no “publish” event' });
  return ran(
    'editions',
    faults.length > 0 ? `${all.length} editions` : `edition ${all.length}, each naming the one before`,
    faults,
  );
}
