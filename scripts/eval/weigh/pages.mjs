// Small made stories told in whole pages, so that reading, tracing and weighing are looked at together.
//   # title
//   now <instant>
//   == id | article, post or statement | publisher | author | instant | language
//   <a heading, unless it is a post>, and paragraphs in which {k1: these words} make claim k1, {k1#no: and these} can be named below
//   == gold
//   k1 <label, or any> <origins for/against> <wording>
//   ! no yes                                  contradiction
//   promise <who> | <some of its words> | <state>
//   answer <who> | <outcome>
//   @ <instant> k1 <label>                    the label at an instant in between
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a story file says: its items without marks, the marked words, and what an editor would expect. */
export function pagesOf(text) {
  const [head, ...blocks] = text.split(/^== /mu);
  const gold = blocks.pop().split('\n').slice(1).filter(Boolean);
  const items = blocks.map(itemOf);
  return {
    name: head.match(/^# (.*)/u)[1],
    now: head.match(/^now (.*)/mu)[1],
    items,
    said: items.flatMap(({ id, said }) => said.map((one) => ({ ...one, item: id }))),
    claims: gold.flatMap((line) => {
      const [, id, label, counts] = line.match(/^(k\d+) (\S+)(?: (\d+\/\d+))?/u) ?? [];
      return id ? [{ id, label: label === 'any' ? null : label, counts: counts ?? null }] : [];
    }),
    contradictions: gold.filter((line) => line.startsWith('! ')).map((line) => line.slice(2).split(' ')),
    promises: named(gold, 'promise '),
    answers: named(gold, 'answer '),
    between: named(gold, '@ ').map(([line]) => line.split(' ')),
  };
}

const named = (gold, word) =>
  gold.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length).split(' | '));

