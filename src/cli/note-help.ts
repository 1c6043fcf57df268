import type { DecisionKind } from '../weigh/decision.ts';

/** How one kind of note is written. */
export interface NoteHelp {
  readonly usage: string;
  readonly does: string;
  /** What stands after the kind, in order; `…` where one or more may stand. */
  readonly takes: readonly string[];
  /** Options besides --by and --why, and what each is. */
  readonly options: Readonly<Record<string, string>>;
  /** Options that take no value. */
  readonly flags?: readonly string[];
}

const CLASSES = 'say, confirm, deny, allege, hearsay, investigate, respond or promise';
const OUTCOMES = 'no-reply, declined, acknowledged, denied, confirmed or partial';
const SOURCES = 'named-person, named-body, unnamed-person, unnamed-official, outlet, crowd, artefact, party or none';
const EVENT = 'NUMBER of the promise, or its id';

/** The kinds of notes, in the order of the help. */
export const NOTES: Readonly<Record<DecisionKind, NoteHelp>> = {
  ask: {
    usage: 'ask --of WHO --question WORDS [--through HOW] [--claim ID]',
    does: 'somebody was asked; the policy says how long an answer may take',
    takes: [],
    options: { of: 'who was asked', question: 'what', through: 'phone, mail …', claim: 'the claim that it is about' },
  },
  reply: {
    usage: 'reply [--to NUMBER] [--of WHO] --outcome OUTCOME [--text WORDS]',
    does: 'what came back; it counts as an answer, and as evidence only once it is added itself',
    takes: [],
    options: {
      to: 'the event of the question',
      of: 'who, where no question is named',
      outcome: OUTCOMES,
      text: 'in their words',
    },
  },
  promise: {
    usage: 'promise --who WHO --what WORDS [--due DAY]',
    does: 'somebody promised something',
    takes: [],
    options: { who: 'who promised', what: 'what', due: 'the last day' },
  },
  kept: { usage: 'kept PROMISE', does: `a promise was kept (${EVENT})`, takes: ['PROMISE'], options: {} },
  broken: { usage: 'broken PROMISE', does: 'a promise was not kept, due or not', takes: ['PROMISE'], options: {} },
  withdrawn: { usage: 'withdrawn PROMISE', does: 'a promise was taken back', takes: ['PROMISE'], options: {} },
  merge: {
    usage: 'merge CLAIM CLAIM…',
    does: 'claims that say the same are one from now on',
    takes: ['CLAIM', 'CLAIM…'],
    options: {},
  },
  split: {
    usage: 'split CLAIM STATEMENT…',
    does: 'statements that do not belong to a claim are kept out of it from now on',
    takes: ['CLAIM', 'STATEMENT…'],
    options: {},
  },
  correct: {
    usage: 'correct STATEMENT [--class C] [--polarity P] [--hedged yes|no] [--source KIND [--name WHO]] [--drop]',
    does: 'a statement was read wrongly; --drop takes it out',
    takes: ['STATEMENT'],
    options: {
      class: CLASSES,
      polarity: 'positive or negative',
      hedged: 'yes or no',
      source: SOURCES,
      name: 'who the source is',
      drop: 'it is no statement at all',
    },
    flags: ['drop'],
  },
  retract: {
    usage: 'retract CLAIM',
    does: 'whoever stood behind a claim took it back',
    takes: ['CLAIM'],
    options: {},
  },
  withhold: { usage: 'withhold NAME', does: 'a name is kept out of what is published', takes: ['NAME…'], options: {} },
  disclose: {
    usage: 'disclose NAME [--second WHO]',
    does: 'a name that is withheld by default may be published',
    takes: ['NAME…'],
    options: { second: 'who agreed to it' },
  },
  tick: {
    usage: 'tick CLAIM WHOM',
    does: 'a question that the ledger proposes is done with: whom it proposes to ask, or its words',
    takes: ['CLAIM', 'WHOM…'],
    options: {},
  },
  waive: {
    usage: 'waive CLAIM --of WHO --why WORDS',
    does: 'a claim may be published before somebody whom it is about was asked, or had the time to answer',
    takes: ['CLAIM'],
    options: { of: 'whom it is about' },
  },
  exhibit: {
    usage: 'exhibit ITEM --show X,Y,WIDTH,HEIGHT --second WHO --why WORDS',
    does: 'a region of a picture may be published, in pixels from the top left; words in it that are withheld, or not read surely, stay covered. Look for faces: the program finds none',
    takes: ['ITEM'],
    options: { show: 'the region', second: 'the second person who agreed to it' },
  },
};

/** The help of one kind of note, or a line that names all kinds. */
export function noteHelp(kind: DecisionKind | null): string {
  if (kind === null) return `the notes are ${Object.keys(NOTES).join(', ')}`;
  const { usage, does, options } = NOTES[kind];
  const shared = { why: 'the reason, for the record', by: 'who decided; otherwise whoever sits at the desk' };
  const lines = Object.entries({ ...options, ...shared }).map(([name, what]) => `  --${name.padEnd(10)}${what}`);
  return [`hearsay note CASE ${usage} [--why WORDS] [--by WHO]`, '', `  ${does}`, '', ...lines, ''].join('\n');
}
