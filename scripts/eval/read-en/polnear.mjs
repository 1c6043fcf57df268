import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Documents of one part; `keep` chooses by their place in the sorted list of names. */
export function polnearDocs(folder, part, keep) {
  const texts = readdirSync(join(folder, part, 'text')).sort();
  const marks = readdirSync(join(folder, part, 'attributions')).sort();
  return texts
    .filter((_, index) => keep(index))
    .flatMap((name) => {
      const stem = name.replace(/\.txt$/u, '');
      const first = marks.find((one) => one.startsWith(`${stem}_`));
      if (!first) return [];
      const content = utf16(readFileSync(join(folder, part, 'text', name), 'utf8'));
      return [
        {
          name: stem,
          content: content.text,
          gold: brat(readFileSync(join(folder, part, 'attributions', first), 'utf8'), content),
        },
      ];
    });
}

/** Offsets of the gold count code points. */
function utf16(text) {
  const at = [];
  for (let index = 0; index < text.length; index++) {
    if ((text.charCodeAt(index) & 0xfc00) !== 0xdc00) at.push(index);
  }
  at.push(text.length);
  return { text, at };
}

/** Attributions of a brat file, each role as a list of spans. */
function brat(marks, { at }) {
  const spans = new Map();
  const relations = [];
  for (const line of marks.split('\n')) {
    const [id, body] = line.split('\t');
    if (id?.startsWith('T') && body) {
      const places = body.replace(/^\S+ /u, '').split(';');
      spans.set(
        id,
        places.map((place) => place.split(' ').map((n) => at[Number(n)] ?? 0)),
      );
    } else if (id?.startsWith('E') && body) {
      const roles = { source: [], cue: [], content: [] };
      for (const role of body.trim().split(/\s+/u)) {
        const [name, target] = role.split(':');
        const key = name?.toLowerCase().replace(/\d+$/u, '');
        if (key in roles) roles[key].push(...(spans.get(target) ?? []));
      }
      relations.push(roles);
    }
  }
  return relations.filter((one) => one.cue.length > 0 && one.content.length > 0);
}

/** In scope: a cue with a verb of saying or writing (the Gender Gap Tracker's list without verbs of thought and others that need no word said), or "according". */
export function speechForms(shared) {
  const list = readFileSync(join(shared, 'data/reading/ggt-quote-verbs/nlp/english/rules/quote_verb_list.txt'), 'utf8');
  const other =
    /^(?:accept|acclaim|continu|convinc|demonstrat|ensur|estimat|find|highlight|illustrat|indicat|persist|present|point$|points|pointing|rave|releas|think|thought)/u;
  return new Set([...list.split(/\s+/u).filter((word) => word && !other.test(word)), 'according']);
}

/** Null: all are. */
export const inScope = (words, forms) =>
  forms === null || (words.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => forms.has(word));

