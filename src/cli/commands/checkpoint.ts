import { sameBytes } from '../../base/bytes.ts';
import { HearsayError } from '../../base/error.ts';
import { writing } from '../../desk/hand.ts';
import { consistencyProof, type Hash, leafHash, parseVerifierKey, rangesOf } from '../../log/index.ts';
import { plainPost } from '../../net/plain-post.ts';
import { askWitness } from '../../net/witness.ts';
import type { History } from '../../record/history.ts';
import { entryOf } from '../../record/log-entry.ts';
import { openOwn, rootAt } from '../../store/log-files.ts';
import { arguments_, listOf, textOf, textOfFile } from '../words.ts';

export const checkpoint = {
  usage: 'hearsay checkpoint <case> [--ask URL | --cosigned FILE] [--witness KEY] [--by NAME]',
  does: 'gives out the signed head of the log, to be kept elsewhere for later checks',
  more: [
    '  --ask URL          has a witness (c2sp.org/tlog-witness) sign it; wants --witness KEY',
    '  --cosigned FILE    takes in one that witnesses signed; wants --witness KEY',
  ].join('\n'),
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      cosigned: { type: 'string' },
      ask: { type: 'string' },
      witness: { type: 'string', multiple: true },
      by: { type: 'string' },
    });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0)
      throw new HearsayError('usage', 'checkpoint wants one case: hearsay checkpoint <case>');
    const [file, url] = [textOf(values['cosigned']), textOf(values['ask'])];
    const keys = listOf(values['witness']);
    if (file !== null && url !== null)
      throw new HearsayError('usage', 'checkpoint takes --ask or --cosigned, not both');
    const note = await writing(folder, textOf(values['by']), async (writer) => {
      const signed = file === null ? await writer.seal() : cosignedNote(file, keys, writer.history());
      const given = url === null ? signed : await witnessed(url, signed, keys, writer.history());
      await writer.append([{ kind: file === null && url === null ? 'checkpoint' : 'cosign', data: { note: given } }]);
      return given;
    });
    process.stdout.write(note);
    return 0;
  },
};

/** The checkpoint with the line of a witness, who gets the proof that nothing it signed before was changed. */
function witnessed(url: string, note: string, keys: readonly string[], history: History): Promise<string> {
  const [key, ...more] = keys.map(parseVerifierKey);
  if (!key || more.length > 0)
    throw new HearsayError('usage', `--ask ${url} wants the key of that witness: --witness KEY`);
  const size = history.names.length;
  const hashes = rangesOf(history.names.map((name) => leafHash(entryOf(name))));
  const proofFrom = (old: number): readonly Hash[] =>
    old > 0 && old <= size ? consistencyProof(old, size, hashes) : [];
  return askWitness(url, { note, proofFrom }, key, plainPost);
}

/** A checkpoint of this case that the desk and at least one of the witnesses signed. */
function cosignedNote(file: string, witnesses: readonly string[], history: History): string {
  const note = textOfFile(file);
  const { size, root, witnesses: signed } = openOwn(note, history, witnesses.map(parseVerifierKey));
  if (signed.length === 0)
    throw new HearsayError(
      'damaged',
      `${file}: no witness that you name signed it; give the witness's key with --witness`,
    );
  if (sameBytes(root, rootAt(history, size))) return note;
  throw new HearsayError(
    'damaged',
    `${file}: it is of another history of this case; do not use that copy, and ask who made it`,
  );
}
