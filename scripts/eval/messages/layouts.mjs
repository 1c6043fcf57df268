// Message exports as the apps write them, made from one invented conversation.

const two = (n) => String(n).padStart(2, '0');
const half = (h) => (h < 12 ? 'AM' : 'PM');
const twelve = (h) => h % 12 || 12;

/** Clocks: h, m, s to words. */
const clocks = {
  24: ({ h, m }) => `${two(h)}:${two(m)}`,
  '24s': ({ h, m, s }) => `${two(h)}:${two(m)}:${two(s)}`,
  am: ({ h, m }) => `${twelve(h)}:${two(m)} ${half(h)}`,
  ams: ({ h, m, s }) => `${twelve(h)}:${two(m)}:${two(s)}\u202f${half(h)}`,
  lower: ({ h, m }) => `${twelve(h)}:${two(m)} ${half(h).toLowerCase()}`,
  dotted: ({ h, m }) => `${twelve(h)}:${two(m)} ${half(h).toLowerCase().replace('m', '. m.')}`,
  zh: ({ h, m }) => `${h < 12 ? '上午' : '下午'}${twelve(h)}:${two(m)}`,
  zhs: ({ h, m, s }) => `${h < 12 ? '上午' : '下午'}${twelve(h)}:${two(m)}:${two(s)}`,
  zhSpaced: ({ h, m }) => `${h < 12 ? '上午' : '下午'} ${twelve(h)}:${two(m)}`,
  parts: ({ h, m }) => `${partOf(h)}${twelve(h)}:${two(m)}`,
};
const partOf = (h) => (h < 5 ? '凌晨' : h < 8 ? '早上' : h < 12 ? '上午' : h < 13 ? '中午' : h < 18 ? '下午' : '晚上');

/** Dates: y, mo, d to words. */
const dates = {
  dmy: ({ y, mo, d }) => `${two(d)}/${two(mo)}/${y}`,
  dmyShort: ({ y, mo, d }) => `${d}/${mo}/${y % 100}`,
  mdy: ({ y, mo, d }) => `${mo}/${d}/${y % 100}`,
  mdyLong: ({ y, mo, d }) => `${mo}/${d}/${y}`,
  dots: ({ y, mo, d }) => `${two(d)}.${two(mo)}.${y % 100}`,
  dotsLong: ({ y, mo, d }) => `${two(d)}.${two(mo)}.${y}`,
  dashes: ({ y, mo, d }) => `${two(d)}-${two(mo)}-${y}`,
  iso: ({ y, mo, d }) => `${y}-${two(mo)}-${two(d)}`,
  ymd: ({ y, mo, d }) => `${y}/${mo}/${d}`,
  han: ({ y, mo, d }) => `${y}年${mo}月${d}日`,
  monthDay: ({ mo, d }) => `${mo}月${d}日`,
  short: ({ mo, d }) => `${two(mo)}-${two(d)}`,
  weekday: ({ y, mo, d }) => `星期${'日一二三四五六'[new Date(Date.UTC(y, mo - 1, d)).getUTCDay()]}`,
  english: ({ y, mo, d }) => `${MONTHS[mo - 1]} ${d}, ${y}`,
};
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const WHATSAPP_IOS =
  (date, clock, gap = ', ') =>
  ({ a, t, x }) =>
    `[${dates[date](t)}${gap}${clocks[clock](t)}] ${a}: ${x}`;
const WHATSAPP =
  (date, clock, gap = ', ') =>
  ({ a, t, x }) =>
    `${dates[date](t)}${gap}${clocks[clock](t)} - ${a}: ${x}`;
const BELOW =
  (head) =>
  ({ a, t, x }) =>
    `${head(a, t)}\n${x}\n`;

