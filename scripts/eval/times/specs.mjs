// The specifications of Microsoft Recognizers-Text: a sentence, a reference, and every time in it with what it resolves to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { same } from './interval.mjs';
import { readingsOf } from './tools.mjs';

const FOLDER = ['data', 'reading', 'recognizers-specs', 'Specs', 'DateTime'];

/** Why a time is none that the program is meant to read; the first that fits counts. */
const OUTSIDE = [
  ['duration, set, bare time of day or zone', (one) => !/\.(?:date|datetime)(?:range)?$/u.test(one.TypeName ?? '')],
  ['holiday, lunar date or dynasty', (one) => HOLIDAY.test(one.Text)],
  ['"now" and its like', (one) => timexes(one).some((words) => /(?:PRESENT|FUTURE|PAST)_REF/u.test(words))],
  ['school, fiscal and business calendars', (one) => timexes(one).some((words) => /^[SF]Y|BD\)?$/u.test(words))],
  [
    'edge of a day, month or year ("the end of 2000", "later this week"): where it begins is a convention',
    (one) => /\b(?:end|start|beginning|middle) of\b|\beod\b|\b(?:earlier|later|early) (?:this|in)\b/iu.test(one.Text),
  ],
  [
    'a unit alone ("the month"), which dates nothing by the rules of annotation',
    (one) => /^(?:in |for )?(?:the )?(?:day|week|weekend|fortnight|month|year)$/iu.test(one.Text),
  ],
  ['day and month in numbers that can stand either way round', (one) => eitherWay(one.Text)],
  [
    'a day that does not exist',
    (one) => valuesOf(one).some(({ value, start, end }) => [value, start, end].includes('not resolved')),
  ],
  [
    'any week, weekend or month ("that weekend")',
    (one) => timexes(one).every((words) => /^XXXX-W?XX(?:-WE)?$/u.test(words)),
  ],
];

const HOLIDAY =
  /christmas|xmas|easter|halloween|thanksgiving|new year|independence|labor day|workers'? day|black friday|eid|ramadan|diwali|valentine|mother'?s day|father'?s day|节|节日|农历|阴历|正月|腊月|初[一二三四五六七八九十]|除夕|康熙|雍正|乾隆|神龙|国庆|元旦|圣诞|清明|春分|冬至|夏至|秋分|(?:貞|贞)观|天宝|holiday|martin luther|cyber monday|juneteenth|st\.? patrick|groundhog|april fool|earth day|columbus|veterans|memorial day|super bowl|election day|black history/iu;

const valuesOf = (one) => one.Resolution?.values ?? [];
const timexes = (one) => valuesOf(one).map(({ timex }) => timex ?? '');

/** Two numbers up to twelve between marks, the year not leading: day first for half of the world. */
function eitherWay(words) {
  const found = [...words.matchAll(/(?<![\d/.])(\d{1,2})[-/.](\d{1,2})(?:[-/.](?:\d{4}|\d{2}))?(?![\d:]|[/.]\d)/gu)];
  return found.some(([, a, b]) => Number(a) <= 12 && Number(b) <= 12 && a !== b);
}

/** The cases of a language, each with what is in scope in it; those with nothing in scope are counted by reason. */
export function specsOf(shared, language, name) {
  const file = join(shared, ...FOLDER, name, 'DateTimeModel.json');
  const all = JSON.parse(readFileSync(file, 'utf8').replace(/^\u{feff}/u, ''));
  const reasons = new Map();
  const cases = all.flatMap((one, i) => {
    const golds = one.Results.map((gold) => ({ gold, why: OUTSIDE.find(([, test]) => test(gold))?.[0] ?? null }));
    if (golds.length > 0 && golds.every(({ why }) => why !== null)) {
      reasons.set(golds[0].why, (reasons.get(golds[0].why) ?? 0) + 1);
      return [];
    }
    const reference = one.Context?.ReferenceDateTime ?? '2016-11-07T00:00:00';
    return [
      {
        text: one.Input,
        reference,
        language,
        half: i % 2,
        peerable: !/javascript/iu.test(`${one.NotSupported ?? ''}${one.NotSupportedByDesign ?? ''}`),
        golds: golds.map(({ gold, why }) => placed(one.Input, gold, why === null)),
      },
    ];
  });
  return { cases, all: all.length, reasons };
}

function placed(text, gold, inScope) {
  const start = gold.Start ?? text.toLowerCase().indexOf(gold.Text.toLowerCase());
  const end = gold.End !== undefined ? gold.End + 1 : start + gold.Text.length;
  return { start, end, inScope, words: bare(text.slice(start, end)), readings: valuesOf(gold).flatMap(readingsOf) };
}

/** The words without those that say how a time is used ("since", 之前): whether they belong to it is a convention. */
export function bare(words) {
  const plain = words.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  return plain
    .replace(
      /^(?:(?:from|between|since|after|before|until|till|by|in|on|at|around|about|circa|within|during|through|no later than|later than|as early as|as late as|prior to|starting|beginning|the|year|从|在|自|于|至|截止到?|到|大约)[ ]?)+(?![a-z])/u,
      '',
    )
    .replace(
      /(?:[ ]?(?:or|and)[ ](?:later|after|before|earlier|above|below)|[ ]?(?:或|及|和)?(?:之前|以前|之后|以后|以来|开始|起|之间|间|前|后|的时候|止)|['’]s)+$/u,
      '',
    )
    .replaceAll(/[\s,，()（）.]/gu, '');
}

/** Right when everything in scope is found whole with a reading in common, and nothing else is made a time. */
export function isRight(one, given) {
  const over = (a, b) => a.start < b.end && b.start < a.end;
  if (given.some((time) => !one.golds.some((gold) => over(gold, time)))) return false;
  return one.golds
    .filter(({ inScope }) => inScope)
    .every((gold) =>
      given.some(
        (time) =>
          over(gold, time) &&
          bare(one.text.slice(time.start, time.end)) === gold.words &&
          time.readings.some((b) => gold.readings.some((a) => same(a, b))),
      ),
    );
}
