import { isRecord } from '../base/is-record.ts';
import { type Fault, fault, shown, unknownKey } from './fault.ts';
import twoSource from './policies/two-source.json' with { type: 'json' };
import { ruleFaults } from './rule-fault.ts';

/** The one place whose keys are the house's own: kinds of bodies. */
const FREE = 'competence.fields';
const MAY = ['means', 'admiralty', 'publication'];
const LABELS = ['unsourced', 'single-source', 'corroborated', 'confirmed', 'denied', 'contested', 'retracted'];
/** What nobody of weight stands behind is never reviewed: a review would spread it. */
const NEVER_REVIEWED = ['unsourced', 'single-source'];
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

/** A policy with what it leaves to the default one; a key that it names replaces the default's whole. */
export function extended(value: unknown): unknown {
  if (!isRecord(value) || value['extends'] !== twoSource.name) return value;
  const { extends: _, ...own } = value;
  return { ...twoSource, ...own };
}

/** Everything wrong in a policy, in the order of its keys; an empty list where nothing is. */
export function faultsIn(value: unknown): readonly Fault[] {
  if (!isRecord(value)) return [fault('the top', 'must be an object', 'print one to start from with `hearsay policy`')];
  if ('extends' in value)
    return [fault('extends', `can't be ${shown(value['extends'])}`, `the one policy to extend is "${twoSource.name}"`)];
  const shape = shapeFaults(value, twoSource, '');
  if (shape.length) return shape;
  return [
    ...rankFaults(value['ranks'] as readonly unknown[]),
    ...ruleFaults(value['rules'] as readonly unknown[], value['ranks'] as readonly string[], LABELS),
    ...hourFaults(value['rightOfReply']),
    ...('means' in value ? meansFaults(value['means']) : []),
    ...('admiralty' in value ? admiraltyFaults(value['admiralty']) : []),
    ...('publication' in value ? publicationFaults(value['publication']) : []),
  ];
}

/** The default policy is the schema: same keys, same kinds; lists of words hold words, rules are checked apart. */
function shapeFaults(value: unknown, model: unknown, at: string): readonly Fault[] {
  const place = at || 'the top';
  if (Array.isArray(model)) {
    if (!Array.isArray(value)) return [fault(place, `must be a list, not ${shown(value)}`, 'put it in [ ]')];
    const wrong = at === 'rules' ? -1 : value.findIndex((one) => typeof one !== 'string');
    return wrong < 0
      ? []
      : [fault(`${at}[${wrong}]`, `must be a word, not ${shown(value[wrong])}`, 'put it in quotes')];
  }
  if (!isRecord(model)) {
    if (typeof value === typeof model) return [];
    return [fault(place, `must be a ${typeof model}, not ${shown(value)}`, `the default is ${shown(model)}`)];
  }
  if (!isRecord(value)) return [fault(place, `must be an object, not ${shown(value)}`, 'see `hearsay policy`')];
  const here = (key: string) => (at ? `${at}.${key}` : key);
  if (at === FREE) return Object.entries(value).flatMap(([key, part]) => shapeFaults(part, [], here(key)));
  const known = [...Object.keys(model), ...(at ? [] : MAY)];
  return [
    ...Object.keys(value).flatMap((key) => (known.includes(key) ? [] : [unknownKey(here(key), known)])),
    ...Object.entries(model).flatMap(([key, part]) =>
      Object.hasOwn(value, key)
        ? shapeFaults(value[key], part, here(key))
        : [fault(here(key), 'is missing', `add it, or say "extends": "${twoSource.name}" and write only what differs`)],
    ),
  ];
}

function rankFaults(ranks: readonly unknown[]): readonly Fault[] {
  const order = `order these, weakest first: ${twoSource.ranks.join(', ')}`;
  return [
    ...ranks.flatMap((rank, at) => {
      if (!twoSource.ranks.includes(String(rank)))
        return [fault(`ranks[${at}]`, `${shown(rank)} is an unknown rank`, order)];
      return ranks.indexOf(rank) < at ? [fault(`ranks[${at}]`, `${shown(rank)} stands twice`, order)] : [];
    }),
    ...twoSource.ranks.flatMap((rank) => (ranks.includes(rank) ? [] : [fault('ranks', `"${rank}" is missing`, order)])),
  ];
}

