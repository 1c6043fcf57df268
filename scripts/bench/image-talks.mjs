// Screens of chats, posts and pages drawn here, passed on and changed in known ways: by their pixels alone, and read.
import sharp from 'sharp';
import { glance } from '../../dist/media/decode.js';
import { openEyes } from '../../dist/media/eyes.js';
import { compareSightings } from '../../dist/trace/image.js';
import { observationsIn } from '../../dist/trace/observation.js';
import { randomFrom } from '../chance.mjs';
import { ATTACKS } from './image-attacks.mjs';
import { altered, conversation, oddly, page, screen, THEMES, without } from './image-screens.mjs';
import { edits, folded } from './reading-errors.mjs';

const NAME = 'Night shift';

/** What each change should be told as; of those that may be either, the first is what is counted on. */
const TOLD = {
  'jpeg q30': ['recompressed'],
  'half size': ['resized'],
  'crop 5 % a side': ['cropped'],
  'crop 15 % a side': ['cropped'],
  'crop of a crop': ['cropped'],
  'caption bar': ['cropped'],
  mirror: ['edited'],
  'screenshot with frame': ['cropped'],
  'frame, dark': ['cropped'],
  'frame of a crop': ['overlaps'],
  'photographed screen': ['cropped', 'resized', 'edited'],
  'sticker or blur': ['edited'],
  'other clock and battery': ['recompressed', 'edited'],
  'dark mode': ['overlaps'],
  'scrolled by half': ['overlaps'],
  'stitched from scrolls': ['cropped', 'overlaps', 'edited'],
  'message altered': ['edited'],
  'message removed': ['edited', 'overlaps'],
};
/** From which the picture as it was is the earlier one, and pixels can show it. */
const LATER = [
  'crop 5 % a side',
  'crop 15 % a side',
  'crop of a crop',
  'caption bar',
  'screenshot with frame',
  'frame, dark',
  'sticker or blur',
];

/** One conversation, post or page with everything made from it. */
async function story(seed) {
  const random = randomFrom(seed);
  const [lang, theme] = [seed % 4 < 2 ? 'en' : 'zh', THEMES[Math.floor(seed / 2) % THEMES.length]];
  const kind = ['chat', 'chat', 'chat', seed % 8 < 4 ? 'post' : 'page'][Math.floor(seed / 2) % 4];
  const talk = { ...conversation(random, lang, 26), name: NAME };
  const base = kind === 'chat' ? await screen(talk, theme) : await page(random, lang, kind);
  const made = { '': { bytes: base.png } };
  for (const [at, [name, make]] of ATTACKS.entries()) {
    const one = await make(base.png, randomFrom(seed * 100 + at));
    made[name] = one.bytes ? one : { bytes: one };
  }
  if (kind === 'chat') {
    made['other clock and battery'] = {
      bytes: (await screen(talk, theme, { bar: { clock: '22:17', battery: '7%' } })).png,
    };
    made['dark mode'] = { bytes: (await screen(talk, theme, { dark: true })).png };
    made['scrolled by half'] = { bytes: (await screen(talk, theme, { scroll: 780 })).png };
    made['stitched from scrolls'] = { bytes: (await screen(talk, theme, { height: 3600 })).png };
    made['message altered'] = { bytes: (await screen(altered(random, talk).talk, theme)).png };
    made['message removed'] = { bytes: (await screen(without(random, talk).talk, theme)).png };
  }
  return made;
}

const seen = async (item, bytes) => ({ item, ...(await glance(bytes)), messages: [], lines: [] });
const pair = (a, b) => compareSightings([a, b], new Map()).images[0] ?? null;

const overlapOf = (a, b) => {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const both = Math.max(0, w) * Math.max(0, h);
  return both / (a.width * a.height + b.width * b.height - both);
};

