// How well times are read: specifications, phrases, news and passages, with the libraries beside the program.
//   npm run eval -- times            (rules are made on the first half of each set only)
import { bounds, pair, prf, same } from './times/interval.mjs';
import { jionlp, phrasesOf } from './times/phrases.mjs';
import { meantimeOf, passagesOf } from './times/prose.mjs';
import { isRight, specsOf } from './times/specs.mjs';
import { toolsOf } from './times/tools.mjs';

export const title = 'Times';

export async function run({ root, shared }) {
  const { tools, absent } = await toolsOf(root);
  const parts = [
    ...['English', 'Chinese'].map((name) => specSection(shared, tools, name)),
    phraseSection(shared, tools, absent),
    newsSection(shared, tools),
    passageSection(shared, tools),
  ];
  const note = absent.length > 0 ? `\n\nAbsent: ${absent.join('; ')}.` : '';
  return `${INTRO}${note}\n\n${parts.join('\n\n')}`;
}

const INTRO =
  'The *first half* of each set is the one that the rules were made on, the *second half* was kept back: no rule was made on it, though it has been scored more than once; the first holds every second case of a file, or of the files in order, beginning with the first one (of the passages, the even numbers). Times of every tool are compared as stretches of time: the same start, and the same end, given as its last day or as the first after it. Where a library gives several readings, any that fits counts for it.';

const HALVES = [
  ['first half', 0],
  ['second half', 1],
];

/** Right cases of each half, by tool. */
function shares(cases, answers) {
  const rows = Object.entries(answers).map(([name, right]) => {
    const cells = HALVES.map(([, half]) => {
      const own = cases.filter((one) => one.half === half);
      const hits = own.filter((one) => right(one)).length;
      return `${(hits / own.length).toFixed(3)} (${hits}/${own.length})`;
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [`| | ${HALVES.map(([name]) => name).join(' | ')} |`, '|---|---|---|', ...rows].join('\n');
}

const listed = (reasons) => [...reasons].map(([why, count]) => `${why} (${count})`).join('; ');

function specSection(shared, tools, name) {
  const language = name === 'English' ? 'en' : 'zh';
  const { cases, all, reasons } = specsOf(shared, language, name);
  const right = (ask) => (one) => isRight(one, ask(one.text, one.reference, language));
  const answers = Object.fromEntries(Object.entries(tools).map(([tool, ask]) => [tool, right(ask)]));
  const peerable = tools['recognizers-text'] ? answers['recognizers-text'] : null;
  const own = peerable ? { 'recognizers-text, where its specification claims JavaScript': peerable } : {};
  const claimed = cases.filter((one) => one.peerable);
  return `## ${name} specifications (recognizers-text)

Whole cases right: everything in scope found with its extent and its value, and nothing else taken for a time. Words that say how a time is used ("since", 之前) are left out of the extent on both sides. ${cases.length} of ${all} cases are in scope. Not in scope, by reason: ${listed(reasons)}.

${shares(cases, answers)}
${peerable ? shares(claimed, own).split('\n').slice(2).join('\n') : ''}`.trim();
}

const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);

function phraseSection(shared, tools, absent) {
  const { cases, all, reasons } = phrasesOf(shared);
  const widest = (times) => [...times].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)[0];
  const ask = (tool) => (one) => {
    const time = widest(tool(one.text, one.reference, one.language));
    return (time?.readings ?? []).some(({ from }) => from !== undefined && dayOf(from) === one.start.slice(0, 10));
  };
  const answers = Object.fromEntries(Object.entries(tools).map(([name, tool]) => [name, ask(tool)]));
  const theirs = jionlp(cases);
  if (theirs.absent) absent.push(theirs.absent);
  const byCase = new Map(cases.map((one, i) => [one, theirs.answers?.[i] ?? null]));
  if (theirs.answers) {
    answers['jionlp (these are its own tests)'] = (one) =>
      bounds(byCase.get(one)?.[0]) !== null && dayOf(bounds(byCase.get(one)?.[0]).from) === one.start.slice(0, 10);
  }
  return `## Chinese phrases (JioNLP)

Start day right, of the longest time found. ${cases.length} of ${all} phrases are in scope. Not in scope: ${listed(reasons)}.

${shares(cases, answers)}`;
}

function counted(cases, tool, fits) {
  const sum = { hit: 0, given: 0, gold: 0 };
  for (const one of cases) {
    const inScope = one.golds.filter((gold) => gold.inScope);
    const outside = one.golds.filter((gold) => !gold.inScope);
    const over = (a, b) => a.start < b.end && b.start < a.end;
    const given = tool(one.text, one.reference, one.language).filter(
      (time) => !outside.some((gold) => over(gold, time)) || inScope.some((gold) => over(gold, time)),
    );
    sum.hit += pair(inScope, given, fits);
    sum.given += given.length;
    sum.gold += inScope.length;
  }
  return sum;
}

function table(cases, tools, fits) {
  const cell = ({ p, r, f1 }) => `${f1.toFixed(3)} (${p.toFixed(2)}/${r.toFixed(2)})`;
  const rows = Object.entries(tools).map(([name, tool]) => {
    const cells = HALVES.map(([, half]) =>
      cell(
        prf(
          counted(
            cases.filter((one) => one.half === half),
            tool,
            fits,
          ),
        ),
      ),
    );
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [`| | ${HALVES.map(([name]) => name).join(' | ')} |`, '|---|---|---|', ...rows].join('\n');
}

const valueFits = (gold, time) =>
  time.readings.some((one) => same(gold.reading, one) || (gold.other && same(gold.other, one)));

function newsSection(shared, tools) {
  const cases = meantimeOf(shared);
  const unled = cases.map((one) => ({
    ...one,
    golds: one.golds.map((gold) => (gold.first ? { ...gold, inScope: false } : gold)),
  }));
  return `## English news (MEANTIME)

Value F1 with precision and recall over the annotated sentences of 120 Wikinews articles: a time found somewhere in the gold's extent with the gold's value. Durations and repetitions are left out on both sides.

All times, the dateline included:

${table(cases, tools, valueFits)}

Without the dateline, which every tool is given:

${table(unled, tools, valueFits)}`;
}

const SHORTEST_SHARE = 0.4;

/** As the passages are scored elsewhere: about the same words, and the gold's value or a finer one. */
function passageFits(gold, time) {
  const shared = Math.min(gold.end, time.end) - Math.max(gold.start, time.start);
  const close = shared / (Math.max(gold.end, time.end) - Math.min(gold.start, time.start)) >= SHORTEST_SHARE;
  return close && (String(time.value).startsWith(gold.value) || time.readings.some((one) => same(gold.reading, one)));
}

function passageSection(shared, tools) {
  const parts = [
    ['English', 'en'],
    ['Chinese', 'zh'],
  ].map(([name, language]) => `${name}:\n\n${table(passagesOf(shared, language), tools, passageFits)}`);
  return `## Passages

F1 with precision and recall: about the same words, and the same value.

${parts.join('\n\n')}`;
}
