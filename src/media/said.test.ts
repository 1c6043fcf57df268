import { expect, it } from 'vitest';
import { said } from './said.ts';

it('is one plain line: without controls, marks of direction or more letters than a line takes', () => {
  expect(said('Mira\u202e\u0000 Sund\r\n')).toBe('Mira Sund');
  expect(said('相'.repeat(5000))).toBe('相'.repeat(300));
});

it('is nothing where nothing is said', () => {
  for (const none of ['', ' \u200b\n', null, 7, {}]) expect(said(none)).toBeNull();
});
