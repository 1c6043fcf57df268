import { HearsayError } from '../../base/error.ts';
import { openProgress } from '../../desk/progress.ts';
import { type Options, previewed, publishCase } from '../../desk/publishing.ts';
import { isTongue } from '../../publish/site/site.ts';
import { publishTable } from '../publish-table.ts';
import { terminal } from '../terminal.ts';
import { arguments_, textOf } from '../words.ts';

export const publish = {
  usage: 'hearsay publish <case> <folder> [--url ADDRESS] [--interface en,zh] [--without-reply REASON] [--preview]',
  does: 'writes the public record: a site that a stranger can check, and that leaves private people out',
  more: [
    '  --url ADDRESS           where the folder will stand on the web, ending in a slash',
    '  --interface LANGUAGES   languages of the pages, the first at the root (en,zh)',
    '  --without-reply REASON  publishes claims before those named in them were asked or could answer; the reason is',
    '                          written down and published',
    '  --preview               writes nothing: says what would be public, what withheld, and what is waited for',
  ].join('\n'),
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      url: { type: 'string' },
      interface: { type: 'string' },
      'without-reply': { type: 'string' },
      preview: { type: 'boolean' },
      json: { type: 'boolean' },
      by: { type: 'string' },
    });
    const [folder, out, ...more] = paths;
    const preview = values['preview'] === true;
    if (!folder || more.length > 0 || (!out && !preview))
      throw new HearsayError('usage', 'publish wants a case and a folder: hearsay publish <case> <folder>');
    const options: Options = {
      languages: languagesOf(textOf(values['interface'])),
      base: addressOf(textOf(values['url'])),
      reason: textOf(values['without-reply']),
    };
    const progress = openProgress(process.stderr, Date.now);
    const told =
      preview || !out
        ? await previewed(folder, options, progress)
        : await publishCase(folder, out, textOf(values['by']), options, progress);
    if (values['json']) process.stdout.write(`${JSON.stringify(told)}\n`);
    else
      process.stdout.write(
        publishTable(told, folder, preview ? null : (out ?? null), terminal(process.stdout, process.env)),
      );
    return told.found.length > 0 ? 1 : 0;
  },
};

/** The languages of the interface, each known, each once. */
function languagesOf(given: string | null): readonly string[] {
  const tags = [...new Set((given ?? 'en,zh').split(',').map((one) => one.trim()))];
  const odd = tags.find((one) => !isTongue(one));
  if (odd === undefined) return tags;
  throw new HearsayError('usage', `--interface takes en and zh, with a comma between, not "${odd}"`);
}

/** The address of a folder on the web. */
function addressOf(given: string | null): string | null {
  if (given === null) return null;
  const sound = URL.canParse(given) && /^https?:$/u.test(new URL(given).protocol);
  if (sound && !/[?#]/u.test(given)) return given.endsWith('/') ? given : `${given}/`;
  throw new HearsayError('usage', `--url wants an address such as https://paper.example/records/port/, not "${given}"`);
}
