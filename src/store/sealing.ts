import { Decrypter, Encrypter } from 'age-encryption';
import { HearsayError } from '../base/error.ts';
import { fromArmor, isArmored } from './age-armor.ts';
import { type AgeHeader, isAge, readAgeHeader } from './age-header.ts';

const MOST_BYTES = 512 * 1024 * 1024;
const MOST_RECIPIENTS = 64;
/** What `age -p` uses: 2^18 × 1 KiB, a quarter of a gigabyte. The next step would take half of one. */
const HIGHEST_WORK = 18;
const CHUNK = 64 * 1024;
const TAG = 16;
const NONCE = 16;

/** Whether bytes are a file sealed with age, in its binary form or as text. */
export const isSealed = (bytes: Uint8Array): boolean => isAge(bytes) || isArmored(bytes);

/** The recipients (`age1…`) in a text: one or more a line, parted by blanks or commas; `#` begins a comment line. */
export function parseRecipients(text: string): readonly string[] {
  const found = new Set<string>();
  for (const { line, word } of words(text)) {
    const wrong = notRecipient(word);
    if (wrong) throw new HearsayError('usage', `line ${line} of the recipients: ${wrong}`);
    found.add(word);
  }
  if (found.size === 0)
    throw new HearsayError('usage', 'no recipient is named; give a line `age1…` as age-keygen prints it');
  if (found.size > MOST_RECIPIENTS)
    throw new HearsayError('too-large', `${found.size} recipients are named, at most ${MOST_RECIPIENTS} can be`);
  return [...found];
}

/** Encrypts bytes so that any one of the recipients can open them. Never the same bytes twice. */
export async function sealTo(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > MOST_BYTES) throw tooLarge(bytes);
  const sealing = new Encrypter();
  for (const one of parseRecipients(recipients.join('\n'))) sealing.addRecipient(one);
  try {
    return await sealing.encrypt(bytes);
  } catch (cause) {
    throw new HearsayError('usage', 'a recipient is no usable key; make a new one with age-keygen', { cause });
  }
}

/** Opens sealed bytes with the secret keys of a file as age-keygen writes it, or with a passphrase. */
export async function openSealed(
  identities: string,
  bytes: Uint8Array,
  passphrase: string | null = null,
): Promise<Uint8Array> {
  if (bytes.length > MOST_BYTES) throw tooLarge(bytes);
  const sealed = isArmored(bytes) ? fromArmor(bytes) : bytes;
  const header = readAgeHeader(sealed);
  checkWork(header);
  const keys = keysOf(identities, passphrase);
  const payload = await unlocked(keys, sealed, header);
  return readAll(payload, sealed.length, header.end);
}

function keysOf(identities: string, passphrase: string | null): Decrypter {
  const keys = new Decrypter();
  let count = 0;
  for (const { line, word } of words(identities)) {
    const wrong = addIdentity(keys, word);
    if (wrong) throw new HearsayError('usage', `line ${line} of the identities: ${wrong}`);
    count++;
  }
  if (passphrase !== null) keys.addPassphrase(passphrase);
  if (count > 0 || passphrase !== null) return keys;
  throw new HearsayError('usage', 'no secret key is given; name a file with a line `AGE-SECRET-KEY-1…`');
}

/** Never tells the key itself: messages are shown and kept. */
function addIdentity(keys: Decrypter, word: string): string | null {
  if (!/^AGE-SECRET-KEY-(?:PQ-)?1/.test(word))
    return /^age1/.test(word)
      ? 'this is a recipient, which only seals; give the secret key that belongs to it'
      : 'only lines `AGE-SECRET-KEY-1…` are read; open a locked key file with `age -d` first';
  try {
    keys.addIdentity(word);
    return null;
  } catch {
    return 'the secret key is mistyped (its checksum fails); copy it again';
  }
}

function notRecipient(word: string): string | null {
  if (/^AGE-SECRET-KEY-/i.test(word)) return 'this is a secret key; give the line `age1…` that belongs to it';
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(word))
    return `"${word.slice(0, 20)}" is no X25519 recipient; give a line \`age1…\` as age-keygen prints it`;
  try {
    new Encrypter().addRecipient(word);
    return null;
  } catch {
    return `"${word.slice(0, 20)}…" is mistyped (its checksum fails); copy it again`;
  }
}

function* words(text: string): Generator<{ readonly line: number; readonly word: string }> {
  for (const [n, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trimStart().startsWith('#')) continue;
    for (const word of line.split(/[\s,]+/)) if (word !== '') yield { line: n + 1, word };
  }
}

/** Passphrases are made costly on purpose; how costly, the file says, so it is capped before any work is done. */
function checkWork({ stanzas }: AgeHeader): void {
  for (const [kind, , work] of stanzas) {
    if (kind !== 'scrypt' || work === undefined || !/^[1-9][0-9]*$/.test(work)) continue;
    if (Number(work) > HIGHEST_WORK)
      throw new HearsayError(
        'too-large',
        `the passphrase of the sealed file wants a work factor of ${work.slice(0, 20)}, at most ${HIGHEST_WORK} is spent; open it with \`age -d\``,
      );
  }
}

/** The clear bytes as a stream, once a key has opened the header and the header's seal holds. */
async function unlocked(keys: Decrypter, sealed: Uint8Array, { stanzas, end }: AgeHeader): Promise<Stream> {
  try {
    return await keys.decrypt(pieces(sealed, end));
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('no identity matched'))
      throw new HearsayError(
        'encrypted',
        `none of the keys given opens it: it is sealed to ${stanzas.length} other${stanzas.length > 1 ? 's' : ''}; name the key file of a recipient`,
        { cause },
      );
    throw new HearsayError(
      'malformed',
      `bytes 0 to ${end} of the sealed file, its header, were altered; restore it from a copy`,
      { cause },
    );
  }
}

type Stream = ReadableStream<Uint8Array>;

/** The header, then chunk by chunk, so that no second copy of the whole stands in memory. */
function pieces(sealed: Uint8Array, headerEnd: number): Stream {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(out): void {
      const end = at === 0 ? headerEnd + NONCE : Math.min(sealed.length, at + CHUNK + TAG);
      if (at < end) out.enqueue(sealed.subarray(at, end));
      else out.close();
      at = end;
    },
  });
}

async function readAll(payload: Stream, size: number, headerEnd: number): Promise<Uint8Array> {
  const start = headerEnd + NONCE;
  const clear = new Uint8Array(size - start);
  const reader = payload.getReader();
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      clear.set(next.value, length);
      length += next.value.length;
    }
  } catch (cause) {
    const from = start + (length / CHUNK) * (CHUNK + TAG);
    const to = Math.min(size, from + CHUNK + TAG);
    const what = to === size ? 'were altered or cut short' : 'were altered';
    throw new HearsayError('damaged', `bytes ${from} to ${to} of the sealed file ${what}; restore it from a copy`, {
      cause,
    });
  }
  return clear.subarray(0, length);
}

const tooLarge = ({ length }: Uint8Array): HearsayError =>
  new HearsayError('too-large', `${length} bytes are more than the ${MOST_BYTES} that can be sealed; split the file`);
