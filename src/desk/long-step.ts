/**
 * A step that nothing interrupts and that may take long: says so to a terminal. While it holds this thread no listener
 * of ours can run, so Ctrl-C is given back to the system, which ends the program at once; nothing is being written.
 */
export function longStep<T>(stream: NodeJS.WriteStream, what: string, step: () => T): T {
  const listeners = process.listeners('SIGINT');
  if (stream.isTTY) stream.write(`\r\u001b[K${what}`);
  process.removeAllListeners('SIGINT');
  try {
    return step();
  } finally {
    for (const listener of listeners) process.on('SIGINT', listener);
    if (stream.isTTY) stream.write('\r\u001b[K');
  }
}
