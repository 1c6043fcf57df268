/** What the place that is printed to can show. */
export interface Terminal {
  /** Columns: 80 where nothing is known, never above 100, where lines get hard to read. */
  readonly width: number;
  readonly colour: boolean;
}

/** Colour only on a terminal, and as NO_COLOR and FORCE_COLOR ask (no-color.org). */
export function terminal(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Terminal {
  const width = Math.max(40, Math.min(100, stream.isTTY ? (stream.columns ?? 80) : 80));
  const colour = env['NO_COLOR']
    ? false
    : env['FORCE_COLOR']
      ? env['FORCE_COLOR'] !== '0'
      : stream.isTTY === true && env['TERM'] !== 'dumb';
  return { width, colour };
}
