import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../base/base64.ts';
import { gate } from './gate.ts';
import { withholding } from './withhold.ts';

const NAMES = ['Marta Quillander', 'Zoë Ångstrand', '岑静岫', 'Anselm Vorbeck'];
const shown = withholding({
  ...{ people: NAMES.map((name) => ({ name, role: null, withheld: true, why: '' })) },
  ...{ claims: [], statements: [], texts: [], items: [], origins: [] },
});
const latin = (name: string): boolean => /^\p{Script=Latin}/u.test(name);
const between = (name: string, sign: string): string => [...name.replaceAll(' ', '')].join(sign);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Ways to write a name. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => between(name, '.'),
  (name) => between(name, '\n'),
  (name) => between(name, '\u200b'),
  (name) => encodeURIComponent(name),
  (name) => encodeURIComponent(encodeURIComponent(name)),
  (name) => [...name].map((one) => `&#${one.codePointAt(0) ?? 0};`).join(''),
  (name) => [...name].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  (name) => toBase64(utf8(`It is ${name}, they say`)),
  (name) => (latin(name) ? [...name].reverse().join('') : name),
  (name) => (latin(name) ? name.split(' ').reverse().join(', ') : name),
  (name) => `https://${name.replaceAll(' ', '-')}.example/`,
];
/** Files to put words into. */
const carriers: readonly ((words: string) => Uint8Array)[] = [
  utf8,
  (words) => utf8(`<!doctype html><html><p title="${words}">x</p></html>`),
  (words) => utf8(`<!doctype html><html><!-- ${words} --></html>`),
  (words) => utf8(JSON.stringify({ words })),
  (words) => gzipSync(utf8(words)),
  (words) => utf8(`a,b\n1,"${words}"\n`),
];
const plain = fc.stringMatching(/^[a-f .,0-9]{0,40}$/u);
const any = fc.record({
  name: fc.constantFrom(...NAMES),
  spelling: fc.constantFrom(...spellings),
  carrier: fc.constantFrom(...carriers),
  before: plain,
  after: plain,
});
const found = (bytes: Uint8Array) => gate([{ path: 'a', bytes }], { within: shown.within, own: () => false }, null);

describe('any form of a name', () => {
  it('in any file is found by the gate', async () => {
    await fc.assert(
      fc.asyncProperty(any, async ({ name, spelling, carrier, before, after }) => {
        expect(await found(carrier(`${before} ${spelling(name)} ${after}`))).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is withheld so that the gate finds nothing more, and the second time nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(any, async ({ name, spelling, carrier, before, after }) => {
        const said = shown(`${before} ${spelling(name)} ${after}`);
        expect(shown(said)).toBe(said);
        expect(await found(carrier(said))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is not found where it is not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...carriers), plain, async (carrier, words) => {
        expect(await found(carrier(words))).toEqual([]);
      }),
    );
  });
});
