/**
 * A window that a bookmark opened has no token, and must not get it from the page it was opened from. It asks the other
 * tabs of the workbench. What is said on a channel is heard by pages of this very origin alone (HTML Standard, 9.5):
 * captured items, which are shown from another port, don't hear it, and neither does any other page.
 */
const CHANNEL = 'hearsay-token';

/** Nobody waits longer than this for tabs that may not be there. */
const PATIENCE_MS = 400;

/** The token, from a tab that has it; null where none answers. */
export function askForToken(): Promise<string | null> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((done) => {
    const end = (token: string | null): void => {
      clearTimeout(patience);
      channel.close();
      done(token);
    };
    const patience = setTimeout(end, PATIENCE_MS, null);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const token = (data as { readonly token?: unknown } | null)?.token;
      if (typeof token === 'string' && /^[\w-]+$/u.test(token)) end(token);
    });
    channel.postMessage({ ask: true });
  });
}

/** Gives the token to tabs of this workbench that ask for it. */
export function answerForToken(token: string): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if ((data as { readonly ask?: unknown } | null)?.ask === true) channel.postMessage({ token });
  });
  return () => channel.close();
}
