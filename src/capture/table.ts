import type { Bag } from './post-context.ts';

const MOST_ROWS = 1_000_000;

/** A table with a header row as one object a row (RFC 4180; a broken quote ends where its field's line does). */
export function rowsOf(source: string): Bag[] {
  const lines = source.split('\n', 20).map((line) => line.replace(/\r$/u, ''));
  const head = lines[0] ?? '';
  const mark = ['\t', ';', ','].find((one) => head.split(one).length > 2 || (one === ',' && head.includes(one))) ?? ',';
  const [names, ...rows] = cellsOf(source, mark);
  if (!names) return [];
  const keys = names.map((name) => keyOf(name));
  return rows.map((cells) => {
    const bag: Record<string, unknown> = {};
    for (const [at, cell] of cells.entries()) {
      const key = keys[at];
      if (key && cell !== '' && bag[key] === undefined) bag[key] = cell;
    }
    return bag;
  });
}

function cellsOf(source: string, mark: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < source.length && rows.length < MOST_ROWS) {
    const isQuoted = source[at] === '"';
    const close = isQuoted ? closeOf(source, at + 1, mark) : -1;
    let end = close;
    if (close < 0) for (end = at; end < source.length && source[end] !== mark && source[end] !== '\n'; end++);
    const raw = close < 0 ? source.slice(at, end) : source.slice(at + 1, close).replaceAll('""', '"');
    cells.push(close < 0 ? raw.replace(/\r$/u, '').trim() : raw);
    if (close >= 0) end = close + 1;
    if (source[end] === '\r') end++;
    if (source[end] === '\n' || end >= source.length) {
      if (cells.some((cell) => cell !== '')) rows.push(cells);
      cells = [];
    }
    at = end + 1;
  }
  if (cells.some((cell) => cell !== '')) rows.push(cells);
  return rows;
}

const LONGEST = 200_000;

/** Where a quoted field closes: at a lone quote before a mark or a line end. */
function closeOf(source: string, from: number, mark: string): number {
  for (let at = from; at < source.length && at - from < LONGEST; at++) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at++;
    else {
      const next = source[at + 1];
      return next === undefined || next === mark || next === '\n' || next === '\r' ? at : -1;
    }
  }
  return -1;
}

/** What the columns of exports are called, by the names that posts are read by. */
const COLUMNS: Readonly<Record<string, string>> = {
  message: 'message',
  postbody: 'body',
  posttext: 'text',
  posttextcontent: 'text',
  tweet: 'text',
  tweettext: 'text',
  content: 'content',
  commenttext: 'comment_text',
  微博正文: 'text',
  正文: 'text',
  内容: 'text',
  评论内容: 'comment_text',
  博文内容: 'text',
  text: 'text',
  body: 'body',
  caption: 'caption',
  description: 'description',
  imagetext: 'image_text',
  postcreated: 'created_at',
  postcreateddate: 'date',
  postdate: 'created_at',
  publisheddate: 'created_at',
  publishedat: 'created_at',
  createdat: 'created_at',
  createdtime: 'created_time',
  datetime: 'datetime',
  date: 'date',
  time: 'time',
  timestamp: 'timestamp',
  unixtimestamp: 'unix_timestamp',
  发布时间: 'created_at',
  评论时间: 'created_at',
  日期: 'date',
  pagename: 'page_name',
  account: 'account',
  accountname: 'account',
  channelname: 'channel_name',
  username: 'username',
  screenname: 'screen_name',
  author: 'author',
  authorname: 'author_name',
  user: 'user',
  昵称: 'nickname',
  用户昵称: 'nickname',
  用户名: 'nickname',
  作者: 'author',
  博主: 'nickname',
  commentername: 'commenter_name',
  retweeteduser: 'retweeted_user',
  inreplytoscreenname: 'in_reply_to_screen_name',
  repliedauthor: 'replied_author',
  replytoauthor: 'reply_to_author',
  parentid: 'parent_id',
  id: 'id',
  postid: 'post_id',
  tweetid: 'id',
  微博id: 'id',
  title: 'title',
  subject: 'title',
  标题: 'title',
  photo: 'photo',
  images: 'images',
  imageurl: 'image_url',
  imageurls: 'image_urls',
  videourl: 'video_url',
  原始图片url: 'images',
  微博图片url: 'images',
  微博视频url: 'video_url',
  头条文章url: 'article_url',
};

const keyOf = (name: string): string => {
  const bare = name.replace(/^\ufeff/u, '').trim();
  return COLUMNS[bare.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')] ?? bare;
};
