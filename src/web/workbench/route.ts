/** Where somebody is in the workbench: every view has an address that can be sent to a colleague. */
export interface Route {
  /** The folder of the case; null on the list of cases. */
  readonly case: string | null;
  readonly room: 'cases' | 'story' | 'claim' | 'evidence' | 'pair' | 'spread' | 'adding' | 'publishing' | 'log';
  /** The claim or the item; for a pair both, joined by "~". */
  readonly id: string | null;
  /** What else the view keeps in its address: filters, the instant looked at, the passage followed. */
  readonly query: Readonly<Record<string, string>>;
}

const ROOMS = ['story', 'claim', 'evidence', 'pair', 'spread', 'adding', 'publishing', 'log'] as const;

/** `#/gate/claim/claim-0a1b?at=2031-06-12`. What can't be read leads to the list of cases. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/u, '').split('?', 2);
  const [folder, room = 'story', ...rest] = path.split('/').map(plain);
  const query = Object.fromEntries(new URLSearchParams(search));
  const known = ROOMS.find((one) => one === room);
  if (!folder || !known) return { case: null, room: 'cases', id: null, query };
  return { case: folder, room: known, id: rest.length > 0 ? rest.join('/') : null, query };
}

/** The address of a place, without what is empty in it. */
export function hashOf({ case: folder, room, id, query }: Route): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  const path = folder === null ? [] : [folder, room, ...(id === null ? [] : [id])];
  return `#/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
