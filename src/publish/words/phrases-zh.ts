import { COPY_KINDS_ZH, LABELS_ZH, OUTCOMES_ZH, RANKS_ZH } from './names-zh.ts';
import { lookUp as of, type Phrase, phrases } from './phrase.ts';

type Table = Readonly<Record<string, string>>;

const sideOf = (side: string): string => of({ for: '支持', against: '反对', 'either side': '任一方' }, side);
const yesOrNo = (word: string): string => of({ yes: '有', no: '无' }, word);

/** What the program itself calls a thing that bears no name. */
const MADE: Table = { picture: '图片', 'chat screenshot': '聊天截图' };

/** What it calls whoever it can't name, and ranks in its sentences. */
const CALLED: Table = {
  ...MADE,
  '': '未具名者',
  nobody: '无人',
  somebody: '某人',
  'an artefact that nobody has proven': '未经证实的图文',
  talk: '众人议论',
  nothing: '无',
  'rumour without a source': '无出处的传言',
  'an unnamed person': '未具名人士',
  'an unnamed official': '未具名官员',
  'a named person': '具名人士',
  'a named body': '具名机构',
  'a document in hand': '已掌握的文件',
};

/** Names in a row. What stands between names that are not Chinese stays, as it may be part of one. */
function named(names: string): string {
  const [, all = names, more = ''] = /^(.*) and (\d+) more$/su.exec(names) ?? [];
  const row = of(CALLED, all)
    .replaceAll(/(?<=\p{Script=Han}|[）”》]), |, (?=\p{Script=Han}|[（“《])/gu, '、')
    .replaceAll(/(?<=^|、)chat screenshot(?=$|、)/gu, of(CALLED, 'chat screenshot'));
  return more ? `${row}等（另有${more}个）` : row;
}

/** `named-body 1, crowd 2` */
const tallied = (tally: string): string =>
  tally.replaceAll(/([a-z-]+) (\d+)(, )?/gu, (_, rank, n, more) => `${of(RANKS_ZH, rank)}${n}${more ? '、' : ''}`);

/** What a rule asks of a side. */
const asked = (words: string): string =>
  words
    .replace('a competent body on the record or a document in hand', '主管机构公开表态或已掌握的文件')
    .replace(/(\d+) independent origins?/u, '$1个独立源头')
    .replace(/ ?at least ([a-z-]+)/u, (_, rank) => `，至少为${of(RANKS_ZH, rank)}`)
    .replace(/ ?at most ([a-z-]+)/u, (_, rank) => `，至多为${of(RANKS_ZH, rank)}`)
    .replace(/^，/u, '');

const before = (outcome: string): string => (outcome ? `（此前已问过：${of(OUTCOMES_ZH, outcome)}）` : '');

/** Reasons for a standing. */
const REASONS: readonly Phrase[] = [
  [/^(.*) says? so in a document in hand$/su, (who) => `${named(who)}如此表示，见于已掌握的文件`],
  [
    /^(.*) says? so on the record, and is competent for it$/su,
    (who) => `${named(who)}公开如此表态，且此事属其职权范围`,
  ],
  [/^(.*) says? so on the record$/su, (who) => `${named(who)}公开如此表态`],
  [/^(\d+) independent origins stand for it: (.*?)$/su, (n, who) => `有${n}个独立源头支持：${named(who)}`],
  [/^(.*) stands? for it, (.*) against it$/su, (pro, contra) => `${named(pro)}持此说，${named(contra)}反对`],
  [/^(.*) den(?:ies|y) it; for it stands nothing$/su, (who) => `${named(who)}予以否认；没有任何源头支持`],
  [/^(.*) den(?:ies|y) it; for it stands (.*?)$/su, (who, rank) => `${named(who)}予以否认；支持者只有${named(rank)}`],
  [/^it rests on (.*?): (.*?)$/su, (what, who) => `仅依据${named(what)}：${named(who)}`],
  [/^one origin: (.*?)$/su, (who) => `只有一个源头：${named(who)}`],
  [
    /^one origin above talk and unproven artefacts: (.*?)$/su,
    (who) => `除众人议论和未经证实的图文外，只有一个源头：${named(who)}`,
  ],
  [/^(.*) took it back$/su, (who) => `${named(who)}已撤回该说法`],
  [/^nobody stands behind it, only nothing$/su, () => '没有任何人为其负责'],
  [/^nobody stands behind it, only (.*?)$/su, (rank) => `没有任何人为其负责，只有${named(rank)}`],
  [
    /^(.*) noted on (\d{4})-(\d\d)-(\d\d) that it was taken back(?:: (.*))?$/su,
    (by, year, month, day, why) =>
      `${by}于${year}年${Number(month)}月${Number(day)}日记录该说法已被撤回${why ? `：${why}` : ''}`,
  ],
];

