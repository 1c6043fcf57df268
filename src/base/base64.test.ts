import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

test('bytes come back as they went', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});

test('the text is the one of RFC 4648, section 10', () => {
  const text = (word: string): string => toBase64(new TextEncoder().encode(word));
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(text)).toEqual([
    '',
    'Zg==',
    'Zm8=',
    'Zm9v',
    'Zm9vYg==',
    'Zm9vYmE=',
    'Zm9vYmFy',
  ]);
});

test('lines and blanks between the characters leave nothing behind', () => {
  expect(fromBase64('Zm9v\r\nYmFy  \n')).toEqual(new TextEncoder().encode('foobar'));
});
