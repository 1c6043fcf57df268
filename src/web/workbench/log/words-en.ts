import { WORDS } from '../../../publish/words/languages.ts';
import { CLASSES_EN } from '../parts/class-words.ts';
import type { Words } from './words.ts';

const quoted = (words: string): string => (words === '' ? '' : `“${words}”`);
const after = (before: string, words: string): string => (words === '' ? '' : before + words);
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const OUTCOMES: Words['outcomes'] = WORDS.en.outcomes;
const CLASSES: Words['classes'] = CLASSES_EN;
const CAPTURED: Words['captured'] = {
  same: 'it is as it was',
  changed: 'it has changed',
  gone: 'it is gone',
  unknown: 'what became of it can’t be told',
};

export const EN: Words = {
  title: 'Log',
  lead: 'Everything that was ever done to this case, the latest first. Nothing is deleted here: what is taken back stays, with the reason.',
  show: 'Show',
  all: 'everything',
  decisions: 'decisions',
  evidence: 'evidence',
  seals: 'seals and editions',
  loading: 'Fetching the log…',
  empty: 'Nothing of this sort has happened yet.',
  more: (left) => `Show ${left} earlier events`,
  nothingMore: 'This is where the case begins.',
  why: (why) => `Reason: ${why}`,
  undone: 'taken back',
  erased: 'What stood here was erased; that it was, and when, stays.',
  undo: 'Take back',
  undoOf: (what) => `Take back: ${what}`,
  reason: 'Why is it taken back?',
  reasonHow: 'stays in the log with it',
  confirm: 'Take it back',
  cancel: 'Leave it',
  wasUndone: (seq) => `Event ${seq} is taken back.`,
  number: (seq) => `event ${seq}`,
  addedTogether: (count) => `${count} items were added`,
  seeItem: 'see the item',
  seeClaim: 'see the claim',
  seeEvent: (seq) => `see event ${seq}`,
  keyNext: 'next event',
  keyBefore: 'event before',
  keyUndo: 'take the event back',
  keyMore: 'earlier events',
  other: (kind) => `An event of the kind “${kind}”`,
  outcomes: OUTCOMES,
  classes: CLASSES,
  captured: CAPTURED,
  told: {
    case: ({ text }) => `The case ${quoted(text('title'))} was opened`,
    key: () => 'The desk signs with another key from here on',
    recovered: ({ text }) =>
      `Work had broken off: events from ${text('from')} on were written and not yet signed; they stand and are signed now`,
    policy: ({ text }) => `It is weighed by the policy ${quoted(text('policy', 'name'))}`,
    add: ({ text, has }) =>
      has('intimate')
        ? `${text('facts', 'file')} was noted as intimate; nothing of it is kept`
        : `${text('facts', 'file')} was ${ARRIVED[text('from')] ?? 'added'}`,
    seal: ({ count }) => `An item was sealed to ${many(count('recipients'), 'recipient', 'recipients')}`,
    unseal: ({ text }) => `The sealed item ${text('event')} was opened`,
    erase: ({ count }) => `${many(count('events'), 'item was', 'items were')} erased`,
    capture: ({ text }) => `${text('url')} was taken again: ${CAPTURED[text('outcome')] ?? ''}`,
    undo: ({ text }) => `Event ${text('event')} was taken back`,
    checkpoint: () => 'The log was signed',
    cosign: () => 'A witness signed the log too',
    stamp: ({ text }) => `${text('authority')} bore witness to the time`,
    wait: ({ text }) => `${text('authority')} has yet to bear witness to the time`,
    publish: ({ text, number }) =>
      `Edition ${text('edition')} was published, with ${many(number('disclosed'), 'event', 'events')} of this log`,
    ask: ({ text }) => `${text('of')} was asked ${quoted(text('question'))}${after(' by ', text('through'))}`,
    reply: ({ text }) => `${text('of')}: ${OUTCOMES[text('outcome')] ?? ''}${after(' — ', quoted(text('text')))}`,
    promise: ({ text }) => `${text('who')} promised ${quoted(text('what'))}${after(', due ', text('due'))}`,
    kept: () => 'A promise was kept',
    broken: () => 'A promise was broken',
    withdrawn: () => 'A promise was withdrawn',
    merge: ({ count }) => `Claims of ${count('statements')} statements became one`,
    split: ({ count }) => `${many(count('statements'), 'statement was', 'statements were')} split off a claim`,
    correct: (facts) => corrected(facts),
    retract: () => 'A claim was taken back by whoever stood behind it',
    withhold: ({ text }) => `${text('name')} is kept out of what is published`,
    disclose: ({ text }) => `${text('name')} may be named${after(', agreed by ', text('second'))}`,
    tick: ({ text }) => `Done with, without asking: ${text('ask')}`,
    waive: ({ text }) => `A claim may go out before ${text('of')} is heard`,
    exhibit: ({ text }) => `A part of a picture may be shown${after(', agreed by ', text('second'))}`,
  },
};

const ARRIVED: Readonly<Record<string, string>> = {
  file: 'added',
  web: 'captured from the web',
  archive: 'added from an archive',
};

function corrected({ text, has, keys }: Parameters<Words['told'][string]>[0]): string {
  if (has('drop')) return 'A statement was taken out: it is none';
  const parts = [
    after('it ', CLASSES[text('class')] ?? ''),
    has('polarity') ? (text('polarity') === 'negative' ? 'it denies' : 'it affirms') : '',
    keys.includes('hedged') ? (has('hedged') ? 'it is hedged' : 'it is not hedged') : '',
    after('its source is ', text('source', 'name') || text('source', 'kind')),
  ].filter((one) => one !== '');
  return `A statement was read anew: ${parts.join(', ')}`;
}
