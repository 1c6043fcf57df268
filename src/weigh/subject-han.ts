import things from './lexicon/named-things.json' with { type: 'json' };

const KINDS = [...things.bodies, ...things.sites].sort((a, b) => b.length - a.length);
/** Where something happens: two sites are two, of whatever kind. */
const SITES: ReadonlySet<string> = new Set(things.sites);
const NOT = new Set(things.not);
const NAMED = new RegExp(`(?<=(\\p{Script=Han}{2}))(?:${KINDS.join('|')})`, 'gu');
const MONTH = /(\d{1,2})月(?!\d*个)/gu;
const COUNTED = /(?<![\d.])(\d{1,3})(号楼|号线|号院|号机|号井|号炉|号仓|号|栋|车间|单元|标段|班)(?!\d)/gu;

/** Things with a name by their kind, `码头` → `桐杉`: the two characters before it, where they can be a name. */
export function hanThings(words: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const match of words.matchAll(NAMED)) {
    const before = match[1] ?? '';
    if ([...before].some((sign) => NOT.has(sign))) continue;
    found.set(match[0], (found.get(match[0]) ?? new Set<string>()).add(before));
  }
  for (const [, number, kind] of words.matchAll(COUNTED)) {
    if (kind === '号' && /月\d{1,2}号|^\d{1,2}号/u.test(words)) continue;
    found.set(`n${kind}`, (found.get(`n${kind}`) ?? new Set<string>()).add(number ?? ''));
  }
  return found;
}

/** Months by number. */
export const hanMonths = (words: string): readonly number[] =>
  [...words.matchAll(MONTH)].map(([, month]) => Number(month));

/** Both name sites, and none in common. */
export function otherSites(
  a: ReadonlyMap<string, ReadonlySet<string>>,
  b: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const sites = (one: ReadonlyMap<string, ReadonlySet<string>>) =>
    new Set([...one].flatMap(([kind, names]) => (SITES.has(kind) ? [...names] : [])));
  const [mine, yours] = [sites(a), sites(b)];
  return mine.size > 0 && yours.size > 0 && ![...mine].some((name) => yours.has(name));
}
