// One process that traces a large corpus: reads each text from disk, fingerprints it, asks the index for its candidates,
// compares those word for word, adds it. Prints one line of JSON.
//   node trace-scale.mjs <folder of the corpus> <texts>
import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintsOf, fold, isPromising, overlap, probesOf, sampleOf, TextIndex } from '../../dist/trace/index.js';

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const floats = (name) => new Float64Array(new Uint8Array(readFileSync(join(folder, name))).buffer);
const offsets = floats('offsets');
const origins = floats('origins');
const file = openSync(join(folder, 'texts'), 'r');
const decoder = new TextDecoder();
const buffer = Buffer.alloc(1 << 20);

function textOf(doc) {
  const length = offsets[doc + 1] - offsets[doc];
  readSync(file, buffer, 0, length, offsets[doc]);
  return decoder.decode(buffer.subarray(0, length));
}

const seconds = (since) => Number(process.hrtime.bigint() - since) / 1e9;
// Processor time beside the clock's: other work on the machine stretches only the latter.
const processor = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const index = new TextIndex();
const began = process.hrtime.bigint();
const start = processor();
const tenth = Math.max(1, Math.floor(count / 10));
const marks = [];
let [derived, found, compared, others] = [0, 0, 0, 0];
for (let doc = 0; doc < count; doc++) {
  const folded = fold(textOf(doc));
  const hashes = fingerprintsOf(folded);
  let met = false;
  let sample;
  for (const candidate of index.candidates(probesOf(folded))) {
    if (!isPromising(candidate, hashes.length)) continue;
    const { id } = candidate;
    compared++;
    sample ??= sampleOf(folded);
    if (overlap(sampleOf(fold(textOf(Number(id)))), sample) === null) continue;
    if (Number(id) === origins[doc]) met = true;
    else others++;
  }
  index.add({ id: String(doc), from: doc }, hashes);
  if (origins[doc] >= 0) {
    derived++;
    if (met) found++;
  }
  if ((doc + 1) % tenth === 0) {
    marks.push(processor() - start);
    if (count > 200_000) console.error(`${doc + 1} texts, ${marks.at(-1).toFixed(0)} s of processor time`);
  }
}
const whole = { seconds: seconds(began), processor: processor() - start };

const saving = process.hrtime.bigint();
const bytes = index.save();
const saveSeconds = seconds(saving);
writeFileSync(join(folder, `index-${count}`), bytes);
const peak = process.resourceUsage().maxRSS / 1024;

// One more text, asked for and added, as a running service would.
const late = [];
for (let i = 0; i < 3000; i++) {
  const folded = fold(
    textOf((i * 7919) % count)
      .split(' ')
      .reverse()
      .join(' '),
  );
  const one = process.hrtime.bigint();
  const hashes = fingerprintsOf(folded);
  index.candidates(probesOf(folded));
  index.add({ id: `late ${i}`, from: count + i }, hashes);
  late.push(seconds(one) * 1000);
}
late.sort((a, b) => a - b);

const opening = process.hrtime.bigint();
const opened = TextIndex.open(new Uint8Array(readFileSync(join(folder, `index-${count}`))));
const openSeconds = seconds(opening);
closeSync(file);
console.log(
  JSON.stringify({
    count,
    megabytes: offsets[count] / 1e6,
    ...whole,
    marks,
    first: tenth / marks[0],
    last: tenth / (marks[9] - marks[8]),
    peak,
    derived,
    found,
    compared,
    others,
    disk: statSync(join(folder, `index-${count}`)).size,
    saveSeconds,
    openSeconds,
    same: opened.size === count,
    p50: late[late.length >> 1],
    p99: late[Math.floor(late.length * 0.99)],
  }),
);
