import type { FolderReader } from '../../seal/folder.ts';

/** A file of a record that is larger is not read. */
const MOST = 512 * 1024 * 1024;

/** The folder in which this page lies, over http(s): only what its manifest names is asked for. */
export const besideReader = (base: URL, step: (done: number, total: number) => void): FolderReader => ({
  // What else lies beside the page no server has to say.
  list: async () => null,
  read: async (path) => {
    const answer = await fetch(new URL(path, base), { cache: 'no-store', credentials: 'omit', redirect: 'error' });
    return answer.ok ? within(answer, MOST) : null;
  },
  step,
});

/** The bytes of an answer, or null where they are too many: counted as they come. */
async function within(answer: Response, most: number): Promise<Uint8Array | null> {
  if (!answer.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
