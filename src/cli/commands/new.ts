import { basename, resolve } from 'node:path';
import { HearsayError } from '../../base/error.ts';
import { handOf, writing } from '../../desk/hand.ts';
import { policyOf } from '../../desk/policy-file.ts';
import { createCase } from '../../store/case.ts';
import { arguments_, textOf } from '../words.ts';

/** `new` is a word of the language. */
export const new_ = {
  usage: 'hearsay new <case> [--title T] [--lang TAG]… [--policy FILE] [--by NAME]',
  does: 'makes a case: a folder that keeps evidence and decisions',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      title: { type: 'string' },
      lang: { type: 'string', multiple: true },
      policy: { type: 'string' },
      by: { type: 'string' },
    });
    const [folder, ...more] = paths;
    if (!folder || more.length > 0) throw new HearsayError('usage', 'new wants one folder: hearsay new <case>');
    const policy = textOf(values['policy']) === null ? null : policyOf(textOf(values['policy']));
    const languages = Array.isArray(values['lang']) ? values['lang'].map(String) : [];
    const by = textOf(values['by']);
    await createCase(
      folder,
      { title: textOf(values['title']) ?? basename(resolve(folder)), languages },
      await handOf(by),
    );
    if (policy) await writing(folder, by, (writer) => writer.append([{ kind: 'policy', data: { policy } }]));
    process.stdout.write(
      `${folder} is a case now; \`hearsay add ${folder} <file, folder or URL…>\` adds evidence to it\n`,
    );
    return 0;
  },
};