/** What rules looked at. */
const TALLIES: readonly Phrase[] = [
  [
    /^for: (.*); against: (.*); competent for: (yes|no); competent against: (yes|no); taken back: (yes|no)$/u,
    (pro, contra, competent, other, back) =>
      `支持：${tallied(pro)}；反对：${tallied(contra)}；主管机构支持：${yesOrNo(competent)}；主管机构反对：${yesOrNo(other)}；撤回：${yesOrNo(back)}`,
  ],
  [/^(for|against): (\d+)$/u, (side, n) => `${sideOf(side)}：${n}`],
  [
    /^not met: the voice that said it took it back; nothing of the kind is known$/u,
    () => '未满足：原说法者已撤回；未见此情形',
  ],
  [
    /^not met: (for|against|either side): (.*); stands at ([a-z-]+), (\d+) independent origins?$/u,
    (side, words, rank, n) =>
      `未满足：${sideOf(side)}一方须有${asked(words)}；现为${of(RANKS_ZH, rank)}，${n}个独立源头`,
  ],
  [/^source (.*): ([A-F])$/su, (who, letter) => `来源${named(who)}：${letter}`],
  [/^claim: ([1-6])$/u, (digit) => `说法：${digit}`],
];

/** Names of the rules that are shipped. */
const RULES: Table = {
  'taken-back': '说法被撤回',
  'both-sides': '双方均有源头',
  'denied-on-record': '公开否认',
  'competent-on-record': '主管方公开表态',
  'one-named-body': '一个具名机构',
  'two-origins': '两个源头',
  'one-origin': '一个源头',
  'nobody-behind-it': '无人负责',
  'retracted-by-decision': '编辑部认定撤回',
  admiralty: '海军部评级',
};

/** What doesn't fit together; whom to ask what; why one text came before another. */
const OTHERS: readonly Phrase[] = [
  [/^one says it, the other denies it$/u, () => '一方如此说，另一方否认'],
  [/^the same matter with another amount$/u, () => '同一件事，数目不同'],
  [/^the same sum with its point in another place$/u, () => '同一数目，小数点位置不同'],
  [/^no statement is known, and a statement is quoted$/u, () => '一处称未见声明，另一处引用了声明'],
  [/^each has it from the other$/u, () => '互相以对方为来源'],
  [/^not until a day, and on an earlier one$/u, () => '一处称某日之后才有，另一处称更早已有'],
  [/^one is sure of it, the other still has it looked at$/u, () => '一方已有定论，另一方称仍在核查'],
  [/^the same message in other words: one picture was altered$/u, () => '同一条消息，文字不同：其中一张图片经过改动'],
  [
    /^Is it so, and how do you know(?:: “(.*)”)?(?: \(asked before: ([a-z-]+)\))?\??$/su,
    (claim, outcome) => `是否属实，依据是什么？${claim ? `“${claim}”` : ''}${before(outcome)}`,
  ],
  [/^names (.*) as its source$/su, (name) => `注明来源为${name}`],
  [/^still speaks of (.*)$/su, (name) => `文中仍留有“${name}”字样`],
  [/^links to (.*)$/su, (url) => `链接到${url}`],
  [/^breaks off where the other goes on$/u, () => '一方中断之处，另一方仍在继续'],
  [/^holds all of the other and more$/u, () => '包含另一方的全部内容且更多'],
  [/^both credit (.*)$/su, (name) => `双方都注明来源为${name}`],
  [/^one has, word for word, what the other translates$/u, () => '一方逐字载有另一方所译的原文'],
  [
    /^(.*) is before (.*)$/su,
    (a, b) => `${a.replace('its time', '其时间')}早于${b.replace('the other’s', '另一方的时间')}`,
  ],
  [/^a named body says so on the record, or a document shows it$/u, () => '具名机构公开表态确认，或有文件为证'],
];

