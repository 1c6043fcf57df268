import { useRef } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Api } from '../api.ts';
import type { RoomProps } from '../room.ts';
import type { Saying } from './use-sayings.ts';
import type { Words } from './words.ts';

interface Telling {
  readonly say: (words: string, tone?: Saying['tone'], seq?: number | null) => void;
  readonly forget: (seq: number) => void;
}

/** Writes decisions down and takes them back: one by its number, or the last that was written here. */
export function useDeciding(api: Api, folder: string | null, words: Words, { say, forget }: Telling) {
  const written = useRef<readonly { readonly folder: string | null; readonly seq: number }[]>([]);
  const path = `/cases/${encodeURIComponent(folder ?? '')}`;
  const refused = (cause: unknown): void => say(messageOf(cause), 'wrong');
  const undo = async (seq: number): Promise<void> => {
    try {
      await api.post(`${path}/undo`, { event: seq, why: words.undoWhy });
      written.current = written.current.filter((one) => one.seq !== seq || one.folder !== folder);
      forget(seq);
      say(words.undone(seq));
    } catch (cause) {
      refused(cause);
    }
  };
  const decide: RoomProps['decide'] = async (kind, data, why) => {
    try {
      // What weighs is no decision on what was weighed.
      const { seq } = await (kind === 'policy'
        ? api.post<{ readonly seq: number }>(`${path}/policy`, data)
        : api.post<{ readonly seq: number }>(`${path}/decisions`, { kind, data, why }));
      written.current = [...written.current, { folder, seq }];
      say(words.written(seq, words.kinds[kind] ?? kind), 'plain', seq);
      return seq;
    } catch (cause) {
      refused(cause);
      return null;
    }
  };
  const undoLast = (): void => {
    const last = written.current.findLast((one) => one.folder === folder);
    if (last === undefined) say(words.nothingToUndo);
    else void undo(last.seq);
  };
  return { decide, undo, undoLast };
}
