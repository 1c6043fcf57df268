import { expect, test } from 'vitest';
import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import type { Lineage } from './lineage.ts';
import { trace } from './trace.ts';

const item = (id: string, published: string | null): Item => ({
  ...{ id, file: id, url: null, publisher: null, author: null, published, modified: null, captured: null },
  ...{ mediaType: 'text/plain', digest: 'sha256:00', language: 'und', title: null, note: null, unreadable: null },
});
const text = (id: string, content: string): Text => ({
  ...{ id: `text of ${id}`, item: id, language: 'und', content },
  ...{ zones: [], voices: [], links: [], credits: [] },
});
const run = (...contents: readonly string[]): Lineage =>
  trace(
    contents.map((_, at) => item(`i${at}`, null)),
    contents.map((content, at) => text(`i${at}`, content)),
  );

const STORY = Array.from(
  { length: 20 },
  (_, at) => `On quay ${at * 7} a crew of ${at + 3} carried crate ${at * 131} past the ${at}th lamp and signed for it.`,
).join('\n');

test('posts of one word, of nothing and of marks only are no copies', () => {
  expect(run('Yes', 'Yes', 'No', '', '!!!', '\u0301\u0302', '🛳️', '\ud800', '好').copies).toEqual([]);
});

test('one character again and again is soon done', () => {
  const [a, b] = ['a'.repeat(300_000), 'ab'.repeat(150_000)];
  expect(run(a, a, `${a}b`, b, '好'.repeat(100_000)).copies.length).toBeLessThan(10);
}, 30_000);

test('any number of equal posts are one telling', () => {
  const words = 'The ferry to Orla will not run tonight, says the man at the ticket window of the harbour office.';
  const ids = Array.from({ length: 5000 }, (_, at) => `post ${at}`);
  const found = trace(
    ids.map((id, at) => item(id, `2031-05-12T08:${String(at % 60).padStart(2, '0')}:00Z`)),
    ids.map((id) => text(id, words)),
  );
  expect(found.tellings).toHaveLength(1);
  expect(found.copies.length).toBeLessThan(5200);
}, 60_000);

test('a book is compared with a story in it', () => {
  const filler = Array.from(
    { length: 5000 },
    (_, at) => `Row ${at * 7919} of the ledger holds ${at * 31} and ${at ^ 2731}. `,
  ).join('');
  const book = `${filler.repeat(Math.ceil(1_500_000 / filler.length))}\n${STORY}\n${filler.repeat(Math.ceil(1_500_000 / filler.length))}`;
  const found = run(book, STORY);
  expect(found.copies).toHaveLength(1);
  expect(found.copies[0]?.coverage.right).toBeGreaterThan(0.9);
}, 60_000);
