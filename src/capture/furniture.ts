/** The words by which pages name what is not their article: data, in the languages of the web that this reads. */

/** Tokens of `class`, `id`, `role` and `data-component` (split at hyphens, underscores and capitals). */
const FURNITURE = new Set(
  `ad ads adv advert adverts advertisement advertising adslot adbox adsense adwrap adunit admod
  banner bc breadcrumb breadcrumbs crumb crumbs position
  cookie cookies consent gdpr privacy ck ccpa cmp paywall subscribe subscription newsletter signup login signin
  foot footer ft copyright colophon legal
  nav navbar navigation menu mn topbar masthead logo skip search
  related recommend recommended recommendation recommendations recirc also rel rl more readmore mostread popular trending
  hot hotlist rank ranking toplist taboola outbrain promo promos promoted sponsor sponsored teaser teasers
  rail side sidebar sideright
  share sharing shares social sh toolbar tools tool print pager pagination tags taglist tag
  widget widgets popup modal overlay dialog tooltip qrcode download appdown
  postmetadata rollover hovercard popover lightbox hidden invisible noprint video player links banquan statement disclaimer`.split(
    /\s+/,
  ),
);

/** Tokens of what readers wrote below an article. */
const COMMENTS = new Set(
  `comment comments commentlist commentary cmt cmts discuss discussion replies responses rants disqus
  pinglun liuyan yourcomments haveyoursay feedback`.split(/\s+/),
);

/** What a block of furniture calls itself in its first words. */
const LABEL = new RegExp(
  `^[\\s【\\[（(]*(?:${[
    'advert(?:isement|s)?',
    'sponsored(?: content| links?)?',
    'promoted',
    'read (?:more|next|also)',
    '(?:related|more)(?: (?:stories|articles|topics|news|links|coverage|reading|posts))?',
    'most (?:read|popular|viewed|shared)',
    '(?:recent|latest) (?:posts|stories|news|articles)',
    '(?:other|top|more) stories',
    'more from',
    'trending(?: now)?',
    'you (?:may|might) also (?:like|enjoy)',
    'recommended(?: for you)?',
    'popular(?: now)?',
    'archives',
    'share(?: this)?',
    'tags',
    'filed under',
    '广告',
    '推广',
    '赞助商?',
    '相关(?:阅读|新闻|文章|推荐|链接|报道|专题)',
    '延伸阅读',
    '推荐阅读',
    '猜你喜欢',
    '喜欢此内容的人还喜欢',
    '(?:本类|热门|精彩|编辑|热榜)推荐',
    '(?:24小时)?(?:热榜|热点|热门|排行榜?)',
    '(?:最新|热门)(?:新闻|文章)',
    '分享(?:到|至)?',
    '扫(?:一扫|码)',
    '上一篇',
    '下一篇',
  ].join('|')})[\\s】\\]）)]*(?:$|[:：|·])`,
  'iu',
);

/** Whole lines that pages set around an article. */
const LINE = new RegExp(
  `^(?:${[
    'print this (?:page|article).{0,60}',
    '(?:email|share|send).{0,20}(?:friend|this|article|story)',
    '(?:please )?(?:log in|sign in|sign up|subscribe)\\b.{0,80}',
    'to play the video you need.{0,80}',
    'read (?:the )?full (?:story|article).{0,20}',
    'continue reading.{0,40}',
    'skip to .{0,30}',
    '(?:click|tap) here .{0,40}',
    'filed under .{0,80}',
    'end',
    '[-—\\s]{0,4}the end[-—\\s]{0,4}',
    '©.{0,160}',
    '(?:copyright ?(?:©|\\([cC]\\)|\\d{4}|by )|all rights reserved).{0,140}',
    '(?:follow|like|join|find) .{1,60} on (?:instagram|facebook|twitter|x|youtube|telegram|whatsapp|tiktok|bluesky|mastodon)\\b.{0,80}',
    '(?:listen to|watch|hear) .{1,60} (?:live|back) .{0,60}\\b(?:weekdays|here|bbc sounds|iplayer)\\.?',
    '登录后.{0,20}',
    '点击(?:上方|下方|下载|阅读|查看|关注).{0,30}',
    '(?:长按|扫描|识别).{0,12}二维码.{0,30}',
    '阅读原文.{0,10}',
    '(?:微信)?扫一扫.{0,30}',
    '(?:更多.{0,20})?(?:请|欢迎)?(?:搜索|添加)?关注.{0,20}(?:公众号|微信号|视频号|订阅号).{0,20}',
    '(?:继续|向[上下左右])滑动看下一个.{0,10}',
    '(?:轻触阅读原文|预览时标签不可点|前往.看一看.浏览|喜欢此内容的人还喜欢|点(?:个|击)?.?在看.?.{0,12}|收录于.{0,30})',
    '(?:未经.{0,8}(?:授权|许可|同意).{0,40}|.{0,16}(?:版权|著作权)(?:归|属).{0,40}所有.{0,30})',
    '(?:责任)?分享(?:到|至)[:：].{0,40}',
    '.{0,4}打印本页.{0,20}',
    '\\[?关闭(?:窗口)?\\]?',
    '字体[:：].{0,60}',
    '我要评论',
    '\\d+ min(?:ute)?s? read',
    'this (?:slideshow|video|page|site) requires javascript.{0,40}',
    '(?:please )?enable javascript.{0,80}',
    '\\[/?[a-z_]{3,20}(?: [a-z_]{1,20}=[^\\]]{0,200})?\\].{0,120}\\[/[a-z_]{3,20}\\]',
    'tell us what you think.{0,20}',
    '\\d{0,6}\\s?(?:comments?|shares?|likes?|views?)',
    "(?:don['’]t miss|read more|see also|more on this)[:.…]{0,3}",
  ].join('|')})$`,
  'iu',
);

/** Headings over readers' comments. */
const COMMENT_HEADING =
  /^(?:(?:\d{1,6}\s{0,2})?(?:reader(?:s['’])?\s)?(?:comments?|responses?|replies)(?:\s{0,2}[(（]?\d{0,6}[)）]?)?|(?:网友|精选|全部|最新|热门)?(?:评论|留言|跟帖|回复)\s{0,2}[(（]?\d{0,6}[)）]?条?|have your say)$/iu;

/** What the names that a page gives an element say of it. */
export type Role = 'furniture' | 'comments' | null;

/** The words in an element's `class` and `id`, split at hyphens, underscores and capitals. */
export const tokensOf = (element: { readonly getAttribute: (name: string) => string | null }): string[] =>
  tokens(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);

const tokens = (names: string): string[] =>
  names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

/** The role that a page's own names (`class`, `id`, …) give an element. */
export function roleOf(names: string): Role {
  const words = tokens(names);
  if (words.some((word) => COMMENTS.has(word)) && !words.includes('count')) return 'comments';
  return words.some((word) => FURNITURE.has(word)) ? 'furniture' : null;
}

/** Whether a block's first line says, and says no more than, that it is an advert, a list of other stories or the like. */
export const isLabel = (text: string): boolean =>
  LABEL.test((text.trimStart().slice(0, 200).split('\n', 1)[0] ?? '').trim().slice(0, 60));

/** Whether a whole line is such that no article holds. */
export const isFurnitureLine = (text: string): boolean => text.length <= 200 && LINE.test(text.trim());

/** Whether a heading stands over readers' comments. */
export const isCommentHeading = (text: string): boolean => text.length <= 40 && COMMENT_HEADING.test(text.trim());
