import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { HearsayError } from '../base/error.ts';
import { formatSignerKey, formatVerifierKey, keyPairOf, parseSignerKey, type SignerKey } from '../log/key.ts';
import { diskError } from './durable.ts';

/** The desk: the key that signs, and what it remembers of the cases it has signed. */
export interface Desk {
  readonly folder: string;
  readonly signer: SignerKey;
  /** The public half, as C2SP signed notes write it. */
  readonly verifier: string;
}

/** Where the desk keeps its key (XDG Base Directory; `HEARSAY_DESK` overrides). */
export const deskFolder = (env: NodeJS.ProcessEnv): string =>
  env['HEARSAY_DESK'] || join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'hearsay');

/** Who is at the desk, for the record: `HEARSAY_BY`, or the name of the account. */
export function whoIsAtDesk(env: NodeJS.ProcessEnv): string {
  if (env['HEARSAY_BY']) return env['HEARSAY_BY'];
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** Opens the desk; its key is made on first use, readable by its owner alone. */
export async function openDesk(folder: string): Promise<Desk> {
  const path = join(folder, 'desk-key');
  let text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw diskError(path, cause);
  });
  text ??= await makeKey(folder, path);
  try {
    const signer = parseSignerKey(text.trim());
    return { folder, signer, verifier: formatVerifierKey(keyPairOf(signer.seed, signer.name).verifier) };
  } catch (cause) {
    throw new HearsayError('malformed', `${path} holds no key; move it away, and the desk makes a new one`, { cause });
  }
}

/** Puts a new key in the place of the old one, which is kept beside it: what it has signed stays checkable. */
export async function changeKey(folder: string, at: string): Promise<Desk> {
  const path = join(folder, 'desk-key');
  await rename(path, `${path}.until-${at.replaceAll(/[:.]/g, '')}`).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw diskError(path, cause);
  });
  return openDesk(folder);
}

/** Made beside and linked into place: of two processes that begin at once, one key is everybody's. */
async function makeKey(folder: string, path: string): Promise<string> {
  const name = `hearsay.desk/${randomBytes(6).toString('hex')}`;
  const beside = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(beside, `${formatSignerKey(keyPairOf(new Uint8Array(randomBytes(32)), name).signer)}\n`, {
      mode: 0o600,
      flush: true,
    });
    await link(beside, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
    });
    await rm(beside, { force: true });
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw diskError(path, cause);
  }
}

/**
 * A secret of this desk by which it knows again what it computed itself: a case that came from elsewhere may hold what
 * others computed, or say they did. `null` where the desk has no key yet.
 */
export async function memoSecret(folder: string): Promise<Uint8Array | null> {
  try {
    const { seed } = parseSignerKey((await readFile(join(folder, 'desk-key'), 'utf8')).trim());
    return new Uint8Array(createHmac('sha256', seed).update('hearsay memo').digest());
  } catch {
    return null;
  }
}

/** The newest checkpoint that this desk has signed or seen of a case, or `null`. */
export const rememberedHead = (desk: Pick<Desk, 'folder'>, id: string): Promise<string | null> =>
  readFile(headPath(desk, id), 'utf8').catch(() => null);

/** Remembers a checkpoint. A desk that can't write remembers less; no work is stopped for it. */
export async function rememberHead(desk: Desk, id: string, note: string): Promise<void> {
  const path = headPath(desk, id);
  const beside = `${path}.${process.pid}`;
  await mkdir(join(desk.folder, 'heads'), { recursive: true, mode: 0o700 })
    .then(() => writeFile(beside, note, { mode: 0o600 }))
    .then(() => rename(beside, path))
    .catch(() => {});
}

const headPath = (desk: Pick<Desk, 'folder'>, id: string): string => join(desk.folder, 'heads', id);
