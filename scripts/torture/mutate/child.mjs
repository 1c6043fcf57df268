// Reads harmed inputs of one parser, one after the other, and tells of each when it begins and how it ended.
//   node child.mjs <parser> <dist> <shared or ""> <from> <to> [file to keep the input of <from> in]
import { writeFileSync, writeSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chanceOf } from './chance.mjs';
import { harmed } from './harm.mjs';
import { parserOf } from './parsers.mjs';

register('./no-words.mjs', import.meta.url);

const [name, dist, shared, from, to, keep] = process.argv.slice(2);
const tell = (line) => (keep ? console.log(line) : writeSync(3, `${line}\n`));
let current = -1;
// As the program's shells do: rejections that the reader of PDF files lets fall are passed over, and counted here.
const strays = await import(pathToFileURL(join(dist, 'capture', 'strays.js')).href).catch(() => null);
for (const kind of ['uncaughtException', 'unhandledRejection'])
  process.on(kind, (cause) => {
    if (kind === 'unhandledRejection' && strays?.isStray(cause)) return tell(`passed ${current}`);
    tell(`stray ${current} ${oneLine(cause)}`);
    process.exit(70);
  });

const parser = await parserOf(name, { dist, shared });
if (parser === null) {
  tell('absent');
  process.exit(0);
}
for (current = Number(from); current < Number(to); current++) {
  tell(`begin ${current}`);
  const chance = chanceOf(name, String(current));
  const seed = chance.pick(parser.seeds);
  const about = { others: parser.seeds, words: parser.words, inside: parser.inside };
  const input = harmed(seed, chance, about);
  if (keep) writeFileSync(keep, input);
  const began = process.cpuUsage();
  const said = await endOf(input, seed);
  const { user, system } = process.cpuUsage(began);
  tell(
    `end ${current} ${Math.round((user + system) / 1000)} ${Math.round(process.resourceUsage().maxRSS / 1024)} ${said}`,
  );
}
process.exit(0);

async function endOf(input, seed) {
  try {
    return oneLine(await parser.read(input, seed));
  } catch (cause) {
    return `other: ${oneLine(cause)}`;
  }
}

function oneLine(cause) {
  if (typeof cause === 'string') return cause.replaceAll(/\s+/gu, ' ').slice(0, 300);
  const place = /\n\s+at (?:.* \()?(?:file:\/\/)?[^\n]*?([\w-]+\.m?js:\d+)/u.exec(cause?.stack ?? '')?.[1] ?? '';
  return `${cause?.name}: ${cause?.message} ${place}`.replaceAll(/\s+/gu, ' ').slice(0, 300);
}
