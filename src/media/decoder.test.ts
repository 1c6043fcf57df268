import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { FULL, openDecoder } from './decoder.ts';

const home = mkdtempSync(join(tmpdir(), 'hearsay-decoder-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A stand-in for the process that decodes: what it does with a picture hangs on its first byte. */
const program = pathToFileURL(join(home, 'process.mjs'));
writeFileSync(
  program,
  `const seen = { glance: { width: 1, height: 1 }, decoded: { scale: 1 } };
process.on('message', ({ wanted, bytes }) => {
  if (bytes[0] === 1) process.send({ found: wanted === 'pixels' ? seen : { holds: [] } });
  if (bytes[0] === 2) for (;;);
  if (bytes[0] === 3) process.exit(${FULL});
  if (bytes[0] === 4) process.abort();
  if (bytes[0] === 5) process.send({ code: 'truncated', message: 'the picture is cut short' });
  if (bytes[0] === 6) process.send({ code: 'malformed', message: Object.keys(process.env).join() });
});`,
);

describe('the decoder', { timeout: 60_000 }, () => {
  const decoder = openDecoder({ program });
  afterAll(() => decoder.close());
  const see = (first: number) => decoder.see(Uint8Array.from([first]));

  it('answers with what the process saw, or with why it could not', async () => {
    await expect(see(1)).resolves.toMatchObject({ decoded: { scale: 1 } });
    await expect(see(5)).rejects.toMatchObject({ name: 'HearsayError', code: 'truncated' });
    await expect(decoder.metadata(Uint8Array.from([1]))).resolves.toEqual({ holds: [] });
  });

  it.each([
    ['fills the memory', 3, 'too-large'],
    ['crashes', 4, 'malformed'],
  ])('gives up a picture that %s, and sees the next', async (_how, first, code) => {
    const [harmful, next] = [see(first), see(1)];
    await expect(harmful).rejects.toMatchObject({ name: 'HearsayError', code });
    await expect(next).resolves.toMatchObject({ glance: { width: 1 } });
  });

  it('gives up a picture that takes too long', async () => {
    const hasty = openDecoder({ program, patience: 2000 });
    await expect(hasty.see(Uint8Array.from([2]))).rejects.toMatchObject({ name: 'HearsayError', code: 'timeout' });
    hasty.close();
  });

  it('shows the process no environment', async () => {
    await expect(see(6)).rejects.toMatchObject({ message: expect.not.stringContaining('PATH') });
  });
});
