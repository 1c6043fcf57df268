import { describe, expect, it } from 'vitest';
import { answerForToken, askForToken } from './token-sharing.ts';

describe('a window without a token', () => {
  it('gets it from a tab of the workbench that has it', async () => {
    const stop = answerForToken('abc-123');
    expect(await askForToken()).toBe('abc-123');
    stop();
  });

  it('does not wait for long where no other tab is open', async () => {
    expect(await askForToken()).toBeNull();
  });
});
