import type { Told } from '../desk/publishing.ts';
import { dayWords } from '../publish/wording.ts';
import { cut, paintFor, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

const WORDING = 120;
/** How many claims and names are told one by one. */
const MOST = 40;

/** What was published and what not, for the desk: names stand here in clear. */
export function publishTable(told: Told, folder: string, out: string | null, place: Terminal): string {
  const paint = paintFor(place);
  const line = (words: string): string => `  • ${wrapped(words, place.width - 4, '    ')}`;
  const refused = told.found.map(({ path, view, words, what }) => line(`${path}: ${words || what} (${view})`));
  const head =
    refused.length > 0
      ? `Nothing was published: what is withheld could still be found.`
      : out
        ? `Edition ${told.edition} is in ${out}: ${told.claims} claims from ${told.items} items, ${told.files} files, ${Math.ceil(told.bytes / 1024)} KB.`
        : `Edition ${told.edition} would have ${told.claims} claims from ${told.items} items. Nothing was written.`;
  const people = told.withheld.map(({ name, role, why }) => line(`${name}${role ? ` (${role})` : ''}: ${why}`));
  const waiting = told.unheard.map(({ claim, of, due, statement }) =>
    line(
      `“${cut(statement, WORDING)}” names ${of}, ${due === null ? 'who is not known to have been asked' : `who has until ${dayWords(due)} to answer`} (${claim})`,
    ),
  );
  const sections = [
    section(
      paint.bold(`FOUND BY THE GATE ${refused.length}`),
      refused,
      `\`hearsay note ${folder} withhold NAME\` or \`disclose NAME --why …\` decides about it`,
    ),
    section(
      paint.bold(`WITHHELD ${told.withheld.length}`),
      people,
      `\`hearsay note ${folder} disclose NAME --why …\` names somebody`,
    ),
    section(
      paint.bold(`KEPT BACK UNTIL SOMEBODY IS HEARD ${told.unheard.length}`),
      waiting,
      `\`hearsay note ${folder} ask --of WHO --question …\`, or \`note ${folder} waive CLAIM --of WHO --why …\`; --without-reply REASON for all`,
    ),
    ...(told.privateLife > 0 ? [`${told.privateLife} claims about private life are counted and not worded.`] : []),
    ...(out && refused.length === 0 ? [`Check it: hearsay verify ${out}, or verify.html in it with any browser.`] : []),
  ];
  return `${[wrapped(head, place.width, ''), ...sections.filter(Boolean)].join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], next: string): string {
  if (lines.length === 0) return '';
  const more = lines.length > MOST ? [`  and ${lines.length - MOST} more (--json lists them)`] : [];
  return [title, ...lines.slice(0, MOST), ...more, `  ${next}`].join('\n');
}