/** By pixels alone: rows by change, and false pairs among screens of one app and one name. */
export async function byPixels(seeds) {
  const rows = Object.fromEntries(
    Object.keys(TOLD).map((name) => [name, { n: 0, found: 0, told: 0, turned: 0, earlier: 0, later: 0, box: 0 }]),
  );
  const stories = [];
  for (const seed of seeds) {
    const made = await story(seed);
    const sightings = {};
    for (const [name, { bytes }] of Object.entries(made)) sightings[name] = await seen(`${name || 'a'}`, bytes);
    stories.push(sightings);
    for (const [name, { box }] of Object.entries(made)) {
      const row = rows[name];
      if (!row) continue;
      row.n++;
      const found = pair(sightings[''], sightings[name]);
      if (!found) continue;
      const original = found.left === 'a' ? 'left' : 'right';
      row.found++;
      if (TOLD[name].includes(found.relation)) row.told++;
      if ((found.turned ?? 'plain') === (name === 'mirror' ? 'mirrored' : name === 'dark mode' ? 'negative' : 'plain'))
        row.turned++;
      if (found.direction) row[found.direction.earlier === original ? 'earlier' : 'later']++;
      if (box && (found.differs ?? []).some((one) => overlapOf(one[original], box) >= 0.5)) row.box++;
    }
  }
  let [wrong, pairs] = [0, 0];
  for (let i = 0; i < stories.length; i++)
    for (let j = 0; j < stories.length; j++)
      for (const name of ['', 'scrolled by half', 'dark mode', 'screenshot with frame']) {
        if (i === j || (name === '' && j < i) || !stories[j][name]) continue;
        pairs++;
        if (pair(stories[i][''], { ...stories[j][name], item: 'b' })) wrong++;
      }
  return { rows, LATER, wrong, pairs };
}

/** Letters read wrong, sides and order, of one screen against what was drawn. */
function judged({ messages }, drawn, by = 1) {
  const found = { letters: 0, wrong: 0, all: drawn.length, placed: 0, boxed: 0 };
  let last = -1;
  for (const { text, side, box } of drawn) {
    const there = messages.findIndex(
      (one) =>
        overlapOf({ ...box, x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by }, one.box) >
        0.5,
    );
    found.letters += folded(text).length;
    const read = messages[there];
    found.wrong += Math.min(folded(text).length, edits(folded(text), folded(read?.text ?? '')));
    if (read && read.side === side && there > last) found.placed++;
    last = Math.max(last, there);
  }
  return found;
}

