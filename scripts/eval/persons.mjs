// Whether everybody who is named is found, and nobody is made a person who is a body or a place.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planted } from './persons/planted.mjs';

export const title = 'People who are named';

const COUNT = 400;
const SEEDS = { en: 20310601, zh: 20310602 };

export async function run({ root, shared }) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
  const { personsIn } = await load('read/persons.js');
  const find = (content, language) =>
    personsIn({ id: 't', item: 'i', language, content, zones: [], voices: [], links: [], credits: [] });
  const rows = [];
  for (const language of ['en', 'zh']) {
    const all = planted(language, COUNT, SEEDS[language]);
    for (const part of ['development', 'held back'])
      rows.push([
        'invented sentences',
        language,
        part,
        scored(
          all.filter(({ form }) => partOf(form) === part),
          (text) => find(text, language),
        ),
      ]);
  }
  const news = join(shared, 'data', 'reading', 'meantime-en', 'data');
  if (existsSync(news)) {
    const documents = meantime(news);
    for (const part of ['development', 'held back'])
      rows.push([
        'MEANTIME',
        'en',
        part,
        scored(
          documents.filter(({ id }) => partOf(id) === part),
          (text) => find(text, 'en'),
        ),
      ]);
  }
  return `${INTRO}\n\n${HEAD}\n${rows.map(row).join('\n')}`;
}

const INTRO = `Invented sentences (${COUNT} a language, a fifth of which name nobody) hold invented names in some fifty constructions; what is held back are constructions, chosen by hash. MEANTIME: news stories in which mentions of people by name are marked; documents are held back by hash. *Found*: names that a sure mention covers. *Found or listed*: those that any mention covers. *Right*: sure mentions that lie on a person's name; in MEANTIME, where only the first sentences are marked, those that lie on no other name. *Bodies and places*: the others, as a share of sure mentions.`;
const HEAD =
  '| texts | language | part | names | found | found or listed | sure mentions | right | bodies and places |\n|---|---|---|---|---|---|---|---|---|';

export const partOf = (key) => (createHash('sha256').update(key).digest()[0] % 2 === 0 ? 'development' : 'held back');

const row = ([name, language, part, { names, found, listed, sure, right }]) =>
  `| ${name} | ${language} | ${part} | ${names} | ${share(found, names)} | ${share(listed, names)} | ${sure} | ${share(right, sure)} | ${share(sure - right, sure)} |`;

const share = (part, all) => (all === 0 ? '–' : (part / all).toFixed(3));

/** A name counts as found where one mention covers it, give or take a title; a mention is right where it lies on a name. */
export function scored(texts, find) {
  const sums = { names: 0, found: 0, listed: 0, sure: 0, right: 0, missed: [], false: [] };
  for (const { content, names, others = null } of texts) {
    const mentions = find(content);
    for (const name of names) {
      const last = name.end - (/\p{Lu}[^\s]*$/u.exec(name.name)?.[0].length ?? name.name.length);
      const over = mentions.filter(({ start, end }) => start <= Math.max(name.start, last) && name.end <= end);
      sums.names++;
      if (over.some(({ sure }) => sure)) sums.found++;
      else sums.missed.push([name.name, content.slice(Math.max(0, name.start - 60), name.end + 60)]);
      if (over.length > 0) sums.listed++;
    }
    for (const { start, end, sure } of mentions) {
      if (!sure) continue;
      sums.sure++;
      const on = (all) => all.some((name) => start < name.end && name.start < end);
      if (on(names) || (others !== null && !on(others))) sums.right++;
      else sums.false.push([content.slice(start, end), content.slice(Math.max(0, start - 60), end + 60)]);
    }
  }
  return sums;
}

/** Texts with the spans of people's names, from the tokens and the entities that are marked. */
export function meantime(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.xml'))
    .sort();
  return files.map((name) => {
    const xml = readFileSync(join(folder, name), 'utf8');
    const spans = new Map();
    let content = '';
    let before = null;
    for (const [, attributes, text] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/gu)) {
      const sentence = /sentence="(\d+)"/u.exec(attributes)?.[1];
      const word = text
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
      if (before !== null)
        content += sentence !== before ? '\n' : /^[.,;:!?)'’%]|^n't$/u.test(word) || /[($]$/u.test(content) ? '' : ' ';
      before = sentence;
      spans.set(/t_id="(\d+)"/u.exec(attributes)?.[1], { start: content.length, end: content.length + word.length });
      content += word;
    }
    const kinds = new Map(
      [...xml.matchAll(/<ENTITY [^>]*>/gu)].map(([tag]) => [
        /m_id="(\d+)"/u.exec(tag)?.[1],
        /ent_type="(\w+)"/u.exec(tag)?.[1],
      ]),
    );
    const refers = new Map();
    for (const [, block] of xml.matchAll(/<REFERS_TO [^>]*>([\s\S]*?)<\/REFERS_TO>/gu)) {
      const target = /<target m_id="(\d+)"/u.exec(block)?.[1];
      for (const [, source] of block.matchAll(/<source m_id="(\d+)"/gu)) refers.set(source, target);
    }
    const names = [];
    const others = [];
    for (const [, attributes, block] of xml.matchAll(/<ENTITY_MENTION ([^>]*)>([\s\S]*?)<\/ENTITY_MENTION>/gu)) {
      const kind = kinds.get(refers.get(/m_id="(\d+)"/u.exec(attributes)?.[1]));
      const all = [...block.matchAll(/t_id="(\d+)"/gu)].flatMap(([, token]) => spans.get(token) ?? []);
      if (kind === undefined || all.length === 0 || !/syntactic_type="NAM"/u.test(attributes)) continue;
      const end = Math.max(...all.map((one) => one.end));
      const start = Math.min(...all.map((one) => one.start));
      (kind === 'PER' ? names : others).push({ start, end, name: content.slice(start, end) });
    }
    return { id: name, content, names, others };
  });
}
