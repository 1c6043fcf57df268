import { expect, it } from 'vitest';
import { openProgress } from './progress.ts';

const streamOf = (isTTY: boolean) => {
  const said: string[] = [];
  const stream = { isTTY, write: (words: string) => said.push(words) } as unknown as NodeJS.WriteStream;
  return { said, stream };
};

it('says what, how many and how long yet, on one line that it wipes at the end', () => {
  const { said, stream } = streamOf(true);
  let now = 0;
  const progress = openProgress(stream, () => now);
  progress.step('reading', 0, 300);
  now = 4000;
  progress.step('reading', 4, 300);
  now = 100_000;
  progress.step('reading', 200, 300);
  progress.end();
  expect(said.map((one) => one.replace('\r\u001b[K', '|'))).toEqual([
    '|reading 0 of 300',
    '|reading 4 of 300, about 5 min yet',
    '|reading 200 of 300, about 50 s yet',
    '|',
  ]);
});

it('says nothing where nobody is looking', () => {
  const { said, stream } = streamOf(false);
  const progress = openProgress(stream, () => 0);
  progress.step('reading', 1, 2);
  progress.end();
  expect(said).toEqual([]);
});
