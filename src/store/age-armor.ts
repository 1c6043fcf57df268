import { armor } from 'age-encryption';
import { HearsayError } from '../base/error.ts';

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';

/** Whether bytes are a sealed file written as text, for mail and chats (C2SP age, "ASCII armor"). */
export const isArmored = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().startsWith(BEGIN);

/** A sealed file as text. */
export const toArmor = (sealed: Uint8Array): Uint8Array => new TextEncoder().encode(armor.encode(sealed));

/** The sealed file in its text. White space around it, and CRLF, are let pass; nothing else is. */
export function fromArmor(bytes: Uint8Array): Uint8Array {
  // Latin-1, so that an index into the text is one into the bytes.
  const text = new TextDecoder('latin1').decode(bytes);
  try {
    return armor.decode(text);
  } catch (cause) {
    throw faultOf(text, cause);
  }
}

function faultOf(text: string, cause: unknown): HearsayError {
  const start = text.indexOf(BEGIN) + BEGIN.length;
  const end = text.indexOf(END, start);
  if (end < 0)
    return new HearsayError(
      'truncated',
      `the sealed text is cut short: byte ${text.length} comes before "${END}"; copy it whole`,
      { cause },
    );
  let at = start + (text.slice(start, start + 2).startsWith('\r') ? 2 : 1);
  const lines = text.slice(at, end).split('\n');
  for (const [n, line] of lines.slice(0, -1).entries()) {
    const whole = /^[A-Za-z0-9+/]{64}\r?$/.test(line);
    if (!whole && (n < lines.length - 2 || !/^(?:[A-Za-z0-9+/]{4}){0,15}[A-Za-z0-9+/=]{4}\r?$/.test(line))) break;
    at += line.length + 1;
  }
  return new HearsayError('malformed', `byte ${at} of the sealed text is not as age writes it; copy it again`, {
    cause,
  });
}
