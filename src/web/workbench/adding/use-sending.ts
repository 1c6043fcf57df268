import { useRef, useState } from 'preact/hooks';
import type { Job } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import { lotsOf } from './gathering.ts';

/** Files on their way to the server. */
export interface Sending {
  readonly id: number;
  readonly files: number;
  readonly bytes: number;
  readonly sent: number;
  /** How long yet, in milliseconds; null until that can be told. */
  readonly left: number | null;
}

/** Sends files into a case, lot after lot, and tells how many bytes are on their way. */
export function useSending(api: Api, folder: string, wrong: (cause: unknown) => void) {
  const [all, set] = useState<readonly Sending[]>([]);
  const last = useRef(0);
  const send = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const id = ++last.current;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const since = performance.now();
    const tell = (sent: number): void => {
      const share = bytes === 0 ? 1 : sent / bytes;
      const left = share > 0 && share < 1 ? ((performance.now() - since) / share) * (1 - share) : null;
      set((known) => known.map((one) => (one.id === id ? { ...one, sent: Math.min(bytes, sent), left } : one)));
    };
    set((known) => [...known, { id, files: files.length, bytes, sent: 0, left: null }]);
    try {
      let before = 0;
      for (const lot of lotsOf(files)) {
        const path = `/cases/${encodeURIComponent(folder)}/files?count=${lot.length}`;
        await api.send<Job>(path, lot, (sent) => tell(before + sent));
        before += lot.reduce((sum, { size }) => sum + size, 0);
      }
    } catch (cause) {
      wrong(cause);
    } finally {
      set((known) => known.filter((one) => one.id !== id));
    }
  };
  return { sending: all, send };
}
