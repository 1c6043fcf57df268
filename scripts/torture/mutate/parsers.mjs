// Every parser with its seeds, and how what it says of an input is told.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { insideGzip, insideMail, insidePng, insideZip } from './inside.mjs';
import * as seeds from './seeds.mjs';

const NO_FACTS = { url: null, publisher: null, author: null, published: null, captured: null, lang: null, note: null };
const utf8 = (text) => new TextEncoder().encode(text);
const MARKUP = [
  ...['<div>', '</div>', '<p>', '<table>', '<template>', '<svg>', '<!--', '-->', '<![CDATA[', ']]>', '<script>', '<b>'],
  ...[
    '<a href="',
    '&#x110000;',
    '&#55296;',
    '&amp',
    '<blockquote>',
    '<form>',
    '<select>',
    '<plaintext>',
    '<li>',
    '<time>',
  ],
];
const JSONISH = [
  '[',
  ']',
  '{',
  '}',
  '{"a":',
  '[{"text":',
  '"\\ud800"',
  '1e999',
  'null',
  '"',
  '\\',
  '{"__proto__":',
  ',',
  '"replies":[',
];
const CLOCKS = [
  '[03/06/2031, 07:38:12] ',
  '31/12/9999, 23:59 - ',
  ': ',
  '\u200e',
  '上午',
  '[',
  ', [',
  ' PM',
  '2031/6/3 ',
];
const PDFISH = [
  '<<',
  '>>',
  '[',
  '(',
  '1 0 R',
  'endobj',
  'stream\n',
  'BT ',
  'q ',
  '/Kids[2 0 R]',
  '/Length 99999999',
  '/Filter/FlateDecode',
  '/Prev 9',
];
const MAILISH = [
  '--b1\r\n',
  '>',
  'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n',
  '=?utf-8?B?',
  '=?x?Q?=FF?=',
  '\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'From: ',
];
const WARCISH = [
  'WARC/1.1\r\n',
  '\r\n\r\n',
  'Content-Length: 5\r\n',
  'WARC-Type: response\r\n',
  '\r\n',
  ' ',
  'Transfer-Encoding: chunked\r\n',
  'Content-Encoding: gzip\r\n',
];
const NOTEISH = ['\n\n', '— ', '— x.example/log AAAAAA==\n', '\n', ' ', '0', '='];
const AGEISH = ['-> X25519 ', '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n', '\n', '--- ', '-> a b\n\n', 'AAAA', '='];
const DERISH = [
  '\x30\x80',
  '\x30\x84\xff\xff\xff\xff',
  '\xa0\x80',
  '\x02\x01\x00',
  '\x06\x00',
  '\x00\x00',
  '\x31\x82\x01\x00',
  '\x24\x80',
];
const OTSISH = ['\xff\x08', '\xf0\x01a', '\x08', '\xf1\x81\x20', '\x00', '\xf2', '\xf3'];

