import { HearsayError } from '../base/error.ts';

/** One file of a form. */
export interface FormFile {
  /** The name of the field. */
  readonly field: string;
  /** What the file was called; null where it is a value and no file. */
  readonly name: string | null;
  /** Null where there are more than are taken; they are passed over. */
  readonly bytes: Uint8Array | null;
}

/** How much of a form is taken. */
export interface FormLimits {
  /** Bytes of one file. */
  readonly file: number;
  readonly files: number;
}

const HEAD_MOST = 16 * 1024;
const BREAK = new Uint8Array([0x0d, 0x0a, 0x0d, 0x0a]);

/**
 * The files of a `multipart/form-data` body (RFC 7578), one after the other as they come in, so that no more than one of
 * them is held. Linear in the bytes. Throws HearsayError where the body is none or too much.
 */
export async function* formFiles(
  type: string | undefined,
  body: AsyncIterable<Uint8Array>,
  limits: FormLimits,
): AsyncGenerator<FormFile> {
  const stream = openStream(body, boundaryOf(type));
  // What stands before the first boundary is nobody's.
  await stream.upToBoundary(HEAD_MOST);
  for (let files = 0; !(await stream.atEnd()); files++) {
    if (files >= limits.files)
      throw new HearsayError('too-large', `more than ${limits.files} files at once; send the rest afterwards`);
    const about = headOf(await stream.head());
    yield { ...about, bytes: await stream.upToBoundary(limits.file) };
  }
}

const malformed = (what: string): HearsayError =>
  new HearsayError('malformed', `the form is not written as a form must be: ${what}; check how it was sent`);

/** RFC 2046, 5.1.1: up to 70 characters of a small set. */
function boundaryOf(type: string | undefined): Uint8Array {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu.exec(type ?? '');
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined)
    throw new HearsayError('unknown-type', 'files are sent as multipart/form-data with a boundary');
  return Buffer.from(`\r\n--${boundary}`, 'latin1');
}

interface Stream {
  /** Bytes up to the next boundary, which is passed over; null where they are more than that. */
  readonly upToBoundary: (most: number) => Promise<Uint8Array | null>;
  /** Whether the boundary just passed was the last. */
  readonly atEnd: () => Promise<boolean>;
  /** The head of a part, up to its empty line. */
  readonly head: () => Promise<string>;
}

function openStream(body: AsyncIterable<Uint8Array>, boundary: Uint8Array): Stream {
  const source = body[Symbol.asyncIterator]();
  // The first boundary may stand at the very beginning, where no line ends before it.
  let held: Buffer = Buffer.from('\r\n');
  const more = async (): Promise<Buffer> => {
    const next = await source.next();
    if (next.done) throw malformed('it ends in the middle');
    return Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
  };
  const upTo = async (mark: Uint8Array, most: number): Promise<Uint8Array | null> => {
    let parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const at = held.indexOf(mark);
      if (at >= 0) {
        parts.push(held.subarray(0, at));
        held = held.subarray(at + mark.length);
        return size + at > most ? null : new Uint8Array(Buffer.concat(parts));
      }
      // The mark may begin in what is held and end in what comes.
      const sure = Math.max(0, held.length - mark.length + 1);
      parts.push(held.subarray(0, sure));
      size += sure;
      if (size > most) parts = [];
      held = Buffer.concat([held.subarray(sure), await more()]);
    }
  };
  const atLeast = async (bytes: number): Promise<void> => {
    while (held.length < bytes) held = Buffer.concat([held, await more()]);
  };
  return {
    upToBoundary: (most) => upTo(boundary, most),
    async atEnd() {
      await atLeast(2);
      if (held[0] === 0x2d && held[1] === 0x2d) return true;
      if (held[0] !== 0x0d || held[1] !== 0x0a) throw malformed('a boundary is not followed by a line');
      // Kept: a part without a head begins with the empty line at once.
      return false;
    },
    async head() {
      const bytes = await upTo(BREAK, HEAD_MOST);
      if (bytes === null) throw malformed('the head of a part is too long');
      return new TextDecoder('utf-8').decode(bytes);
    },
  };
}

function headOf(head: string): { readonly field: string; readonly name: string | null } {
  const line = head.split('\r\n').find((one) => /^content-disposition\s*:/iu.test(one)) ?? '';
  const field = parameter(line, 'name');
  if (!/^content-disposition\s*:\s*form-data\b/iu.test(line) || field === null) throw malformed('a part has no name');
  return { field, name: parameter(line, 'filename') };
}

/** As browsers write it (HTML, multipart encoding): quotes and line ends as %22, %0D, %0A. */
function parameter(line: string, key: string): string | null {
  const found = new RegExp(`;\\s*${key}="([^"]*)"`, 'iu').exec(line);
  return found?.[1]?.replaceAll('%22', '"').replaceAll(/%0[ad]/giu, ' ') ?? null;
}
