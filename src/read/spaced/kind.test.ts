import { expect, it } from 'vitest';
import { english } from '../locales/en/en.ts';
import { typed } from './kind.ts';

it.each([
  ['Marine Safety Agency', 'named-body'],
  ['Florence Council', 'named-body'],
  ['the Victoria Police', 'named-body'],
  ['Austin Bus Company', 'named-body'],
  ['the Charlotte Observer', 'outlet'],
  ['Detective Inspector Grace Hall', 'named-person'],
  ['Mary Anne Church', 'named-person'],
  ['Austin Parks', 'named-person'],
])('takes a name by its last word, whatever first name it begins with: %s', (name, kind) => {
  expect(typed(name, english, false).kind).toBe(kind);
});
