import { describe, expect, it } from 'vitest';
import type { Credentials, PictureMetadata } from '../capture/picture-metadata.ts';
import { carriedLine } from './carried-lines.ts';

const bare: PictureMetadata = {
  ...{ holds: [], taken: null, changed: null, device: null, software: null, author: null, caption: null },
  ...{ place: null, credentials: null },
};
const sealed: Credentials = {
  ...{ state: 'holds', failures: [], signer: 'Halden Press', signed: null, program: 'Sketcher 4' },
  ...{ deeds: ['c2pa.created'], synthetic: true, parts: [], address: null },
};

describe('the line of what a picture carries', () => {
  it('is left out where it carries nothing', () => {
    expect(carriedLine(bare)).toBeNull();
    expect(carriedLine({ ...bare, holds: ['xmp'] })).toBe('xmp without any of these');
  });

  it('says when, with what and where', () => {
    const one = {
      ...bare,
      taken: '2031-06-03T08:12:00',
      device: 'Halden Q2',
      place: { latitude: -10.5, longitude: 20 },
    };
    expect(carriedLine(one)).toBe('taken 2031-06-03T08:12:00, with Halden Q2, place -10.50000, 20.00000');
  });

  it.each([
    [sealed, /seal holds, signed as Halden Press; the program that signed says that a machine made it/u],
    [{ ...sealed, state: 'broken', failures: ['assertion.dataHash.mismatch'] }, /does not hold \(assertion\.dataHash/u],
    [{ ...sealed, state: 'unreadable', failures: ['UnknownAlgorithm'] }, /can't be read \(UnknownAlgorithm\)/u],
    [
      { ...sealed, state: 'elsewhere', address: 'https://example.org/x' },
      /kept at https:\/\/example\.org\/x, which was/u,
    ],
  ] as const)('says how credentials stand: %#', (credentials, words) => {
    expect(carriedLine({ ...bare, credentials: { ...credentials, failures: [...credentials.failures] } })).toMatch(
      words,
    );
  });
});
