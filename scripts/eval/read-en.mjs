// English reading against gold: speech attributions of PolNeAR, reporting events of MEANTIME, the passages.
// Gold is read in place below <shared>. A part of each set is kept back: it was not looked at while rules were made.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { passageReadings } from './passage-readings.mjs';
import { meantimeDocs, scoreMeantime } from './read-en/meantime.mjs';
import { ownSection } from './read-en/own.mjs';
import { installed, simple, withCompromise } from './read-en/peers.mjs';
import { cell, polnearDocs, scorePolnear, speechForms, widened } from './read-en/polnear.mjs';

export const title = 'Reading English';

/** The table of all sets that are present, with the peers beside them. */
export async function run({ root, shared, scratch }) {
  const program = await reader(join(root, 'dist'));
  const out = [];
  const polnear = join(shared, 'data/reading/polnear/data');
  if (existsSync(polnear)) out.push(await polnearTable(polnear, shared, scratch, program));
  else out.push('PolNeAR is not here.');
  const meantime = join(shared, 'data/reading/meantime-en/data');
  if (existsSync(meantime)) out.push(meantimeTable(meantime, shared, program));
  else out.push('MEANTIME is not here.');
  const passages = join(shared, 'cases/passages-en.jsonl');
  if (existsSync(passages)) out.push(await passagesTable(passages, shared, scratch, root));
  else out.push('The passages are not here.');
  if (existsSync(join(shared, 'tools/score.mjs')))
    out.push(await ownSection('en', { root, shared, scratch }, passageReadings));
  return out.join('\n\n');
}

/** The built program as a function from words to statements. */
export async function reader(dist) {
  const { read } = await import(`${dist}/read/read.js`);
  const carrier = { publisher: null, author: null, published: null };
  const bare = { id: '', item: '', language: 'en', zones: [], voices: [], links: [], credits: [] };
  return (content) => read({ ...bare, content }, carrier).statements.filter((one) => !one.carrier);
}

async function polnearTable(folder, shared, scratch, program) {
  const forms = speechForms(shared);
  const ours = (content) => program(content).map((one) => widened(content, one));
  const peers = [
    ['hearsay', ours],
    ['verb list and quotation marks', simple(forms)],
  ];
  const compromise = await installed(scratch, 'compromise');
  if (compromise) peers.push(['compromise, its quotations with the nearest verb', withCompromise(compromise, forms)]);
  const parts = [
    ['train, every tenth document (tuned on)', polnearDocs(folder, 'train', (index) => index % 10 === 0)],
    ['dev, even places (tuned on)', polnearDocs(folder, 'dev', (index) => index % 2 === 0)],
    ['dev, odd places (kept back)', polnearDocs(folder, 'dev', (index) => index % 2 === 1)],
  ];
  const rows = [];
  const all = [];
  for (const [part, docs] of parts)
    for (const [name, answer] of peers) {
      const any = scorePolnear(docs, answer, null);
      all.push(`| ${part} | ${name} | ${[any.exactSource, any.exactCue, any.exactContent].map(cell).join(' | ')} |`);
      const s = scorePolnear(docs, answer, forms);
      rows.push(
        `| ${part} | ${name} | ${[s.cue, s.source, s.content, s.all, s.exactSource, s.exactCue, s.exactContent].map(cell).join(' | ')} |`,
      );
    }
  return `### PolNeAR: speech attributions

An attribution is in scope where its cue holds a verb of saying or writing or "according"; gold and answers alike. Questions are no statements and left out. A source is compared with the gold phrase whole or without its apposition; a dropped subject by the nearest mention of the name it was resolved to. F1 (precision/recall). Source and content are right at a Jaccard of .5; exact spans are compared from first to last word${compromise ? '' : '. compromise could not be installed'}.

| part | reader | cue | + source | + content | all three | exact source | exact cue | exact content |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Exact spans over every attribution of the gold, those by belief, intent or gesture included, which are no statements here:

| part | reader | source | cue | content |
|---|---|---|---|---|
${all.join('\n')}`;
}

function meantimeTable(folder, shared, program) {
  const forms = new Set([...speechForms(shared)].filter((word) => word !== 'according'));
  const ours = (content) => program(content).map((one) => widened(content, one));
  const rows = [];
  for (const [part, keep] of [
    ['even places (tuned on)', 0],
    ['odd places (kept back)', 1],
  ]) {
    const docs = meantimeDocs(folder, (index) => index % 2 === keep);
    for (const [name, answer] of [
      ['hearsay', ours],
      ['verb list and quotation marks', simple(forms)],
    ]) {
      const s = scoreMeantime(docs, answer, forms);
      rows.push(`| ${part} | ${name} | ${cell(s.event)} | ${cell(s.source)} |`);
    }
  }
  return `### MEANTIME: reporting events with their source

Events that report another event (SLINK) by a verb of saying and have an agent, in the sentences that were annotated; F1 (precision/recall).

| part | reader | verb | verb and source |
|---|---|---|---|
${rows.join('\n')}`;
}

async function passagesTable(file, shared, scratch, root) {
  const all = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const odd = (one) => Number(one.id.match(/\d+$/u)?.[0] ?? 0) % 2 === 1;
  const rows = [];
  for (const [part, lines] of [
    ['odd ids', all.filter(odd)],
    ['even ids', all.filter((one) => !odd(one))],
  ]) {
    const [gold, given] = [join(scratch, 'gold.jsonl'), join(scratch, 'given.jsonl')];
    writeFileSync(gold, lines.map((one) => JSON.stringify(one)).join('\n'));
    writeFileSync(given, (await passageReadings(lines, root)).map((one) => JSON.stringify(one)).join('\n'));
    const s = JSON.parse(
      execFileSync(process.execPath, [join(shared, 'tools/score.mjs'), 'passages', gold, given], { encoding: 'utf8' }),
    );
    const f = (one) => `${one.f1.toFixed(2)} (${one.p.toFixed(2)}/${one.r.toFixed(2)})`;
    const { content, source, kind, class: klass, all: three } = s.statements;
    rows.push(
      `| ${part} | ${[content, source, kind, klass, three, s.responses, s.commitments, s.times].map(f).join(' | ')} | ${s.ungrounded} |`,
    );
  }
  return `### Passages in English

Development material: figures on passages never seen are lower.

| part | content | source | kind | class | all three | responses | commitments | times | ungrounded |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}`;
}
