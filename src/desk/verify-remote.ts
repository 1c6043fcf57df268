import type { Check } from '../base/check.ts';
import { HearsayError } from '../base/error.ts';
import { fetchSafely } from '../net/fetcher.ts';
import type { Net } from '../net/world.ts';
import type { KnownOutside } from '../seal/folder.ts';
import { verifyEdition } from '../seal/verify-edition.ts';

/** A record's largest file over the web, all of them together; how long one may take, and all together. */
const MOST = 64 * 1024 * 1024;
const MOST_TOGETHER = 2 * 1024 * 1024 * 1024;
const TIME = 60_000;
const TIME_TOGETHER = 30 * 60_000;

/** Checks a published record on the web: what its manifest names, and nothing else is asked for. */
export async function verifyRemote(address: string, known: KnownOutside, net: Net): Promise<readonly Check[]> {
  const base = folderAt(address);
  let left = MOST_TOGETHER;
  const broken: HearsayError[] = [];
  const signal = AbortSignal.timeout(TIME_TOGETHER);
  const read = async (path: string): Promise<Uint8Array | null> => {
    try {
      const limits = { signal, most: Math.min(MOST, left), total: TIME };
      const { status, bytes } = await fetchSafely(`${base}${path}`, { net, ...limits });
      left -= bytes.length;
      return status >= 200 && status < 300 ? bytes : null;
    } catch (cause) {
      if (cause instanceof HearsayError && (cause.code === 'network' || cause.code === 'timeout')) broken.push(cause);
      throw cause;
    }
  };
  // The first answer says whether anything can be asked at all.
  if ((await read('seal/manifest')) === null)
    throw new HearsayError(
      'not-found',
      `${base} has no seal/manifest; give the address of a published record's folder`,
    );
  const checks = await verifyEdition({ list: async () => null, read }, known);
  // A network that fails on the way is no finding about the record.
  const [first] = broken;
  if (first) throw new HearsayError(first.code, `${base} is checked only in part: ${first.message}`);
  return checks;
}

/** The folder that an address names: a page in it leads to it as well, and a slash may be left out. */
function folderAt(address: string): string {
  if (!URL.canParse(address)) throw new HearsayError('usage', `"${address}" is no address; give it as https://…/`);
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  if (/\.html?$/iu.test(last)) url.pathname = url.pathname.slice(0, -last.length);
  else if (last !== '') url.pathname += '/';
  return url.href;
}
