/**
 * The reader of PDF files fetches pages ahead and forgets the promise (pdf.js, `getPageDict`): of a broken page it
 * rejects with nobody listening, which would end the program. What it says the awaited call says too.
 */
export const isStray = (cause: unknown): boolean =>
  cause instanceof Error && /[\\/]pdfjs\.mjs:\d/u.test(cause.stack ?? '');

/**
 * Lets rejections of that reader pass; any other that nobody awaits is a mistake, and ends the process as it should. For
 * shells, each with its own process or thread as `host`.
 */
export function passOverStrays(host: {
  on(event: 'unhandledRejection', listener: (cause: unknown) => void): unknown;
}): void {
  host.on('unhandledRejection', (cause) => {
    if (!isStray(cause)) throw cause;
  });
}
