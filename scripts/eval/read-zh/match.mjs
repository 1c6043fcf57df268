// Which statement of an answer is which of the gold, by place; what was taken for what.
const NAMED = new Set(['named-person', 'named-body']);
const NAMELESS = new Set(['artefact', 'crowd', 'none', 'unnamed-person', 'unnamed-official']);

function placed(text, { quote, nth = 0 }) {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1);
  return { start, end: start + quote.length };
}

function shared(a, b) {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Pairs of gold and given statements that share half of their span, the likest first, and how many are left over. */
export function matched(golds, readings) {
  const pairs = [];
  let missed = 0;
  let surplus = 0;
  for (const [i, gold] of golds.entries()) {
    const given = (readings[i]?.statements ?? []).filter((one) => !one.carrier);
    const wanted = gold.statements.map((one) => ({ ...one, ...placed(gold.text, one) }));
    const found = wanted
      .flatMap((one) => given.map((two) => [shared(one, two) + (one.class === two.class ? 0.01 : 0), one, two]))
      .filter(([likeness]) => likeness >= 0.5)
      .sort((a, b) => b[0] - a[0]);
    const met = new Set();
    for (const [, one, two] of found) {
      if (met.has(one) || met.has(two)) continue;
      met.add(one).add(two);
      pairs.push([one, two]);
    }
    missed += wanted.filter((one) => !met.has(one)).length;
    surplus += given.filter((one) => !met.has(one)).length;
  }
  return { pairs, missed, surplus };
}

/** Sources without a name that are given out as named, of all statements given. */
export function falseSources(golds, readings) {
  const { pairs, surplus } = matched(golds, readings);
  const wrong = pairs.filter(([one, two]) => NAMELESS.has(one.source.kind) && NAMED.has(two.source?.kind)).length;
  return { wrong, all: pairs.length + surplus };
}

/** `wanted → given` with how often, the commonest first. */
export function confusions({ pairs }, of) {
  const counts = new Map();
  for (const [one, two] of pairs)
    if (of(one) !== of(two)) counts.set(`${of(one)} → ${of(two)}`, (counts.get(`${of(one)} → ${of(two)}`) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
