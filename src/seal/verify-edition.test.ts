import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  DESK_KEY,
  deskNamed,
  type Folder,
  flipped,
  readerOf,
  smallRecords,
  withFile,
} from '../../test/small-record.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { digest } from '../base/digest.ts';
import { formatCheckpoint, formatVerifierKey, leafHash, noteOf, rangesOf } from '../log/index.ts';
import { entryOf } from '../record/log-entry.ts';
import { examineEdition, verifyEdition } from './verify-edition.ts';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };
let folder: Folder;
let later: Folder;

const resultsOf = async (of: Folder, known = NOTHING) =>
  Object.fromEntries((await verifyEdition(readerOf(of), known)).map(({ check, result }) => [check, result]));
/** A checkpoint of a size that no edition's record tells of: four events, signed by the desk. */
async function unproven(): Promise<{ head: string }> {
  const record = JSON.parse(textOf(folder, 'seal/record.json')) as { events: { head: object }[] };
  const leaves = record.events.slice(0, 4).map(({ head }) => leafHash(entryOf(digest(canonicalJson(head)))));
  const root = rangesOf(leaves)(0, 4);
  const [origin = ''] = textOf(folder, 'seal/checkpoint').split('\n');
  return { head: noteOf(formatCheckpoint({ origin, size: 4, root }), [deskNamed('other.example').signer]) };
}
const faultsOf = async (of: Folder, known = NOTHING) =>
  (await verifyEdition(readerOf(of), known)).flatMap(({ check, faults }) => faults.map((one) => ({ check, ...one })));
const textOf = (of: Folder, path: string): string => new TextDecoder().decode(of.get(path));
const changed = (of: Folder, path: string, from: string, to: string): Folder =>
  withFile(of, path, utf8ToBytes(textOf(of, path).replace(from, to)));

beforeAll(async () => {
  const [first, , third] = await smallRecords(3);
  folder = first ?? new Map();
  later = third ?? new Map();
});