const MARK = /\{(\w+)(?:#(\w+))?: ([^}]*)\}/gu;

function itemOf(block) {
  const [head, ...lines] = block.trim().split('\n');
  const [id, kind, publisher, author, published, lang] = head.split('|').map((cell) => cell.trim());
  const said = [...lines.join('\n').matchAll(MARK)].map(([, claim, name, words]) => ({
    claim,
    name,
    words: words.replace(/[.。]$/u, ''),
  }));
  return { id, kind, publisher, author, published, lang, said, lines: lines.map((line) => line.replace(MARK, '$3')) };
}

/** Writes a story as a newsroom would have it: files and a sheet. */
export function written(story, folder) {
  mkdirSync(join(folder, 'items'), { recursive: true });
  const rows = story.items.map((item) => {
    const file = item.kind === 'post' ? `${item.id}.jsonl` : `${item.id}.html`;
    writeFileSync(join(folder, 'items', file), item.kind === 'post' ? postOf(item) : pageOf(item));
    const url = `https://${item.id}.example/${item.id}`;
    return [file, url, item.publisher, item.author, item.published, item.published, item.lang, ''];
  });
  const cell = (words) => (/[",]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  const head = 'file,url,publisher,author,published,captured,lang,note';
  writeFileSync(join(folder, 'index.csv'), `${[head, ...rows.map((row) => row.map(cell).join(','))].join('\n')}\n`);
}

const postOf = ({ id, author, published, lines }) =>
  `${JSON.stringify({ id, user: author, created_at: published, text: lines.join('\n') })}\n`;

function pageOf({ publisher, author, published, lang, lines: [title, ...lines] }) {
  const by = author ? `<p class="byline">${lang === 'en' ? `By ${author}` : `记者 ${author}`}</p>` : '';
  const body = lines.map((line) => `<p>${line}</p>`).join('\n');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="${publisher}"><meta property="article:published_time" content="${published}"></head><body><article><h1>${title}</h1>${by}\n${body}\n</article></body></html>\n`;
}

/** What of a story's gold a dossier meets, and where it does not. */
export function markOfPages(story, dossier) {
  const items = new Map(dossier.items.map(({ id, file }) => [file.replace(/^.*items\/|\.\w+$/gu, ''), id]));
  const home = new Map();
  for (const claim of dossier.claims) for (const id of claim.statements) home.set(id, [...(home.get(id) ?? []), claim]);
  const found = story.said.map((one) => ({ ...one, home: homesOf(one, items, dossier, home) }));
  const marks = found.filter(({ claim }) => claim.startsWith('k'));
  const pairs = marks.flatMap((a, i) => marks.slice(i + 1).map((b) => [a, b]));
  const same = ([a, b]) => a.claim === b.claim;
  const given = ([a, b]) => a.home.some((one) => b.home.includes(one));
  const wordsOf = ([a, b]) => `${a.claim} ${a.words} / ${b.claim} ${b.words}`;
  const wordsNamed = (name) => story.said.find((one) => one.name === name);
  const clashes = story.contradictions.map((pair) => pair.map(wordsNamed));
  const isOf = ({ a, b }, [x, y]) => (meets(a, x) && meets(b, y)) || (meets(a, y) && meets(b, x));
  const meets = (one, mark) => one.item === items.get(mark.item) && shares(one.quote, mark.words);
  const claimMeets = ({ a, b }, pair) => {
    const ids = pair.map(({ claim }) => claim);
    const of = (one) => marks.filter((mark) => meets(one, mark)).map(({ claim }) => claim);
    return (of(a).includes(ids[0]) && of(b).includes(ids[1])) || (of(a).includes(ids[1]) && of(b).includes(ids[0]));
  };
  const fits = (one, pair) => isOf(one, pair) || claimMeets(one, pair);
  return {
    pairs: {
      hit: pairs.filter((one) => same(one) && given(one)).length,
      gold: pairs.filter(same).length,
      given: pairs.filter(given).length,
    },
    split: pairs.filter((one) => same(one) && !given(one)).map(wordsOf),
    merged: pairs.filter((one) => !same(one) && given(one)).map(wordsOf),
    labels: story.claims.flatMap((one) => labelled(one, marks)),
    contradictions: {
      hit: clashes.filter((pair) => dossier.contradictions.some((one) => fits(one, pair))).length,
      given: dossier.contradictions.length,
      gold: clashes.length,
    },
    missed: clashes
      .filter((pair) => !dossier.contradictions.some((one) => fits(one, pair)))
      .map(([x, y]) => `${x.words} / ${y.words}`),
    surplus: dossier.contradictions
      .filter((one) => !clashes.some((pair) => fits(one, pair)))
      .map(({ a, b, why }) => `${a.quote} / ${b.quote} (${why})`),
    promises: story.promises.map(([by, words, state]) => ({
      by,
      state,
      is:
        dossier.commitments.find((one) => one.by === by && one.quote.includes(words))?.state ??
        `not found among ${dossier.commitments.map((one) => `${one.by}: ${one.quote}`).join('; ')}`,
    })),
    answers: story.answers.map(([body, outcome]) => ({
      body,
      outcome,
      is: dossier.responses.some((one) => one.body === body && one.outcome === outcome)
        ? outcome
        : `not found among ${dossier.responses.map((one) => `${one.body} ${one.outcome}`).join('; ')}`,
    })),
  };
}

/** The label of a claim of a story's gold in a dossier as of an instant in between. */
export const labelBetween = (story, [, id, label], dossier) =>
  markOfPages({ ...story, claims: [{ id, label, counts: null }] }, dossier).labels[0]?.is ?? 'not found';

function labelled({ id, label, counts }, marks) {
  if (label === null) return [];
  const votes = new Map();
  for (const { claim, home } of marks)
    if (claim === id) for (const one of home) votes.set(one, (votes.get(one) ?? 0) + 1);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  const standing = best?.[0].standing;
  return [
    {
      claim: id,
      label,
      is: standing?.label ?? 'not found',
      counts,
      counted: standing ? `${standing.for.origins.length}/${standing.against.origins.length}` : null,
      next: standing?.next.slice(0, 2).map(({ ask, of, would }) => `${ask} [${of}] -> ${would}`) ?? [],
    },
  ];
}

/** The claims of the statements that hold most of some marked words. */
function homesOf({ item, words }, items, dossier, home) {
  const met = dossier.statements.filter((one) => one.item === items.get(item) && shares(one.quote, words));
  return [...new Set(met.flatMap(({ id }) => home.get(id) ?? []))];
}

/** Whether one of two stretches holds the other, or most of it. */
function shares(one, other) {
  const [a, b] = [one, other].map((words) => words.normalize('NFKC').replace(/[\s\p{P}]+/gu, ''));
  if (a.length === 0 || b.length === 0) return false;
  return (a.includes(b) && b.length * 3 >= a.length) || (b.includes(a) && a.length * 2 >= b.length);
}
