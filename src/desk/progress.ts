/** Says what is being done, how many, and how long yet: on standard error, and only to a terminal. */
export interface Progress {
  readonly step: (what: string, done: number, total: number) => void;
  readonly end: () => void;
}

/** `now` gives milliseconds; the shell's clock. */
export function openProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  if (!stream.isTTY) return { step: () => undefined, end: () => undefined };
  let since = now();
  let shown = 0;
  let last = '';
  return {
    step(what, done, total) {
      if (what !== last) {
        since = now();
        last = what;
      } else if (done < total && now() - shown < 80) return;
      shown = now();
      const left =
        done > 0 && done < total ? `, about ${waitWords(((now() - since) / done) * (total - done))} yet` : '';
      stream.write(`\r\u001b[K${what} ${done} of ${total}${left}`);
    },
    end: () => {
      if (last) stream.write('\r\u001b[K');
    },
  };
}

const waitWords = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
};
