// Screens that the bench draws itself: chats of several apps, posts and pages, in English and Chinese, all invented.
import sharp from 'sharp';

const WIDTH = 1080;
const HEIGHT = 1920;
const FONT = 'DejaVu Sans, Noto Sans CJK SC';

const EN = {
  who: [
    'Marlo',
    'the warden',
    'Tessa',
    'the night clerk',
    'Uncle Bren',
    'the office',
    'Petra Vint',
    'the driver',
    'her brother',
    'the foreman',
  ],
  did: [
    'left the keys at',
    'asked about',
    'will not sign for',
    'paid for',
    'already moved',
    'forgot',
    'counted',
    'wants to see',
    'took a photo of',
    'sent back',
  ],
  what: [
    'the second gate',
    'the blue boxes',
    'the freezer log',
    'the visitor list',
    'the pump room',
    'both trucks',
    'the old meter',
    'that invoice',
    'the roof repair',
    'the spare tyres',
  ],
  when: [
    'last night',
    'before noon',
    'on Thursday',
    'at 7:40',
    'twice this week',
    'after the meeting',
    'when it rained',
    'for 48.50 each',
    'about 312 of them',
    'again',
  ],
  short: [
    'Ok',
    'Noted, thanks',
    'Who told you',
    'Not yet',
    'I will ask him',
    'Sure?',
    'Delete this please',
    'Call me',
    'Wait a minute',
    'That is not what we agreed',
  ],
};
const ZH = {
  who: ['老罗', '站长', '小郭', '值班员', '仓库那边', '司机', '她弟弟', '办公室', '陈工', '门卫'],
  did: [
    '把钥匙放在',
    '问起了',
    '不肯签',
    '已经付了',
    '昨天搬走了',
    '忘了登记',
    '清点过',
    '想看一下',
    '拍了照片的是',
    '退回了',
  ],
  what: [
    '二号闸门',
    '蓝色箱子',
    '冷库记录',
    '访客名单',
    '泵房',
    '两辆货车',
    '旧水表',
    '那张发票',
    '屋顶维修单',
    '备用轮胎',
  ],
  when: [
    '昨晚',
    '中午以前',
    '星期四',
    '七点四十',
    '这周两次',
    '开会以后',
    '下雨的时候',
    '每个48.5元',
    '大概312个',
    '又一次',
  ],
  short: [
    '好的',
    '收到',
    '谁告诉你的',
    '还没有',
    '我去问他',
    '确定吗',
    '这个删掉',
    '给我打电话',
    '等一下',
    '不是这样说好的',
  ],
};

const pickFrom = (random) => (list) => list[Math.floor(random() * list.length)];

export function sentence(random, lang) {
  const pick = pickFrom(random);
  const words = lang === 'zh' ? ZH : EN;
  if (random() < 0.3) return pick(words.short);
  if (lang === 'zh')
    return `${pick(words.who)}${pick(words.when)}${pick(words.did)}${pick(words.what)}${random() < 0.25 ? `，${pick(words.short)}` : ''}`;
  const said = `${pick(words.who)} ${pick(words.did)} ${pick(words.what)} ${pick(words.when)}`;
  return said[0].toUpperCase() + said.slice(1) + (random() < 0.25 ? `. ${pick(words.short)}` : '');
}

/** A conversation of so many messages, no two alike. */
export function conversation(random, lang, count) {
  const said = new Set();
  const messages = [];
  let clock = 8 * 60 + Math.floor(random() * 300);
  while (messages.length < count) {
    const text = sentence(random, lang);
    if (said.has(text)) continue;
    said.add(text);
    clock += Math.floor(random() * 14);
    const side = random() < 0.5 ? 'left' : 'right';
    messages.push({ side, text, clock, label: messages.length === 0 || random() < 0.16 });
  }
  return {
    lang,
    messages,
    name: pickFrom(random)(lang === 'zh' ? ['郭站长', '物业群', '小陈'] : ['Bren Hollis', 'Night shift', 'Petra']),
  };
}

