// How well claims are weighed: the story cases with gold, at every instant at which gold says that a standing began.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadTimes } from '../bench/weigh-load.mjs';
import { labelBetween, markOfPages, pagesOf, written } from './weigh/pages.mjs';
import { markOf, storyOf } from './weigh/told.mjs';

export const title = 'Weighing';

const FIRM = ['confirmed', 'corroborated'];

export async function run({ root, shared }) {
  const at = (...path) => import(pathToFileURL(join(root, 'dist', ...path)).href);
  const [{ gathered }, { hearsay }, { policyOf }, { recheck }] = await Promise.all([
    at('desk', 'gathered.js'),
    at('hearsay.js'),
    at('desk', 'policy-file.js'),
    at('weigh', 'recheck.js'),
  ]);
  const policy = policyOf(null);
  const cases = join(shared, 'cases');
  const names = existsSync(cases)
    ? readdirSync(cases).filter((name) => existsSync(join(cases, name, 'gold.json')))
    : [];
  if (names.length === 0) return 'No story cases with gold are at hand.';
  const scores = [];
  for (const name of names.sort()) {
    const gold = JSON.parse(readFileSync(join(cases, name, 'gold.json'), 'utf8'));
    const { accounts } = await gathered([join(cases, name)], { step() {}, end() {} }, null);
    const dossierAt = (instant) => hearsay(accounts, policy, instant);
    scores.push({ name, ...scoreOf(gold, dossierAt), faults: recheck(dossierAt(gold.now), policy).length });
  }
  const { weigh } = await at('weigh', 'weigh.js');
  const told = STORIES.map(([file, what]) => ({ what, ...storiesOf(file, (story, now) => weigh(story, policy, now)) }));
  const whole = [];
  for (const [folder, what] of PAGES)
    whole.push({
      what,
      ...(await pagesIn(folder, async (place) => {
        const { accounts } = await gathered([place], { step() {}, end() {} }, null);
        return (now) => hearsay(accounts, policy, now);
      })),
    });
  const head = `| | ${scores.map(({ name }) => name).join(' | ')} |\n|---|${scores.map(() => '---|').join('')}`;
  const rows = ROWS.map(([what, cell]) => `| ${what} | ${scores.map(cell).join(' | ')} |`);
  const wrong = scores.flatMap(({ name, wrong: list }) => list.map((line) => `- ${name}: ${line}`));
  const timed = speedOf((story) => weigh(story, policy, '2040-03-09T00:00:00Z'));
  return [
    INTRO,
    `${head}\n${rows.join('\n')}`,
    ...(wrong.length ? ['Wrong labels:', wrong.join('\n')] : []),
    MADE,
    `| | ${told.map(({ what }) => what).join(' | ')} |\n|---|${told.map(() => '---|').join('')}\n${TOLD.map(([what, cell]) => `| ${what} | ${told.map(cell).join(' | ')} |`).join('\n')}`,
    WHOLE,
    `| | ${whole.map(({ what }) => what).join(' | ')} |\n|---|${whole.map(() => '---|').join('')}\n${[...TOLD, ...BESIDE].map(([what, cell]) => `| ${what} | ${whole.map(cell).join(' | ')} |`).join('\n')}`,
    ...(whole.some(({ wrong }) => wrong.length)
      ? ['Wrong in them:', whole.flatMap(({ what, wrong }) => wrong.map((line) => `- ${what}: ${line}`)).join('\n')]
      : []),
    timed,
  ].join('\n\n');
}

const STORIES = [
  ['stories.json', 'made along with the rules'],
  ['held-back.json', 'held back'],
];

const MADE =
  'Made stories, told statement by statement, so that weighing is looked at without reading. Those held back were written down before the rules were worked on, and looked at when these were done; the one label that was too strong then showed a fault that was mended afterwards (one name and office in common is no saying in common), so that they are held back no longer.';

const PAGES = [
  ['pages', 'looked at while mending'],
  ['pages/held-back', 'held back'],
  ['pages/written-later', 'written later'],
];

const WHOLE =
  'Made stories told in whole pages (articles, posts, a body’s own statements), so that they are read, traced and weighed. What an editor would expect of each was written down before the program was run on any. Three were looked at while faults were mended; three were held back and looked at once, when that was done. Two labels that were too strong then (a payment of the same sum counted as a second origin) and denials that were not met showed faults that were mended afterwards, so that they are held back no longer; what the first look gave stands in decision 24. Three more were written later, before the rules were worked on again; they were looked at once before that and once after, and the first look showed some of what was mended.';

