import { readFileSync } from 'node:fs';
import { HearsayError } from '../../base/error.ts';
import { openNote, parseVerifierKey } from '../../log/index.ts';
import { keyAt } from '../../record/history.ts';
import { writing } from '../hand.ts';
import { arguments_, textOf } from '../words.ts';

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
        const cosigned = cosignedNote(file, keys, keyAt(writer.history(), writer.history().names.length));
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

/** A checkpoint that the desk and at least one of the witnesses signed. */
function cosignedNote(file: string, witnesses: readonly string[], key: string | null): string {
  const note = readFileSync(file, 'utf8');
  const known = [...(key ? [key] : []), ...witnesses].map(parseVerifierKey);
  const signed = openNote(note, known).lines.filter((line) => line.state === 'verified');
  if (signed.length >= 2) return note;
  throw new HearsayError(
    'damaged',
    `${file}: the desk and at least one witness must have signed it; give the witness's key with --witness`,
  );
}
