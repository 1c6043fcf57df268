import type { Post } from './post-shape.ts';
import { type Clock, readStamp } from './post-stamp.ts';
import type { PageLine } from './thread-page.ts';

/** One block of a thread page: the earlier posts that it quotes, and its own. */
export interface Block {
  readonly author: string;
  readonly stamp: string;
  readonly text: string;
  readonly quoted: readonly Post[];
  readonly post: Post;
}

const CLOCK_TIME = /\d{1,2}[:：.]\d{2}/u;
const DATE_LIKE = /\d{4}[-/.年]\d{1,2}|\d{1,2}[-/.月]\d{1,2}|\b\d{1,2} [A-Z][a-z]{2}|\b[A-Z][a-z]{2,8} \d{1,2}\b/u;
const RELATIVE =
  /^(?:刚刚|\d+\s?(?:秒|分钟|小时|天|个?月|年)(?:钟)?前|(?:昨天|今天|前天)\s?(?:[上中下]午|晚上|凌晨)?\s?\d{1,2}[:：]\d{2}|just now|(?:(?:an?|\d+) )?(?:sec|second|min|minute|hour|hr|day|week|month|year)s? ago|\d+[smhdwy]|(?:yesterday|today)(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,8})?)$/iu;
const ACTIONS: ReadonlySet<string> = new Set(
  'like likes quote report reply replies share shares repost reposts edit link permalink flag follow posts views joined vote votes point points comment comments up down 赞 点赞 回复 转发 评论 举报 引用 收藏 分享 楼主'.split(
    ' ',
  ),
);
const COUNT = /^#?[\d.]+[万kKmM]?$/u;
const WROTE = /^(.{1,60}?)\s?(?:wrote|said|posted|写道|说|發表|发表于.{0,30})\s?[:：]\s?[↑⇑▲→]?$/iu;

/** A stretch that says when, and little else. */
export const isTimeLine = (line: PageLine): boolean => {
  if (line.text.length === 0 || line.text.length > 80) return false;
  if (line.roles.has('time')) return /\d|刚刚|just now/iu.test(line.text);
  if (RELATIVE.test(line.text)) return true;
  return CLOCK_TIME.test(line.text) && DATE_LIKE.test(line.text) && line.text.length <= 60;
};

/** What a block of the page says, who and when; null where it lacks one of these. */
export function blockOf(lines: readonly PageLine[], kind: Post['kind'], clock: Clock): Block | null {
  const own = lines.filter((line) => !line.roles.has('quote'));
  const time = own.find((line) => line.roles.has('time') && isTimeLine(line)) ?? own.find(isTimeLine);
  const author = authorLine(own, time);
  if (!time || !author) return null;
  const words = own.filter(
    (line) => line !== time && line !== author && line.text && !isFurniture(line) && !isHeader(line, author.text),
  );
  const text = words.map((line) => line.text).join('\n');
  if (!text) return null;
  const name = author.text.replace(/[:：]$/u, '');
  const stamp = stampIn(time.text);
  const named = [...text.matchAll(/\[attachment:\s?([^\]\n]{1,200}?)(?: \d+(?:\.\d+)? ?[kmg]i?b)?\]/giu)].flatMap(
    (match) => match[1] ?? [],
  );
  const attachments = [...new Set([...named, ...words.flatMap((line) => line.pictures), ...bare(own)])];
  const published = readStamp(time.datetime ?? '', clock) ?? readStamp(stamp, clock);
  const post: Post = { kind, author: name, stamp, published, text, passedOn: false, attachments };
  return { author: name, stamp, text, quoted: quotedIn(lines, kind), post };
}

/** Pictures below the words; those above are faces. */
const bare = (lines: readonly PageLine[]): string[] => {
  const first = lines.findIndex((line) => line.text.length > 20);
  return lines.slice(first < 0 ? lines.length : first).flatMap((line) => (line.text ? [] : line.pictures));
};

/** "#1 · Mon 2 Jun 2031, 21:47": the number is the page's. */
const stampIn = (text: string): string => text.replace(/^#?\d{1,6}\s?[·|•]\s?/u, '');

/** By its role, else the first short bold, heading or plain line that stands before any words. */
function authorLine(own: readonly PageLine[], time: PageLine | undefined): PageLine | undefined {
  const isName = (line: PageLine): boolean =>
    line !== time &&
    line.text.length > 0 &&
    line.text.length <= 60 &&
    !isFurniture(line) &&
    !/[。！？!?]$/u.test(line.text);
  const named = own.find((line) => line.roles.has('author') && isName(line));
  if (named) return named;
  const first = own.find((line) => line.text && line !== time && !isFurniture(line));
  return first && isName(first) && first.roles.has('bold') ? first : undefined;
}

const isFurniture = (line: PageLine): boolean =>
  line.roles.has('action') ||
  (line.text.length <= 80 && (areActions(line.text) || /^来自\s?\S.{0,20}$/u.test(line.text)));

/** What forums set around a post: its author again, "by", marks, and the subject that it answers. */
const isHeader = (line: PageLine, author: string): boolean =>
  line.text === author ||
  /^(?:by|von|par|por|[»«›·•|#↑→-]{1,3})$/iu.test(line.text) ||
  (line.roles.has('bold') && /^re\s?[:：]/iu.test(line.text));

/** An earlier post, quoted in this one: another's words, passed on. */
function quotedIn(lines: readonly PageLine[], kind: Post['kind']): Post[] {
  const inside = lines.filter((line) => line.roles.has('quote') && line.text);
  if (inside.length === 0) return [];
  const cite = inside.find((line) => line.roles.has('cite') || WROTE.test(line.text));
  const author = cite ? (WROTE.exec(cite.text)?.[1] ?? cite.text.replace(/\s?[:：]?\s?[↑⇑▲→]?$/u, '')) : null;
  const text = inside
    .filter((line) => line !== cite)
    .map((line) => line.text)
    .join('\n');
  return text ? [{ kind, author, stamp: null, published: null, text, passedOn: true, attachments: [] }] : [];
}

/** "Like · Quote · Report", "Posts: 141". */
const areActions = (text: string): boolean =>
  text
    .replace(/(?<=\d)(?=\p{Script=Han})/gu, ' ')
    .split(/[\s·|•,，/:：-]+/u)
    .every((word) => !word || ACTIONS.has(word.toLowerCase()) || COUNT.test(word));