/** Loads a built module, or `null` where there is none. */
const opener = (dist) => async (path) => {
  try {
    return await import(pathToFileURL(join(dist, path)).href);
  } catch (cause) {
    if (cause?.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw cause;
  }
};

/**
 * Each: `seeds`, `words`, `inside`, and `read(bytes, seed)`, which gives `read`, the code of a named error, `unsound: …`,
 * `late: …` (an error of another kind that the net around all readers caught), or `altered` (an altered input was
 * accepted by what accepts none). `null` where what it wants is not built.
 */
export const PARSERS = {
  html: ({ shared, open }) =>
    captured(open, 'page.html', {
      words: MARKUP,
      seeds: [...seeds.PAGES, ...seeds.sharedSeeds(shared, 'cases', /\.html$/u)],
    }),
  pdf: ({ shared, open }) =>
    captured(open, 'paper.pdf', {
      words: PDFISH,
      seeds: [
        seeds.paper(),
        ...seeds.sharedSeeds(shared, 'cases', /\.pdf$/u),
        ...seeds.sharedSeeds(shared, 'data/integrity', /\.pdf$/u),
      ],
    }),
  mail: ({ shared, open }) =>
    captured(open, 'mail.eml', {
      ...{ words: MAILISH, inside: insideMail },
      seeds: [...seeds.MAILS, ...seeds.sharedSeeds(shared, 'cases', /\.eml$/u)],
    }),
  docx: ({ shared, open }) =>
    captured(open, 'note.docx', {
      ...{ words: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', ...MARKUP.slice(0, 6)], inside: insideZip },
      seeds: [seeds.letter(), ...seeds.sharedSeeds(shared, 'cases', /\.docx$/u)],
    }),
  feed: ({ open }) =>
    captured(open, 'feed.xml', { words: [...MARKUP, '<!ENTITY a "', '<item>', '&a;'], seeds: seeds.FEEDS }),
  posts: ({ shared, open }) =>
    captured(open, 'posts.json', {
      words: JSONISH,
      seeds: [...seeds.POSTS, ...seeds.sharedSeeds(shared, 'cases', /items.*\.jsonl?$/u)],
    }),
  chat: ({ shared, open }) =>
    captured(open, 'chat.txt', {
      words: CLOCKS,
      seeds: [...seeds.CHATS, ...seeds.sharedSeeds(shared, 'cases', /\.txt$/u)],
    }),
  table: ({ open }) => captured(open, 'posts.csv', { words: ['"', '""', ',', '\r\n', ';', '\t'], seeds: seeds.TABLES }),
  markdown: ({ shared, open }) =>
    captured(open, 'note.md', {
      words: ['[', '](', '> ', '* ', '```', '| ', '---\n', '# ', '_', '**', '<b>', '\\'],
      seeds: [...seeds.NOTES, ...seeds.sharedSeeds(shared, 'cases', /items.*\.md$/u)],
    }),
  png: (about) => pictured(about, 'png', { inside: insidePng }),
  jpeg: (about) => pictured(about, 'jpeg', {}),
  webp: (about) => pictured(about, 'webp', {}),
  gif: (about) => pictured(about, 'gif', {}),
  async sheet({ shared, open }) {
    const sheet = await open('store/sheet.js');
    return (
      sheet && {
        ...{
          seeds: [...seeds.SHEETS, ...seeds.sharedSeeds(shared, 'cases', /index\.csv$/u)],
          words: ['"', '""', ',', '\n'],
        },
        read: named((bytes) => sheet.parseSheet(new TextDecoder().decode(bytes), 'index.csv')),
      }
    );
  },
  async journal({ open }) {
    const [line, journal] = [await open('record/line.js'), await open('record/journal.js')];
    if (!line || !journal) return null;
    const seed = journalOf(line);
    const [last] = journal.readJournal(seed).lines.slice(-1);
    return {
      ...{ seeds: [seed], words: [...JSONISH, '-', 'sha256:', '"erase"', '"seq":'] },
      read: named((bytes) => {
        const found = journal.readJournal(bytes);
        if (found.faults.length > 0) return 'fault';
        // The log's checkpoint names the last head: a journal that ends otherwise does not fit it.
        const isFit = found.end === bytes.length && found.lines.at(-1)?.name === last.name;
        return isFit && !same(bytes, seed) && found.unfinished.length === 0 ? 'altered' : 'read';
      }),
    };
  },
  async note({ open }) {
    const log = await open('log/index.js');
    if (!log) return null;
    const { signer, verifier } = log.keyPairOf(new Uint8Array(32).fill(7), 'x.example/log');
    const root = new Uint8Array(32).fill(9);
    const signed = log.formatCheckpoint({ origin: 'x.example/log', size: 42, root, extensions: [] });
    return {
      ...{ seeds: [utf8(log.noteOf(signed, [signer]))], words: NOTEISH },
      read: named((bytes) => {
        // Lines of others, and the same line twice, are let stand by the format: what was signed is the text.
        const { text } = log.openNote(bytes, [verifier]);
        log.parseCheckpoint(text);
        return text === signed ? 'read' : 'altered';
      }),
    };
  },
  async proof({ open }) {
    const log = await open('log/index.js');
    if (!log) return null;
    const note = '\n— x.example/log AAAAAAAA\n';
    const hash = `${'A'.repeat(43)}=\n`;
    return {
      seeds: [
        `c2sp.org/tlog-proof@v1\nindex 3\n${hash}${hash}\nx.example/log\n8\n${hash}${note}`,
        `old 3\n${hash}${hash}\nx.example/log\n8\n${hash}${note}`,
      ].map(utf8),
      words: NOTEISH,
      read: named((bytes) => (bytes[0] === 0x63 ? log.parseLogProof(bytes) : log.parseAddCheckpoint(bytes))),
    };
  },
  async token({ shared, open }) {
    const stamp = await open('stamp/token.js');
    if (!stamp) return null;
    const rejected = new Uint8Array(Buffer.from('30073005020102040130', 'hex'));
    const question = { digest: `sha256:${'a'.repeat(64)}`, nonce: null, anchors: [], at: null };
    return {
      ...{ seeds: [rejected, ...seeds.sharedSeeds(shared, 'data/integrity', /\.tsr$/u)], words: DERISH },
      read: named(async (bytes) => {
        const { faults } = await stamp.checkToken(bytes, question);
        const untold = faults.find(({ message }) => !isTold(message));
        return untold ? `unsound: message ${untold.message}` : faults.length > 0 ? 'fault' : 'read';
      }),
    };
  },
  async ots({ shared, open }) {
    const stamp = await open('stamp/ots.js');
    const files = seeds.sharedSeeds(shared, 'data/integrity/ots', /\.ots$/u);
    return (
      stamp && { seeds: [seeds.otsProof(), ...files], words: OTSISH, read: named((bytes) => stamp.parseOts(bytes)) }
    );
  },
  async zip({ shared, open }) {
    const [zip, write] = [await open('archive/zip.js'), await open('archive/zip-write.js')];
    if (!zip || !write) return null;
    const files = ['a.txt', 'b/c.txt'].map((name) => ({ name, bytes: utf8(`${name} said so. `.repeat(20)) }));
    return {
      seeds: [
        write.writeZip(files),
        write.writeZip(files, { wide: true }),
        zipSync({ 'a.txt': strToU8('said') }),
        ...seeds.sharedSeeds(shared, 'data/integrity/zip-yauzl', /\.zip$/u),
      ],
      ...{
        words: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', 'PK\x07\x08', '../', '\x01\x00'],
        inside: insideZip,
      },
      read: named((bytes) => {
        const found = zip.readZip(bytes);
        for (const entry of found.entries) found.content(entry);
      }),
    };
  },
  async warc({ shared, open }) {
    const [warc, write] = [await open('archive/warc.js'), await open('archive/warc-write.js')];
    if (!warc || !write) return null;
    return {
      seeds: [
        warcOf(write, false),
        warcOf(write, true),
        ...seeds.sharedSeeds(shared, 'data/integrity', /\.warc(?:\.gz)?$/u),
      ],
      ...{ words: WARCISH, inside: insideGzip },
      read: named((bytes) => {
        warc.readWarc(bytes, { lenient: true });
        warc.readWarc(bytes);
      }),
    };
  },
  async wacz({ shared, open }) {
    const [wacz, write, warcs] = [
      await open('archive/wacz.js'),
      await open('archive/wacz-write.js'),
      await open('archive/warc-write.js'),
    ];
    if (!wacz || !write || !warcs) return null;
    const own = write.writeWacz({
      warcs: [{ name: 'data.warc.gz', bytes: warcOf(warcs, true) }],
      pages: [{ url: 'https://x.example/', ts: '2031-06-03T10:00:00Z', title: 'Gate' }],
      ...{ title: 'Gate', description: null, software: 'hearsay', created: '2031-06-03T10:00:00.000Z', key: null },
    });
    return {
      seeds: [own, ...seeds.sharedSeeds(shared, 'data/integrity', /\.wacz$/u, 200_000)],
      ...{ words: [...WARCISH, ...JSONISH, 'PK\x01\x02'], inside: insideZip },
      read: named(async (bytes, seed) => {
        const checks = await wacz.waczChecks(wacz.readWacz(bytes));
        if (checks.some(({ result }) => result === 'failed')) return 'fault';
        return seed === own && !same(bytes, own) ? 'altered' : 'read';
      }),
    };
  },
  async age({ shared, open }) {
    const sealing = await open('store/sealing.js');
    if (!sealing) return null;
    const { identity, bytes: own } = seeds.SEALED;
    const vectors = seeds
      .sharedSeeds(shared, 'data/integrity/age-cctv/age/testdata', /^(?:x25519|armor|stream|header)/u)
      .map(afterHead);
    return {
      ...{ seeds: [own, ...vectors], words: AGEISH },
      read: named(async (bytes, seed) => {
        await sealing.openSealed(identity, bytes);
        return seed === own && !same(bytes, own) ? 'altered' : 'read';
      }),
    };
  },
};

/** The parsers, each as far as it is built. */
export const parserOf = (name, { dist, shared }) => PARSERS[name]({ dist, shared, open: opener(dist) });

const same = (one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;

/** Runs a reader: its named errors by code, anything else let through. */
const named = (read) => async (bytes, seed) => {
  try {
    const said = await read(bytes, seed);
    return typeof said === 'string' ? said : 'read';
  } catch (cause) {
    if (cause?.name === 'HearsayError' || cause?.name === 'Flaw')
      return isTold(cause.message) ? cause.code : `unsound: message ${cause.message}`;
    throw cause;
  }
};

const isTold = (message) => message.length > 0 && message.length < 1000 && !message.includes('\n');

/** A file through the whole of `capture`, with what it must keep to whatever the bytes were. */
async function captured(open, file, about, eyes = { see: () => Promise.reject(new Error('no eyes here')) }) {
  const room = await open('capture/capture.js');
  if (!room) return null;
  return {
    words: [],
    ...about,
    read: async (bytes) => soundly(await room.capture(bytes, { file, ...NO_FACTS }, eyes)),
  };
}

function soundly({ item, text }) {
  if (item.unreadable) {
    const { code, message } = item.unreadable;
    if (text !== null || !message.includes(item.file) || !isTold(message)) return `unsound: ${message}`;
    return /can't be read \(.*\); save it again in another format$/u.test(message) ? `late: ${message}` : code;
  }
  const length = text?.content.length ?? 0;
  const spans = [...(text?.zones ?? []), ...(text?.voices ?? []), ...(text?.links ?? []), ...(text?.credits ?? [])];
  const odd = spans.find(({ start, end }) => !(start >= 0 && end >= start && end <= length));
  return odd ? `unsound: ${JSON.stringify(odd)} of ${length}` : 'read';
}

/** A picture through the media shell's decoder; the reading of words is left out (see `child.mjs`). */
async function pictured({ shared, open }, kind, about) {
  const shell = await open('media/eyes.js');
  if (!shell) return null;
  const end = { png: /\.png$/u, jpeg: /\.jpe?g$/u, webp: /\.webp$/u, gif: /\.gif$/u }[kind];
  const own = (await seeds.pictures())[kind];
  const found = seeds.sharedSeeds(shared, 'data/integrity', end).slice(0, 6);
  return captured(
    open,
    `picture.${kind}`,
    { ...about, seeds: [...own, ...own, ...found] },
    shell.openEyes({ workers: 1 }),
  );
}

function journalOf({ formatLine, NO_LINE }) {
  const events = [
    [
      'case',
      { format: 'hearsay/case/1', id: '0'.repeat(32), title: 'Gate', languages: ['en'], key: 'x+00000000+AA==' },
    ],
    [
      'add',
      {
        blob: `sha256:${'a'.repeat(64)}`,
        size: 3,
        facts: { file: 'a.txt', ...NO_FACTS },
        from: 'file',
        intimate: null,
      },
    ],
    ['undo', { event: 1, why: 'added twice' }],
    ['key', { key: 'x+00000000+AA==', why: 'another desk' }],
  ];
  let previous = NO_LINE;
  const lines = events.map(([kind, data], seq) => {
    const { text, line } = formatLine(
      { at: '2031-06-03T10:00:00.000Z', kind, seq, previous },
      { by: 'r.ames', data, salt: '5'.repeat(64) },
    );
    previous = line.name;
    return `${text}\n`;
  });
  return utf8(lines.join(''));
}

function warcOf({ writeWarc, warcinfoRecord, responseRecord, metadataRecord }, gzip) {
  const facts = (n) => ({ uuid: `0000000${n}-0000-4000-8000-000000000000`, date: '2031-06-03T10:00:00Z' });
  const body = utf8(
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nsaid.\r\n0\r\n\r\n',
  );
  const records = [
    warcinfoRecord(facts(1), 'data.warc', [['software', 'x']]),
    responseRecord(facts(2), 'https://x.example/', body),
    metadataRecord(facts(3), 'https://x.example/', null, [['via', 'y']]),
  ];
  return writeWarc(records, { gzip }).bytes;
}

/** A test vector begins with lines of its own. */
const afterHead = (bytes) => bytes.subarray(Buffer.from(bytes).indexOf('\n\n') + 2);
