// Whether message exports are taken apart and timed right, in every layout that the apps are known to write.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { APP_LINES, APP_WORDS, LAYOUTS, talk } from './messages/layouts.mjs';

export const title = 'Message exports';

const PEER = 'whatsapp-chat-parser@4.0.2';
const PEERS = join(tmpdir(), 'hearsay-peers', 'messages');

export async function run({ root }) {
  process.env['TZ'] = 'UTC';
  const { chatToText } = await import(pathToFileURL(join(root, 'dist', 'capture', 'chat.js')).href);
  const { tool, absent } = peer();
  const tools = { hearsay: ours(chatToText), ...(tool ? { 'whatsapp-chat-parser': tool } : {}) };
  const parts = [
    ['Days that show the order of day and month', LAYOUTS, talk(true)],
    ['Days that leave the order open (3, 4 and 5 April)', LAYOUTS.filter(({ order }) => order), talk(false)],
  ].map(([name, layouts, messages]) => `## ${name}\n\n${table(layouts, messages, tools)}`);
  return `${INTRO}${absent ? `\n\nAbsent: ${absent}.` : ''}\n\n${parts.join('\n\n')}\n\n## The app's own lines\n\n${apps(tools)}`;
}

const INTRO =
  'One invented talk of eight messages over three days, several of them of several lines, written in each layout. *Found*: messages with the right author and words. *Right*, *open*, *wrong*: of those, the ones with the right minute, with no minute or day given because the words leave two, and with another one.';

function ours(chatToText) {
  const facts = {
    file: 'a.txt',
    url: null,
    publisher: null,
    author: null,
    published: null,
    captured: '2031-06-04T10:00:00+00:00',
    lang: null,
    note: null,
  };
  return (text) => {
    const draft = chatToText(text, facts);
    return (draft?.voices ?? []).map(({ author, published, start, end }) => ({
      author,
      words: draft.content.slice(start, end),
      minute: published?.includes('T') ? published.slice(0, 16) : null,
    }));
  };
}

function peer() {
  try {
    if (!existsSync(join(PEERS, 'node_modules', 'whatsapp-chat-parser'))) {
      mkdirSync(PEERS, { recursive: true });
      writeFileSync(join(PEERS, 'package.json'), '{ "private": true }');
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', PEER], { cwd: PEERS, stdio: 'pipe' });
    }
    const { parseString } = createRequire(join(PEERS, 'package.json'))('whatsapp-chat-parser');
    const tool = (text) =>
      parseString(text)
        .filter(({ author }) => author !== null)
        .map(({ author, message, date }) => ({
          author,
          words: message.trim(),
          minute: Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 16),
        }));
    return { tool, absent: null };
  } catch (error) {
    return { tool: null, absent: `${PEER}: ${String(error.message).split('\n')[0]}` };
  }
}

const two = (n) => String(n).padStart(2, '0');
const minuteOf = ({ y, mo, d, h, m }) => `${y}-${two(mo)}-${two(d)}T${two(h)}:${two(m)}`;
const plain = (words) => words.replaceAll(/\s+/gu, ' ').trim();

/** What of a talk a tool gets right. */
function scored(messages, given) {
  const counts = { found: 0, right: 0, open: 0, wrong: 0, surplus: Math.max(0, given.length - messages.length) };
  const left = [...given];
  for (const { a, t, x } of messages) {
    const at = left.findIndex(
      (one) => plain(one.author ?? '').replace(/\(\d+\)$/u, '') === a && plain(one.words) === plain(x),
    );
    if (at < 0) continue;
    const [{ minute }] = left.splice(at, 1);
    counts.found++;
    counts[minute === null ? 'open' : minute === minuteOf(t) ? 'right' : 'wrong']++;
  }
  return counts;
}

const export_ = (render, messages) => `${messages.map((one, i) => render({ ...one, first: i === 0 })).join('\n')}\n`;

function table(layouts, messages, tools) {
  const sums = Object.fromEntries(
    Object.keys(tools).map((name) => [name, { found: 0, right: 0, open: 0, wrong: 0, surplus: 0 }]),
  );
  const rows = layouts.map(({ app, name, render }) => {
    const text = export_(render, messages);
    const cells = Object.entries(tools).map(([tool, read]) => {
      const counts = scored(messages, read(text));
      for (const key of Object.keys(counts)) sums[tool][key] += counts[key];
      return cell(counts);
    });
    return `| ${app} | \`${name}\` | ${cells.join(' | ')} |`;
  });
  const head = Object.keys(tools).map((name) => `${name}: found / right / open / wrong`);
  const total = Object.values(sums).map(cell);
  return [
    `| | layout | ${head.join(' | ')} |`,
    `|---|---|${head.map(() => '---|').join('')}`,
    ...rows,
    `| all | ${layouts.length} layouts, ${layouts.length * messages.length} messages | ${total.join(' | ')} |`,
  ].join('\n');
}

const cell = ({ found, right, open, wrong }) => `${found} / ${right} / ${open} / ${wrong}`;

/** System lines and notices between messages: nobody's words. */
function apps(tools) {
  const messages = talk(true);
  const layouts = LAYOUTS.filter(({ app }) => app.startsWith('WhatsApp'));
  const rows = Object.entries(tools).map(([tool, read]) => {
    let kept = 0;
    let surplus = 0;
    for (const { render } of layouts) {
      const lines = messages.flatMap((one, i) => [
        render({ ...one, x: '\u0000', a: 'X' }).replace('X: \u0000', APP_LINES[i % APP_LINES.length]),
        render(one),
        render({ ...one, x: APP_WORDS[i % APP_WORDS.length] }),
      ]);
      const given = read(`${lines.join('\n')}\n`);
      kept += scored(messages, given).found;
      surplus += Math.max(0, given.length - messages.length);
    }
    return `| ${tool} | ${kept}/${layouts.length * messages.length} | ${surplus} |`;
  });
  return `The same talk with a line of the app before and a deleted or left-out message after every message, in the ${layouts.length} layouts of WhatsApp.\n\n| | messages kept whole | taken for words of somebody |\n|---|---|---|\n${rows.join('\n')}`;
}