/** PolNeAR's spans hold the quotation marks, "that", and the verb with its auxiliaries: ours are widened to them. */
export function widened(text, one) {
  let { start, end } = one;
  if (one.cue && one.cue.end <= start) start -= text.slice(one.cue.end, start).match(/\bthat\s+$/iu)?.[0].length ?? 0;
  if (/["“‘']/u.test(text.charAt(start - 1))) {
    start--;
    if (/["”’']/u.test(text.charAt(end))) end++;
    else if (/[,.]["”’']/u.test(text.slice(end, end + 2))) end += 2;
  }
  const cue = one.cue
    ? {
        start: one.cue.start - (AUX.exec(text.slice(Math.max(0, one.cue.start - 30), one.cue.start))?.[1].length ?? 0),
        end: one.cue.end,
      }
    : null;
  return {
    source: one.source.end > one.source.start ? [[one.source.start, one.source.end]] : mention(text, one),
    cue: cue ? [[cue.start, cue.end]] : [],
    content: [[start, end]],
  };
}

/** A dropped subject has no place of its own: the nearest mention of the resolved name, or the pronoun, in the sentence before the cue. */
function mention(text, one) {
  const at = one.cue?.start ?? one.start;
  const from =
    Math.max(
      text.lastIndexOf('\n', at),
      text.slice(0, at).search(/[.!?]["”]?\s+(?=["“\p{Lu}])(?!.*[.!?]["”]?\s+["“\p{Lu}])/su),
    ) + 1;
  const before = text.slice(from, at);
  const last = one.source.name?.split(/\s+/u).at(-1) ?? '';
  const full = one.source.name ? before.lastIndexOf(one.source.name) : -1;
  if (full >= 0)
    return [
      [
        from + full - (/\b(?:an?|the)\s$/iu.exec(before.slice(0, full))?.[0].length ?? 0),
        from + full + (one.source.name?.length ?? 0),
      ],
    ];
  const name = last ? before.lastIndexOf(last) : -1;
  if (name >= 0) {
    const lead =
      before
        .slice(0, name)
        .match(/(?:[\p{Lu}][\p{L}.’'-]*\s+|the\s+)*$/iu)?.[0]
        .match(/(?:(?:\p{Lu}[\p{L}.’'-]*|the)\s+)*$/u)?.[0].length ?? 0;
    return [[from + name - lead, from + name + last.length]];
  }
  const pronoun = [...before.matchAll(/\b(?:he|she|they)\b/giu)].at(-1) ?? /\bit\b/iu.exec(before);
  return pronoun ? [[from + pronoun.index, from + pronoun.index + pronoun[0].length]] : [];
}
const AUX =
  /(?:^|\s)((?:(?:has|have|had|is|are|was|were|been|did|does|do|not|never|also|would|will|could|can|may|might|then|later|to) )+)$/iu;

const cover = (spans) => {
  const set = new Set();
  for (const [a, b] of spans) for (let i = a; i < b; i++) set.add(i);
  return set;
};
export function jaccard(a, b) {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const x = cover(a);
  const y = cover(b);
  let both = 0;
  for (const i of x) if (y.has(i)) both++;
  return both / (x.size + y.size - both);
}
export const meets = (a, b) => a.some(([s, e]) => b.some(([t, f]) => Math.max(s, t) < Math.min(e, f)));

/** Gold and answers are paired by their cues, the likeliest content first. */
export function paired(gold, given) {
  const pairs = [];
  for (const [i, g] of gold.entries())
    for (const [j, p] of given.entries())
      if (meets(g.cue, p.cue))
        pairs.push([jaccard(g.content, p.content) + (meets(g.source, p.source) ? 0.5 : 0), i, j]);
  pairs.sort((a, b) => b[0] - a[0]);
  const left = new Map();
  const right = new Set();
  for (const [, i, j] of pairs)
    if (!left.has(i) && !right.has(j)) {
      left.set(i, j);
      right.add(j);
    }
  return left;
}

/** Contents that share one cue are one attribution in PolNeAR. */
export function joined(all) {
  const byCue = new Map();
  for (const one of all) {
    const key = `${one.cue} ${one.source}`;
    const before = byCue.get(key);
    byCue.set(key, before ? { ...before, content: [...before.content, ...one.content] } : one);
  }
  return [...byCue.values()];
}

/** Ours leaves out appositions: gold is taken whole, or its part before or after the first comma. */
export function sameSource(text, gold, ours) {
  if (jaccard(gold, ours) >= 0.5) return true;
  const [first] = gold;
  if (!first) return false;
  const parts = [...text.slice(...first).matchAll(/[^,(]+/gu)].map((part) => [
    [first[0] + part.index, first[0] + part.index + part[0].trimEnd().length],
  ]);
  return parts.slice(0, 2).some((part) => jaccard(part, ours) >= 0.5);
}

export const tally = () => ({ hit: 0, given: 0, gold: 0 });
const f1 = ({ hit, given, gold }) => (given + gold ? (2 * hit) / (given + gold) : 0);
export const cell = (one) =>
  `${f1(one).toFixed(2)} (${(one.given ? one.hit / one.given : 0).toFixed(2)}/${(one.gold ? one.hit / one.gold : 0).toFixed(2)})`;

/** Counts over documents: attributions in scope found, their parts, and exact spans over all attributions. */
export function scorePolnear(docs, answer, forms) {
  const sums = {
    cue: tally(),
    source: tally(),
    content: tally(),
    all: tally(),
    exactSource: tally(),
    exactCue: tally(),
    exactContent: tally(),
  };
  for (const { content, gold } of docs) {
    const words = (spans) => spans.map(([a, b]) => content.slice(a, b)).join(' ');
    const given = joined(answer(content));
    const golds = gold.filter((one) => inScope(words(one.cue), forms));
    const mine = given.filter((one) => inScope(words(one.cue), forms));
    const pairs = paired(golds, mine);
    for (const key of ['cue', 'source', 'content', 'all']) {
      sums[key].given += mine.length;
      sums[key].gold += golds.length;
    }
    for (const [i, j] of pairs) {
      const source = sameSource(content, golds[i].source, mine[j].source);
      const said = jaccard(golds[i].content, mine[j].content) >= 0.5;
      sums.cue.hit++;
      if (source) sums.source.hit++;
      if (said) sums.content.hit++;
      if (source && said) sums.all.hit++;
    }
    for (const [key, role] of [
      ['exactSource', 'source'],
      ['exactCue', 'cue'],
      ['exactContent', 'content'],
    ]) {
      const spans = (all) => new Set(all.flatMap((one) => (one[role].length ? [hull(content, one[role])] : [])));
      const a = spans(golds);
      const b = spans(mine);
      sums[key].gold += a.size;
      sums[key].given += b.size;
      for (const one of b) if (a.has(one)) sums[key].hit++;
    }
  }
  return sums;
}

/** From the first to the last word: marks at the edges are convention. */
function hull(text, spans) {
  let start = Math.min(...spans.map(([a]) => a));
  let end = Math.max(...spans.map(([, b]) => b));
  while (start < end && /[^\p{L}\p{N}]/u.test(text.charAt(start))) start++;
  while (end > start && /[^\p{L}\p{N}]/u.test(text.charAt(end - 1))) end--;
  return `${start} ${end}`;
}
