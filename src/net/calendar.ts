import type { Digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import type { CalendarRequest, Ots, Stamp } from '../stamp/index.ts';
import { mergeOts, otsFrom, readCalendarAnswer, submission, upgrades } from '../stamp/index.ts';
import { ask, type Post, refusal } from './post.ts';

const WHO = 'calendar';
/** A calendar's answer is some hundred bytes. */
const MOST_BYTES = 10_000;

/** What came of asking several calendars: a proof, where one answered, and what the others said. */
export interface Calendared {
  readonly ots: Ots | null;
  readonly failed: readonly HearsayError[];
}

/** Asks calendars to stamp a digest. Each learns a hash of it with the nonce only. */
export async function askCalendars(
  calendars: readonly string[],
  digest: Digest,
  nonce: Uint8Array,
  post: Post,
): Promise<Calendared> {
  const requests = calendars.map((calendar) => submission(calendar, digest, nonce));
  const { answers, failed } = await askAll(requests, post);
  return { ots: answers.length > 0 ? otsFrom(digest, nonce, answers) : null, failed };
}

/**
 * Asks for what is missing in a proof: of its calendars those that are named as ones to ask. A calendar whose block is
 * not there yet is among `failed`; asking again later is all that can be done.
 */
export async function upgradeOts(ots: Ots, calendars: readonly string[], post: Post): Promise<Calendared> {
  const { answers, failed } = await askAll(upgrades(ots, calendars), post);
  return { ots: answers.reduce(mergeOts, ots), failed };
}

/** One after another: there are few, and order keeps the proof the same. */
async function askAll(
  requests: readonly CalendarRequest[],
  post: Post,
): Promise<{ readonly answers: readonly Stamp[]; readonly failed: readonly HearsayError[] }> {
  const answers: Stamp[] = [];
  const failed: HearsayError[] = [];
  for (const request of requests) {
    try {
      answers.push(await askOne(request, post));
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      failed.push(error);
    }
  }
  return { answers, failed };
}

async function askOne({ url, body, message }: CalendarRequest, post: Post): Promise<Stamp> {
  const contentType = body ? 'application/x-www-form-urlencoded' : null;
  const { bytes } = await ask(url, body, { who: WHO, contentType, most: MOST_BYTES }, post);
  try {
    return readCalendarAnswer(bytes, message);
  } catch (cause) {
    throw refusal(WHO, url, `gave no good proof (${cause instanceof HearsayError ? cause.message : 'unread'})`);
  }
}
