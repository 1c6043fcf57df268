import table from './lexicon/own-deeds.json' with { type: 'json' };

const VERB = `(?:(?:has|have|had)\\s)?(?:(?:also|since|now|today|first|already)\\s)?(?:${table.en.join('|')})\\b`;
const LATIN = new RegExp(
  `^\\W*(?:on [^,]{1,24},\\s)?(?:(we|it)|(?:the\\s)?((?:\\p{L}[\\p{L}’'-]*\\s){1,6}?))\\s?${VERB}`,
  'iu',
);
/** 已于6月3日晚对该店: when, and whom it was done to. */
const WHEN =
  '(?:已|已经|随即|立即)?(?:于?[\\d年月日时午上下中晚凌晨当]{2,14})?(?:(?:赴|前往|对|向)\\p{Script=Han}{1,16}?)?';
const HAN = new RegExp(
  `(?:^|[，,。])(?:[\\d年月日时午上下中晚凌晨当]{2,14}[，,]?)?(我|本)?(\\p{Script=Han}{0,16}?)${WHEN}(?:依法|现场)?(?:${table.zh.join('|')})`,
  'u',
);

/** Whether a body tells in these words of a neutral deed of its own: "The Office received a report", 我局收到举报. Told of others, or in its own defence ("we had warned them"), a deed is no such thing. */
export function isOwnDeed(words: string, body: string): boolean {
  if (/\p{Script=Han}/u.test(words)) {
    const [all, own, who = ''] = HAN.exec(words) ?? [];
    if (all === undefined) return false;
    return own ? /^(?:局|校|院|办|委|厅|所|中心|们)?$/u.test(who) : ends(body, who) || table.staffZh.includes(who);
  }
  const [, pronoun, name] = LATIN.exec(words) ?? [];
  if (pronoun) return pronoun.toLowerCase() === 'we';
  const who = name?.trim().toLowerCase();
  return !!who && (table.staff.includes(who) || ` ${body.toLowerCase()} `.includes(` ${who} `));
}

const ends = (body: string, who: string): boolean => who.length >= 2 && (body.endsWith(who) || who.endsWith(body));
