const TITLES =
  /\b(?:mr|mrs|ms|miss|dr|prof|professor|captain|capt|cllr|councillor|sir|dame|minister|chief|the|user)\b\.?/gu;
const HAN_TITLES = /(?:女士|先生|局长|副局长|主任|副主任|部长|副部长|书记|教授|律师|记者|队长|校长|同志)$/u;
const LEADING =
  /^(?:to|of|in|at|by|from|for|with|on|our|my|his|her|its|their|your|and|that) |^(?:多名|一名|数名|几名|两名|三名|多位|一位|该|某)(?=\p{Script=Han}{2})/u;

/** The bare name: folded, titles, honorifics and what leads up to it off. */
export function bareName(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= 20_000) known.clear();
  const made = bareOf(name);
  known.set(name, made);
  return made;
}

/** The same few names are asked for again and again. */
const known = new Map<string, string>();

function bareOf(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(TITLES, ' ')
    .replace(/[“”"'’‘@()（）]/gu, ' ');
  const bare = folded.replace(/\s+/gu, ' ').trim().replace(LEADING, '');
  return /\p{Script=Han}/u.test(bare) && bare.length > 3 ? bare.replace(HAN_TITLES, '') : bare;
}
