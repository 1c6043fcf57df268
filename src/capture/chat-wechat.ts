import { type ChatForm, type ChatHead, DATE, TIME } from './chat-line.ts';

const DAY =
  '(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日]|Today|Yesterday|\\d{1,2}月\\d{1,2}日|\\d{1,2}-\\d{1,2})';
const WHEN = `(?:${DATE}|${DAY})?\\s{0,3}${TIME}`.replace('\\2', '\\3');
const NAME_FIRST = new RegExp(`^(\\S(?:[^\\n:：。！？，]{0,38}?\\S)??)[:：]?\\s{1,4}(${WHEN})\\s*$`, 'iu');
const TIME_FIRST = new RegExp(`^(${WHEN.replace('\\3', '\\2')})\\s{1,4}(\\S[^\\n。！？]{0,60})$`, 'iu');
const SYSTEM =
  /^\s*(?:[—―─–-]{2,}.{0,40}[—―─–-]{2,}|\[系统消息\].*|\[system\].*|(?:群聊|导出时间|聊天记录|消息记录|Exported(?: at| on)?)\s?[:：].*)\s*$/iu;
const BARE_NAME = /^(\S[^\n:：。！？，,.]{0,38})[:：]\s*$/u;

const message = (author: string | undefined, stamp: string | null, line: string): ChatHead => ({
  author: (author ?? '').trim().replace(/[:：]$/u, ''),
  stamp: stamp?.trim() ?? null,
  textAt: line.length,
  isSystem: false,
});
const system = (line: string): ChatHead => ({ author: null, stamp: null, textAt: line.length, isSystem: true });

/** WeChat, QQ and their like, as copied out: a line of who and when (in either order), the words below. */
export const WECHAT: ChatForm = {
  name: 'wechat',
  head: (line) => {
    if (line.length > 160) return null;
    if (SYSTEM.test(line)) return system(line);
    const named = NAME_FIRST.exec(line);
    if (named && !/^\d/u.test((named[1] ?? '').replace(/^\d+[\p{L}#]/u, '')))
      return message(named[1], named[2] ?? null, line);
    const timed = TIME_FIRST.exec(line);
    if (!timed || !/^\d{4}/u.test(line)) return null;
    return message((timed[3] ?? '').replace(/[(<]\S{3,40}[)>]$/u, ''), timed[1] ?? null, line);
  },
};

/** A copy without times: "Name:" on a line of its own. */
export const NAMES_ONLY: ChatForm = {
  name: 'names',
  head: (line) => {
    if (line.length > 160) return null;
    if (SYSTEM.test(line)) return system(line);
    const match = BARE_NAME.exec(line);
    return match ? message(match[1], null, line) : null;
  },
};
