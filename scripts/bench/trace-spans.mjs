// Planted passages found again: PAN's measures (Potthast et al. 2010) for each operation, here and with the peers that give spans.
import { chance, OPERATIONS, planted, SCRIPT } from './trace-corpus.mjs';

/** Pairs of a source and a text that has a part of it, of sources of one half: 0 to develop on, 1 kept back. */
export function spanPairs(stories, half, count, operations = OPERATIONS) {
  const long = stories.filter((story, at) => at % 2 === half && story.length > 900 && story.length < 6000);
  const chinese = /\p{Script=Han}/u.test(long[0].slice(0, 40));
  const words = chinese ? [...long.slice(0, 50).join('')] : long.slice(0, 200).join(' ').split(/\s+/);
  const tools = { ...chance(half === 0 ? 1 : 1001), words };
  const letters = chinese ? 260 : 700;
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      Array.from({ length: count }, () => {
        const source = tools.pick(long);
        return { source, ...planted(source, tools.pick(long), operation, tools, letters) };
      }),
    ]),
  );
}

/** Every operation that fits a language. */
export const operationsFor = (chinese) => (chinese ? { ...OPERATIONS, ...SCRIPT } : OPERATIONS);

const shared = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const length = (span) => span.end - span.start;

/** Letters of one case that some of the others cover, on both sides together. */
function covered(one, others) {
  const sides = ['source', 'copy'].map((side) => {
    const marks = new Uint8Array(length(one[side]));
    for (const other of others) {
      const [from, to] = [Math.max(0, other[side].start - one[side].start), other[side].end - one[side].start];
      if (to > from) marks.fill(1, from, to);
    }
    return marks.reduce((sum, mark) => sum + mark, 0);
  });
  return (sides[0] + sides[1]) / (length(one.source) + length(one.copy));
}

/** Plagdet of what was found in each pair against what was planted: { precision, recall, granularity, plagdet }. */
export function plagdet(gold, found) {
  let [recall, cases, precision, detections, pieces, detected] = [0, 0, 0, 0, 0, 0];
  gold.forEach((spans, at) => {
    const meets = (a, b) => shared(a.source, b.source) > 0 && shared(a.copy, b.copy) > 0;
    for (const span of spans) {
      const hits = found[at].filter((one) => meets(one, span));
      recall += covered(span, hits);
      cases++;
      pieces += hits.length;
      if (hits.length > 0) detected++;
    }
    for (const one of found[at]) {
      precision += covered(
        one,
        spans.filter((span) => meets(one, span)),
      );
      detections++;
    }
  });
  const [p, r] = [detections ? precision / detections : 0, recall / cases];
  const granularity = detected ? pieces / detected : 1;
  const f1 = p + r === 0 ? 0 : (2 * p * r) / (p + r);
  return { precision: p, recall: r, granularity, plagdet: f1 / Math.log2(1 + granularity) };
}
