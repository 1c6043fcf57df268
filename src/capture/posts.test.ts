import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { chatToText } from './chat.ts';
import type { Draft } from './draft.ts';
import { bareFacts, type Facts } from './facts.ts';
import { postsToText } from './posts.ts';
import { threadToDraft } from './thread.ts';

const facts = bareFacts('a.txt', { captured: '2031-06-04T10:00:00+01:00' });
const noted = (note: string): Facts => ({ ...facts, note });
const said = (draft: Draft | null): string[] =>
  (draft?.voices ?? []).map((voice) =>
    [
      voice.author,
      voice.published,
      voice.passedOn ? 'passed on' : '',
      draft?.content.slice(voice.start, voice.end),
    ].join('|'),
  );
const json = (value: unknown): string[] => said(postsToText(JSON.stringify(value), facts));
const chat = (lines: string, with_ = facts): string[] => said(chatToText(lines, with_));
const thread = (html: string): Draft | null => threadToDraft(parseHTML(html).document, facts);

describe('posts in JSON', () => {
  test('Telegram Desktop: runs of text, forwards', () => {
    expect(
      json({
        name: 'Quay',
        messages: [
          {
            type: 'message',
            date: '2031-05-31T14:02:33',
            date_unixtime: '1938142953',
            from: 'Ada',
            text: ['see ', { type: 'link', text: 'x.example' }],
          },
          { type: 'message', date: '2031-05-31T14:03:00', from: 'Ada', forwarded_from: 'News', text: 'Bridge closed.' },
        ],
      }),
    ).toEqual(['Ada|2031-06-02T05:02:33Z||see x.example', 'News||passed on|Bridge closed.']);
  });
  test('Mastodon: HTML of a post is stripped', () => {
    expect(
      json([
        {
          created_at: '2031-05-31T10:00:00Z',
          content: '<p>One &amp; two</p><p>three</p>',
          account: { acct: 'ada@x.example' },
        },
      ]),
    ).toEqual(['ada@x.example|2031-05-31T10:00:00Z||One & two\nthree']);
  });
  test('Bluesky: the words stand in a record, the author outside', () => {
    expect(
      json({
        posts: [{ author: { handle: 'ada.example' }, record: { text: 'Fog.', createdAt: '2031-05-31T10:00:00Z' } }],
      }),
    ).toEqual(['ada.example|2031-05-31T10:00:00Z||Fog.']);
  });
  test('Reddit: a title, then its comments', () => {
    expect(
      json({
        data: {
          title: 'Ferry?',
          selftext: 'Late again.',
          author: 'ada',
          created_utc: 1938142953,
          replies: [{ author: 'bo', body: 'Yes.', created_utc: 1938142960 }],
        },
      }),
    ).toEqual(['ada|2031-06-02T05:02:33Z||Ferry?\nLate again.', 'bo|2031-06-02T05:02:40Z||Yes.']);
  });
  test('a repost chain is two voices', () => {
    expect(
      json({ user: { screen_name: '甲' }, created_at: 'Sat May 31 00:12:08 +0800 2031', text: '真的吗//@乙:听说停水' }),
    ).toEqual(['甲|2031-05-31T00:12:08+08:00||真的吗', '乙||passed on|听说停水']);
  });
  test('a broken line is skipped and said', () => {
    const draft = postsToText(
      '{"user":"a","at":"2031-05-31","text":"x"}\n{"user":\n{"user":"b","at":"2031-05-31","text":"y"}',
      facts,
    );
    expect(draft?.voices).toHaveLength(2);
    expect(draft?.content).toContain("[line 2 can't be read]");
  });
  test('JSON without posts is none, broken JSON an error', () => {
    expect(postsToText('{"a":[1,2]}', facts)).toBeNull();
    expect(() => postsToText('{"a": [1, 2', facts)).toThrow(HearsayError);
  });
});

