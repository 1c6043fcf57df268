/** What apps themselves write in the place of words: data. */
const GONE = [
  /^(?:this message was deleted|you deleted this message|message deleted)\.?$/iu,
  /撤回了一条消息|此消息已删除|该消息已被撤回/u,
  /^<?(?:media|image|video|audio|document|sticker|gif|contact card|photo|voice message) omitted>?$/iu,
  /^<(?:已忽略|省略)[^<>]{0,20}>$|^\[(?:语音|视频|表情|动画表情|位置|语音通话|视频通话)\]$/u,
  /^(?:你|您|\S{1,40})?(?:已)?(?:删除|刪除)了?(?:这条|此|一条)?(?:消息|訊息)$|^(?:图像|图片|视频|音频|影像|贴图|文件|表情)(?:已)?(?:忽略|省略|略去)$/u,
  /^(?:null|missed (?:voice|video) call)\.?$/iu,
];
const ATTACHED = [
  /<(?:attached|附件|anexado|adjunto)\s?[:：]\s?([^<>\n]{1,200})>/iu,
  /^(\S[^\n]{0,120}\.[a-z0-9]{2,5}) \((?:file attached|文件附件)\)/imu,
  /^\[(?:图片|文件|照片|视频|语音|photo|image|file|video)\s?[:：]?\]\s*(\S[^\n]{0,200})?$/imu,
  /^\[\s?(?:photo|image|file|video)\s?[:：]\s?([^\]\n]{1,200})\]/imu,
];
const FORWARDED =
  /^(?:forwarded many times|forwarded(?: message)?|\[?forwarded from [^\n\]]{1,80}\]?|转发多次|多次转发|已多次转发|已转发|\[转发\]|reenviado(?: muitas vezes)?|weitergeleitet)\s*$/iu;
const EDITED = /\s{0,2}\u200e?<(?:this message was edited|edited|此消息已编辑|此訊息已編輯|消息已编辑|已编辑)>\s*$/iu;
/** What apps tell of a group; names may follow with a colon in them ("changed the subject to “Quay: news”"). */
const TOLD =
  /\s(?:created (?:this |the )?group|changed (?:the|this|their)|added|removed|left|joined|pinned|turned (?:on|off)|is now an? admin|was added|were added|are now)(?:\s|$)|创建了?(?:此|本)?群|(?:更改|修改)了?(?:群|本群|主题)|(?:邀请|添加)了?.{1,40}(?:加入|进入)|加入了?(?:群|本群)|退出了?(?:群|本群)|(?:移出|移除)了?|撤回了/u;

/** Whether what stands where a name should is the app's telling of who did what. */
export const saysApp = (name: string): boolean => /^[^"“「『]*["“「『][^"”」』]*$/u.test(name) || TOLD.test(name);

const INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What a message's words are: the author's, or the app's about them. Places are within `text`. */
export interface MessageWords {
  /** The app's own words from the start up to here ("Forwarded many times"). */
  readonly bodyAt: number;
  /** Where the author's words end: before the app's note that they were edited. */
  readonly bodyEnd: number;
  /** The whole is the app's: deleted, left out, attached. */
  readonly isNotice: boolean;
  readonly passedOn: boolean;
  readonly attachments: readonly string[];
}

/** Tells the author's words from the app's. */
export function messageWords(text: string): MessageWords {
  const lineEnd = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n');
  const first = text.slice(0, Math.min(lineEnd, 300)).replace(INVISIBLE, '').trim();
  const passedOn = FORWARDED.test(first);
  const bodyAt = passedOn ? Math.min(lineEnd + 1, text.length) : 0;
  const attachments = ATTACHED.map((form) => form.exec(text)?.[1]?.trim()).filter((name) => name !== undefined);
  const whole = text.replace(INVISIBLE, '').trim();
  const isBare = whole.length < 400 && !whole.includes('\n');
  const isApps =
    isBare && (GONE.some((form) => form.test(whole)) || ATTACHED.some((form) => form.exec(whole)?.[0] === whole));
  // WhatsApp on iOS begins what it writes itself with a left-to-right mark.
  const isMarked = isBare && /^\s?\u200e/u.test(text) && !passedOn;
  const bodyEnd = text.length - (EDITED.exec(text.slice(-60))?.[0].length ?? 0);
  return { bodyAt, bodyEnd, isNotice: isApps || isMarked, passedOn, attachments };
}