function hourFaults(hours: unknown): readonly Fault[] {
  return Object.entries(isRecord(hours) ? hours : {}).flatMap(([key, value]) =>
    typeof value === 'number' && value > 0 && value <= 8784
      ? []
      : [
          fault(
            `rightOfReply.${key}`,
            `must be hours above 0, at most a year, not ${shown(value)}`,
            'the default is 48',
          ),
        ],
  );
}

function meansFaults(means: unknown): readonly Fault[] {
  if (!isRecord(means))
    return [fault('means', 'must be an object', 'give words for each label that means something else')];
  return Object.entries(means).flatMap(([label, words]) => {
    if (!LABELS.includes(label)) return [unknownKey(`means.${label}`, LABELS)];
    return typeof words === 'string'
      ? []
      : [fault(`means.${label}`, `must be words, not ${shown(words)}`, 'put it in quotes')];
  });
}

function admiraltyFaults(value: unknown): readonly Fault[] {
  const keys = ['letters', 'names', 'digits'];
  if (!isRecord(value)) return [fault('admiralty', 'must be an object', `it has ${keys.join(', ')}`)];
  const { letters, names, digits } = value;
  const unknown = Object.keys(value).flatMap((key) =>
    keys.includes(key) ? [] : [unknownKey(`admiralty.${key}`, keys)],
  );
  if (!isRecord(letters)) return [...unknown, fault('admiralty.letters', 'must give each rank a letter', 'A to F')];
  if (!isRecord(names))
    return [...unknown, fault('admiralty.names', 'must be an object', 'put {} where there are none')];
  if (!Array.isArray(digits))
    return [...unknown, fault('admiralty.digits', 'must be a list', 'each with "digit" and "when"')];
  const letter = (at: string, one: unknown) =>
    LETTERS.includes(String(one))
      ? []
      : [fault(at, `must be a letter from A to F, not ${shown(one)}`, 'F where it can’t be judged')];
  return [
    ...unknown,
    ...Object.keys(letters).flatMap((rank) =>
      twoSource.ranks.includes(rank) ? [] : [unknownKey(`admiralty.letters.${rank}`, twoSource.ranks)],
    ),
    ...twoSource.ranks.flatMap((rank) => letter(`admiralty.letters.${rank}`, letters[rank])),
    ...Object.entries(names).flatMap(([name, one]) => letter(`admiralty.names.${name}`, one)),
    ...ruleFaults(digits, twoSource.ranks, null),
  ];
}

function publicationFaults(value: unknown): readonly Fault[] {
  const at = 'publication.claimReview';
  const may = LABELS.filter((label) => !NEVER_REVIEWED.includes(label));
  const choose = `choose from ${may.join(', ')}`;
  if (!isRecord(value)) return [fault('publication', 'must be an object', 'it has claimReview')];
  const unknown = Object.keys(value).flatMap((key) =>
    key === 'claimReview' ? [] : [unknownKey(`publication.${key}`, ['claimReview'])],
  );
  const labels = value['claimReview'];
  if (!Array.isArray(labels)) return [...unknown, fault(at, `must be a list, not ${shown(labels)}`, choose)];
  return [
    ...unknown,
    ...labels.flatMap((label: unknown, place) => {
      if (NEVER_REVIEWED.includes(String(label)))
        return [fault(`${at}[${place}]`, `${shown(label)} is never given out as a review`, choose)];
      if (!may.includes(String(label))) return [fault(`${at}[${place}]`, `${shown(label)} is no label`, choose)];
      return labels.indexOf(label) < place ? [fault(`${at}[${place}]`, `${shown(label)} stands twice`, choose)] : [];
    }),
  ];
}
