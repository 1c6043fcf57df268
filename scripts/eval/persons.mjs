// Whether everybody who is named is found, and nobody is made a person who is a body or a place.
import { execFileSync } from 'node:child_process';
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
  return `${INTRO}\n\n${HEAD}\n${rows.map(row).join('\n')}\n\n${cases(root, shared)}`;
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
      const on = (all) => [...all, ...(all.described ?? [])].some((name) => start < name.end && name.start < end);
      if (on(names) || (others !== null && !on(others))) sums.right++;
      else sums.false.push([content.slice(start, end), content.slice(Math.max(0, start - 60), end + 60)]);
    }
  }
  return sums;
}

/** The shared cases: whom the gold names as a source or as somebody to leave out, and who of them is withheld or known. */
function cases(root, shared) {
  const folder = join(shared, 'cases');
  if (!existsSync(folder)) return 'The shared cases are not here.';
  const lines = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'gold.json')))
    .map((name) => caseRow(name, root, join(folder, name)));
  return `${CASES}\n\n| case | named in the gold | among the people | missing | people in all | bodies and outlets of the gold among them | listed for a person to decide |\n|---|---|---|---|---|---|---|\n${lines.join('\n')}`;
}

const CASES =
  'Shared cases (development): names of sources who are people and names to leave out, where a text holds them as written, among the people of the dossier.';

function caseRow(name, root, folder) {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'));
  const output = execFileSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'look', folder, '--json'], {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { people, texts, maybePeople = [] } = JSON.parse(output.toString());
  const words = texts.map(({ content }) => content).join('\n');
  const bare = (one) =>
    one
      .replace(/\s*[（(].*$/u, '')
      .replace(/[“”"]/gu, '')
      .trim();
  const kinds = (...wanted) =>
    (gold.statements ?? []).flatMap(({ source }) =>
      wanted.includes(source?.kind) && source.name ? [bare(source.name)] : [],
    );
  const inTexts = (all) => [...new Set(all)].filter((one) => one !== '' && words.includes(one));
  const named = inTexts([...kinds('named-person'), ...(gold.private ?? []).map((one) => bare(one.name))]).filter(
    (one) => /\p{Lu}|\p{Script=Han}/u.test(one) && !/[’']s? \p{Ll}|的/u.test(one),
  );
  const known = people.map((one) => one.name);
  const missing = named.filter((one) => !known.some((other) => other.includes(one)));
  const bodies = new Set(kinds('named-body', 'outlet'));
  const wrong = known.filter((one) => bodies.has(one));
  return `| ${name} | ${named.length} | ${named.length - missing.length} | ${missing.length} | ${known.length} | ${wrong.length} | ${maybePeople.length} |`;
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
      const name = content.slice(start, end);
      // Marked as names, some are descriptions: "the firm's chief executive officer".
      if (kind !== 'PER') others.push({ start, end, name });
      else if (/^\p{Lu}[^,(]*\p{Lu}[^\s]*$|^\p{Lu}\S+$/u.test(name)) names.push({ start, end, name });
      else names.described = [...(names.described ?? []), { start, end }];
    }
    return { id: name, content, names, others };
  });
}
