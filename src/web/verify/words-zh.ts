import { inChinese } from './phrases-zh.ts';
import type { Words } from './words.ts';

export const ZH: Words = {
  lang: 'zh-Hans',
  own: '中文',
  title: '有没有被改动过？',
  lead: '本页在您的浏览器中核验一份已发布的记录。只读取本文件夹中的文件，任何内容都不会离开您的设备。',
  languages: '本页语言',
  pick: '选择文件夹',
  pickHow:
    '从硬盘或 U 盘打开的网页不能自行读取旁边的文件。请选择本页所在的文件夹。浏览器可能称之为“上传”，但不会发送任何内容。',
  drop: '或者把文件夹拖到这里',
  again: '服务器只给出所请求的内容。也可以核验您设备上的文件夹副本或另一个文件夹；那样还能看到旁边多出的文件。',
  known: '您从别处得知的信息',
  key: '编辑部公钥',
  keyHow: '来自编辑部网站、印刷版面或同事，而不是来自本文件夹。形如 desk.example+1a2b3c4d+AAAA…',
  since: '较早的检查点',
  sinceHow: '您保存的某一版的 seal/checkpoint 文件。由此可知本记录是否仍是同一段历史。',
  apply: '据此核验',
  badKey: '这不是完整的公钥。公钥由三部分组成，中间以加号相连。',
  badSince: '该文件不是检查点。',
  working: (done, total) => `已核验 ${done} 个文件，共 ${total} 个`,
  starting: '正在读取文件清单',
  whole: (edition) => `没有任何改动。${edition}`,
  edition: (number, title, when, desk) =>
    `这是${title === null ? '' : `《${title}》的`}第 ${number} 版，发布于 ${when}，与编辑部 ${desk} 制作时完全一致。`,
  compare: '该编辑部是否确为其所称者，任何文件夹都无法自证：请将下方公钥与您从别处得知的公钥对照。',
  deskKnown: '签名的编辑部正是您所给公钥的持有者。',
  changed: (files, more) => `有内容被改动：${files}${more > 0 ? `等，另有 ${more} 处` : ''}。`,
  added: (files, more) => `已发布的内容没有改动，但旁边多出了文件：${files}${more > 0 ? `等，另有 ${more} 个` : ''}。`,
  stranger: '文件夹完好，但签名的编辑部不是您所给公钥的持有者。',
  otherHistory: '文件夹完好，但它不是您所给检查点的延续。',
  nothing: '这里没有已发布的记录：找不到文件清单 seal/manifest。',
  and: '、',
  results: { passed: '通过', failed: '未通过', 'not run': '未核验' },
  columns: ['结果', '核验项', '发现'],
  caption: '核验内容',
  bytes: (start, end) => `第 ${start} 至 ${end} 字节`,
  fault: (place, what) => `${place === '' ? '' : `（${place}）`}：${what}`,
  more: (count) => `另有 ${count} 处`,
  checks: {
    files: ['文件', '每个文件都与清单所列一致。'],
    manifest: ['清单', '文件清单正是编辑部日志所记载的那一份。'],
    record: ['日志', '每个公开的事件都在日志之中。'],
    checkpoint: ['签名', '编辑部对日志签了名。'],
    editions: ['版次', '没有缺漏，也没有被替换的版次。'],
    history: ['历史', '日志中此前的内容依然原样存在。'],
    keys: ['编辑部', '签名者是您所认识的编辑部。'],
    time: ['时间', '外部机构证明日志自何时起已存在。'],
  },
  desk: '为本记录签名的编辑部公钥',
  limits: '本页无法得知的事',
  limitsText: [
    '本页与文件夹一同而来。能伪造记录的人，也能伪造核验它的网页。更好的办法是：打开您从别处保存的核验页，再选择本文件夹。',
    '更可靠的是另一个程序：hearsay verify、Hearsay 的 tools/verify.py；若只核对文件，可用 sha256sum -c seal/manifest。',
    '没有改动，只说明这些话由谁负责；并不说明人们所说的属实。',
  ],
  when: (instant) => {
    const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/u.exec(instant) ?? [];
    return day ? `${year}年${Number(month)}月${Number(day)}日 ${clock}（UTC）` : instant;
  },
  say: inChinese,
};
