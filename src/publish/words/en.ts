import { html } from '../html.ts';
import { LABELS_EN, RANKS_EN } from './names-en.ts';
import { phraseEn } from './phrases-en.ts';
import { plural } from './plural.ts';
import type { Words } from './words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const days = (n: number): string => plural(n, 'day');

/** `4 Mar`. */
const shortDay = ({ day, month }: { readonly day: number; readonly month: number }): string =>
  `${day} ${MONTHS[month - 1] ?? month}`;

/** The interface in English. */
export const EN: Words = {
  language: 'en',
  tag: 'en',
  labels: LABELS_EN,
  means: {
    confirmed: 'a competent body says so on the record, or a document shows it',
    corroborated: 'two or more independent origins with first-hand knowledge',
    contested: 'origins with first-hand knowledge stand on both sides',
    denied: 'denied on the record; only rumour or an unproven artefact for it',
    'single-source': 'one independent origin, however often it was repeated',
    unsourced: 'nobody stands behind it',
    retracted: 'its origin took it back',
  },
  ranks: RANKS_EN,
  strongest: {
    none: '',
    sourceless: 'rumour only',
    crowd: 'talk only',
    artefact: 'an artefact that nobody has proven',
    'unnamed-person': 'strongest: an unnamed person',
    'unnamed-official': 'strongest: an unnamed official',
    'named-person': 'strongest: a named person',
    'named-body': 'strongest: a named body',
    document: 'strongest: a document in hand',
  },
  outcomes: {
    'no-reply': 'no reply',
    declined: 'declined',
    acknowledged: 'acknowledged',
    denied: 'denied',
    confirmed: 'confirmed',
    partial: 'partial',
  },
  states: { open: 'open', kept: 'kept', overdue: 'overdue', withdrawn: 'withdrawn' },
  flags: { 'under-inquiry': 'under inquiry', updated: 'updated', 'interested-party': 'interested party' },
  nameless: {
    person: 'a person without a name',
    'unnamed-person': 'an unnamed person',
    body: 'a body without a name',
    document: 'a document',
    artefact: 'an artefact',
    crowd: 'people online',
    outlet: 'outlets that cite one another',
  },
  originKinds: {
    person: 'person',
    'unnamed-person': 'unnamed person',
    body: 'body',
    document: 'document',
    artefact: 'artefact',
    crowd: 'crowd',
    outlet: 'outlet',
  },
  sourceKinds: {
    'named-person': 'named person',
    'named-body': 'named body',
    'unnamed-person': 'unnamed person',
    'unnamed-official': 'unnamed official',
    outlet: 'outlet',
    crowd: 'crowd',
    artefact: 'artefact',
    party: 'party',
    none: 'no source given',
  },
  rule: (name) => name,
  called: (name) => name,
  dates: {
    day: (day) => `${shortDay(day)} ${day.year}`,
    shortDay,
    instant: (day, clock, offset) => `${day}${clock ? `, ${clock}${offset ? ` (${offset})` : ''}` : ''}`,
    dated: (who, day) => `${who}, ${day}`,
    since: (day) => `since ${day}`,
    overdue: (n) => `${days(n)} overdue`,
    open: (n, due) => `${n === null ? 'open' : `open ${days(n)}`}, ${due === null ? 'undated' : `due ${due}`}`,
    on: (outcome, n) => `${outcome}, ${days(n)} on`,
  },
  marks: { comma: ', ', colon: ': ', semicolon: '; ', list: ', ', stop: '.', bracket: (inner) => ` (${inner})` },
  page: {
    heading: 'What this story rests on',
    title: (funnel) => `What this story rests on: ${funnel}`,
    skip: 'To the claims',
    menu: 'On this page',
    sections: {
      claims: 'Claims',
      ask: 'Whom to ask',
      answers: 'Answers and promises',
      lineage: 'Who copied whom',
      pictures: 'Pictures',
      timeline: 'Timeline',
      items: 'Evidence',
    },
    method: (items, digest) =>
      html`Made by Hearsay from ${items} items by rules alone, without a network; the policy’s digest is ${digest}. Highlighted words are verbatim, at the place named beneath them.`,
    withheld: (n) =>
      ` ${n} ${n === 1 ? 'person is' : 'people are'} withheld by default; words in square brackets that begin with “withheld” stand in for them.`,
  },
  summary: {
    items: (n) => (n === 1 ? 'item' : 'items'),
    tellings: (n) => (n === 1 ? 'telling that was not copied' : 'tellings that were not copied'),
    origins: (n) => (n === 1 ? 'independent origin' : 'independent origins'),
    funnel: (items, tellings, origins) =>
      `${plural(items, 'item')}  →  ${plural(tellings, 'telling')} that ${tellings === 1 ? 'was' : 'were'} not copied  →  ${plural(origins, 'independent origin')}`,
    asOf: (time, policy) =>
      html`As of ${time}, under the policy “${policy}”. This page says what each claim rests on. It does not say what is so. “Independent” means independent in this pile, as far as it could be traced.`,
    noClaims: 'No claims were found.',
    promised: (open, overdue) =>
      [
        open > 0 ? `${plural(open, 'promise')} open` : '',
        overdue > 0 ? `${open > 0 ? overdue : plural(overdue, 'promise')} overdue` : '',
      ]
        .filter(Boolean)
        .join(', '),
    inShort: 'In short',
    inItems: (n, on) => html`in ${n} items, ${on}`,
    oneOrigin: (name) => html`one origin: ${name}`,
    nobodyBehind: 'nobody behind it',
    promise: (by, what) => html`${by} promised: ${what}`,
    altered: 'altered picture',
    alteredPairs: (n, link) =>
      html`${plural(n, 'pair')} of pictures ${n === 1 ? 'shows' : 'show'} the same thing in different words: ${link('side by side')}`,
  },
  claims: {
    heading: 'Claims',
    none: 'No claims were found.',
    more: (n) => `and ${plural(n, 'more claim')}`,
    moreWordings: (n) => plural(n, 'more wording'),
    privateLife: (n) => `${plural(n, 'claim')} about private life: counted here, not worded.`,
    for: 'For',
    against: 'Against',
    nobody: 'nobody',
    withheld: '[withheld]',
    carriedBy: (n) => `carried by ${plural(n, 'item')}`,
    andMore: (names, n) => `${names} and ${n} more`,
    alsoCarried: (n) => `also carried by ${plural(n, 'item')}: `,
    inPicture: 'as seen in the picture',
    artefact: 'an artefact',
    ownVoice: 'in its own voice',
    post: 'a post or message',
    nobodysWord: 'on nobody’s word',
    nobodyNamed: 'nobody named',
    missingItem: 'an item that is not here',
    askNext: 'Ask next',
    would: (label) => `would make it ${label}`,
    weighed: 'How it was weighed',
    holds: 'holds',
    fails: 'does not hold',
  },
  answers: {
    whomToAsk: 'Whom to ask next',
    onClaims: (n) => `on ${plural(n, 'claim')}`,
    moreToAsk: (n) => `and ${n} more to ask`,
    asked: 'Asked and answered',
    nobodyAsked: 'Nobody is known to have been asked.',
    promises: 'Promises',
    noPromises: 'None found.',
    wordless: 'noted by the desk, without words',
    noted: 'noted by the desk',
    otherItems: (n) => ` and ${plural(n, 'other item')}`,
    differences: 'They say different things',
    more: (n) => `and ${n} more`,
  },
  lineage: {
    heading: 'Who copied whom',
    none: 'No copies were found.',
    legend:
      'Left to right in time, each copy below what it was made from. A dashed line: which came first is not known. A square: a saved version of the same page.',
    alone: (n) => `${plural(n, 'item')} that ${n === 1 ? 'shares its' : 'share their'} text with no other`,
    drawn: (steps, items) =>
      `${plural(steps, 'step')} between ${plural(items, 'item')}, left to right in time; the same in words beneath.`,
    inWords: (n) => `In words: ${plural(n, 'step')}`,
    versions: (who, n) => `${who}: ${n} saved versions of one page`,
    from: (who, n) => `From ${who}: ${n} items`,
    sharing: (who, n) => `${n} items that share a text, the first dated from ${who}`,
    copyKinds: { whole: 'whole', part: 'part', reworded: 'reworded', translation: 'translation' },
    credited: 'credited',
    notCredited: 'not credited',
    laterVersion: 'a later version',
    noDate: 'no date',
    laterState: (item) => `${item} is a later state of the page saved before`,
    step: (direction, from, to) => `${from} ${VERBS[direction]} ${to}`,
    ring: (names) => `A ring: ${allOf(names)} cite one another`,
    ringMeans: 'Each names another as its source. Nobody in the ring is an origin.',
    cites: (from, to, quote) => html`${from} cites ${to}: ${quote}`,
  },
  pictures: {
    heading: 'Pictures',
    same: (n, pairs) => `${plural(n, 'picture')} ${pairs === 1 ? 'shows' : 'show'} the same thing as another.`,
    differ: 'Where they differ',
    pairs: (n) => `${plural(n, 'pair')} of pictures`,
    pair: (relation, left, right) => html`${left} and ${right} ${RELATIONS[relation]}.`,
    say: 'What the pictures say',
    caution:
      'Read by character recognition, which can misread. Only messages that a claim rests on, or that differ between pictures, are given; the rest of a conversation is its writers’ own. Who took part is not known.',
    notGiven: (n) => `${plural(n, 'message')} not given`,
    differs: 'differs',
    odd: ({ kind, times: [above = '', here = ''] = [], ratio = 1 }) =>
      ({
        'times-backwards': `the times shown run backwards: ${above} stands above ${here}`,
        gap: `an empty stretch, ${ratio} times as tall as the usual distance between messages`,
        letters: `one message in letters ${ratio} times the size of the others`,
      })[kind],
  },
  timeline: {
    heading: 'Timeline',
    undated: (n) => `${plural(n, 'item')} without a date.`,
    copies: 'copies',
    items: (n) => `${plural(n, 'item')}: `,
    moreItems: (n) => plural(n, 'more item'),
    moreStandings: (n) => plural(n, 'more standing'),
    due: 'due',
  },
  evidence: {
    heading: 'Evidence',
    unread: (n) => `${plural(n, 'item')} could not be read.`,
    caption: 'Items',
    columns: ['File', 'Carried by', 'Published', 'SHA-256'],
    unknown: 'unknown',
  },
  phrase: phraseEn,
  standIns: (words) => words,
};

const VERBS = {
  'left-first': 'was carried by',
  'right-first': 'was carried by',
  'common-source': 'has a common source with',
  unknown: 'shares text with',
};

const RELATIONS = {
  identical: 'are the same picture',
  recompressed: 'are the same picture, compressed anew',
  resized: 'are the same picture in two sizes',
  cropped: 'are the same picture, one cut smaller',
  overlaps: 'show overlapping parts of the same thing',
  edited: 'are the same picture with a difference',
};

function allOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