/** The conversation with its fourth message odd in one way, and where; null where it can't be. */
export function oddly(talk, theme, way) {
  const at = 3;
  const odd = {
    'times-backwards': theme.inside ? { clock: talk.messages[at].clock - 190 } : null,
    gap: { below: 420 },
    letters: talk.messages[at].text.length >= (talk.lang === 'zh' ? 6 : 22) ? { larger: 1.5 } : null,
  }[way];
  if (odd === null) return null;
  return { ...talk, messages: talk.messages.map((one, place) => (place === at ? { ...one, ...odd } : one)) };
}

/** Looks of apps: light ones, each with its dark twin. */
export const THEMES = [
  {
    ground: '#e6ddd3',
    left: '#ffffff',
    right: '#d9f7c5',
    ink: '#151515',
    bar: '#0c6156',
    barInk: '#ffffff',
    soft: '#667781',
    avatars: false,
    round: 18,
    size: 38,
    inside: true,
    dark: {
      ground: '#0b141a',
      left: '#202c33',
      right: '#005c4b',
      ink: '#e9edef',
      bar: '#1f2c34',
      barInk: '#e9edef',
      soft: '#8696a0',
    },
  },
  {
    ground: '#ededed',
    left: '#ffffff',
    right: '#95ec69',
    ink: '#111111',
    bar: '#ededed',
    barInk: '#111111',
    soft: '#999999',
    avatars: true,
    round: 10,
    size: 42,
    inside: false,
    dark: {
      ground: '#111111',
      left: '#2c2c2c',
      right: '#2f8d4c',
      ink: '#d8d8d8',
      bar: '#191919',
      barInk: '#d8d8d8',
      soft: '#777777',
    },
  },
  {
    ground: '#ffffff',
    left: '#e9e9eb',
    right: '#0b84ff',
    ink: '#111111',
    rightInk: '#ffffff',
    bar: '#f6f6f6',
    barInk: '#111111',
    soft: '#8e8e93',
    avatars: false,
    round: 34,
    size: 40,
    inside: false,
    dark: {
      ground: '#000000',
      left: '#26252a',
      right: '#0a5fd6',
      ink: '#ffffff',
      bar: '#161617',
      barInk: '#ffffff',
      soft: '#8e8e93',
    },
  },
];

const NARROW = /[iltjfr.,'’!:;|I]/u;
const WIDE = /[mwMW]/u;
const widthOf = (text, size) =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (letter > '⺀'
        ? 1
        : letter === ' '
          ? 0.32
          : NARROW.test(letter)
            ? 0.36
            : WIDE.test(letter)
              ? 0.92
              : /[A-Z]/u.test(letter)
                ? 0.7
                : 0.62) *
        size,
    0,
  );

