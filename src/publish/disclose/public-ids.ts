import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Dossier } from '../dossier.ts';

/** The name of a thing in public, for its name in the case. */
export type PublicId = (id: string) => string;

/**
 * Names that tell nothing. An id of the case is made from what it names (an origin's from its name, a claim's from its
 * words), so whoever guesses the name could confirm it; keyed with a secret of the case it can't be guessed, and stays
 * the same from one edition to the next. A secret is 32 bytes.
 */
export function publicIds(secret: Uint8Array): PublicId {
  const known = new Map<string, string>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const prefix = /^[a-z]+(?=-)/u.exec(id)?.[0] ?? 'x';
    const made = `${prefix}-${bytesToHex(hmac(sha256, secret, utf8ToBytes(id))).slice(0, 12)}`;
    known.set(id, made);
    return made;
  };
}

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/**
 * A short code for a name, of consonants so that it spells nothing, keyed like the ids: people without a role can be told
 * apart from page to page and edition to edition, and nobody can be guessed from it.
 */
export function personCodes(secret: Uint8Array): (name: string) => string {
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  return (name) => {
    const before = codes.get(name);
    if (before !== undefined) return before;
    const letters = [...hmac(sha256, secret, utf8ToBytes(`person ${name}`))]
      .map((one) => LETTERS.charAt(one % 20))
      .join('');
    let size = 3;
    while (taken.has(letters.slice(0, size))) size++;
    const code = letters.slice(0, size);
    codes.set(name, code);
    taken.add(code);
    return code;
  };
}

/** Every id that stands in a dossier. */
export function idsIn(dossier: Dossier): ReadonlySet<string> {
  const { items, texts, statements, origins, claims, commitments } = dossier;
  return new Set([
    ...[...items, ...texts, ...statements, ...origins, ...claims].map(({ id }) => id),
    ...commitments.flatMap(({ id }) => id ?? []),
  ]);
}
