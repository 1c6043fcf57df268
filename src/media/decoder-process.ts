import { HearsayError } from '../base/error.ts';
import { type Answer, decodedHere, FULL, type Question } from './decoder.ts';
import { metadataOf } from './metadata.ts';

/** Bytes that this process may hold: several times what the largest allowed picture takes. */
const MOST_MEMORY = 2 * 2 ** 30;
/** Milliseconds between two looks at it. */
const OFTEN = 100;

// A process that decodes what it is sent, one picture after another, and ends itself when they fill its memory.
const watch = setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(FULL);
}, OFTEN);
watch.unref();
process.on('disconnect', () => process.exit(0));
process.on('message', async (question: Question) => process.send?.(await answerTo(question)));
// Whatever a picture asks for, nobody is called.
Reflect.deleteProperty(globalThis, 'fetch');

async function answerTo({ wanted, bytes }: Question): Promise<Answer> {
  try {
    return { found: wanted === 'pixels' ? await decodedHere(bytes) : await metadataOf(bytes) };
  } catch (cause) {
    if (cause instanceof HearsayError) return { code: cause.code, message: cause.message };
    return { code: 'malformed', message: "the picture can't be decoded; save it again as PNG" };
  }
}