/** What is read, put together and found altered. Every screen is read by the program's own readers. */
export async function byWords(seeds) {
  const eyes = openEyes({ workers: 1 });
  const reading = {};
  const sums = {
    altered: 0,
    alteredFound: 0,
    alteredBox: 0,
    removed: 0,
    removedFound: 0,
    removedAlarms: 0,
    honest: 0,
    alarms: 0,
    honestFound: 0,
    transcript: 0,
    ordered: 0,
    oddScreens: 0,
    oddAlarms: 0,
    odd: { 'times-backwards': [0, 0], gap: [0, 0], letters: [0, 0] },
    ms: [],
  };
  const add = (name, found) => {
    reading[name] ??= { screens: 0, letters: 0, wrong: 0, all: 0, placed: 0 };
    const known = reading[name];
    known.screens++;
    for (const key of ['letters', 'wrong', 'all', 'placed']) known[key] += found[key];
  };
  for (const seed of seeds) {
    const random = randomFrom(seed);
    const lang = seed % 4 < 2 ? 'en' : 'zh';
    const theme = THEMES[Math.floor(seed / 2) % THEMES.length];
    const talk = { ...conversation(random, lang, 26), name: NAME };
    const read = async (item, bytes) => {
      const began = process.cpuUsage();
      const sighting = { item, ...(await eyes.see(bytes, lang === 'zh' ? ['chi_sim', 'eng'] : ['eng', 'chi_sim'])) };
      const { user, system } = process.cpuUsage(began);
      sums.ms.push((user + system) / 1000);
      return sighting;
    };
    const screens = [];
    for (const scroll of [0, 380, 760]) {
      const drawn = await screen(talk, theme, { scroll });
      const sighting = await read(`s${scroll}`, drawn.png);
      add(`${lang} clean`, judged(sighting, drawn.messages));
      screens.push(sighting);
    }
    const drawn = await screen(talk, theme, { scroll: 200 });
    const poor = await read('t-poor', await sharp(drawn.png).resize(648).jpeg({ quality: 35 }).toBuffer());
    add(`${lang} q35 at 60 %`, judged(poor, drawn.messages, 0.6));
    screens.push(poor);
    for (const [at, one] of screens.entries())
      for (const other of screens.slice(at + 1)) {
        const found = pair(one, other);
        sums.honest++;
        if (found) sums.honestFound++;
        if (found && (found.altered.length > 0 || found.missing)) sums.alarms++;
        if (process.env.SEE && found && (found.altered.length > 0 || found.missing))
          console.log(
            'ALARM',
            seed,
            one.item,
            other.item,
            JSON.stringify(found.altered.map((x) => [x.leftText, x.rightText])),
            JSON.stringify(found.missing),
          );
        if (process.env.SEE && !found) console.log('NOT FOUND', seed, one.item, other.item);
      }
    const whole = compareSightings(screens.slice(0, 3), new Map()).transcripts;
    const wanted = talk.messages.map(({ text }) => folded(text));
    const got = (whole.sort((a, b) => b.messages.length - a.messages.length)[0]?.messages ?? []).map((one) =>
      wanted.findIndex((text) => edits(text, folded(one.text)) <= text.length / 4),
    );
    sums.transcript += got.length;
    sums.ordered += got.filter((place, at) => place >= 0 && (at === 0 || place === got[at - 1] + 1)).length;
    for (const one of screens) {
      sums.oddScreens++;
      const told = observationsIn(one);
      if (told.length > 0) sums.oddAlarms++;
      if (process.env.SEE && told.length > 0) console.log('ODD', seed, one.item, JSON.stringify(told));
    }
    for (const way of Object.keys(sums.odd)) {
      const made = oddly(talk, theme, way);
      if (made === null) continue;
      const told = observationsIn(await read(`odd-${way}`, (await screen(made, theme)).png));
      sums.odd[way][1]++;
      if (told.length === 1 && told[0].kind === way) sums.odd[way][0]++;
      else if (process.env.SEE) console.log('NOT ODD', seed, way, JSON.stringify(told));
    }
    const change = altered(random, talk);
    const changed = await read('z-altered', (await screen(change.talk, theme)).png);
    const box = (await screen(talk, theme)).messages.find((one) => one.at === change.at)?.box;
    if (box) {
      const found = pair(screens[0], changed);
      sums.altered++;
      const right = (found?.altered ?? []).filter((one) => overlapOf(one.left, box) >= 0.5);
      if (right.length > 0) sums.alteredFound++;
      if (right.length === 1 && found.altered.length === 1) sums.alteredBox++;
      if (process.env.SEE && (right.length !== 1 || found.altered.length !== 1))
        console.log(
          'ALTERED',
          seed,
          change.from,
          '→',
          change.to,
          JSON.stringify(found?.altered.map((x) => [x.leftText, x.rightText])),
          found?.relation,
          JSON.stringify(found?.missing),
        );
    }
    const cut = without(random, talk);
    const shorter = await read('z-removed', (await screen(cut.talk, theme)).png);
    const gone = pair(screens[0], shorter);
    sums.removed++;
    if (
      (gone?.missing ?? []).some(
        (one) => one.from === 'left' && edits(folded(one.text), folded(cut.gone)) <= cut.gone.length / 4,
      )
    )
      sums.removedFound++;
    if ((gone?.missing ?? []).length > 1 || (gone?.altered ?? []).length > 0) sums.removedAlarms++;
    if (process.env.SEE && ((gone?.missing ?? []).length !== 1 || gone.altered.length > 0))
      console.log(
        'REMOVED',
        seed,
        cut.gone,
        JSON.stringify(gone?.missing?.map((x) => [x.from, x.text])),
        JSON.stringify(gone?.altered.map((x) => [x.leftText, x.rightText])),
      );
  }
  await eyes.close();
  return { reading, sums };
}
