import { unzipSync, zipSync } from 'fflate';
import { HearsayError } from '../base/error.ts';

/** Reading a part takes some twenty times its length in memory. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Tables in tables come to some hundred; readers of XML take time with the square of the depth. */
const DEEPEST = 1000;

/**
 * The parts of a Word document that hold words, in a zip written anew (ECMA-376 part 2): what reads it next meets sound
 * sizes, one directory and no depth without end. The zip must have passed `zipDanger`.
 */
export function wordParts(bytes: Uint8Array, file: string): Uint8Array {
  const parts = unpacked(bytes, file);
  for (const [name, part] of Object.entries(parts))
    if (isTooDeep(new TextDecoder().decode(part)))
      throw new HearsayError(
        'too-large',
        `${file}: the elements of ${name} stand more than ${DEEPEST} deep in each other; save it as PDF or text`,
      );
  return zipSync(parts, { level: 0 });
}

function unpacked(bytes: Uint8Array, file: string): Readonly<Record<string, Uint8Array>> {
  let declared = 0;
  const isWanted = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    const isPart = /\.(?:xml|rels)$/iu.test(name);
    if (isPart) declared += originalSize;
    return isPart && declared <= MOST_BYTES;
  };
  try {
    const parts = unzipSync(bytes, { filter: isWanted });
    if (declared <= MOST_BYTES) return parts;
  } catch (cause) {
    throw new HearsayError('malformed', `${file} can't be unpacked as a Word document; save it again as DOCX or PDF`, {
      cause,
    });
  }
  throw new HearsayError(
    'too-large',
    `${file} holds ${declared} bytes of text and marks, the limit is ${MOST_BYTES}; split it`,
  );
}

function isTooDeep(xml: string): boolean {
  let depth = 0;
  for (const [, slash, end] of xml.matchAll(/<(\/?)[^\s<>/!?][^<>]*?(\/?)>/gu)) {
    if (slash) depth = Math.max(0, depth - 1);
    else if (!end) depth++;
    if (depth > DEEPEST) return true;
  }
  return false;
}
