import { HearsayError } from '../base/error.ts';
import type { Label, Rank } from './ledger.ts';
import twoSource from './policies/two-source.json' with { type: 'json' };

/** One thing that must hold: on a side, or that the voice took it back. */
export interface Condition {
  readonly side?: 'for' | 'against';
  readonly atLeast?: Rank;
  readonly atMost?: Rank;
  /** How many independent origins of that rank or above. */
  readonly origins?: number;
  /** A body competent for the claim says so on the record, or a document in hand shows it. */
  readonly competent?: boolean;
  readonly takenBack?: boolean;
}

/** The first rule whose conditions all hold gives the label. */
export interface Rule {
  readonly name: string;
  readonly label: Label;
  readonly when: readonly Condition[];
}

/** The house's written rules: plain data. */
export interface Policy {
  readonly name: string;
  readonly version: number;
  /** Weakest first. */
  readonly ranks: readonly Rank[];
  readonly rules: readonly Rule[];
  readonly competence: {
    readonly classes: readonly string[];
    readonly outright: readonly string[];
    readonly publicBodies: readonly string[];
    readonly spokespersons: readonly string[];
    /** Who answers for a body when it is called. */
    readonly frontDesk: readonly string[];
    readonly ownAffairs: readonly string[];
    /** Signs of a cause or a blame, which no field reaches. */
    readonly beyond: readonly string[];
    /** What a kind of body, by a word of its name, is competent for beyond its own affairs. */
    readonly fields: Readonly<Record<string, readonly string[]>>;
  };
  readonly reading: {
    readonly opinionCues: readonly string[];
    readonly firstHand: readonly string[];
    readonly takeBack: readonly string[];
    readonly handles: readonly string[];
    /** Signs that somebody only says who he is. */
    readonly impostors: readonly string[];
    readonly vaguePeople: readonly string[];
    readonly pictures: readonly string[];
  };
  readonly privateLife: readonly string[];
  readonly people: { readonly shownRoles: readonly string[]; readonly withheldByDefault: boolean };
  readonly replyWithinHours: number;
}

/** The one place whose keys are the house's own: kinds of bodies. */
const FREE = 'competence.fields';

const RANKS: readonly string[] = twoSource.ranks;
const LABELS = ['unsourced', 'single-source', 'corroborated', 'confirmed', 'denied', 'contested', 'retracted'];
const CONDITION: Readonly<Record<string, (value: unknown) => boolean>> = {
  side: (value) => value === 'for' || value === 'against',
  atLeast: (value) => typeof value === 'string' && RANKS.includes(value),
  atMost: (value) => typeof value === 'string' && RANKS.includes(value),
  origins: (value) => Number.isInteger(value) && Number(value) > 0,
  competent: (value) => typeof value === 'boolean',
  takenBack: (value) => typeof value === 'boolean',
};

/** A policy from JSON already parsed. Throws HearsayError `bad-policy`, naming the key. */
export function parsePolicy(value: unknown): Policy {
  sameShape(value, twoSource, '');
  const policy = value as Policy;
  policy.rules.forEach(checkRule);
  checkRanks(policy.ranks);
  if (policy.rules.at(-1)?.when.length !== 0) refuse('rules', 'the last rule must hold always ("when": [])');
  if (!(policy.replyWithinHours > 0)) refuse('replyWithinHours', 'must be above 0');
  return policy;
}

/** The policy that holds where none is named. */
export const defaultPolicy: Policy = parsePolicy(twoSource);

function refuse(key: string, why: string): never {
  throw new HearsayError('bad-policy', `policy, at ${key || 'the top'}: ${why}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The shipped policy is the schema: same keys, same kinds; lists of words hold words, rules are checked apart. */
function sameShape(value: unknown, model: unknown, at: string): void {
  if (Array.isArray(model)) {
    if (!Array.isArray(value)) refuse(at, 'must be a list');
    if (at !== 'rules' && !value.every((one) => typeof one === 'string')) refuse(at, 'must hold words only');
    return;
  }
  if (!isRecord(model)) {
    if (typeof value !== typeof model) refuse(at, `must be a ${typeof model}`);
    return;
  }
  if (!isRecord(value)) refuse(at, 'must be an object');
  if (at === FREE) {
    for (const [key, part] of Object.entries(value)) sameShape(part, [], `${at}.${key}`);
    return;
  }
  const here = (key: string) => (at ? `${at}.${key}` : key);
  for (const key of Object.keys(value)) if (!(key in model)) refuse(here(key), 'unknown key');
  for (const [key, part] of Object.entries(model)) {
    if (!(key in value)) refuse(here(key), 'missing');
    sameShape(value[key], part, here(key));
  }
}

function checkRule(rule: unknown, index: number): void {
  const at = `rules[${index}]`;
  if (!isRecord(rule)) refuse(at, 'must be an object');
  for (const key of Object.keys(rule))
    if (!['name', 'label', 'when'].includes(key)) refuse(`${at}.${key}`, 'unknown key');
  if (typeof rule.name !== 'string') refuse(`${at}.name`, 'must be a word');
  if (typeof rule.label !== 'string' || !LABELS.includes(rule.label)) refuse(`${at}.label`, 'unknown label');
  if (!Array.isArray(rule.when)) refuse(`${at}.when`, 'must be a list');
  for (const condition of rule.when as unknown[]) {
    if (!isRecord(condition)) refuse(`${at}.when`, 'must hold objects');
    for (const [key, value] of Object.entries(condition)) {
      const check = Object.hasOwn(CONDITION, key) ? CONDITION[key] : undefined;
      if (!check) refuse(`${at}.when.${key}`, 'unknown key');
      if (!check(value)) refuse(`${at}.when.${key}`, 'not allowed here');
    }
  }
}

function checkRanks(ranks: readonly string[]): void {
  for (const rank of ranks) if (!RANKS.includes(rank)) refuse(`ranks.${rank}`, 'unknown rank');
  for (const rank of RANKS) if (!ranks.includes(rank)) refuse('ranks', `"${rank}" is missing`);
  if (new Set(ranks).size !== ranks.length) refuse('ranks', 'a rank stands twice');
}