/** Why a file can't be read, and what to do. */
const FILES: readonly Phrase[] = [
  [/^(.*) is empty; save it again$/su, (file) => `${file}是空文件；请重新保存`],
  [/^(.*) holds only white space; save it again$/su, (file) => `${file}只有空白；请重新保存`],
  [
    /^(.*) holds no words that can be read; save the page or document again$/su,
    (file) => `${file}没有可读的文字；请重新保存网页或文件`,
  ],
  [/^(.*) is locked with a password; save a copy without it$/su, (file) => `${file}有密码保护；请另存一份无密码的副本`],
  [
    /^(.*) has no text layer, only pictures; save its pages as PNG and add those$/su,
    (file) => `${file}没有文字层，只有图像；请将各页存为PNG后加入`,
  ],
  [/^(.*) breaks off before its end; download or send it again$/su, (file) => `${file}不完整；请重新下载或发送`],
  [/^(.*) breaks off before its directory; save or send it again$/su, (file) => `${file}不完整；请重新保存或发送`],
  [
    /^(.*) has a broken directory; save it again from the program it came from$/su,
    (file) => `${file}的目录已损坏；请用原程序重新保存`,
  ],
  [
    /^(.*) would unfold to more than it should hold \((\d+) bytes or more\); it was not opened$/su,
    (file, n) => `${file}解压后过大（${n}字节或更多）；未予打开`,
  ],
  [
    /^(.*) says it is (\d+) × (\d+) pixels; the limit is (\d+) megapixels: save a smaller copy$/su,
    (file, wide, tall, most) => `${file}标明为${wide}×${tall}像素；上限为${most}百万像素：请存一份较小的副本`,
  ],
  [
    /^(.*) says it is (\d+) × (\d+) pixels in (\d+) bytes; it was not opened: save a smaller copy$/su,
    (file, wide, tall, bytes) => `${file}仅${bytes}字节，却标明为${wide}×${tall}像素；未予打开：请存一份较小的副本`,
  ],
  [/^(.*) can't be decoded as a picture; save it again as PNG$/su, (file) => `${file}无法作为图片打开；请重新存为PNG`],
  [
    /^(.*): the picture can't be decoded \((.*)\); save it again as PNG$/su,
    (file, why) => `${file}：图片无法打开（${why}）；请重新存为PNG`,
  ],
  [
    /^(.*): the picture is cut short; save it again from where it came$/su,
    (file) => `${file}：图片不完整；请从原处重新保存`,
  ],
  [
    /^(.*) can't be (?:read|unpacked) as a Word document; save it again as DOCX or PDF$/su,
    (file) => `${file}无法作为Word文档读取；请重新存为DOCX或PDF`,
  ],
  [
    /^(.*) can't be read as a PDF; print it to PDF again or export its text$/su,
    (file) => `${file}无法作为PDF读取；请重新打印为PDF或导出文字`,
  ],
  [
    /^(.*) has (\d+) characters, the limit is (\d+); split it or keep the part that matters$/su,
    (file, n, most) => `${file}有${n}个字符，上限为${most}；请拆分或只保留有关部分`,
  ],
  [/^(.*) is a (HEIC|AVIF|TIFF|BMP) picture; save it as .*$/su, (file, kind) => `${file}是${kind}图片；请另存为PNG`],
  [
    /^(.*) is an SVG drawing, which can hold programs and is never opened; save it as PNG$/su,
    (file) => `${file}是SVG图形，可能含有程序，一律不打开；请存为PNG`,
  ],
  [
    /^(.*) is sound, video or another binary file; add a transcript as text$/su,
    (file) => `${file}是音频、视频或其他二进制文件；请加入文字记录`,
  ],
  [
    /^(.*) is of a type that is not read; save it as PDF or text$/su,
    (file) => `${file}属于不读取的类型；请存为PDF或文本`,
  ],
];

const known = phrases([...TALLIES, ...OTHERS, ...REASONS, ...FILES]);

/** Words of the program without anything of a story in them. */
const WORDS: Table = { ...RULES, ...CALLED, ...LABELS_ZH, ...COPY_KINDS_ZH };

/** What the program says in English, in Chinese; null for a sentence of no known shape. */
export const phraseZh = (english: string): string | null =>
  Object.hasOwn(WORDS, english) ? of(WORDS, english) : known(english);

export const ruleZh = (name: string): string => of(RULES, name);
export const calledZh = (name: string): string => of(MADE, name);
