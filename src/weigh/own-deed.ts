import table from './lexicon/own-deeds.json' with { type: 'json' };

const VERB = `(?:(?:has|have|had)\\s)?(?:(?:also|since|now|today|first|already)\\s)?(?:${table.en.join('|')})\\b`;
const LATIN = new RegExp(
  `^\\W*(?:on [^,]{1,24},\\s)?(?:(we|it)|(?:the\\s)?((?:\\p{L}[\\p{L}’'-]*\\s){1,6}?))\\s?${VERB}`,
  'iu',
);
const HAN = new RegExp(
  `(?:^|[，,])(我|本)?(\\p{Script=Han}{0,16}?)(?:已|已经|随即|立即)?(?:${table.zh.join('|')})`,
  'u',
);

/** Whether a body tells in these words of a neutral deed of its own: "The Office received a report", 我局收到举报. Told of others, or in its own defence ("we had warned them"), a deed is no such thing. */
export function isOwnDeed(words: string, body: string): boolean {
  if (/\p{Script=Han}/u.test(words)) {
    const [all, own, who = ''] = HAN.exec(words) ?? [];
    return all !== undefined && (own ? /^(?:局|校|院|办|委|厅|所|中心|们)?$/u.test(who) : ends(body, who));
  }
  const [, pronoun, name] = LATIN.exec(words) ?? [];
  if (pronoun) return pronoun.toLowerCase() === 'we';
  return !!name && ` ${body.toLowerCase()} `.includes(` ${name.trim().toLowerCase()} `);
}

const ends = (body: string, who: string): boolean => who.length >= 2 && (body.endsWith(who) || who.endsWith(body));