describe('message exports', () => {
  test('month first where the sheet says so, with AM and PM', () => {
    expect(chat('6/3/31, 7:38 PM - Ada: hi\nthere\n6/3/31, 7:40 PM - Bo: yes', noted('month/day/year'))).toEqual([
      'Ada|2031-06-03T19:38+01:00||hi\nthere',
      'Bo|2031-06-03T19:40+01:00||yes',
    ]);
  });
  test('下午 is the afternoon', () => {
    expect(chat('2031/5/31 下午2:02 - 甲: 停水\n2031/5/31 凌晨12:07 - 乙: 是')).toEqual([
      '甲|2031-05-31T14:02+01:00||停水',
      '乙|2031-05-31T00:07+01:00||是',
    ]);
  });
  test('an order of day and month that nothing decides stays unknown', () => {
    expect(chat('03/04/2031, 07:38 - Ada: a\n03/04/2031, 07:39 - Bo: b')).toEqual(['Ada|||a', 'Bo|||b']);
  });
  test('a day above 12 decides the order for the whole file', () => {
    expect(chat('03/04/2031, 07:38 - Ada: a\n13/04/2031, 07:39 - Bo: b')[0]).toBe('Ada|2031-04-03T07:38+01:00||a');
  });
  test('Telegram as copied', () => {
    expect(
      chat('Ada, [31.05.2031 14:02]\nhello\n\nBo, [31.05.2031 14:03]\n[Forwarded from News]\nBridge closed.'),
    ).toEqual(['Ada|2031-05-31T14:02+01:00||hello', 'Bo|2031-05-31T14:03+01:00|passed on|Bridge closed.']);
  });
  test('WeChat with full dates', () => {
    expect(chat('甲 2031-05-31 14:02:33\n停水了\n\n乙 2031-05-31 14:03:00\n是吗')).toEqual([
      '甲|2031-05-31T14:02:33+01:00||停水了',
      '乙|2031-05-31T14:03:00+01:00||是吗',
    ]);
  });
  test('prose is no chat', () => {
    expect(chatToText('The council met at 14:02.\nIt said: no.\n\nThe end.', facts)).toBeNull();
    expect(chatToText('局长说：\n停水。\n\n居民说：\n知道了。', facts)).toBeNull();
  });
});

describe('thread pages', () => {
  test('a forum with a quoted post', () => {
    const draft = thread(
      '<html><body><h1>Fog</h1><ul><li class="m"><a class="username">ada</a><time datetime="2031-05-31T10:00:00Z">31 May</time><p>Ferry is late.</p></li><li class="m"><a class="username">bo</a><time datetime="2031-05-31T10:05:00Z">31 May</time><blockquote><cite>ada wrote:</cite><p>Ferry is late.</p></blockquote><p>As ever.</p></li></ul></body></html>',
    );
    expect(said(draft)).toEqual([
      'ada|2031-05-31T10:00:00Z||Ferry is late.',
      'ada||passed on|Ferry is late.',
      'bo|2031-05-31T10:05:00Z||As ever.',
    ]);
  });
  test('words that begin with a day are no time', () => {
    const post = (name: string, words: string, at: string): string =>
      `<div class="l_post"><a class="author">${name}</a><div class="content">${words}</div><i>2031-05-31 ${at}</i></div>`;
    const draft = thread(
      `<html><body><h1>停水</h1>${post('甲', '今天停水了吗', '14:02')}${post('乙', '停了', '14:05')}</body></html>`,
    );
    expect(said(draft)).toEqual(['甲|2031-05-31T14:02+01:00||今天停水了吗', '乙|2031-05-31T14:05+01:00||停了']);
  });
  test('an article with comments is no thread', () => {
    const long = 'The ferry company put the delay down to fog in the river mouth on Monday. '.repeat(3);
    expect(
      thread(
        `<html><body><article><p>${long}</p><p>${long}!</p></article><div class="comment"><b>ada</b><i>2 hours ago</i><p>Ha.</p></div><div class="comment"><b>bo</b><i>1 hour ago</i><p>Hm.</p></div></body></html>`,
      ),
    ).toBeNull();
  });
});

describe('any input', () => {
  const sound = (draft: Draft | null): void => {
    for (const span of [...(draft?.voices ?? []), ...(draft?.zones ?? [])]) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(draft?.content.length ?? 0);
    }
    draft?.voices.forEach((voice, index) => {
      expect(voice.start).toBeGreaterThanOrEqual(draft.voices[index - 1]?.end ?? 0);
    });
  };
  const heads = [
    '[03/06/2031, 07:38:12] A: ',
    '3/6/31, 7:38 PM - B: ',
    'C  昨天 下午2:02',
    'D, [31.05.2031 14:02]',
    '\u200eForwarded',
    'x',
    '',
    '—— 今天 ——',
  ];
  test('gives spans in range and voices in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...heads), fc.string())), (lines) =>
        sound(chatToText(lines.join('\n'), facts)),
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        sound(postsToText(JSON.stringify([{ text: 'a', user: 'u', at: '1', replies: value }, value]), facts)),
      ),
      { numRuns: 200 },
    );
  });
  test('throws nothing but its own error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          sound(postsToText(`{${text}`, facts));
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
        }
      }),
    );
  });
  test('is read in time that grows with its length', () => {
    const big = '[03/06/2031, 07:38:12] Ada: seen this, and that, and more of it\n'.repeat(80_000);
    expect(chatToText(big, facts)?.voices).toHaveLength(80_000);
    expect(chatToText('a: b '.repeat(1_000_000), facts)).toBeNull();
  }, 20_000);
});