function wrapped(text, size, most) {
  const pieces = /[⺀-鿿]/u.test(text) ? [...text] : text.split(/(?<= )/u);
  const lines = [''];
  for (const piece of pieces) {
    if (lines.at(-1) !== '' && widthOf(lines.at(-1) + piece.trimEnd(), size) > most) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trim());
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const words = (text, x, y, size, fill, anchor = 'start') =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="${FONT}" fill="${fill}" text-anchor="${anchor}">${escaped(text)}</text>`;
const time = (clock) =>
  `${String(Math.floor(clock / 60) % 24).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;

/** Where each message stands in the long conversation. */
export function laidOut({ messages, lang }, theme) {
  let y = 30;
  const rows = [];
  for (const [at, { side, text, clock, label, larger = 1, below = 0 }] of messages.entries()) {
    y += below;
    const size = theme.size * larger;
    if (label && !theme.inside) {
      rows.push({
        kind: 'label',
        y,
        text:
          lang === 'zh'
            ? `${Math.floor(clock / 60) < 12 ? '上午' : '下午'}${((Math.floor(clock / 60) + 11) % 12) + 1}:${String(clock % 60).padStart(2, '0')}`
            : `Today ${time(clock)}`,
      });
      y += 90;
    }
    const lines = wrapped(text, size, 640);
    const inner = Math.max(...lines.map((line) => widthOf(line, size)), theme.inside ? 190 : 60);
    const [width, height] = [Math.round(inner + 60), lines.length * Math.round(size * 1.32) + (theme.inside ? 74 : 44)];
    const margin = theme.avatars ? 150 : 36;
    rows.push({
      kind: 'message',
      at,
      side,
      text,
      lines,
      size,
      y,
      x: side === 'left' ? margin : WIDTH - margin - width,
      width,
      height,
      clock,
    });
    y += height + (theme.avatars ? 44 : 26);
  }
  return { rows, height: y };
}

/** One screen of a conversation, scrolled so far; says where each whole message is. `bar`: what the status bar shows. */
export async function screen(
  talk,
  theme,
  { scroll = 0, dark = false, bar = { clock: '09:41', battery: '82%' }, height = HEIGHT } = {},
) {
  const look = dark ? { ...theme, ...theme.dark } : theme;
  const { rows } = laidOut(talk, theme);
  const [top, foot] = [210, 150];
  const parts = [];
  const boxes = [];
  for (const row of rows) {
    const y = row.y - scroll + top;
    if (y > height || y + (row.height ?? 60) < 0) continue;
    if (row.kind === 'label') parts.push(words(row.text, WIDTH / 2, y + 48, 28, look.soft, 'middle'));
    else {
      const mine = row.side === 'right';
      parts.push(
        `<rect x="${row.x}" y="${y}" width="${row.width}" height="${row.height}" rx="${look.round}" fill="${mine ? look.right : look.left}"/>`,
      );
      const ink = mine && look.rightInk ? look.rightInk : look.ink;
      for (const [at, line] of row.lines.entries())
        parts.push(words(line, row.x + 30, y + 22 + Math.round(row.size * (1 + at * 1.32)), row.size, ink));
      if (look.inside)
        parts.push(words(time(row.clock), row.x + row.width - 24, y + row.height - 18, 24, look.soft, 'end'));
      if (look.avatars) parts.push(avatar(mine ? WIDTH - 126 : 30, y, mine ? 210 : 30));
      if (y >= top && y + row.height <= height - foot)
        boxes.push({
          side: row.side,
          text: row.text,
          at: row.at,
          box: { x: row.x, y, width: row.width, height: row.height },
        });
    }
  }
  const furniture = `<rect width="${WIDTH}" height="${top}" fill="${look.bar}"/>${words(bar.clock, 44, 50, 32, look.barInk)}${words(bar.battery, WIDTH - 40, 50, 30, look.barInk, 'end')}${words('‹', 36, 152, 70, look.barInk)}<circle cx="150" cy="135" r="44" fill="hsl(${talk.name.length * 47} 45% 55%)"/>${words(talk.name, 220, 148, 42, look.barInk)}<rect y="${height - foot}" width="${WIDTH}" height="${foot}" fill="${look.bar}"/><rect x="120" y="${height - foot + 28}" width="760" height="94" rx="44" fill="${look.left}"/>${words('+', 40, height - 50, 64, look.barInk)}${words('☺', 940, height - 52, 60, look.barInk)}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="${WIDTH}" height="${height}" fill="${look.ground}"/>${parts.join('')}${furniture}</svg>`;
  return {
    png: await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer(),
    messages: boxes,
    lang: talk.lang,
  };
}

const avatar = (x, y, hue) =>
  `<rect x="${x}" y="${y}" width="96" height="96" rx="8" fill="hsl(${hue} 50% 60%)"/><circle cx="${x + 48}" cy="${y + 36}" r="20" fill="#fff"/><path d="M${x + 14} ${y + 92} Q${x + 48} ${y + 44} ${x + 82} ${y + 92}" fill="#fff"/>`;

/** A post, or a page of an article, in a fixed frame of its app. */
export async function page(random, lang, kind) {
  const lines = [];
  const count = kind === 'post' ? 3 : 12;
  for (let at = 0; at < count; at++)
    lines.push(
      ...wrapped(
        `${sentence(random, lang)}${lang === 'zh' ? '。' : '.'} ${sentence(random, lang)}${lang === 'zh' ? '。' : '.'}`,
        40,
        960,
      ),
      '',
    );
  const head = wrapped(sentence(random, lang), 58, 960);
  const top = kind === 'post' ? 330 : 260 + head.length * 76;
  const parts = lines.slice(0, 26).map((line, at) => words(line, 56, top + at * 54, 40, '#222'));
  const bottom = top + Math.min(26, lines.length) * 54 + 40;
  const head1 =
    kind === 'post'
      ? `<circle cx="100" cy="220" r="50" fill="#c7b37d"/>${words(lang === 'zh' ? '青石镇消息' : 'Tarnholm Watch', 180, 212, 40, '#111')}${words(lang === 'zh' ? '3小时前 来自手机' : '@tarnholmwatch · 3 h', 180, 262, 30, '#888')}${words('♡  231    ↻  58    ✉', 56, Math.min(1740, bottom + 40), 38, '#777')}`
      : head.map((line, at) => words(line, 56, 260 + at * 76, 58, '#111')).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${words('10:26', 44, 50, 32, '#111')}${words('64%', WIDTH - 40, 50, 30, '#111', 'end')}<rect y="76" width="${WIDTH}" height="76" fill="${kind === 'post' ? '#f4f6f8' : '#7a1020'}"/>${words(kind === 'post' ? (lang === 'zh' ? '微言' : 'Plume') : lang === 'zh' ? '河湾晚报' : 'The Tarnholm Courier', 56, 130, 44, kind === 'post' ? '#222' : '#fff')}${parts.join('')}${head1}<rect y="1800" width="${WIDTH}" height="120" fill="#f2f2f2"/>${words('⌂        ⌕        ✎        ☰', 140, 1878, 52, '#777')}</svg>`;
  return {
    png: await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer(),
    messages: [],
    lang,
  };
}

/** A conversation in which one message says something else: a figure, a not, another thing. Says which. */
export function altered(random, talk) {
  const pick = pickFrom(random);
  const words = talk.lang === 'zh' ? ZH : EN;
  const able = talk.messages
    .map((one, at) => ({ one, at }))
    .filter(({ one, at }) => at > 1 && at < 7 && one.text.length > (talk.lang === 'zh' ? 8 : 24));
  const { one, at } = pick(
    able.length > 0 ? able : talk.messages.map((message, place) => ({ one: message, at: place })).slice(2, 6),
  );
  const figure = one.text.match(/\d[\d.:]*/u)?.[0];
  const other = (list) => {
    const there = list.find((word) => one.text.includes(word));
    return there ? one.text.replace(there, pick(list.filter((word) => word !== there))) : null;
  };
  const text =
    (figure
      ? one.text.replace(
          figure,
          figure.replace(/\d/u, (digit) => String((Number(digit) + 1 + Math.floor(random() * 8)) % 10)),
        )
      : null) ??
    other(words.what) ??
    other(words.did) ??
    sentence(random, talk.lang);
  return {
    talk: { ...talk, messages: talk.messages.map((message, place) => (place === at ? { ...message, text } : message)) },
    at,
    from: one.text,
    to: text,
  };
}

/** The same conversation without one of its messages. Says which. */
export function without(random, talk) {
  const at = 2 + Math.floor(random() * 4);
  return {
    talk: { ...talk, messages: talk.messages.filter((_one, place) => place !== at) },
    at,
    gone: talk.messages[at].text,
  };
}
