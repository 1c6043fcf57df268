// Writes a large corpus: texts of some 3 KB made of short snippets of real news, one in ten derived from an earlier one.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { chance, OPERATIONS, planted } from './trace-corpus.mjs';

const LETTERS = 3000;

/** Makes `count` texts in `folder`: `texts`, `offsets` and `origins` (-1, or the number of the text it has a part of). */
export function makeCorpus(folder, count, stories) {
  mkdirSync(folder, { recursive: true });
  const words = stories.join(' ').split(/\s+/);
  const tools = { ...chance(19870226), words };
  const file = openSync(join(folder, 'texts'), 'w');
  const offsets = new Float64Array(count + 1);
  const origins = new Float64Array(count).fill(-1);
  const operations = Object.values(OPERATIONS);
  const recent = [];
  let at = 0;
  for (let doc = 0; doc < count; doc++) {
    let text = permuted(words, tools);
    // Of the texts that may be taken from, a fixed sample over all of the corpus so far is kept at hand.
    if (doc > 100 && tools.next() < 0.1) {
      const { doc: origin, text: source } = tools.pick(recent);
      text = planted(source, text, tools.pick(operations), tools).text;
      origins[doc] = origin;
    } else if (recent.length < 20_000) recent.push({ doc, text });
    else if (tools.next() < 20_000 / doc) recent[tools.below(recent.length)] = { doc, text };
    const bytes = Buffer.from(text);
    writeSync(file, bytes);
    at += bytes.length;
    offsets[doc + 1] = at;
  }
  closeSync(file);
  writeFileSync(join(folder, 'offsets'), new Uint8Array(offsets.buffer));
  writeFileSync(join(folder, 'origins'), new Uint8Array(origins.buffer));
}

function permuted(words, { below }) {
  let text = '';
  while (text.length < LETTERS) {
    const from = below(words.length - 6);
    const sentence = below(4) === 0 ? '. ' : ' ';
    text += words.slice(from, from + 2 + below(4)).join(' ') + sentence;
  }
  return text;
}