const BESIDE = [
  [
    'labels right at instants in between',
    ({ between }) => (between.asked ? `${between.right} / ${between.asked}` : '–'),
  ],
  ['promises with their state', ({ promises }) => `${promises.right} / ${promises.asked}`],
  ['answers', ({ answers }) => `${answers.right} / ${answers.asked}`],
];

async function pagesIn(folder, dossiersOf) {
  const from = new URL(`./weigh/${folder}/`, import.meta.url);
  const sum = {
    stories: 0,
    right: 0,
    asked: 0,
    strong: 0,
    pairs: NONE(),
    contradictions: NONE(),
    promises: { right: 0, asked: 0 },
    answers: { right: 0, asked: 0 },
    between: { right: 0, asked: 0 },
    wrong: [],
  };
  for (const file of readdirSync(from).filter((name) => name.endsWith('.txt'))) {
    const story = pagesOf(readFileSync(new URL(file, from), 'utf8'));
    const place = mkdtempSync(join(tmpdir(), 'hearsay-pages-'));
    written(story, place);
    const dossierAt = await dossiersOf(place);
    rmSync(place, { recursive: true });
    const mark = markOfPages(story, dossierAt(story.now));
    sum.stories++;
    for (const { claim, label, is } of mark.labels) {
      sum.asked++;
      if (label === is) sum.right++;
      else sum.wrong.push(`${story.name}, ${claim} is ${is}, should be ${label}`);
      if (isStronger(is, label)) sum.strong++;
    }
    for (const key of ['pairs', 'contradictions'])
      for (const part of ['hit', 'given', 'gold']) sum[key][part] += mark[key][part];
    for (const { state, is } of mark.promises) count(sum.promises, state === is);
    for (const { outcome, is } of mark.answers) count(sum.answers, outcome === is);
    for (const one of story.between) {
      const [at, claim, label] = one;
      const is = labelBetween(story, one, dossierAt(at));
      count(sum.between, is === label);
      if (is !== label) sum.wrong.push(`${story.name}, ${claim} at ${at.slice(0, 16)} is ${is}, should be ${label}`);
      if (isStronger(is, label)) sum.strong++;
    }
  }
  return sum;
}

function count(sum, right) {
  sum.asked++;
  if (right) sum.right++;
}

const TOLD = [
  ['stories', ({ stories }) => String(stories)],
  ['labels right', ({ right, asked }) => `${right} / ${asked} (${percent(right, asked)})`],
  ['too strong', ({ strong }) => String(strong)],
  ['grouping of statements, F1', ({ pairs }) => f1(pairs)],
  ['contradictions, F1', ({ contradictions }) => f1(contradictions)],
];

function storiesOf(file, weighed) {
  const stories = JSON.parse(readFileSync(new URL(`./weigh/${file}`, import.meta.url), 'utf8'));
  const sum = { stories: stories.length, right: 0, asked: 0, strong: 0, pairs: NONE(), contradictions: NONE() };
  for (const story of stories) {
    const mark = markOf(story, weighed(storyOf(story), story.now));
    for (const { label, is } of mark.labels) {
      sum.asked++;
      if (label === is) sum.right++;
      else if (isStronger(is, label)) sum.strong++;
    }
    for (const key of ['pairs', 'contradictions'])
      for (const part of ['hit', 'given', 'gold']) sum[key][part] += mark[key][part];
  }
  return sum;
}

const NONE = () => ({ hit: 0, given: 0, gold: 0 });

/** The least time of three that a case of ten thousand statements takes. */
function speedOf(weighed) {
  const { whole } = loadTimes(weighed, 3);
  return `Ten thousand statements, nearly every one in words of its own, over 2,000 items: ${Math.min(...whole).toFixed(1)} s of processor time, the least of three.`;
}

const INTRO =
  'The two stories are development material: figures on stories never seen will be lower. A claim of gold is met by the claim that holds most of its statements then; before any of them was out, by the one that became it. A label is right when it is the one that gold gives from that instant on. *Too strong* counts labels `confirmed` or `corroborated` that gold does not give, at any instant at which gold speaks or an item came out.';

