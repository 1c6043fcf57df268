// A story about nothing, with invented people in it: first introduced, then named again in every carrier there is.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { choicesFrom } from '../random-case.mjs';
import { docPdf, photo, picture } from './carriers.mjs';
import { namesFrom, SPELLINGS, slugOf } from './names.mjs';

const ROLES = {
  en: ['clerk', 'gate keeper', 'deckhand', 'welder', 'nurse'],
  zh: ['职员', '船员', '焊工', '护士', '司机'],
};
const SPELLED = Object.keys(SPELLINGS);

/** Writes a story of some names; gives them, each with the carriers that it stands in. */
export async function storyOf(folder, seed, count) {
  const random = choicesFrom(seed);
  const people = namesFrom(random, count).map((one) => ({ ...one, carriers: new Set() }));
  const files = new Map();
  const rows = ['file,url,publisher,author,published,captured,lang,note'];
  const put = (path, content, facts = {}) => {
    files.set(path, content);
    const { url = '', publisher = '', author = '', lang = 'en', note = '' } = facts;
    const day = String(1 + random.below(27)).padStart(2, '0');
    rows.push([path, url, publisher, author, `2033-05-${day}T09:00:00Z`, '', lang, note].map(cell).join(','));
  };
  const turn = takers(people);
  introduce(people, put, random);
  spelled(turn, put, random);
  await carried(turn, put, random);
  for (const [path, content] of [...files, ['../index.csv', `${rows.join('\n')}\n`]]) {
    const place = join(folder, 'items', path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
  return people.map(({ carriers, ...one }) => ({ ...one, carriers: [...carriers] }));
}

const cell = (words) => (/[",\n]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words);

/** Hands out people in turn, as many as a carrier takes, and notes where they stand. */
function takers(people) {
  let at = 0;
  return (carrier, count, fits = () => true) => {
    const taken = [];
    for (let tries = 0; taken.length < count && tries < people.length; tries++) {
      const one = people[at++ % people.length];
      if (!fits(one)) continue;
      one.carriers.add(carrier);
      taken.push(one);
    }
    return taken;
  };
}

const said = (one, words, random) =>
  one.lang === 'zh'
    ? `码头办公室${random.pick(ROLES.zh)}${one.name}说，${words}。`
    : `${one.name}, a ${random.pick(ROLES.en)} at the Pier Office, said that ${words}.`;

/** Each person speaks once: that is how the case knows of them. */
function introduce(people, put, random) {
  for (const lang of ['en', 'zh']) {
    const own = people.filter((one) => one.lang === lang);
    for (let at = 0; at < own.length; at += 7) {
      const words = own.slice(at, at + 7).map((one) => said(one, event(lang, random), random));
      put(`news/${lang}-${at}.txt`, `${words.join('\n\n')}\n`, { publisher: `Pier Courier ${lang}`, lang });
    }
  }
}

function event(lang, random) {
  const minute = String(10 + random.below(49));
  return lang === 'zh'
    ? random.pick([`北闸门在22点${minute}分关闭`, `渡轮晚了${minute}分钟`, `仓库里有${minute}箱货物被水浸湿`])
    : random.pick([
        `the north gate was closed at 22:${minute}`,
        `the ferry was ${minute} minutes late`,
        `${minute} crates in the store were soaked`,
      ]);
}

const about = (one, words, random) =>
  one.lang === 'zh' && /\p{Script=Han}/u.test(words)
    ? `码头办公室说，${words}在5月${1 + random.below(27)}日关闭了北闸门。`
    : `The Pier Office said that ${words} had closed the north gate on ${1 + random.below(27)} May 2033.`;

/** Every spelling, in plain texts and in pages. */
function spelled(turn, put, random) {
  for (const [at, kind] of SPELLED.entries()) {
    const fits = (one) => SPELLINGS[kind](one) !== null;
    const lines = turn(kind, 3, fits).map((one) => about(one, SPELLINGS[kind](one), random));
    if (lines.length === 0) continue;
    const publisher = `Quay Weekly ${at}`;
    if (at % 2 === 0) put(`texts/${at}.txt`, `${lines.join('\n\n')}\n`, { publisher });
    else
      put(
        `pages/${at}.html`,
        pageOf(`Gate log ${at}`, lines.map((line) => `<p>${line.replaceAll('\n', '<br>')}</p>`).join('')),
        { publisher },
      );
  }
}

const pageOf = (title, body, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
const entities = (words) => [...words].map((one) => `&#x${one.codePointAt(0).toString(16)};`).join('');
const escaped = (words) =>
  words.replaceAll(/[\s\S]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
const half = (words) => Math.ceil(words.length / 2);

/** Everything else that can hold a name. */
async function carried(turn, put, random) {
  const [alt] = turn('alt and title attributes', 1);
  put(
    'pages/attributes.html',
    pageOf(
      'At the gate',
      `<p title="${alt.name}">The Pier Office said that the gate was shut.</p><img src="${slugOf(alt.name, alt.roman)}.jpg" alt="${alt.name} at the gate">`,
    ),
  );
  const [meta, comment, linked] = [turn('meta tags', 1)[0], turn('comments of a page', 1)[0], turn('JSON-LD', 1)[0]];
  put(
    'pages/head.html',
    pageOf(
      `${meta.name} and the gate`,
      `<!-- ${comment.name} --><p>${about(meta, meta.name, random)}</p>`,
      `<meta name="author" content="${meta.name}"><script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"${escaped(linked.name)}"}}</script>`,
    ),
  );
  const split = turn('split by tags', 2).map(
    ({ name }) => `${name.slice(0, half(name))}<b>${name.slice(half(name))}</b>`,
  );
  const coded = turn('character references', 2).map(({ name }) => entities(name));
  put(
    'pages/markup.html',
    pageOf(
      'Who closed it',
      [...split, ...coded]
        .map((words) => `<p>The Pier Office said that ${words} had closed the north gate.</p>`)
        .join(''),
    ),
  );
  const posts = turn('posts as JSON', 3).map(({ name, roman }, n) => ({
    ...{
      id: String(n + 1),
      created_at: `2033-05-0${n + 1}T10:00:00Z`,
      text: `@${slugOf(name, roman).replaceAll('-', '_')} closed the gate, ${name} did`,
    },
    author: { username: slugOf(name, roman).replaceAll('-', ''), name },
  }));
  put('social/posts.json', JSON.stringify(posts));
  const table = turn('posts as a table', 3).map(
    ({ name }, n) => `${name},2033-05-0${n + 2} 11:00,The ferry was 1${n} minutes late says ${name}`,
  );
  put('social/posts.csv', `author,date,text\n${table.join('\n')}\n`);
  const chat = turn('a chat export', 3).map(
    ({ name }, n) => `[05/05/2033, 10:0${n}:00] ${name}: the gate was closed at 22:1${n}, ask ${name}`,
  );
  put('chats/chat.txt', `${chat.join('\n')}\n`);
  const [from, to] = turn('mail headers', 2);
  put(
    'mail/one.eml',
    `From: ${mimed(from.name)} <${slugOf(from.name, from.roman)}@pier.example>\r\nTo: ${mimed(to.name)} <to@pier.example>\r\nSubject: ${mimed(`The gate, ${to.name}`)}\r\nDate: Thu, 5 May 2033 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe Pier Office said that the north gate was closed at 22:14.\r\n${to.name}\r\n`,
  );
  await binaries(turn, put, random);
}

const mimed = (words) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;

async function binaries(turn, put, random) {
  const latin = (one) => one.lang === 'en';
  const [text, title] = [turn('text of a PDF', 2, latin), turn('metadata of a PDF', 1, latin)];
  put(
    'docs/log.pdf',
    docPdf(
      text.map((one) => about(one, one.name, random)),
      title[0].name,
    ),
  );
  const [drawn, chunk] = [turn('words in a picture', 2, latin), turn('chunks of a PNG', 1)];
  put(
    'images/board.png',
    await picture(
      ['PIER OFFICE GATE LOG', ...drawn.map(({ name }, n) => `Gate closed 22:1${n} by ${name}`)],
      chunk[0].name,
    ),
  );
  const [exif, xmp] = [turn('EXIF', 1, latin)[0], turn('XMP', 1)[0]];
  put('images/photo.jpg', await photo(['THE NORTH GATE', 'closed at 22:14'], exif.name, xmp.name));
  const [named] = turn('a file name', 1);
  put(`docs/${named.name} statement.txt`, `The Pier Office said that the ferry was 14 minutes late.\n`);
  const [address, author, note] = [
    turn('an address of the sheet', 1)[0],
    turn('an author of the sheet', 1)[0],
    turn('a note of the sheet', 1)[0],
  ];
  put('news/sheet.txt', 'The Pier Office said that the north gate was closed at 22:14.\n', {
    ...{
      url: `https://courier.example/${encodeURIComponent(slugOf(address.name, address.roman))}/${encodeURIComponent(address.name)}`,
      publisher: 'Pier Courier',
    },
    ...{ author: author.name, note: `from ${note.name}` },
  });
}
