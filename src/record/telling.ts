import type { Event } from './history.ts';

type Data = Readonly<Record<string, unknown>>;

const words = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
const part = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Data)[key] : undefined;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const many = (value: unknown, one: string, several = `${one}s`): string => {
  const { length } = list(value);
  return `${length} ${length === 1 ? one : several}`;
};
const after = (lead: string, value: unknown): string =>
  value === null || value === undefined || value === '' ? '' : `${lead}${words(value)}`;
const numbered = (value: unknown): string =>
  list(value)
    .map((one) => `#${words(one)}`)
    .join(', ');

/** What each kind of event did, in a person's words; `why` is told apart. */
const TELLINGS: Readonly<Record<string, (data: Data) => string>> = {
  case: (data) => `opened the case “${words(data['title'])}”`,
  key: (data) => `signs from here on with ${words(data['key']).split('+')[0]}`,
  recovered: (data) =>
    `found events #${words(data['from'])} to #${Number(data['to']) - 1} not yet signed, and signed them`,
  policy: (data) => `took the policy ${words(part(data['policy'], 'name'))}`,
  add: (data) => {
    const how = data['intimate'] === null ? '' : ' as intimate: only a commitment is kept';
    return `added ${words(part(data['facts'], 'file'))}${how}${after(' from ', part(data['facts'], 'url'))}`;
  },
  seal: (data) => `added a sealed item, to ${many(data['recipients'], 'recipient')}`,
  unseal: (data) => `opened the sealed item #${words(data['event'])}`,
  erase: (data) => `erased ${numbered(data['events'])}`,
  capture: (data) => `took #${words(data['event'])} again: ${words(data['outcome'])} (${words(data['url'])})`,
  undo: (data) => `took back #${words(data['event'])}`,
  checkpoint: () => 'gave out a signed checkpoint',
  cosign: () => 'kept a checkpoint that witnesses signed',
  stamp: (data) =>
    `kept a time stamp (${words(data['kind'])}) of ${words(data['authority'])} for the first ${words(data['size'])} events`,
  wait: (data) => `waits for a time stamp (${words(data['kind'])}) of ${words(data['authority'])}`,
  ask: (data) => `asked ${words(data['of'])}${after(', through ', data['through'])}: “${words(data['question'])}”`,
  reply: (data) =>
    `${words(data['of'])} answered: ${words(data['outcome'])}${data['text'] ? ` “${words(data['text'])}”` : ''}`,
  promise: (data) => `${words(data['who'])} promised “${words(data['what'])}”${after(', due ', data['due'])}`,
  kept: (data) => `the promise ${words(data['promise'])} was kept`,
  broken: (data) => `the promise ${words(data['promise'])} was broken`,
  withdrawn: (data) => `the promise ${words(data['promise'])} was withdrawn`,
  merge: (data) => `took ${many(data['statements'], 'statement')} for one claim`,
  split: (data) => `took ${many(data['statements'], 'statement')} out of a claim`,
  correct: ({ statement, why: _, ...rest }) => `corrected ${words(statement)}: ${JSON.stringify(rest)}`,
  retract: (data) => `retracted the claim of ${words(data['statement'])}`,
  withhold: (data) => `withholds ${words(data['name'])}`,
  disclose: (data) => `discloses ${words(data['name'])}${after(', seconded by ', data['second'])}`,
  tick: (data) => `ticked off “${words(data['ask'])}”`,
  waive: (data) => `lets ${words(data['claim'])} be published before ${words(data['of'])} answered`,
  exhibit: (data) =>
    `lets ${words(data['show'])} of the picture ${words(data['item'])} be published, seconded by ${words(data['second'])}`,
  publish: (data) => `published edition ${words(data['edition'])}, as of ${words(data['asOf'])}`,
};

/** An event in a sentence without its subject: who did it, when and why stand beside it. */
export const told = ({ kind, data }: Pick<Event, 'kind' | 'data'>): string => TELLINGS[kind]?.(data) ?? kind;

/** The reason that was given with an event, or `null`. */
export const whyOf = ({ data }: Pick<Event, 'data'>): string | null => {
  const why = data['why'];
  return typeof why === 'string' && why !== '' ? why : null;
};