const ROWS = [
  ['claims found at the end', ({ found, claims }) => `${found} / ${claims}`],
  ['labels right at the instants of gold', ({ right, asked }) => `${right} / ${asked} (${percent(right, asked)})`],
  ['labels right at the end', ({ last }) => `${last.right} / ${last.asked}`],
  ['too strong, at any instant', ({ strong, looked }) => `${strong} of ${looked} looked at`],
  ['grouping of statements, F1', ({ grouping }) => f1(grouping)],
  ['origins, pairs of items, F1', ({ origins }) => f1(origins)],
  ['origins, given / gold', ({ counts }) => counts],
  ['contradictions, F1', ({ contradictions }) => f1(contradictions)],
  ['commitments with their state at every instant', ({ promises }) => `${promises.right} / ${promises.asked}`],
  ['labels that their reasons do not give', ({ faults }) => String(faults)],
];

const percent = (n, of) => `${Math.round((100 * n) / Math.max(1, of))} %`;
const f1 = ({ hit, given, gold }) => {
  const [p, r] = [given ? hit / given : 0, gold ? hit / gold : 0];
  return `${(p + r ? (2 * p * r) / (p + r) : 0).toFixed(2)} (${p.toFixed(2)}/${r.toFixed(2)})`;
};

function scoreOf(gold, dossierAt) {
  const end = dossierAt(gold.now);
  const files = new Map(end.items.map((item) => [item.id, norm(item.file)]));
  const met = statementsMet(gold, end, files);
  const claims = gold.claims.filter(({ id }) => met.some(({ gold: one }) => one.claim === id));
  const final = new Map(claims.map(({ id }) => [id, claimOf(id, met, end)]));
  const instants = instantsOf(gold, end);
  const tally = { right: 0, asked: 0, strong: 0, looked: 0, last: { right: 0, asked: 0 }, wrong: [] };
  for (const [instant, dossier] of instants.map((one) => [
    one,
    Date.parse(one) === Date.parse(gold.now) ? end : dossierAt(one),
  ]))
    for (const claim of claims) judge(claim, instant, dossier, { met, final, gold, tally });
  return {
    ...tally,
    claims: gold.claims.filter(({ id }) => gold.statements.some(({ claim }) => claim === id)).length,
    found: [...final.values()].filter(Boolean).length,
    grouping: groupingOf(met, end),
    origins: pairScore(
      (gold.origins ?? []).map(({ items }) => items.map(norm)),
      end.origins.map(({ items }) => items.map((id) => files.get(id))),
    ),
    counts: `${end.origins.length} / ${gold.origins.length}`,
    contradictions: contradictionsOf(gold, end),
    promises: promisesOf(gold, dossierAt, files),
  };
}

/** Every instant at which gold speaks of a standing or an item came out, and gold's last look. */
function instantsOf(gold, end) {
  const all = [
    ...gold.claims.flatMap(({ standing }) => (standing ?? []).map(({ from }) => from)),
    ...end.items.flatMap(({ published, captured }) => published ?? captured ?? []),
    gold.now,
  ].filter((one) => Date.parse(one) <= Date.parse(gold.now));
  return [...new Map(all.map((one) => [Date.parse(one), one])).values()].sort((a, b) => Date.parse(a) - Date.parse(b));
}

function judge(claim, instant, dossier, { met, final, gold, tally }) {
  const since = (claim.standing ?? []).filter(({ from }) => Date.parse(from) <= Date.parse(instant)).at(-1);
  if (!since) return;
  const mine = claimOf(claim.id, met, dossier) ?? became(final.get(claim.id), dossier);
  const label = mine?.standing.label ?? 'not found';
  const begins = Date.parse(since.from) === Date.parse(instant);
  const isEnd = Date.parse(instant) === Date.parse(gold.now);
  tally.looked++;
  if (isStronger(label, since.is)) {
    tally.strong++;
    const line = `${claim.id} is ${label}, should be ${since.is} (${since.from.slice(0, 16)})`;
    if (!tally.wrong.includes(`**too strong** ${line}`)) tally.wrong.push(`**too strong** ${line}`);
  }
  if (isEnd) tally.last = { right: tally.last.right + (label === since.is ? 1 : 0), asked: tally.last.asked + 1 };
  if (!begins) return;
  tally.asked++;
  if (label === since.is) tally.right++;
  else if (!isStronger(label, since.is))
    tally.wrong.push(`${claim.id} at ${instant.slice(0, 16)} is ${label}, should be ${since.is}`);
}

/** Firmer than gold has it; what gold calls confirmed may well be called corroborated still. */
const isStronger = (label, gold) =>
  label !== gold && FIRM.includes(label) && !(label === 'corroborated' && gold === 'confirmed');

