// Times weighing on a large made case, prints a table and writes docs/benchmarks/weigh.md.
//   npm run bench -- weigh [--rounds 5]
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultPolicy } from '../../dist/weigh/policy.js';
import { weigh } from '../../dist/weigh/weigh.js';
import { loadTimes } from './weigh-load.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values: asked } = parseArgs({
  args: process.argv.slice(3),
  options: { rounds: { type: 'string', default: '5' } },
});
const rounds = Math.max(2, Number(asked.rounds) || 5);
const { whole, again } = loadTimes((story) => weigh(story, defaultPolicy, '2040-03-09T00:00:00Z'), rounds);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const row = (what, list, aim) =>
  `| ${what} | ${Math.min(...list).toFixed(2)} s | ${median(list).toFixed(2)} s | ${aim} |`;
const report = `# How long weighing takes

Written by \`npm run bench -- weigh\`; no figure is typed by hand. A made case of 10,000 statements over 2,000 items, nearly every statement in words of its own. Seconds are processor time, the collector of memory included, over ${rounds} rounds in one process.

| | least | median | aim |
|---|---|---|---|
${row('the whole case', whole, '1 s')}
${row('the case again, with one item more', again, '0.05 s')}

What was weighed before is not kept from one weighing to the next but for the gists of words, so that one item more costs nearly what the case costs.

Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; Node ${process.version}.
`;
mkdirSync(join(root, 'docs', 'benchmarks'), { recursive: true });
writeFileSync(join(root, 'docs', 'benchmarks', 'weigh.md'), report);
console.log(report);
