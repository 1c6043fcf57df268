import { fieldsOf } from '../archive/fields.ts';
import { HearsayError } from '../base/error.ts';
import { epoch, instantAt } from '../base/time.ts';
import { refused, shown } from './address.ts';
import { type Fetched, type FetchOptions, fetchSafely } from './fetcher.ts';
import { type RobotsFile, rulesIn } from './robots.ts';
import type { World } from './world.ts';

/** What a site's robots.txt says to a capture, and what was done. A plain disallow is refused and never gets here. */
export type Robots = 'allowed' | 'no robots.txt' | 'disallowed, ignored' | 'unreachable, ignored';

/** How a guest behaves. */
export interface MannersOptions {
  readonly world: World;
  /** What a reporter may say with `--ignore-robots`; every capture records it. */
  readonly ignoreRobots?: boolean;
  /** Milliseconds between two requests to one host. */
  readonly pause?: number;
  /** The longest wait, in milliseconds, that a server may ask for with Retry-After or Crawl-delay. */
  readonly patience?: number;
}

/** What was fetched, and what robots.txt said of it and of the redirects on the way. */
export interface Permitted extends Fetched {
  readonly robots: Robots;
}

/** A guest who remembers which hosts were visited when, and what their robots.txt says. */
export interface Manners {
  /** Fetches as `fetchSafely` does, when it is the host's turn, and only what robots.txt doesn't disallow. */
  readonly fetch: (url: string, options: Omit<FetchOptions, 'net' | 'before'>) => Promise<Permitted>;
}

const PAUSE = 500;
const PATIENCE = 30_000;
const RETRIES = 2;
/** RFC 9309, 2.5: at least 500 KiB of a robots.txt are read. */
const MOST_ROBOTS = 4 * 1024 * 1024;

interface Known {
  readonly file: RobotsFile;
  readonly state: 'file' | 'none' | 'unreachable';
  /** Why it can't be had: of what the server answers, in words; else the error. */
  readonly why: string | HearsayError;
}

/** Begins a visit. */
export function openManners({ world, ignoreRobots = false, ...options }: MannersOptions): Manners {
  const patience = options.patience ?? PATIENCE;
  const turns = new Map<string, number>();
  const files = new Map<string, Promise<Known>>();

  const takeTurn = async (url: string, pause: number, signal: AbortSignal): Promise<void> => {
    const { host } = new URL(url);
    const at = Math.max(world.now(), turns.get(host) ?? 0);
    turns.set(host, at + pause);
    const wait = at - world.now();
    if (wait > 0) await world.sleep(wait, signal);
  };

  const robotsOf = (url: string, signal: AbortSignal): Promise<Known> => {
    const { origin } = new URL(url);
    const known = files.get(origin) ?? readRobots(`${origin}/robots.txt`, world, signal);
    files.set(origin, known);
    known.catch(() => files.delete(origin));
    return known;
  };

  const admit = async (url: string, signal: AbortSignal): Promise<Robots> => {
    const { file, state, why } = await robotsOf(url, signal);
    const line = state === 'file' ? file.disallows(url) : null;
    const no = line !== null || state === 'unreachable';
    if (no && !ignoreRobots) throw disallowed(url, line, why);
    await takeTurn(url, Math.min(patience, Math.max(options.pause ?? PAUSE, file.delay)), signal);
    if (no) return line === null ? 'unreachable, ignored' : 'disallowed, ignored';
    return state === 'none' ? 'no robots.txt' : 'allowed';
  };

  const fetch: Manners['fetch'] = async (url, how) => {
    for (let tries = 0; ; tries++) {
      let robots: Robots = 'allowed';
      const before = async (hop: string, signal: AbortSignal): Promise<void> => {
        const said = await admit(hop, signal);
        if (!robots.endsWith('ignored') && said !== 'allowed') robots = said;
      };
      const fetched = await fetchSafely(url, { ...how, net: world, before });
      const wait = waitAsked(fetched, world.now());
      if (wait === null) return { ...fetched, robots };
      if (wait > patience || tries === RETRIES) throw notNow(fetched.url, wait, world.now());
      await slept(url, wait, world, how.signal);
    }
  };

  return { fetch };
}

async function slept(url: string, ms: number, world: World, signal = new AbortController().signal): Promise<void> {
  try {
    await world.sleep(ms, signal);
  } catch (cause) {
    throw new HearsayError('network', `${shown(url)} is not captured: it was stopped; add it again to go on`, {
      cause,
    });
  }
}

/** RFC 9309, 2.3.1: a robots.txt that isn't there allows all; one that can't be had disallows all. */
async function readRobots(url: string, world: World, signal: AbortSignal): Promise<Known> {
  try {
    const { status, bytes } = await fetchSafely(url, { net: world, signal, most: MOST_ROBOTS, redirects: 5 });
    if (status >= 200 && status <= 299) return { file: rulesIn(bytes), state: 'file', why: '' };
    const state = status >= 500 || status === 429 ? 'unreachable' : 'none';
    return { file: rulesIn(null), state, why: `the server answers ${status}` };
  } catch (cause) {
    // A forbidden address stays forbidden, and a stopped capture stays stopped.
    if (signal.aborted || !(cause instanceof HearsayError) || cause.code === 'not-permitted') throw cause;
    return { file: rulesIn(null), state: 'unreachable', why: cause };
  }
}

function disallowed(url: string, line: number | null, why: string | HearsayError): HearsayError {
  // A server that isn't there has no rules, and no page either.
  if (line === null && why instanceof HearsayError) return why;
  const next = 'ask the site, save the page by hand and add the file, or say --ignore-robots, which is recorded';
  const { origin } = new URL(url);
  return line === null
    ? refused(url, `${origin}/robots.txt can't be read: ${why}`, next)
    : refused(url, `line ${line} of ${origin}/robots.txt disallows it`, next);
}

/** Milliseconds that a 429 or 503 asks to wait (RFC 9110, 10.2.3); `null` where it doesn't say, or isn't one. */
function waitAsked({ status, headers }: Fetched, now: number): number | null {
  const asked = fieldsOf(headers, 'retry-after')[0]?.trim();
  if ((status !== 429 && status !== 503) || asked === undefined) return null;
  if (/^\d{1,9}$/u.test(asked)) return Number(asked) * 1000;
  const until = epoch(asked);
  return until === null ? null : Math.max(0, until - now);
}

function notNow(url: string, wait: number, now: number): HearsayError {
  const until = instantAt(Math.ceil((now + wait) / 1000) * 1000);
  return new HearsayError(
    'network',
    `${shown(url)} is not captured: its server asks to wait; try again after ${until}`,
  );
}
