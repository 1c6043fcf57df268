import { utf8ToBytes } from '@noble/hashes/utils.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatVerifierKey } from '../src/log/index.ts';
import { examineEdition } from '../src/seal/verify-edition.ts';
import { outcomeOf, outcomeSaid } from '../src/web/verify/outcome.ts';
import { EN } from '../src/web/verify/words-en.ts';
import { ZH } from '../src/web/verify/words-zh.ts';
import { DESK, deskNamed, type Folder, flipped, readerOf, smallRecords, withFile } from './small-record.ts';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };
let first: Folder;
let second: Folder;

beforeAll(async () => {
  const all = await smallRecords(2);
  [first, second] = [all[0] ?? new Map(), all[1] ?? new Map()];
});

const told = async (folder: Folder, known: Partial<typeof NOTHING> | object = {}) => {
  const found = await examineEdition(readerOf(folder), { ...NOTHING, ...known });
  return { ...found, outcome: outcomeOf(found.checks), said: outcomeSaid(EN, found.checks, found.edition) };
};
const noteOf = (folder: Folder): string => new TextDecoder().decode(folder.get('seal/checkpoint'));

describe('the first sentence of verify.html', () => {
  it('says that the folder is whole, and by whom', async () => {
    const { outcome, said } = await told(second);
    expect(outcome).toBe('whole');
    expect(said).toEqual([
      'Nothing was changed. This is edition 2 of “The gate”, 31 May 2031, 13:27 UTC, as the desk other.example made it.',
      EN.compare,
    ]);
  });

  it('says that something was changed, or put beside, or is not there at all', async () => {
    const page = second.get('index.html') ?? new Uint8Array();
    expect((await told(withFile(second, 'index.html', flipped(page, 0)))).outcome).toBe('changed');
    expect((await told(withFile(second, 'claims/x.html', page))).outcome).toBe('added');
    expect((await told(new Map())).outcome).toBe('nothing');
  });

  it('says that the folder is whole, but not what the reader knows', async () => {
    expect((await told(second, { keys: [formatVerifierKey(DESK.verifier)] })).outcome).toBe('stranger');
    expect((await told(first, { since: [noteOf(second)] })).outcome).toBe('otherHistory');
    expect((await told(second, { since: [noteOf(first)] })).outcome).toBe('whole');
  });
});

describe('what the checks say, in Chinese', () => {
  it('has words of its own for everything that is found', { timeout: 120_000 }, async () => {
    const said = new Set<string>();
    const look = async (folder: Folder, known: object = {}): Promise<void> => {
      for (const { detail, faults } of (await told(folder, known)).checks)
        for (const one of [detail, ...faults.map(({ what }) => what)]) said.add(one);
    };
    for (const [path, bytes] of second) {
      await look(withFile(second, path, null));
      await look(withFile(second, path, first.get(path) ?? null));
      await look(withFile(second, path, new Uint8Array([120, 10])));
      for (let at = 0; at < bytes.length; at += 37) await look(withFile(second, path, flipped(bytes, at)));
    }
    const keys = [formatVerifierKey(deskNamed('third.example').verifier)];
    await look(second, { keys });
    await look(first, { since: [noteOf(second), noteOf(first), 'x'] });
    await look(second, { since: [noteOf(second).replace('c0ffee00', 'c0ffee01')] });
    await look(withFile(second, 'stray', utf8ToBytes('x')));
    const left = [...said].map((one) => [one, ZH.say(one)]).filter(([, zh]) => /[a-z]{3,} [a-z]{2,}/u.test(zh ?? ''));
    expect(said.size).toBeGreaterThan(40);
    expect(left).toEqual([]);
  });
});
