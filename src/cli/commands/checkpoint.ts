import { HearsayError } from '../../base/error.ts';
import { parseVerifierKey } from '../../log/index.ts';
import type { History } from '../../record/history.ts';
import { openOwn, rootAt, sameBytes } from '../../store/log-files.ts';
import { writing } from '../hand.ts';
import { arguments_, textOf, textOfFile } from '../words.ts';

export const checkpoint = {
  usage: 'hearsay checkpoint <case> [--cosigned FILE --witness KEY] [--by NAME]',
  does: 'gives out the signed checkpoint of a case, for witnesses and for later checks; --cosigned takes in one that witnesses signed',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      cosigned: { type: 'string' },
      witness: { type: 'string', multiple: true },
      by: { type: 'string' },
    });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0)
      throw new HearsayError('usage', 'checkpoint wants one case: hearsay checkpoint <case>');
    const file = textOf(values['cosigned']);
    const keys = Array.isArray(values['witness']) ? values['witness'].map(String) : [];
    const note = await writing(folder, textOf(values['by']), async (writer) => {
      if (file !== null) {
        const cosigned = cosignedNote(file, keys, writer.history());
        await writer.append([{ kind: 'cosign', data: { note: cosigned } }]);
        return cosigned;
      }
      const signed = await writer.seal();
      await writer.append([{ kind: 'checkpoint', data: { note: signed } }]);
      return signed;
    });
    process.stdout.write(note);
    return 0;
  },
};

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
