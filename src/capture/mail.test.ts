import { expect, it } from 'vitest';
import { mailToDraft } from './mail.ts';
import { deskOf, isDesk } from './publisher-words.ts';

const mail = (from: string, body: string) =>
  mailToDraft(
    new TextEncoder().encode(`From: ${from}\nTo: Una Breck <una@herald.example>\nSubject: Re: raft\n\n${body}\n`),
  );

it.each([
  ['Press desk, Food Office <press@food.example>', 'Yes.', 'Press desk, Food Office', 'Food Office'],
  ['"Harbour Board Media Team" <m@board.example>', 'Yes.', 'Harbour Board Media Team', 'Harbour Board'],
  ['Press Office <p@sea.example>', 'Yes.\n\nKind regards,\nPress Office, Sea Agency', 'Press Office', 'Sea Agency'],
  ['Press Office <p@sea.example>', 'Yes.\n\n-- \nJo\nPress Office\nSea Agency', 'Press Office', 'Sea Agency'],
  ['Press Office <p@sea.example>', 'Yes.', 'Press Office', null],
  ['Ruth Amsel <r@sea.example>', 'Yes.\n\nRuth\nPress Office, Sea Agency', 'Ruth Amsel', null],
])('behind a desk for the press stands its body: %s', async (from, body, author, publisher) => {
  expect(await mail(from, body)).toMatchObject({ author, publisher });
});

it('takes no person for a desk, and no word for a name', () => {
  expect(['Ruth Amsel', 'News Shopper', 'Press', 'The Informer'].map(isDesk)).toEqual([false, false, true, false]);
  expect(deskOf('Communications, City of Elm')).toBeNull();
  expect(deskOf('Communications team, City of Elm')).toBe('City of Elm');
});
