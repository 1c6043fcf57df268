// One process that finds the pairs of texts in a folder that share passages. Prints {seconds, pairs} as JSON.
//   node trace-pile.mjs <folder of files 0.txt, 1.txt, …> <count>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintsOf, fold, isPromising, overlap, sampleOf, TextIndex } from '../../dist/trace/index.js';

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const began = process.hrtime.bigint();
const index = new TextIndex();
const samples = [];
const pairs = [];
for (let doc = 0; doc < count; doc++) {
  const sample = sampleOf(fold(readFileSync(join(folder, `${doc}.txt`), 'utf8')));
  const hashes = fingerprintsOf(sample.folded);
  for (const candidate of index.candidates(hashes)) {
    if (!isPromising(candidate, hashes.length)) continue;
    const { id } = candidate;
    if (overlap(samples[Number(id)], sample) !== null) pairs.push([Number(id), doc]);
  }
  index.add({ id: String(doc), from: doc }, hashes);
  samples.push(sample);
}
console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - began) / 1e9, pairs }));
