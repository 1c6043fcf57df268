import { HearsayError } from '../base/error.ts';
import type { Facts } from '../capture/facts.ts';
import type { SealData } from '../record/event.ts';
import type { Event } from '../record/history.ts';
import { getBlob } from '../store/blobs.ts';
import type { Source } from '../store/folder.ts';
import { openSealed } from '../store/sealing.ts';

/** A sealed item, opened with the keys in a file: what it is called, what is known of it, its bytes. */
export async function unsealed(root: string, { seq, at, data }: Event<SealData>, identities: string): Promise<Source> {
  const facts = factsIn(await openSealed(identities, await getBlob(root, data.facts)), seq);
  const bytes = await openSealed(identities, await getBlob(root, data.evidence));
  return {
    facts: { ...facts, captured: facts.captured ?? at },
    ...{ size: bytes.length, refused: null, read: async () => bytes },
  };
}

function factsIn(bytes: Uint8Array, seq: number): Facts {
  try {
    const facts: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (facts !== null && typeof facts === 'object' && 'file' in facts) return facts as Facts;
  } catch {
    // as below
  }
  throw new HearsayError(
    'damaged',
    `what is known of the sealed item ${seq} can't be read; restore the case from a copy`,
  );
}