/** Every layout by app. `peer`: the library claims it. `order`: a date that can be read both ways. */
export const LAYOUTS = [
  ['WhatsApp iOS', '31/05/2031, 14:02:33', WHATSAPP_IOS('dmy', '24s'), 'order'],
  ['WhatsApp iOS', '5/31/31, 2:02:33 PM', WHATSAPP_IOS('mdy', 'ams'), 'order'],
  ['WhatsApp iOS', '31.05.31, 14:02:33', WHATSAPP_IOS('dots', '24s')],
  ['WhatsApp iOS', '31/05/2031 14:02:33', WHATSAPP_IOS('dmy', '24s', ' '), 'order'],
  ['WhatsApp iOS', '31-05-2031 14:02:33', WHATSAPP_IOS('dashes', '24s', ' '), 'order'],
  ['WhatsApp iOS', '2031-05-31, 14:02:33', WHATSAPP_IOS('iso', '24s')],
  ['WhatsApp iOS', '31/5/31, 2:02 p. m.', WHATSAPP_IOS('dmyShort', 'dotted'), 'order'],
  ['WhatsApp iOS', '2031/5/31 下午2:02:33', WHATSAPP_IOS('ymd', 'zhs', ' ')],
  ['WhatsApp iOS', '31/5/31 下午2:02:33', WHATSAPP_IOS('dmyShort', 'zhs', ' '), 'order'],
  ['WhatsApp iOS', '2031年5月31日 下午2:02:33', WHATSAPP_IOS('han', 'zhs', ' ')],
  ['WhatsApp Android', '31/05/2031, 14:02', WHATSAPP('dmy', '24'), 'order'],
  ['WhatsApp Android', '5/31/31, 2:02 PM', WHATSAPP('mdy', 'am'), 'order'],
  ['WhatsApp Android', '31/5/31, 2:02 pm', WHATSAPP('dmyShort', 'lower'), 'order'],
  ['WhatsApp Android', '31/5/31, 2:02 p. m.', WHATSAPP('dmyShort', 'dotted'), 'order'],
  ['WhatsApp Android', '31.05.31, 14:02', WHATSAPP('dots', '24')],
  ['WhatsApp Android', '31/05/2031 à 14:02', WHATSAPP('dmy', '24', ' à '), 'order'],
  ['WhatsApp Android', '31/05/2031 14:02', WHATSAPP('dmy', '24', ' '), 'order'],
  ['WhatsApp Android', '31-05-2031 14:02', WHATSAPP('dashes', '24', ' '), 'order'],
  ['WhatsApp Android', '2031-05-31 14:02', WHATSAPP('iso', '24', ' ')],
  ['WhatsApp Android', '2031/5/31 下午2:02', WHATSAPP('ymd', 'zh', ' ')],
  ['WhatsApp Android', '2031/5/31 下午 2:02', WHATSAPP('ymd', 'zhSpaced', ' ')],
  ['WhatsApp Android', '2031年5月31日 14:02', WHATSAPP('han', '24', ' ')],
  ['Telegram', 'Ada, [31.05.2031 14:02]', BELOW((a, t) => `${a}, [${dates.dotsLong(t)} ${clocks['24'](t)}]`)],
  ['Telegram', 'Ada, [5/31/31 2:02 PM]', BELOW((a, t) => `${a}, [${dates.mdy(t)} ${clocks.am(t)}]`), 'order'],
  ['Telegram', 'Ada, [2031/5/31 14:02]', BELOW((a, t) => `${a}, [${dates.ymd(t)} ${clocks['24'](t)}]`)],
  ['Telegram', 'Ada, [2031/5/31 下午2:02]', BELOW((a, t) => `${a}, [${dates.ymd(t)} ${clocks.zh(t)}]`)],
  ['Telegram', 'Ada, [May 31, 2031 at 2:02:33 PM]', BELOW((a, t) => `${a}, [${dates.english(t)} at ${clocks.ams(t)}]`)],
  ['Telegram', '[31.05.2031 14:02] Ada: …', ({ a, t, x }) => `[${dates.dotsLong(t)} ${clocks['24'](t)}] ${a}: ${x}`],
  [
    'Telegram',
    '[5/31/2031 2:02 PM] Ada: …',
    ({ a, t, x }) => `[${dates.mdyLong(t)} ${clocks.am(t)}] ${a}: ${x}`,
    'order',
  ],
  ['Signal', '[2031-05-31, 14:02] Ada: …', ({ a, t, x }) => `[${dates.iso(t)}, ${clocks['24'](t)}] ${a}: ${x}`],
  ['Signal', '[2031-05-31 14:02:33] Ada: …', ({ a, t, x }) => `[${dates.iso(t)} ${clocks['24s'](t)}] ${a}: ${x}`],
  ['WeChat', '甲 2031-05-31 14:02:33', BELOW((a, t) => `${a} ${dates.iso(t)} ${clocks['24s'](t)}`)],
  ['WeChat', '甲  2031/5/31 14:02', BELOW((a, t) => `${a}  ${dates.ymd(t)} ${clocks['24'](t)}`)],
  ['WeChat', '甲 2031年5月31日 14:02', BELOW((a, t) => `${a} ${dates.han(t)} ${clocks['24'](t)}`)],
  ['WeChat', '甲 2031年5月31日 下午2:02', BELOW((a, t) => `${a} ${dates.han(t)} ${clocks.parts(t)}`)],
  ['WeChat', '甲: 2031-05-31 14:02', BELOW((a, t) => `${a}: ${dates.iso(t)} ${clocks['24'](t)}`)],
  ['WeChat', '2031-05-31 14:02:33 甲', BELOW((a, t) => `${dates.iso(t)} ${clocks['24s'](t)} ${a}`)],
  ['WeChat', '甲 5月31日 14:02', BELOW((a, t) => `${a} ${dates.monthDay(t)} ${clocks['24'](t)}`)],
  ['WeChat', '甲 05-31 14:02:33', BELOW((a, t) => `${a} ${dates.short(t)} ${clocks['24s'](t)}`)],
  ['WeChat', '甲 星期六 下午2:02', BELOW((a, t) => `${a} ${dates.weekday(t)} ${clocks.parts(t)}`), 'week'],
  ['WeChat', 'Ada 2031-05-31 2:02 PM', BELOW((a, t) => `${a} ${dates.iso(t)} ${clocks.am(t)}`)],
  [
    'WeChat',
    '甲 下午2:02 below —— 2031年5月31日 ——',
    separated(
      (a, t) => `${a} ${clocks.parts(t)}`,
      (t) => `—— ${dates.han(t)} ——`,
    ),
  ],
  [
    'WeChat',
    '甲 14:02 below ————— 2031-05-31 —————',
    separated(
      (a, t) => `${a} ${clocks['24'](t)}`,
      (t) => `————— ${dates.iso(t)} —————`,
    ),
  ],
  ['WeChat (QQ)', '2031-05-31 14:02:33 甲(10001)', BELOW((a, t) => `${dates.iso(t)} ${clocks['24s'](t)} ${a}(10001)`)],
  ['WeChat (QQ)', '甲(10001) 2031/5/31 14:02:33', BELOW((a, t) => `${a}(10001) ${dates.ymd(t)} ${clocks['24s'](t)}`)],
].map(([app, name, render, kind]) => ({ app, name, render, order: kind === 'order' }));