/** The claim that holds most of a gold claim's statements; one that several claims hold counts for the last of them, as for the scorer. */
function claimOf(id, met, dossier) {
  const home = new Map(dossier.claims.flatMap((claim) => claim.statements.map((one) => [one, claim])));
  const votes = new Map();
  for (const { gold, found } of met) {
    const claim = gold.claim === id ? home.get(found.id) : undefined;
    if (claim) votes.set(claim, (votes.get(claim) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The earlier claim that shares most statements with a later one. */
function became(later, dossier) {
  const all = new Set(later?.statements ?? []);
  const shared = dossier.claims.map((claim) => [claim, claim.statements.filter((id) => all.has(id)).length]);
  const [best] = shared.filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  return best?.[0];
}

/** Statements of gold that have a claim, each with the one found in its place. */
function statementsMet(gold, dossier, files) {
  const text = new Map(dossier.texts.map(({ item, content }) => [files.get(item), content]));
  const placed = gold.statements
    .filter(({ claim }) => claim)
    .map((one) => ({ ...one, item: norm(one.item), ...place(text.get(norm(one.item)) ?? '', one.quote, one.nth) }));
  const byItem = grouped(placed, ({ item }) => item);
  const given = grouped(dossier.statements, ({ item }) => files.get(item));
  return [...byItem].flatMap(([item, golds]) =>
    match(golds, given.get(item) ?? [], overlapShare, 0.5).map(([one, found]) => ({ gold: one, found })),
  );
}

function groupingOf(met, dossier) {
  const home = new Map();
  for (const claim of dossier.claims) for (const id of claim.statements) home.set(id, claim.id);
  const by = (key) => [...grouped(met, key).values()].map((all) => all.map(({ found }) => found.id));
  return pairScore(
    by(({ gold }) => gold.claim),
    by(({ found }) => home.get(found.id) ?? found.id),
  );
}

function contradictionsOf(gold, dossier) {
  const near = (x, y) =>
    Math.max(
      alike(x.a.quote, y.a.quote) + alike(x.b.quote, y.b.quote),
      alike(x.a.quote, y.b.quote) + alike(x.b.quote, y.a.quote),
    ) / 2;
  const hit = match(gold.contradictions ?? [], dossier.contradictions, near, 0.4).length;
  return { hit, given: dossier.contradictions.length, gold: (gold.contradictions ?? []).length };
}

function promisesOf(gold, dossierAt, files) {
  const total = { right: 0, asked: 0 };
  for (const one of gold.commitments ?? [])
    for (const { from, is } of one.state ?? []) {
      if (Date.parse(from) > Date.parse(gold.now)) continue;
      total.asked++;
      const near = (x, y) =>
        norm(x.item) === files.get(y.item) ? alike(x.quote, y.quote) : alike(x.quote, y.quote) * 0.8;
      const [pair] = match([one], dossierAt(from).commitments, near, 0.3);
      if (pair?.[1].state === is) total.right++;
    }
  return total;
}

function pairScore(gold, given) {
  const pairs = (groups) =>
    new Set(groups.flatMap((all) => all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b].sort().join(' ')))));
  const [x, y] = [pairs(gold), pairs(given)];
  return { hit: [...y].filter((one) => x.has(one)).length, given: y.size, gold: x.size };
}

function match(golds, givens, likeness, floor) {
  const pairs = golds
    .flatMap((g, i) => givens.map((p, j) => [likeness(g, p), i, j]))
    .filter(([value]) => value >= floor);
  const [left, right, out] = [new Set(), new Set(), []];
  for (const [, i, j] of pairs.sort((a, b) => b[0] - a[0])) {
    if (left.has(i) || right.has(j)) continue;
    left.add(i);
    right.add(j);
    out.push([golds[i], givens[j]]);
  }
  return out;
}

function grouped(all, key) {
  const groups = new Map();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

const norm = (file) => (file ?? '').replace(/^.*?items\//u, 'items/');
const fold = (words) =>
  (words ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '');

function alike(a, b) {
  const grams = (words) => {
    const folded = fold(words);
    return new Set(Array.from({ length: Math.max(1, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)));
  };
  const [x, y] = [grams(a), grams(b)];
  const both = [...x].filter((one) => y.has(one)).length;
  return both / Math.max(1, x.size + y.size - both);
}

function overlapShare(one, other) {
  if (one.start === undefined) return alike(one.quote, other.quote);
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return both <= 0 ? 0 : both / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

function place(text, quote, nth = 0) {
  let at = -1;
  for (let i = 0; i <= nth; i++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return {};
  }
  return { start: at, end: at + quote.length };
}
