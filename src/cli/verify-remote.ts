import type { Check } from '../base/check.ts';
import { HearsayError } from '../base/error.ts';
import { fetchSafely } from '../net/fetcher.ts';
import type { Net } from '../net/world.ts';
import type { KnownOutside } from '../seal/folder.ts';
import { verifyEdition } from '../seal/verify-edition.ts';

/** A record's largest file over the web, and how long it may take. */
const MOST = 64 * 1024 * 1024;
const TIME = 60_000;

/** Checks a published record on the web: what its manifest names, and nothing else is asked for. */
export async function verifyRemote(address: string, known: KnownOutside, net: Net): Promise<readonly Check[]> {
  const base = address.endsWith('/') ? address : address.replace(/[^/]*$/u, '');
  const read = async (path: string): Promise<Uint8Array | null> => {
    const { status, bytes } = await fetchSafely(`${base}${path}`, { net, most: MOST, total: TIME });
    return status >= 200 && status < 300 ? bytes : null;
  };
  // The first answer says whether anything can be asked at all: a network that is down is no finding about the record.
  if ((await read('seal/manifest')) === null)
    throw new HearsayError(
      'not-found',
      `${base} has no seal/manifest; give the address of a published record's folder`,
    );
  return verifyEdition({ list: async () => null, read }, known);
}
