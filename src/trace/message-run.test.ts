import { expect, test } from 'vitest';
import type { ScreenMessage } from '../capture/sighting.ts';
import { figuresOf, sameWords, sharedRun, written } from './message-run.ts';

const said = (side: ScreenMessage['side'], text: string): ScreenMessage => ({
  side,
  sender: null,
  text,
  time: null,
  box: { x: 0, y: 0, width: 1, height: 1 },
});
const talk = [
  said('left', 'Is the Orla ferry running tonight?'),
  said('right', 'No, they moored it at noon'),
  said('left', 'Who told you that?'),
  said('right', 'The man at the ticket window'),
  said('left', 'Water at the pier is 3.86 m'),
];

test('labels between messages were not written by people', () => {
  expect(written([said('centre', 'Today'), ...talk])).toEqual(talk);
});

test.each([
  ['Water at the pier is 3.86 m', 'Water at the pier is 38.6 m'],
  ['水位已到 3.86 米，大家快走', '水位已到 38.6 米，大家快走'],
  ['Back at 18:05', 'Back at 18:06'],
  ['Yes', 'No'],
  ['', ''],
])('%j and %j are not the same words', (a, b) => {
  expect(sameWords(a, b)).toBe(false);
});

test.each([
  ['Is the Orla ferry running tonight?', 'ls the Orla ferry runnlng tonight'],
  ['The man at the ticket window', 'The man at the tlcket windovv'],
  ['渡轮今晚停航，大家别去码头', '渡轮今晩停航大家别去码头'],
  ['18:05 it left', '18：05 it left'],
])('%j read as %j is a slip of the reader', (a, b) => {
  expect(sameWords(a, b)).toBe(true);
});

test('figures keep their points', () => {
  expect(figuresOf('4.2 m at 18:05, １０ people')).toBe('4.2 18:05 10');
});

test('two scrolls share the stretch in both', () => {
  expect(sharedRun(talk.slice(0, 4), talk.slice(1))).toEqual([
    { left: 1, right: 0, same: true },
    { left: 2, right: 1, same: true },
    { left: 3, right: 2, same: true },
  ]);
});

test('a changed message stands in the stretch as changed', () => {
  const changed = talk.with(3, said('right', 'Nobody, I made it up'));
  expect(sharedRun(talk, changed).map((one) => one.same)).toEqual([true, true, true, false, true]);
});

test('one shared greeting is no shared stretch, nor are the same words from the other side', () => {
  expect(sharedRun(talk, [said('left', 'Hello'), said('left', 'Who told you that?')])).toEqual([]);
  const mirrored = talk.map((one) => said(one.side === 'left' ? 'right' : 'left', one.text));
  expect(sharedRun(talk, mirrored)).toEqual([]);
});

test('no messages share nothing', () => {
  expect(sharedRun([], talk)).toEqual([]);
  expect(sharedRun([], [])).toEqual([]);
});
