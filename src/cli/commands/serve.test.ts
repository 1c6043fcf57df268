import { describe, expect, it } from 'vitest';
import { serve } from './serve.ts';

describe('hearsay serve', () => {
  it('is refused in words where it is called wrongly, before anything listens', async () => {
    const wrong: readonly (readonly string[])[] = [
      ['one', 'two'],
      ['.', '--host', '0.0.0.0'],
      ['.', '--host', '::'],
      ['.', '--port', 'http'],
      ['.', '--port', '65536'],
      ['.', '--port', '-1'],
      ['.', '--public'],
    ];
    for (const words of wrong) await expect(serve.run(words)).rejects.toMatchObject({ code: 'usage' });
    await expect(serve.run(['/nowhere/at/all'])).rejects.toMatchObject({ code: 'not-found' });
  });
});
