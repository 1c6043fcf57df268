import type { Digest } from '../base/digest.ts';
import { parseOts } from './ots.ts';
import { attestationsOf, checkOts } from './ots-report.ts';
import { readPem } from './pem.ts';
import { checkToken } from './token.ts';

/** What a journal says of a time stamp: over how many events, over which checkpoint, and by whom. */
export interface Stamped {
  readonly size: number;
  readonly checkpoint: Digest;
  readonly authority: string;
}

/** What a time stamp says of time, or what is wrong with it. */
export type Says = { readonly says: string; readonly trusted: boolean } | { readonly wrong: string };

/** What a token of an authority says (RFC 3161); `trusted` where it goes back to one of the anchors, which are PEM. */
export async function tokenSays(bytes: Uint8Array, one: Stamped, anchors: string | null): Promise<Says> {
  try {
    const roots = anchors === null ? [] : readPem(anchors);
    const report = await checkToken(bytes, { digest: one.checkpoint, nonce: null, anchors: roots, at: null });
    const [fault] = report.faults;
    if (fault || !report.token) return { wrong: fault ? `${fault.reason}: ${fault.message}` : 'it can’t be read' };
    const says = `the first ${one.size} events were there at ${report.token.genTime}, says ${one.authority}`;
    return { says, trusted: report.trusted === true };
  } catch (cause) {
    return { wrong: whyOf(cause) };
  }
}

/** What a proof of OpenTimestamps says; a block is trusted by whoever looks at it. */
export function otsSays(bytes: Uint8Array, { size, checkpoint }: Stamped): Says {
  try {
    const ots = parseOts(bytes);
    if (!checkOts(ots, { digest: checkpoint }).matches) return { wrong: 'it is of another checkpoint' };
    const heights = attestationsOf(ots.stamp).flatMap(([, one]) => (one.kind === 'bitcoin' ? [one.height] : []));
    const where =
      heights.length > 0
        ? `in block ${Math.min(...heights)} of Bitcoin, if its header bears that out`
        : 'promised to a calendar, and in no block yet';
    return { says: `the first ${size} events are ${where}`, trusted: false };
  } catch (cause) {
    return { wrong: whyOf(cause) };
  }
}

const whyOf = (cause: unknown): string => (cause instanceof Error ? cause.message : 'it can’t be checked here');
