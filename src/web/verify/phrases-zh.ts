type Phrase = readonly [RegExp, (...parts: readonly string[]) => string];

/** What the checks say, in Chinese. The first that matches the whole text is taken; what none matches stays English. */
const PHRASES: readonly Phrase[] = [
  [/^(\d+) files, each as the manifest names it$/u, (n) => `${n} 个文件，均与清单一致`],
  [
    /^(\d+) files, each as the manifest names it; whether others lie beside them can’t be seen from here$/u,
    (n) => `${n} 个文件，均与清单一致；旁边是否还有其他文件，在此无法得知`,
  ],
  [/^the manifest can’t be read$/u, () => '清单无法读取'],
  [/^it is missing, or no plain file$/u, () => '缺失，或不是普通文件'],
  [/^it is not what the manifest names$/u, () => '与清单所列不一致'],
  [/^it is no part of the record$/u, () => '不属于本记录'],
  [/^it lists every file$/u, () => '列出所有文件'],
  [/^no “publish” event could be read that would name it$/u, () => '没有可读的“publish”事件来指明它'],
  [/^it is the one that event (\d+) of the log names$/u, (n) => `正是日志第 ${n} 号事件所记载的`],
  [/^it is not the one that event (\d+) of the log names$/u, (n) => `不是日志第 ${n} 号事件所记载的`],
  [
    /^line (\d+) does not end in a line feed; get the record again$/u,
    (n) => `第 ${n} 行没有以换行结尾；请重新获取记录`,
  ],
  [
    /^line (\d+) is not a digest, two spaces and a path; get the record again$/u,
    (n) => `第 ${n} 行不是“摘要、两个空格、路径”；请重新获取记录`,
  ],
  [/^line (\d+) is not in order; get the record again$/u, (n) => `第 ${n} 行次序不对；请重新获取记录`],
  [/^(\d+) disclosed events, each in the log$/u, (n) => `公开了 ${n} 个事件，均在日志之中`],
  [/^(\d+) events; without a checkpoint nothing proves them$/u, (n) => `${n} 个事件；没有检查点，便无从证明`],
  [/^(\d+) disclosed events$/u, (n) => `公开了 ${n} 个事件`],
  [/^(\d+) earlier checkpoints$/u, (n) => `${n} 个较早的检查点`],
  [/^the disclosed events$/u, () => '公开的事件'],
  [/^it is not in the log$/u, () => '不在日志之中'],
  [/^it shows who wrote it$/u, () => '显示了由谁写下'],
  [/^the first event of the case should stand here$/u, () => '此处应为案卷的第一个事件'],
  [/^it does not show (\S+) in the form it must have$/u, (key) => `没有按应有的形式公开 ${key}`],
  [
    /^event (\d+) is not what its head is committed to; get the record again$/u,
    (n) => `第 ${n} 号事件与其承诺值不符；请重新获取记录`,
  ],
  [/^event (\d+) does not stand in its order$/u, (n) => `第 ${n} 号事件次序不对`],
  [/^it is no JSON; get the record again$/u, () => '不是 JSON；请重新获取记录'],
  [/^it is not written canonically; get the record again$/u, () => '写法不合规范；请重新获取记录'],
  [
    /^it is nested too deep, or holds a number that is not whole; get the record again$/u,
    () => '嵌套过深，或含有非整数；请重新获取记录',
  ],
  [/^a disclosed event has no head of the form it must have$/u, () => '有一个公开的事件没有应有形式的首部'],
  [/^signed for the first (\d+) events$/u, (n) => `已对前 ${n} 个事件签名`],
  [/^signed by the desk$/u, () => '由编辑部签名'],
  [/^the record can’t be read, and with it who signs$/u, () => '记录无法读取，因而不知由谁签名'],
  [/^the record can’t be read$/u, () => '记录无法读取'],
  [/^the record or its checkpoint can’t be read$/u, () => '记录或其检查点无法读取'],
  [/^Note: no known key signed it; give the key of its author\.$/u, () => '签名不是记录中所载公钥的签名'],
  [/^Note: "(.+)" did not sign this text; get the note again\.$/u, (who) => `${who} 并未对这段文字签名`],
  [/^no event that can be read says whose key signs$/u, () => '没有可读的事件说明由谁的公钥签名'],
  [/^it is not written as a note with the one signature of the desk$/u, () => '不是只带编辑部一个签名的签名文书'],
  [/^edition (\d+), each naming the one before$/u, (n) => `第 ${n} 版，每一版都指明前一版`],
  [/^it should be edition (\d+)$/u, (n) => `应为第 ${n} 版`],
  [/^it does not name the manifest of the edition before$/u, () => '没有指明前一版的清单'],
  [/^it tells of an earlier instant than the edition before$/u, () => '所述时间早于前一版'],
  [
    /^(\S+) events were disclosed with it, and (\d+) are here$/u,
    (told, here) => `该版公开了 ${told} 个事件，这里有 ${here} 个`,
  ],
  [/^it is not the last event that the checkpoint covers$/u, () => '它不是检查点所覆盖的最后一个事件'],
  [/^it shows no “publish” event$/u, () => '没有公开“publish”事件'],
  [/^no earlier checkpoint is known; --since FILE brings one$/u, () => '不知道更早的检查点；可在下方给出'],
  [/^(\d+) earlier checkpoints? (?:is|are) the beginning of this log$/u, (n) => `${n} 个较早的检查点都是本日志的开头`],
  [
    /^(\d+) earlier checkpoints? (?:is|are) the beginning of this log; for (.+) the record holds no proof$/u,
    (n, which) => `${n} 个较早的检查点都是本日志的开头；对于 ${which}，记录中没有证明`,
  ],
  [/^the record holds no proof for checkpoint \d+ given$/u, () => '记录中没有关于您所给检查点的证明'],
  [/^checkpoint (\d+) given: (.+)$/u, (_, what) => `您所给的检查点：${inChinese(what ?? '')}`],
  [
    /^it is of (\d+) events, and this record of (\d+): an older one, or another history$/u,
    (old, own) => `它含 ${old} 个事件，而本记录只有 ${own} 个：本记录较旧，或属于另一段历史`,
  ],
  [/^it is of another history of this case$/u, () => '属于本案卷的另一段历史'],
  [/^Checkpoint: is of (.+), another log; get it from the log\.$/u, (which) => `属于另一份日志 ${which}`],
  [/^no proof leads from it to the head$/u, () => '没有从它通向当前状态的证明'],
  [/^a proof leads from (\d+) events, .+$/u, (n) => `多出一个从 ${n} 个事件开始的证明`],
  [/^no event that can be read names a key$/u, () => '没有可读的事件指明公钥'],
  [
    /^(.+); compare it with a key that you know from elsewhere \(--key KEY\)$/u,
    (keys) => `${desks(keys ?? '')}；请与您从别处得知的公钥对照`,
  ],
  [
    /^from event (\d+) on (\S+) signs, which is not among the keys you know$/u,
    (n, key) => `自第 ${n} 号事件起由 ${key} 签名，它不在您所给的公钥之中`,
  ],
  [/^no time stamp is kept$/u, () => '没有时间戳'],
  [/^no stamp holds$/u, () => '没有成立的时间戳'],
  [/^no event of the record names it$/u, () => '记录中没有事件提到它'],
  [/^time stamp of event (\d+): (.+)$/u, (n, what) => `第 ${n} 号事件的时间戳：${inChinese(what ?? '')}`],
  [/^it is missing$/u, () => '缺失'],
  [/^it is not the one that its event names$/u, () => '不是其事件所记载的那一个'],
  [/^no checkpoint of (\d+) events with that digest is shown$/u, (n) => `没有公开含 ${n} 个事件的相应检查点`],
  [
    /^the first (\d+) events were there at (\S+), says (.+)$/u,
    (n, when, who) => `前 ${n} 个事件在 ${when} 已存在，证明者：${who}`,
  ],
  [
    /^event (\d+): the signature of (.+) can’t be checked here$/u,
    (n, who) => `第 ${n} 号事件：${who} 的签名在此无法核验`,
  ],
  [
    /^the first (\d+) events are in block (\d+) of Bitcoin, if its header bears that out$/u,
    (n, block) => `前 ${n} 个事件载于比特币第 ${block} 区块（以其区块头为准）`,
  ],
  [
    /^the first (\d+) events are promised to a calendar, and in no block yet$/u,
    (n) => `前 ${n} 个事件已交给日历服务器，尚未载入区块`,
  ],
  [/^(.+); get the record again$/u, (what) => `${inChinese(what ?? '')}；请重新获取记录`],
  [/^(.+); get (?:it|the note) (?:again|from the log)\.$/u, (what) => `${inChinese(what ?? '')}；请重新获取`],
  [
    /^(?:Note|Checkpoint), (character|line) (\d+): (.+)$/u,
    (unit, n, what) => {
      const place = unit === 'line' ? `第 ${n} 行` : `第 ${n} 个字符`;
      return `签名文书${place}：${inChinese(what ?? '')}`;
    },
  ],
  [/^has no empty line before its signatures$/u, () => '签名之前没有空行'],
  [/^has a text that ends without a line feed$/u, () => '正文没有以换行结尾'],
  [/^has a line that is no signature$/u, () => '有一行不是签名'],
  [/^has a control character$/u, () => '含有控制字符'],
  [/^ends within its signatures$/u, () => '在签名中间中断'],
  [/^ends too early; three lines with a line feed each are needed$/u, () => '过早结束；应有三行，每行以换行结尾'],
  [/^names no origin$/u, () => '没有指明来源'],
  [/^is not a size in decimal below 2\^53$/u, () => '不是十进制的大小'],
  [/^is not a root of 32 bytes in base64$/u, () => '不是 base64 写成的 32 字节根'],
  [/^is empty or has control characters$/u, () => '为空或含有控制字符'],
  [/^it says more than origin, size and root$/u, () => '除来源、大小与根之外还有其他内容'],
  [/^Verifier key.*$/u, () => '所载公钥的写法不对'],
  [/^(\S+) has no key$/u, (key) => `${key} 没有密钥`],
  [/^(\S+) wants a key and a value$/u, (key) => `${key} 应有密钥与值`],
  [/^(\S+) is shown whole, and only leaves may be$/u, (key) => `${key} 整体公开，而只有叶子可以公开`],
  [/^(\S+) has no commitment$/u, (key) => `${key} 没有承诺值`],
  [/^(\S+) is both shown and hidden$/u, (key) => `${key} 既公开又隐藏`],
  [/^(\S+) is no JSON Pointer(?: to a leaf of a body)?$/u, (key) => `${key} 不是 JSON Pointer`],
  [/^(\S+) stands below another leaf$/u, (key) => `${key} 位于另一片叶子之下`],
  [/^(.+) wants the keys (\S+), and no others$/u, (_, keys) => `此处应只有 ${keys} 这些键`],
  [
    /^a disclosed event wants the keys head, hidden and shown, and no others$/u,
    () => '公开的事件应只有 head、hidden、shown 三个键',
  ],
  [/^shown and hidden of a disclosed event must be objects$/u, () => '公开事件的 shown 与 hidden 应为对象'],
  [/^(.+) has a hash that is not 32 bytes$/u, (what) => `${inChinese(what ?? '')}中有一个散列值不是 32 字节`],
  [/^(.+) has no proof$/u, (what) => `${inChinese(what ?? '')}没有证明`],
  [/^event (\d+)$/u, (n) => `第 ${n} 号事件`],
  [/^the proof from (\d+)$/u, (n) => `从 ${n} 个事件开始的证明`],
  [/^its format is not (\S+)$/u, (format) => `格式不是 ${format}`],
  [/^events and consistency must be lists$/u, () => 'events 与 consistency 应为列表'],
  [/^the sizes of consistency do not ascend$/u, () => 'consistency 中的大小没有递增'],
  [/^(?:it can’t be read|a part of it can’t be read)$/u, () => '无法读取'],
  [/^(?:it is longer than any record|it holds more events than any record)$/u, () => '超出任何记录的长度'],
  [/^it is not UTF-8$/u, () => '不是有效的 UTF-8'],
  [/^event (\d+): (.+)$/u, (n, what) => `第 ${n} 号事件：${inChinese(what ?? '')}`],
  [/^(\S+) from event (\d+)(?:, (.+))?$/u, (...parts) => desks(parts.at(-1) ?? '')],
];

const desks = (told: string): string =>
  told
    .split(', ')
    .map((one) => one.replace(/^(\S+) from event (\d+)$/u, '$1（自第 $2 号事件起）'))
    .join('、');

/** What a check says, in Chinese; several findings stand between semicolons. */
export function inChinese(english: string): string {
  const whole = phrase(english);
  if (whole !== null) return whole;
  const parts = english.split('; ').map((one) => phrase(one) ?? one);
  return parts.join('；');
}

function phrase(english: string): string | null {
  for (const [form, say] of PHRASES) {
    const found = form.exec(english);
    if (found) return say(...found.slice(1).map((one) => one ?? ''), english);
  }
  return null;
}
