// Invented passages with gold of our own: figures for both halves, and the commonest errors of the half tuned on.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLES = 2;

/** The passages of our own in a language: those that rules were tuned on, and those kept back. */
export function ownPassages(root, lang) {
  const all = readFileSync(join(root, 'scripts/eval', `read-${lang}`, 'passages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const odd = (one) => Number(one.id.match(/\d+$/u)?.[0] ?? 0) % 2 === 1;
  return { tuned: all.filter(odd), kept: all.filter((one) => !odd(one)) };
}

/** The section on `scripts/eval/read-<lang>/passages.jsonl`; `readings` turns passages into what the program reads. */
export async function ownSection(lang, { root, shared, scratch }, readings) {
  const { tuned, kept } = ownPassages(root, lang);
  const parts = [
    ['odd ids (tuned on)', tuned],
    ['even ids (kept back)', kept],
  ];
  const rows = [];
  let errors = '';
  for (const [name, golds] of parts) {
    const given = await readings(golds, root);
    rows.push(`| ${name} | ${golds.length} | ${figures(golds, given, shared, scratch).join(' | ')} |`);
    if (errors === '') errors = errorRows(errorsIn(golds, given), EXAMPLES);
  }
  return `### Invented passages of our own

F1 (precision/recall); responses and commitments only where the gold tells them. The gold is one person's, so it shares his habits.

| part | passages | content | source | kind | class | all three | responses | commitments |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

The commonest errors of the half tuned on:

| error | times | for example |
|---|---|---|
${errors}`;
}

function figures(golds, given, shared, scratch) {
  const [gold, ours] = [join(scratch, 'own-gold.jsonl'), join(scratch, 'own-given.jsonl')];
  writeFileSync(gold, golds.map((one) => JSON.stringify(one)).join('\n'));
  writeFileSync(ours, given.map((one) => JSON.stringify(one)).join('\n'));
  const { statements } = scored(gold, ours, shared);
  const told = golds.flatMap((one, i) => (one.responses ? [i] : []));
  writeFileSync(gold, told.map((i) => JSON.stringify(golds[i])).join('\n'));
  writeFileSync(ours, told.map((i) => JSON.stringify(given[i])).join('\n'));
  const { responses, commitments } = scored(gold, ours, shared);
  return [
    ...['content', 'source', 'kind', 'class', 'all'].map((key) => cell(statements[key])),
    ...(told.length > 0 ? [cell(responses), cell(commitments)] : ['–', '–']),
  ];
}

const scored = (gold, ours, shared) =>
  JSON.parse(
    execFileSync(process.execPath, [join(shared, 'tools/score.mjs'), 'passages', gold, ours], { encoding: 'utf8' }),
  );

const cell = ({ f1, p, r }) => `${f1.toFixed(2)} (${p.toFixed(2)}/${r.toFixed(2)})`;

/** What was read wrongly, by kind: the words of each error, the commonest kind first. */
export function errorsIn(golds, given) {
  const found = new Map();
  const note = (cause, quote) => found.set(cause, [...(found.get(cause) ?? []), quote]);
  for (const [i, { text, statements }] of golds.entries()) {
    const left = new Set(given[i].statements.filter((one) => !one.carrier));
    for (const one of statements) {
      const near = nearest(text.indexOf(one.quote), one.quote.length, left);
      left.delete(near);
      if (!near) note('missed', one.quote);
      else if (near.class !== one.class) note(`${one.class} taken for ${near.class}`, one.quote);
      else if (near.source.kind !== one.source.kind)
        note(`${one.source.kind} taken for ${near.source.kind}`, one.quote);
      else if (near.quote !== one.quote) note('begins or ends elsewhere', near.quote);
    }
    for (const one of left) note('surplus', one.quote);
  }
  return [...found].sort((a, b) => b[1].length - a[1].length);
}

/** Errors as rows of a table, with so many examples each. */
export const errorRows = (errors, examples) =>
  errors
    .map(([cause, quotes]) => `| ${cause} | ${quotes.length} | ${quotes.slice(0, examples).map(short).join('<br>')} |`)
    .join('\n');

const short = (quote) => (quote.length > 80 ? `${quote.slice(0, 79)}…` : quote).replaceAll('|', '/');

/** The reading that shares more than half of the span with the gold. */
function nearest(start, length, readings) {
  let best;
  let most = 0.5;
  for (const one of readings) {
    const both = Math.min(start + length, one.end) - Math.max(start, one.start);
    const part = both / (Math.max(start + length, one.end) - Math.min(start, one.start));
    if (part >= most) [best, most] = [one, part];
  }
  return best;
}
