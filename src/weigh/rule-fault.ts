import { canonicalJson } from '../base/canonical-json.ts';
import { isRecord } from '../base/is-record.ts';
import { type Fault, fault, shown, unknownKey } from './fault.ts';

type Ranks = readonly string[];

const CONDITION: Readonly<Record<string, (value: unknown, ranks: Ranks) => string | null>> = {
  side: (value) => (value === 'for' || value === 'against' ? null : '"for" or "against"'),
  atLeast: (value, ranks) => (ranks.includes(String(value)) ? null : `one of ${ranks.join(', ')}`),
  atMost: (value, ranks) => (ranks.includes(String(value)) ? null : `one of ${ranks.join(', ')}`),
  origins: (value) => (Number.isInteger(value) && Number(value) > 0 ? null : 'a whole number from 1 up'),
  competent: (value) => (typeof value === 'boolean' ? null : 'true or false'),
  takenBack: (value) => (typeof value === 'boolean' ? null : 'true or false'),
};

/** What is wrong in a list of rules: the labels' (with names), or the digits' where `labels` is null. Contradictions among them too. */
export function ruleFaults(
  rules: readonly unknown[],
  ranks: Ranks,
  labels: readonly string[] | null,
): readonly Fault[] {
  const list = labels ? 'rules' : 'admiralty.digits';
  const single = rules.flatMap((rule, at) => oneRule(rule, `${list}[${at}]`, ranks, labels));
  if (single.length) return single;
  const whole = rules as readonly Written[];
  const last = whole.at(-1)?.when.length === 0;
  return [
    ...whole.flatMap((rule, at) => [...dead(rule, `${list}[${at}]`, ranks), ...shadowed(whole, at, list)]),
    ...(last ? [] : [fault(list, 'the last rule must hold always', 'end with one whose "when" is []')]),
  ];
}

interface Written {
  readonly name?: string;
  readonly when: readonly Readonly<Record<string, unknown>>[];
}

function oneRule(rule: unknown, at: string, ranks: Ranks, labels: readonly string[] | null): readonly Fault[] {
  const keys = labels ? ['name', 'label', 'when'] : ['digit', 'when'];
  if (!isRecord(rule)) return [fault(at, 'must be an object', `it has ${keys.join(', ')}`)];
  const { name, label, digit, when } = rule;
  const found = Object.keys(rule).flatMap((key) => (keys.includes(key) ? [] : [unknownKey(`${at}.${key}`, keys)]));
  if (labels && (typeof name !== 'string' || name === ''))
    found.push(fault(`${at}.name`, 'must be a word', 'call the rule something: reasons cite it'));
  if (labels && !labels.includes(String(label)))
    found.push(fault(`${at}.label`, `${shown(label)} is no label`, `the labels are ${labels.join(', ')}`));
  if (!labels && !(Number.isInteger(digit) && Number(digit) >= 1 && Number(digit) <= 6))
    found.push(fault(`${at}.digit`, `must be a digit from 1 to 6, not ${shown(digit)}`, '6 where it can’t be judged'));
  if (!Array.isArray(when)) return [...found, fault(`${at}.when`, 'must be a list', '[] holds always')];
  return [...found, ...when.flatMap((one: unknown, nth) => oneCondition(one, `${at}.when[${nth}]`, ranks))];
}

function oneCondition(one: unknown, at: string, ranks: Ranks): readonly Fault[] {
  const keys = Object.keys(CONDITION);
  if (!isRecord(one)) return [fault(at, 'must be an object', `it has some of ${keys.join(', ')}`)];
  const sided = ['atLeast', 'atMost', 'origins', 'competent'].find((key) => key in one);
  const lost = sided && !('side' in one) ? [fault(at, `has "${sided}" without "side"`, 'say "for" or "against"')] : [];
  const empty = Object.keys(one).length === 0 ? [fault(at, 'asks for nothing', 'take it out')] : [];
  return [
    ...Object.entries(one).flatMap(([key, value]) => {
      const check = Object.hasOwn(CONDITION, key) ? CONDITION[key] : undefined;
      if (!check) return [unknownKey(`${at}.${key}`, keys)];
      const wants = check(value, ranks);
      return wants ? [fault(`${at}.${key}`, `can't be ${shown(value)}`, `give ${wants}`)] : [];
    }),
    ...lost,
    ...empty,
  ];
}

/** A rule that asks for what can't be together holds never. */
function dead({ when }: Written, at: string, ranks: Ranks): readonly Fault[] {
  const next = 'change one of the two, or take the rule out';
  const clashes = ['for', 'against'].flatMap((side) => {
    const here = when.filter((one) => one['side'] === side);
    const least = Math.max(-1, ...here.map((one) => ranks.indexOf(String(one['atLeast']))));
    const most = Math.min(...here.flatMap((one) => ('atMost' in one ? [ranks.indexOf(String(one['atMost']))] : [])));
    const both = new Set(here.flatMap((one) => ('competent' in one ? [one['competent']] : []))).size > 1;
    return [
      ...(least > most ? [fault(at, `asks on the side ${side} for more than it allows`, next)] : []),
      ...(both ? [fault(at, `asks on the side ${side} for competence and for none`, next)] : []),
    ];
  });
  const back = new Set(when.flatMap((one) => ('takenBack' in one ? [one['takenBack']] : []))).size > 1;
  return back ? [...clashes, fault(at, 'asks for what was taken back and was not', next)] : clashes;
}

/** A rule that an earlier one leaves nothing to. */
function shadowed(rules: readonly Written[], at: number, list: string): readonly Fault[] {
  const rule = rules[at];
  const key = (one: Written | undefined) =>
    canonicalJson((one?.when ?? []).map((condition) => canonicalJson(condition)).sort());
  const place = `${list}[${at}]`;
  for (const [before, earlier] of rules.slice(0, at).entries()) {
    if (earlier.name !== undefined && earlier.name === rule?.name)
      return [fault(`${place}.name`, `"${earlier.name}" is the name of ${list}[${before}] too`, 'give each its own')];
    if (earlier.when.length === 0)
      return [fault(place, `never comes to hold: ${list}[${before}] holds always`, 'put it before that one')];
    if (key(earlier) === key(rule))
      return [fault(place, `asks for the same as ${list}[${before}]`, 'take one of the two out')];
  }
  return [];
}
