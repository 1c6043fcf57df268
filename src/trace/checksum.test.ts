import { expect, test } from 'vitest';
import { checksum } from './checksum.ts';

const of = (text: string): number => checksum(new TextEncoder().encode(text));

test('the checksum is the CRC-32 that everyone uses', () => {
  expect(of('123456789')).toBe(0xcbf43926);
  expect(of('The quick brown fox jumps over the lazy dog')).toBe(0x414fa339);
  expect(of('')).toBe(0);
});