describe('a published folder', () => {
  it('is whole as it was made, and tells which edition it is', async () => {
    const { checks, edition } = await examineEdition(readerOf(later), NOTHING);
    expect(checks.map(({ check, result, faults }) => [check, result, faults])).toEqual([
      ...['files', 'manifest', 'record', 'checkpoint', 'editions', 'history'].map((one) => [one, 'passed', []]),
      ['keys', 'not run', []],
      ['time', 'passed', []],
    ]);
    expect(edition).toMatchObject({ number: 3, title: 'The gate' });
    expect(edition?.key).toMatch(/^other\.example\+/u);
  });

  it('names a file that is missing, one that was changed, and one that was added', async () => {
    const page = folder.get('index.html') ?? new Uint8Array();
    expect(await faultsOf(withFile(folder, 'index.html', null))).toEqual([
      { check: 'files', file: 'index.html', start: 0, end: 0, what: 'it is missing, or no plain file' },
    ]);
    expect(await faultsOf(withFile(folder, 'index.html', flipped(page, 3)))).toEqual([
      { check: 'files', file: 'index.html', start: 0, end: page.length, what: 'it is not what the manifest names' },
    ]);
    expect((await faultsOf(withFile(folder, 'seal/more', page))).map(({ file }) => file)).toEqual(['seal/more']);
    const token = `seal/tokens/${'a'.repeat(64)}`;
    expect((await faultsOf(withFile(folder, token, page))).map(({ check, file }) => [check, file])).toEqual([
      ['time', token],
    ]);
  });

  it('refuses pages changed together with their line in the manifest', async () => {
    const [other] = await smallRecords(2).then((all) => all.slice(1));
    const swapped = ['index.html', 'seal/manifest'].reduce(
      (of, path) => withFile(of, path, other?.get(path) ?? null),
      folder,
    );
    expect(await faultsOf(swapped)).toMatchObject([{ check: 'manifest', file: 'seal/manifest' }]);
  });

  it('says in which event the record was changed, and where it stands', async () => {
    const from = '"value":"River Board"';
    const [fault] = await faultsOf(changed(folder, 'seal/record.json', from, '"value":"River Guard"'));
    expect(fault).toMatchObject({ check: 'record', file: 'seal/record.json' });
    expect(fault?.what).toContain('event 1 ');
    const place = textOf(folder, 'seal/record.json').slice(fault?.start, fault?.end);
    expect(place.startsWith('{"head":{')).toBe(true);
    expect(place.endsWith('}}')).toBe(true);
    expect(place).toContain(from);
  });

  it('hides who wrote each event', () => {
    const { events } = JSON.parse(textOf(folder, 'seal/record.json')) as { events: { hidden: object }[] };
    expect(events.every(({ hidden }) => '/by' in hidden)).toBe(true);
  });

  it('says that an edition before it, brought along, is its beginning', async () => {
    const since = [textOf(folder, 'seal/checkpoint')];
    expect(await resultsOf(later, { ...NOTHING, since } as never)).toMatchObject({ history: 'passed' });
  });

  it('says that an edition after it, or of another history, is not', async () => {
    const newer = [textOf(later, 'seal/checkpoint')];
    expect(await faultsOf(folder, { ...NOTHING, since: newer } as never)).toMatchObject([
      { check: 'history', what: expect.stringContaining('an older one, or another history') },
    ]);
    const forged = [textOf(folder, 'seal/checkpoint').replace(/\n[^\n]{44}\n/u, `\n${'A'.repeat(43)}=\n`)];
    expect(await resultsOf(later, { ...NOTHING, since: forged } as never)).toMatchObject({ history: 'failed' });
  });

  it('does not vouch for a checkpoint for which it holds no proof', async () => {
    const { head } = await unproven();
    const [only] = await smallRecords(1);
    expect(await resultsOf(only ?? folder, { ...NOTHING, since: [head] } as never)).toMatchObject({
      history: 'passed',
    });
    const checks = await verifyEdition(readerOf(only ?? folder), { ...NOTHING, since: [head] });
    expect(checks.find(({ check }) => check === 'history')?.detail).toContain('the record holds no proof');
  });

  it('knows a desk by its key, and refuses another', async () => {
    const keys = [DESK_KEY, formatVerifierKey(deskNamed('other.example').verifier)];
    expect(await resultsOf(folder, { ...NOTHING, keys } as never)).toMatchObject({ keys: 'passed' });
    expect(await resultsOf(folder, { ...NOTHING, keys: [DESK_KEY] } as never)).toMatchObject({ keys: 'failed' });
  });

  it('is not held against where other files can’t be seen', async () => {
    const reader = { ...readerOf(withFile(folder, 'stray', new Uint8Array())), list: async () => null };
    const checks = await verifyEdition(reader, NOTHING);
    expect(checks.every(({ result }) => result !== 'failed')).toBe(true);
    expect(checks[0]?.detail).toContain('can’t be seen from here');
  });

  it('refuses a record of millions of parts before it takes it apart', async () => {
    const faults = await faultsOf(withFile(folder, 'seal/record.json', utf8ToBytes('{},'.repeat(5_000_000))));
    expect(faults[0]).toMatchObject({ check: 'record', what: expect.stringContaining('longer than any record') });
  });

  it('never throws, whatever stands in its files', { timeout: 60_000 }, async () => {
    const paths = [...folder.keys()];
    const odd = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json({ maxDepth: 6 }).map(utf8ToBytes),
      fc.constant(utf8ToBytes('['.repeat(200_000))),
      fc.constant(utf8ToBytes(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}\n`)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, bytes) => {
        const faults = await faultsOf(withFile(folder, path, bytes));
        expect(faults.some(({ file }) => file === path)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('names the file, whatever is cut out of it or put into it', { timeout: 60_000 }, async () => {
    const paths = [...folder.keys()];
    const part = fc.record({
      path: fc.constantFrom(...paths),
      at: fc.nat(),
      cut: fc.nat(20),
      put: fc.uint8Array({ maxLength: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(part, async ({ path, at, cut, put }) => {
        const bytes = folder.get(path) ?? new Uint8Array();
        const from = at % (bytes.length + 1);
        const mixed = Uint8Array.from([...bytes.slice(0, from), ...put, ...bytes.slice(from + cut)]);
        fc.pre(mixed.length !== bytes.length || mixed.some((one, index) => one !== bytes[index]));
        const faults = await faultsOf(withFile(folder, path, mixed));
        expect(faults.some(({ file }) => file === path)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});
