import { WORDS } from '../../../publish/words/languages.ts';
import { CLASSES_ZH } from '../parts/class-words.ts';
import type { Words } from './words.ts';

const quoted = (words: string): string => (words === '' ? '' : `“${words}”`);
const after = (before: string, words: string, end = ''): string => (words === '' ? '' : before + words + end);

const OUTCOMES: Words['outcomes'] = WORDS.zh.outcomes;
const CLASSES: Words['classes'] = CLASSES_ZH;
const CAPTURED: Words['captured'] = {
  same: '与原来相同',
  changed: '内容已变',
  gone: '已不存在',
  unknown: '情况不明',
};
const ARRIVED: Readonly<Record<string, string>> = { file: '已添加', web: '已从网络抓取', archive: '已从归档中添加' };

export const ZH: Words = {
  title: '日志',
  lead: '对本案卷做过的一切，最近的在前。这里不会删除任何记录：撤回的事项连同理由一并保留。',
  show: '显示',
  all: '全部',
  decisions: '决定',
  evidence: '材料',
  seals: '签封与发布',
  loading: '正在读取日志……',
  empty: '还没有这一类事项。',
  more: (left) => `再显示更早的${left}条`,
  nothingMore: '本案卷从这里开始。',
  why: (why) => `理由：${why}`,
  undone: '已撤回',
  erased: '此处内容已抹除；抹除一事及其时间仍然保留。',
  undo: '撤回',
  undoOf: (what) => `撤回：${what}`,
  reason: '为什么撤回？',
  reasonHow: '会一并留在日志里',
  confirm: '确认撤回',
  cancel: '保留',
  wasUndone: (seq) => `第${seq}条已撤回。`,
  number: (seq) => `第${seq}条`,
  addedTogether: (count) => `添加了${count}份材料`,
  seeItem: '查看该材料',
  seeClaim: '查看该说法',
  seeEvent: (seq) => `查看第${seq}条`,
  keyNext: '下一条',
  keyBefore: '上一条',
  keyUndo: '撤回此条',
  keyMore: '更早的事项',
  other: (kind) => `“${kind}”类事项`,
  outcomes: OUTCOMES,
  classes: CLASSES,
  captured: CAPTURED,
  told: {
    case: ({ text }) => `新建案卷：${quoted(text('title'))}`,
    key: () => '此后改用另一把密钥签名',
    recovered: ({ text }) => `工作曾中断：自第${text('from')}条起已写下而尚未签名，现予保留并签名`,
    policy: ({ text }) => `改按规则${quoted(text('policy', 'name'))}衡量`,
    add: ({ text, has }) =>
      has('intimate')
        ? `${text('facts', 'file')}属私密影像，内容未予保存`
        : `${text('facts', 'file')} ${ARRIVED[text('from')] ?? '已添加'}`,
    seal: ({ count }) => `一份材料已加密封存，可由${count('recipients')}方开启`,
    unseal: ({ text }) => `封存的第${text('event')}条已开启`,
    erase: ({ count }) => `抹除了${count('events')}份材料`,
    capture: ({ text }) => `重新抓取${text('url')}：${CAPTURED[text('outcome')] ?? ''}`,
    undo: ({ text }) => `撤回了第${text('event')}条`,
    checkpoint: () => '日志已签名',
    cosign: () => '一位见证者也为日志签了名',
    stamp: ({ text }) => `${text('authority')}为时间作证`,
    wait: ({ text }) => `等待${text('authority')}为时间作证`,
    publish: ({ text }) => `发布第${text('edition')}版，随附本日志中的${text('disclosed')}条`,
    ask: ({ text }) => `${after('通过', text('through'))}向${text('of')}提问：${quoted(text('question'))}`,
    reply: ({ text }) => `${text('of')}：${OUTCOMES[text('outcome')] ?? ''}${after('，', quoted(text('text')))}`,
    promise: ({ text }) => `${text('who')}承诺${quoted(text('what'))}${after('，期限 ', text('due'))}`,
    kept: () => '一项承诺已兑现',
    broken: () => '一项承诺未兑现',
    withdrawn: () => '一项承诺已收回',
    merge: ({ count }) => `${count('statements')}条陈述所属的说法合并为一`,
    split: ({ count }) => `${count('statements')}条陈述从一个说法中拆出`,
    correct: (facts) => corrected(facts),
    retract: () => '一个说法被提出者收回',
    withhold: ({ text }) => `${text('name')}：发布时隐去`,
    disclose: ({ text }) => `${text('name')}：可以具名${after('（', text('second'), '同意）')}`,
    tick: ({ text }) => `不必再问：${text('ask')}`,
    waive: ({ text }) => `不等${text('of')}回应即可发布一个说法`,
    exhibit: ({ text }) => `一张图片的局部可以公开${after('（', text('second'), '同意）')}`,
  },
};

function corrected({ text, has, keys }: Parameters<Words['told'][string]>[0]): string {
  if (has('drop')) return '去掉了一条陈述：它并非陈述';
  const parts = [
    after('属于', CLASSES[text('class')] ?? ''),
    has('polarity') ? (text('polarity') === 'negative' ? '表示否定' : '表示肯定') : '',
    keys.includes('hedged') ? (has('hedged') ? '有保留' : '无保留') : '',
    after('出处是', text('source', 'name') || text('source', 'kind')),
  ].filter((one) => one !== '');
  return `重新判读了一条陈述：${parts.join('，')}`;
}
