/**
 * Where the workbench is, and what lets somebody in.
 * @typedef {{ readonly origin: string, readonly token: string }} Desk
 */

/**
 * A page as it is sent.
 * @typedef {object} Page
 * @property {string} url
 * @property {string} title
 * @property {string} html
 * @property {string | null} selection
 * @property {string | null} screenshot A `data:` address.
 * @property {string} captured An instant.
 */

/** The desk did not do what was asked; the message is what it said, or null where nobody answered. */
export class Refused extends Error {
  /** @param {string} code @param {string | null} said */
  constructor(code, said) {
    super(said ?? code);
    this.name = 'Refused';
    this.code = code;
    this.said = said;
  }
}

/**
 * The desk that an address leads to, as `hearsay serve` prints it: `http://127.0.0.1:4711/#token=…`. Null where it leads
 * anywhere else: nothing is ever sent to another machine.
 *
 * @param {string} text
 * @returns {Desk | null}
 */
export function deskAt(text) {
  const address = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const token = /^#token=([\w-]{20,200})(?:$|[&/])/u.exec(address?.hash ?? '')?.[1];
  const isHere = address?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname);
  if (!address || !isHere || !token || address.port === '' || address.username !== '') return null;
  return { origin: `http://127.0.0.1:${address.port}`, token };
}

/**
 * The cases on the desk, the last changed first.
 *
 * @param {Desk} desk
 * @returns {Promise<readonly { name: string, title: string }[]>}
 */
export async function casesOn(desk) {
  const { cases } = await asked(desk, '/cases', { method: 'GET' });
  return [...cases].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/**
 * Sends a page into a case, and gives what came of it: the job, as the desk tells of it.
 *
 * @param {Desk} desk
 * @param {string} folder
 * @param {Page} page
 * @returns {Promise<{ state: string, faults: readonly string[] }>}
 */
export const sendPage = (desk, folder, page) =>
  asked(desk, `/cases/${encodeURIComponent(folder)}/pages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(page),
  });

/** @param {Desk} desk @param {string} path @param {RequestInit} how */
async function asked({ origin, token }, path, how) {
  const headers = { ...how.headers, 'x-hearsay-token': token };
  const answer = await fetch(`${origin}/api/v1${path}`, {
    ...how,
    headers,
    // No cookie goes along, and nobody may lead the token elsewhere.
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
  }).catch(() => {
    throw new Refused('no-answer', null);
  });
  const body = await answer.json().catch(() => null);
  if (answer.ok && body !== null) return body;
  const code = answer.status === 401 ? 'wrong-token' : 'refused';
  throw new Refused(code, typeof body?.message === 'string' ? body.message : String(answer.status));
}
