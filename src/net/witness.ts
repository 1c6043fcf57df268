import {
  formatAddCheckpoint,
  formatNote,
  type Hash,
  parseNote,
  parseWitnessAnswer,
  type VerifierKey,
  type WitnessAnswer,
} from '../log/index.ts';
import { type Post, refusal } from './post.ts';

const WHO = 'witness';
const MOST_BYTES = 64 * 1024;

/** A checkpoint that is to be cosigned, and the proof that it follows on an earlier size. */
export interface Witnessed {
  readonly note: string;
  readonly proofFrom: (old: number) => readonly Hash[];
}

/**
 * Asks a witness (c2sp.org/tlog-witness) to cosign a checkpoint; gives the checkpoint with its lines. It is told that it
 * saw nothing yet; where it did, it says how much, and gets the proof that nothing of that was changed.
 */
export async function askWitness(url: string, asked: Witnessed, key: VerifierKey, post: Post): Promise<string> {
  const place = `${url.replace(/\/$/, '')}/add-checkpoint`;
  const { note, proofFrom } = asked;
  const ask = async (old: number, proof: readonly Hash[]): Promise<WitnessAnswer> => {
    const body = new TextEncoder().encode(formatAddCheckpoint({ old, proof, note }));
    const answer = await post(place, body, 'text/plain', MOST_BYTES);
    return parseWitnessAnswer({ status: answer.status, body: answer.bytes }, note, [key]);
  };
  const first = await ask(0, []);
  const last = first.kind === 'conflict' ? await ask(first.size, proofFrom(first.size)) : first;
  if (last.kind === 'refused') throw refusal(WHO, place, `refuses (${last.status}: ${last.why})`);
  if (last.kind === 'conflict') throw refusal(WHO, place, 'knows of another size each time');
  if (last.lines.length === 0) throw refusal(WHO, place, `did not sign with the key ${key.name}`);
  const { text, lines } = parseNote(note);
  return formatNote({ text, lines: [...lines, ...last.lines] });
}
