// One process that traces an extreme pile. Prints {seconds, processor, peak, copies, tellings} as JSON.
//   node trace-bounds.mjs same|long|one <size>
import { trace } from '../../dist/trace/index.js';

const [what, size] = [process.argv[2], Number(process.argv[3])];
const itemOf = (id, published) => ({
  ...{ id, file: id, url: null, publisher: null, author: null, published, modified: null, captured: null },
  ...{ mediaType: 'text/plain', digest: 'sha256:00', language: 'und', title: null, note: null, unreadable: null },
});
const textOf = (id, content) => ({
  ...{ id: `t ${id}`, item: id, language: 'und', content, zones: [], voices: [], links: [], credits: [] },
});

const PILES = {
  same: () => {
    const words = 'The ferry to Orla will not run tonight, says the man at the ticket window of the harbour office.';
    return Array.from({ length: size }, (_, at) => [
      `post ${at}`,
      words,
      `2031-05-12T08:${String(at % 60).padStart(2, '0')}:00Z`,
    ]);
  },
  long: () => {
    const row = (at) => `Row ${at * 7919} of the ledger holds ${at * 31} and ${at ^ 2731}. `;
    const filler = Array.from({ length: 5000 }, (_, at) => row(at)).join('');
    const story = Array.from(
      { length: 20 },
      (_, at) => `On quay ${at * 7} a crew of ${at + 3} carried crate ${at * 131}.`,
    ).join('\n');
    const half = filler.repeat(Math.ceil(size / 2 / filler.length));
    return [
      ['book', `${half}\n${story}\n${half}`, null],
      ['story', story, null],
    ];
  },
  one: () => [
    ['a', 'a'.repeat(size), null],
    ['b', `${'a'.repeat(size)}b`, null],
    ['c', 'ab'.repeat(size / 2), null],
  ],
};

const pile = PILES[what]();
const began = process.hrtime.bigint();
const start = process.cpuUsage();
const lineage = trace(
  pile.map(([id, , published]) => itemOf(id, published)),
  pile.map(([id, words]) => textOf(id, words)),
);
const used = process.cpuUsage(start);
console.log(
  JSON.stringify({
    seconds: Number(process.hrtime.bigint() - began) / 1e9,
    processor: (used.user + used.system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    copies: lineage.copies.length,
    tellings: lineage.tellings.length,
  }),
);
