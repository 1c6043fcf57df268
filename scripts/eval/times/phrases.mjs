// The unit tests of JioNLP's time parser: a phrase, a reference, and the first and last second it names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why a phrase is none that the program is meant to read; the first that fits counts. */
const OUTSIDE = [
  ['duration or repetition', ({ type }) => type === 'time_delta' || type === 'time_period'],
  ['holiday, lunar date, solar term, season', ({ text }) => CALENDAR.test(text)],
  [
    'bare time of day',
    ({ text }) =>
      !/\d{4}|[年月日号天周期今明昨前后后内季世代拜旬去当全末底初次翌来]/u.test(
        text.replaceAll(/[前后]?(?:半夜|午)/gu, ''),
      ),
  ],
  [
    'open towards the past ("before …")',
    ({ time, base, text }) => time[0] === '-inf' || (/前$/u.test(text) && time[0].slice(0, 10) === base.slice(0, 10)),
  ],
  [
    'edge of a year or month (年底, 月初): where it begins is a convention',
    ({ text, definition }) => definition === 'blur' && /[底初末]$/u.test(text),
  ],
  ['trading days', ({ text }) => /工作日|交易日/u.test(text)],
];

const CALENDAR =
  /节|农历|阴历|正月|腊月|冬月|闰|初[一二三四五六七八九十\d]|除夕|国庆|元旦|圣诞|寒|大雪|小雪|霜|露|暑|谷雨|雨水|惊蛰|清明|立[春夏秋冬]|[春夏秋冬](?:天|季|分|至)|十一$|五一|感恩|双十一|双11|黄金周|假|三伏|头伏|[一二三]九|重阳|端午|中秋|七夕|元宵|冬季|九一八|小满|芒种|处暑|白露|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]/u;

export function phrasesOf(shared) {
  const file = join(shared, 'data', 'reading', 'jionlp-time', 'time_parser_cases.jsonl');
  const all = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const reasons = new Map();
  const cases = all.flatMap(({ text, base, type, time, definition }, i) => {
    const why = OUTSIDE.find(([, test]) => test({ text, base: base ?? '', type, time, definition }))?.[0];
    if (why) reasons.set(why, (reasons.get(why) ?? 0) + 1);
    const [start, end] = Array.isArray(time) ? time : [];
    return why ? [] : [{ text, language: 'zh', reference: base.replace(/\..*$/u, ''), start, end, half: i % 2 }];
  });
  return { cases, all: all.length, reasons };
}

const PYTHON = join(tmpdir(), 'hearsay-peers', 'jionlp');

/** JioNLP's own answers, or the reason why there are none. */
export function jionlp(cases) {
  try {
    if (!existsSync(join(PYTHON, 'bin', 'python'))) {
      mkdirSync(PYTHON, { recursive: true });
      execFileSync('python3', ['-m', 'venv', PYTHON], { stdio: 'pipe' });
    }
    const python = join(PYTHON, 'bin', 'python');
    const has = () => execFileSync(python, ['-c', 'import jionlp'], { stdio: 'pipe' });
    try {
      has();
    } catch {
      execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'jionlp==1.5.31'], { stdio: 'pipe' });
      has();
    }
    const file = join(PYTHON, 'cases.json');
    writeFileSync(file, JSON.stringify(cases.map(({ text, reference }) => [text, reference])));
    const out = execFileSync(python, ['-c', ASK, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return { answers: JSON.parse(out.slice(out.lastIndexOf('\n[') + 1)), absent: null };
  } catch (error) {
    return { answers: null, absent: `jionlp: ${String(error.message).split('\n')[0]}` };
  }
}

const ASK = `
import json, sys, time
import jionlp
out = []
for text, base in json.load(open(sys.argv[1])):
    try:
        out.append(jionlp.parse_time(text, time_base=time.mktime(time.strptime(base, '%Y-%m-%dT%H:%M:%S')))['time'])
    except Exception:
        out.append(None)
print()
print(json.dumps(out))
`;
