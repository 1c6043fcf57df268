import { HearsayError } from '../base/error.ts';
import { decoded, glance } from './decode.ts';
import { type Answer, FULL } from './decoder.ts';

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
process.on('message', async ({ bytes }: { readonly bytes: Uint8Array }) => process.send?.(await answerTo(bytes)));

async function answerTo(bytes: Uint8Array): Promise<Answer> {
  try {
    return { glance: await glance(bytes), decoded: await decoded(bytes) };
  } catch (cause) {
    if (cause instanceof HearsayError) return { code: cause.code, message: cause.message };
    return { code: 'malformed', message: "the picture can't be decoded; save it again as PNG" };
  }
}
