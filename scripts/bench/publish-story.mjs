// Makes the items of one invented story, told by many: reports of their own, reprints, posts, some of it in Chinese.
//   node scripts/bench/publish-story.mjs <folder> <items>
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '../chance.mjs';

const BODIES = [
  'Tarnholm Council',
  'the Harbour Office',
  'the Bridge Inspectorate',
  'the Fire Service',
  'the Water Board',
];
const FIRMS = ['Works Ltd', 'Steel Ltd', 'Haulage Ltd'];
const SYLLABLES = 'bal mor ten ris quo lan fer dun sil wen tar ob cas hel min tor ash gren pol vik'.split(' ');
const PLACES = ['north pier', 'lower deck', 'toll house', 'east ramp', 'pump room', 'signal cabin', 'second span'];
const PARTS = ['bearings', 'cables', 'drains', 'bolts', 'beams', 'lamps', 'gauges', 'joints'];
const ACTS = ['had been inspected in', 'had failed a test in', 'had been replaced in', 'had been closed since'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'];
const OUTLETS = [
  'Courier',
  'Gazette',
  'Mercury',
  'Observer',
  'Chronicle',
  'Radio',
  'Dispatch',
  'Herald',
  'Post',
  'Wire',
];
const TOWNS = ['Tarnholm', 'Eskwater', 'Lowmoor', 'Brackley Sound', 'Oakrill', 'Fennick', 'Uldale', 'Castlerigg'];
const WHO = ['a foreman', 'a toll keeper', 'a driver', 'a former inspector', 'a resident', 'two welders'];
const ZH_BODIES = ['塔恩霍姆市政府', '港务局', '桥梁检查局', '消防局'];
const ZH_SIGNS = [...'柳松桐杉榆槐梅兰荷菊云霞虹霜露潮汐岩峰溪'];
const ZH_PLACES = ['码头', '水闸', '隧道', '仓库', '车站', '灯塔'];
const ZH_PARTS = ['支座', '缆索', '排水管', '螺栓', '钢梁'];

/** Writes the items and their index, each with four sentences or more; the same for a number of items on every machine. */
export function publishStory(folder, count, least = 4) {
  const random = randomFrom(20330402 + count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const facts = Array.from({ length: 12 + Math.floor(count / 3) }, () => factOf(pick, random));
  const told = [];
  const rows = ['file,url,publisher,author,published,captured,lang,note'];
  mkdirSync(join(folder, 'items'), { recursive: true });
  for (let n = 0; n < count; n++) {
    const zh = n % 9 === 4;
    const pool = told.filter((one) => one.zh === zh);
    const text =
      pool.length > 2 && random() < 0.45 ? reprint(pick, pick(pool), least) : report(pick, random, facts, zh, least);
    const outlet = zh
      ? `${pick(['河岸', '北港', '桥头', '东城'])}${pick(['早报', '晚报', '新闻网'])}`
      : `${pick(TOWNS)} ${pick(OUTLETS)}`;
    told.push({ zh, text, outlet });
    const file = `items/${String(n).padStart(3, '0')}.txt`;
    const day = 1 + Math.floor((n * 12) / count);
    const at = `2033-04-${String(day).padStart(2, '0')}T${String(7 + (n % 15)).padStart(2, '0')}:${String((n * 7) % 60).padStart(2, '0')}:00+02:00`;
    rows.push(
      [file, `https://paper${n % 60}.example/2033/04/${n}`, outlet, '', at, at, zh ? 'zh' : 'en', ''].join(','),
    );
    writeFileSync(join(folder, file), `${text}\n`);
  }
  writeFileSync(join(folder, 'index.csv'), `${rows.join('\n')}\n`);
}

/** What happened: each fact has names and things of its own. */
function factOf(pick, random) {
  const word = () => Array.from({ length: 2 }, () => pick(SYLLABLES)).join('');
  const name = () => word().replace(/^./, (letter) => letter.toUpperCase());
  const many = 2 + Math.floor(random() * 900);
  const en = pick([
    () => `the ${word()} ${pick(PARTS)} of the ${name()} ${pick(PLACES)} ${pick(ACTS)} ${pick(MONTHS)}`,
    () => `${many} ${word()} ${pick(PARTS)} were missing from the ${name()} yard`,
    () => `${name()} ${pick(FIRMS)} was paid for ${word()} ${pick(PARTS)} that never came`,
    () => `the ${name()} ${pick(PLACES)} was closed for ${2 + (many % 30)} nights`,
    () =>
      `the ${word()} alarm in ${name()} ${pick(['rang', 'was switched off', 'was stolen'])} before the ${word()} fair`,
  ])();
  const place = pick(ZH_SIGNS) + pick(ZH_SIGNS) + pick(ZH_PLACES);
  const zh = pick([
    () => `${place}的${pick(ZH_PARTS)}有${many}处松动`,
    () => `${place}从${1 + (many % 12)}月起停止使用`,
    () => `${pick(ZH_SIGNS)}${pick(ZH_SIGNS)}公司多收了${many}万元${pick(ZH_PARTS)}款`,
  ])();
  return { en, zh };
}

function report(pick, random, facts, zh, least) {
  const some = Array.from({ length: least + Math.floor(random() * 4) }, () => pick(facts));
  if (zh)
    return some
      .map((fact) =>
        pick([
          `${pick(ZH_BODIES)}表示，${fact.zh}。`,
          `据${pick(ZH_BODIES)}通报，${fact.zh}。`,
          `一名工人称，${fact.zh}。`,
        ]),
      )
      .join('\n\n');
  const form = (fact) =>
    pick([
      `${capital(pick(BODIES))} said on Friday that ${fact.en}.`,
      `According to ${pick(BODIES)}, ${fact.en}.`,
      `${capital(pick(WHO))} said that ${fact.en}.`,
      `${capital(pick(BODIES))} denied that ${fact.en}.`,
      `“I saw that ${fact.en},” ${pick(WHO)} said.`,
      `${capital(pick(BODIES))} promised to publish a report on the ${pick(PLACES)} by 20 April 2033.`,
    ]);
  return some.map(form).join('\n\n');
}

const reprint = (pick, { text, outlet, zh }, least) => {
  const parts = text.split('\n\n').filter((_, at) => at <= least);
  const credit = zh ? `据${outlet}报道：` : `First reported by the ${outlet}.\n\n`;
  return (pick([true, false]) ? credit : '') + parts.join('\n\n');
};

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder, count] = process.argv.slice(2);
  publishStory(resolve(folder), Number(count));
}
