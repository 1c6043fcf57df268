import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretsIn, withoutSecrets } from '../../dist/publish/withhold/secrets.js';
import { randomFrom } from '../chance.mjs';
import { innocents, planted } from './secrets/planted.mjs';

export const title = 'What gives somebody away';

/** Of each kind, from either seed. */
const EACH = 20;

export async function run({ root, shared, scratch }) {
  const all = planted(randomFrom(20330402), EACH);
  const back = planted(randomFrom(77_001), EACH);
  const peers = [gitleaks(all, scratch), detectSecrets(all, scratch)];
  const row = (name, belongs) => {
    const [of, other] = [all.filter(belongs), back.filter(belongs)];
    const cells = [share(of, ours), share(other, ours), ...peers.map((peer) => (peer ? share(of, peer) : 'absent'))];
    return `| ${[name, ...cells].join(' | ')} |`;
  };
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const rows = kinds.map((name) => row(name, ({ kind }) => kind === name));
  const total = row('**all**', () => true);
  const clean = innocents(randomFrom(20330403), EACH);
  const wrong = clean.filter(({ words }) => secretsIn(words).length > 0);
  const again = all.filter(({ words }) => withoutSecrets(withoutSecrets(words)) !== withoutSecrets(words));
  return `Planted in invented sentences, mails, logs and pages: ${kinds.length} kinds, ${EACH} of each, by seed. A secret counts as found where every letter and digit of it is covered. The words of both seeds have the same forms, so neither says much about forms that nobody thought of.

| kind | ours | ours, second seed | gitleaks | detect-secrets |
|---|---|---|---|---|
${[...rows, total].join('\n')}

The peers look for keys in source code and were not made for the rest; they are given the same words, a file for each.

**Words that are no secrets** (dates, amounts, case and tender numbers, digests, versions, links, numbers of laws and rooms): ${wrong.length} of ${clean.length} taken for one${
    wrong.length > 0
      ? `: ${wrong
          .slice(0, 12)
          .map(({ words }) => `\`${words}\``)
          .join(', ')}`
      : ''
  }. Stand-ins put in twice changed ${again.length} of ${all.length}.

${texts([join(root, 'examples'), join(shared, 'cases')])}

**Time**: ${times(all)}`;
}

const ours = ({ words }) => secretsIn(words);

/** How many of some planted secrets lie within what was found. */
function share(of, found) {
  const hit = of.filter((one) => covers(found(one), one));
  return `${hit.length}/${of.length}`;
}

/** Every letter of it, one stretch or several. */
function covers(spans, { words, secret }) {
  const start = words.indexOf(secret);
  const open = [...secret].map((_, at) => start + at).filter((at) => /[\p{L}\p{N}]/u.test(words[at] ?? ''));
  return open.every((at) => spans.some((one) => one.start <= at && at < one.end));
}

/** Every hit in texts at hand, by kind, so that each can be judged by eye. */
function texts(folders) {
  const hits = new Map();
  let length = 0;
  for (const folder of folders.filter(existsSync))
    for (const name of readdirSync(folder, { recursive: true })) {
      const path = join(folder, name);
      if (!statSync(path).isFile() || !/\.(?:txt|html?|md|eml|csv|jsonl?|xml)$/u.test(name)) continue;
      const words = readFileSync(path, 'utf8');
      length += words.length;
      for (const { kind } of secretsIn(words)) hits.set(kind, (hits.get(kind) ?? 0) + 1);
    }
  const told = [...hits].sort().map(([kind, n]) => `${n} × ${kind}`);
  return `**Texts at hand** (the example and the story cases, ${length.toLocaleString('en')} characters with their markup): ${told.join(', ') || 'nothing found'}.`;
}

/** Words made to hold it up, and plain ones: microseconds for a thousand characters. */
function times(all) {
  const plain = all.map(({ words }) => words).join('\n');
  const traps = [
    'a@',
    '1 ',
    'token=',
    '/home/',
    '0-',
    'C:\\Users\\',
    'eyJa',
    '1.',
    'cookie: a=',
    'name=x value',
    '号楼',
    '-----BEGIN PRIVATE KEY-----',
  ];
  const rate = (words) => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const began = process.hrtime.bigint();
      secretsIn(words);
      least = Math.min(least, Number(process.hrtime.bigint() - began) / 1e3);
    }
    return least / (words.length / 1000);
  };
  const [slowest] = traps
    .map((one) => ({ one, us: rate(one.repeat(200_000 / one.length)) }))
    .sort((a, b) => b.us - a.us);
  return `${rate(plain).toFixed(0)} µs for a thousand characters of the words above; of words made to hold it up, 200,000 characters long, the slowest (\`${slowest.one}\` over and over) takes ${slowest.us.toFixed(0)} µs for a thousand.`;
}

/** The words of each in a file of its own. */
function filesOf(all, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [at, { words }] of all.entries()) writeFileSync(join(folder, `${at}.txt`), `${words}\n`);
}

/** Finds the program of a peer in the scratch folder that it was put into; null where there is none. */
const program = (variable, name) => {
  const path = process.env[variable] ?? join(tmpdir(), 'hearsay-peers', name);
  return existsSync(path) ? path : null;
};

function gitleaks(all, scratch) {
  const tool = program('GITLEAKS', 'gitleaks');
  if (!tool) return null;
  const [folder, out] = [join(scratch, 'gitleaks'), join(scratch, 'gitleaks.json')];
  filesOf(all, folder);
  spawnSync(tool, ['detect', '--no-git', '-s', folder, '-f', 'json', '-r', out, '--no-banner']);
  const found = JSON.parse(readFileSync(out, 'utf8'));
  return (one) => {
    const at = all.indexOf(one);
    return found
      .filter(({ File }) => File.endsWith(`/${at}.txt`))
      .flatMap(({ Secret, Match }) => [Secret, Match].map((words) => spanOf(one.words, words)));
  };
}

function detectSecrets(all, scratch) {
  const tool = program('DETECT_SECRETS', 'detect-secrets');
  if (!tool) return null;
  const folder = join(scratch, 'detect-secrets');
  filesOf(all, folder);
  const { stdout } = spawnSync(tool, ['-C', folder, 'scan', '--all-files', '.'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { results } = JSON.parse(stdout);
  // It names lines, not places: the whole line counts as found.
  return (one) => {
    const hits = results[`${all.indexOf(one)}.txt`] ?? [];
    const lines = one.words.split('\n');
    return hits.map(({ line_number: n }) => {
      const start = lines.slice(0, n - 1).join('\n').length + (n > 1 ? 1 : 0);
      return { start, end: start + (lines[n - 1] ?? '').length };
    });
  };
}

const spanOf = (words, part) => {
  const start = words.indexOf(part);
  return { start: Math.max(0, start), end: start < 0 ? 0 : start + part.length };
};