/** A line with the day above the first message of each. */
function separated(head, line) {
  let last = '';
  return ({ a, t, x, first }) => {
    const day = dates.iso(t);
    const above = first || day !== last ? `${line(t)}\n` : '';
    last = day;
    return `${above}${head(a, t)}\n${x}\n`;
  };
}

/** An invented talk of three days. `late`: its days show which of two numbers is the month. */
export function talk(late) {
  const days = late ? [28, 30, 31] : [3, 4, 5];
  const at = (i, h, m, s) => ({ y: 2031, mo: late ? 5 : 4, d: days[i], h, m, s });
  return [
    { a: 'Ada Quill', t: at(0, 0, 5, 9), x: 'The pumps have stopped.' },
    { a: '卞秋', t: at(0, 7, 38, 12), x: '水位又涨了\n二楼也进水\n\n有人在吗？' },
    { a: 'Ada Quill', t: at(0, 11, 59, 0), x: 'Two things: first, the gate. Second: the key.' },
    { a: '+44 7700 900123', t: at(1, 12, 30, 33), x: 'See https://x.example/a:b at 10:30' },
    { a: '卞秋', t: at(1, 14, 2, 33), x: '好的 👍' },
    { a: "Joe O'Dell", t: at(1, 18, 45, 1), x: '14:00 - gate\n15:00 - quay' },
    { a: 'Ada Quill', t: at(2, 12, 0, 0), x: 'noon' },
    { a: '卞秋', t: at(2, 23, 59, 59), x: '晚安' },
  ];
}

/** Lines of the apps themselves, to be put between messages of WhatsApp's layouts. */
export const APP_LINES = [
  'Messages and calls are end-to-end encrypted. No one outside of this chat can read them.',
  'Ada Quill created group "Quay: news"',
  "Ada Quill added Joe O'Dell",
  "Joe O'Dell changed the subject from “Quay” to “Quay: news”",
  '消息和通话都进行端到端加密。',
];

/** Messages of which the words are the app's: nobody said them. */
export const APP_WORDS = [
  'image omitted',
  '图像已忽略',
  'This message was deleted',
  'You deleted this message',
  '<Media omitted>',
  '\u200eimage omitted',
  '此消息已删除',
  '<省略多媒体文件>',
];
