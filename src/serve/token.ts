import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deskFolder } from '../store/desk.ts';

/**
 * The token of this desk. It stays when the server is started anew, so that a page that was open goes on; it is readable
 * by its owner alone, as the key is.
 */
export async function deskToken(fresh: boolean): Promise<string> {
  const folder = deskFolder(process.env);
  const path = join(folder, 'serve-token');
  const known = fresh ? '' : (await readFile(path, 'utf8').catch(() => '')).trim();
  if (/^[A-Za-z0-9_-]{43}$/u.test(known)) return known;
  const token = randomBytes(32).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, `${token}\n`, { mode: 0o600 });
  return token;
}

/**
 * A page of the desk's own that leads to an address, for the browser to be started with: the words by which a program is
 * started can be read by everybody on the machine, and the address holds the token.
 */
export async function doorTo(address: string): Promise<string> {
  const path = join(deskFolder(process.env), 'workbench.html');
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>Hearsay</title><a href="${address}">The workbench</a>\n`;
  await rm(path, { force: true });
  await writeFile(path, page, { mode: 0o600 });
  return path;
}
