// Small made stories, told statement by statement, so that weighing is looked at alone, without reading.
//   items: [id, publisher, instant, article | post | document, language]
//   said:  [item, class ("own" for the item's own voice), source kind, source name, claim or null, words]

/** A made story as the earlier rooms would hand it on. */
export function storyOf({ items, said }) {
  const spans = new Map();
  const content = new Map(items.map(([id]) => [id, '']));
  said.forEach(([item, , , , , words], nth) => {
    const start = content.get(item).length;
    content.set(item, `${content.get(item)}${words}\n`);
    spans.set(nth, { start, end: start + words.length });
  });
  return {
    items: items.map(itemOf),
    texts: items.map((item) => textOf(item, content.get(item[0]), said)),
    lineage: { copies: [], versions: [], tellings: items.map(([id]) => [id]), citations: [], rings: [] },
    images: [],
    transcripts: [],
    statements: said.map((one, nth) => ({ ...statementOf(one, nth, spans.get(nth)), at: instantOf(one[0], items) })),
    responses: [],
    commitments: [],
  };
}

const instantOf = (id, items) => items.find(([one]) => one === id)?.[2] ?? null;

const itemOf = ([id, publisher, published, kind, language]) => ({
  id,
  file: `items/${id}.html`,
  url: null,
  publisher,
  author: null,
  published,
  modified: null,
  captured: null,
  mediaType: kind === 'document' ? 'application/pdf' : 'text/html',
  digest: `sha256:${id}`,
  language,
  title: null,
  note: null,
  unreadable: null,
});

function textOf([id, , , kind, language], content, said) {
  const author = kind === 'post' ? (said.find(([item]) => item === id)?.[3] ?? null) : null;
  const voice = {
    start: 0,
    end: content.length,
    kind: kind === 'document' ? 'article' : kind,
    author,
    published: null,
    passedOn: false,
    attachments: [],
  };
  return { id: `t-${id}`, item: id, language, content, zones: [], voices: [voice], links: [] };
}

function statementOf([item, kind, source, name, , words], nth, span) {
  const from = { kind: source, name: name || null, quote: name, start: 0, end: 0 };
  return {
    ...span,
    id: `s${nth}`,
    item,
    quote: words,
    cue: null,
    source: from,
    chain: [from],
    class: kind === 'own' ? 'say' : kind,
    polarity: kind === 'deny' ? 'negative' : 'positive',
    hedged: false,
    carrier: kind === 'own',
    by: 'rules',
  };
}

/** Wrongs of a ledger against a story's gold, and the pairs that should be and are together. */
export function markOf({ said, labels, contradictions }, ledger) {
  const home = new Map();
  for (const claim of ledger.claims) for (const id of claim.statements) home.set(id, claim);
  const wanted = said.map(([, , , , claim], nth) => ({ claim, nth, home: home.get(`s${nth}`) }));
  const pairs = wanted.flatMap((a, i) => wanted.slice(i + 1).map((b) => [a, b]));
  const same = ([a, b]) => a.claim !== null && a.claim === b.claim;
  const given = ([a, b]) => a.home !== undefined && a.home === b.home;
  const words = ([a, b]) => `${said[a.nth][5]} / ${said[b.nth][5]}`;
  const found = Object.entries(labels).map(([claim, label]) => ({ claim, label, is: labelOf(claim, wanted) }));
  const met = new Set();
  for (const { a, b } of ledger.contradictions) {
    const at = contradictions.findIndex(([x, y]) => matches(a, b, said[x][5], said[y][5]));
    if (at >= 0) met.add(at);
  }
  return {
    pairs: {
      hit: pairs.filter((one) => same(one) && given(one)).length,
      gold: pairs.filter(same).length,
      given: pairs.filter(given).length,
    },
    contradictions: { hit: met.size, gold: contradictions.length, given: ledger.contradictions.length },
    labels: found,
    split: pairs.filter((one) => same(one) && !given(one)).map(words),
    merged: pairs.filter((one) => !same(one) && given(one)).map(words),
    surplus: ledger.contradictions
      .filter(({ a, b }) => !contradictions.some(([x, y]) => matches(a, b, said[x][5], said[y][5])))
      .map(({ a, b }) => `${a.quote} / ${b.quote}`),
  };
}

const matches = (a, b, x, y) => (a.quote === x && b.quote === y) || (a.quote === y && b.quote === x);

/** The label of the claim that holds most of a gold claim's statements. */
function labelOf(claim, wanted) {
  const votes = new Map();
  for (const one of wanted) if (one.claim === claim && one.home) votes.set(one.home, (votes.get(one.home) ?? 0) + 1);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best?.[0].standing.label ?? 'not found';
}
