import { describe, expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { bareFacts } from './facts.ts';
import { postsToText, rowsToText } from './posts.ts';
import { rowsOf } from './table.ts';

const facts = bareFacts('a.json', { captured: '2031-06-05T10:00:00+01:00' });

/** Each voice as: whose words | when | how they came to stand there | the words. */
const said = (draft: Draft | null): string[] =>
  (draft?.voices ?? []).map(({ author, published, passedOn, relation, start, end }) => {
    const how = relation
      ? `${relation.kind}${relation.to ? ` to ${relation.to}` : ''}${relation.by ? ` by ${relation.by}` : ''}`
      : '';
    expect(passedOn).toBe(relation !== undefined && relation.kind !== 'reply');
    return `${author} | ${published} | ${how} | ${draft?.content.slice(start, end)}`;
  });
const json = (value: unknown): string[] => said(postsToText(JSON.stringify(value), facts));
const table = (rows: string): string[] => said(rowsToText(rowsOf(rows), facts));
const AT = '2031-06-03T10:00:00Z';
const SECONDS = 1938247200;

describe('exports of platforms', () => {
  test('X, API v2: names, originals and pictures stand apart from the posts', () => {
    const original = { id: '1', text: 'The east gate is stuck, says the warden.', author_id: '19', created_at: AT };
    expect(
      json({
        data: [
          {
            id: '3',
            text: 'RT @weirwatch: The east gate is stuck, sa…',
            author_id: '20',
            created_at: '2031-06-03T11:00:00Z',
            referenced_tweets: [{ type: 'retweeted', id: '1' }],
          },
          {
            id: '4',
            text: 'Answer, please',
            author_id: '20',
            created_at: '2031-06-03T12:00:00Z',
            referenced_tweets: [{ type: 'quoted', id: '1' }],
            attachments: { media_keys: ['3_9'] },
          },
          {
            id: '5',
            text: 'which?',
            author_id: '20',
            created_at: '2031-06-03T13:00:00Z',
            referenced_tweets: [{ type: 'replied_to', id: '1' }],
            in_reply_to_user_id: '19',
          },
        ],
        includes: {
          users: [
            { id: '19', username: 'weirwatch', name: 'Weir Watch', description: 'On weirs' },
            { id: '20', username: 'tam_o', name: 'Tam' },
          ],
          tweets: [original],
          media: [{ media_key: '3_9', url: 'https://x.example/9.jpg' }],
        },
      }),
    ).toEqual([
      `weirwatch | ${AT} | repost by tam_o | ${original.text}`,
      'tam_o | 2031-06-03T12:00:00Z |  | Answer, please',
      `weirwatch | ${AT} | quote by tam_o | ${original.text}`,
      'tam_o | 2031-06-03T13:00:00Z | reply to weirwatch | which?',
    ]);
  });
  test('X, account archive: a script that assigns one value', () => {
    const tweets = [
      { tweet: { full_text: 'RT @tam_o: Water in the hall.', created_at: 'Tue Jun 03 08:00:00 +0000 2031' } },
    ];
    const draft = postsToText(`window.YTD.tweets.part0 = ${JSON.stringify(tweets)}`, facts);
    expect(said(draft)).toEqual(['tam_o | null | repost | Water in the hall.']);
  });
  test('Mastodon: a boost is the original’s', () => {
    const reblog = { id: '0', created_at: AT, account: { acct: 'ada' }, content: '<p>No ferry.</p>' };
    expect(
      json([
        { id: '1', created_at: '2031-06-03T11:00:00Z', account: { acct: 'bo' }, content: '', reblog },
        {
          id: '2',
          created_at: '2031-06-03T12:00:00Z',
          account: { acct: 'cy' },
          content: '<p>since when?</p>',
          in_reply_to_id: '0',
        },
      ]),
    ).toEqual([`ada | ${AT} | repost by bo | No ferry.`, 'cy | 2031-06-03T12:00:00Z | reply to ada | since when?']);
  });
  test('ActivityPub: an actor is an address', () => {
    expect(
      json({
        orderedItems: [
          {
            type: 'Create',
            actor: 'https://reed.example/users/ada',
            published: AT,
            object: { type: 'Note', content: '<p>Fog.</p>', inReplyTo: null },
          },
        ],
      }),
    ).toEqual([`ada@reed.example | ${AT} |  | Fog.`]);
  });
  test('Bluesky: who reposted stands in a reason', () => {
    expect(
      json({
        feed: [
          {
            post: { uri: 'at://1', author: { handle: 'ada.example' }, record: { text: 'Fog.', createdAt: AT } },
            reason: { by: { handle: 'bo.example' }, indexedAt: AT },
          },
          {
            post: {
              uri: 'at://2',
              author: { handle: 'cy.example' },
              record: { text: 'Still?', createdAt: AT, reply: { parent: { uri: 'at://1' } } },
            },
          },
        ],
      }),
    ).toEqual([
      `ada.example | ${AT} | repost by bo.example | Fog.`,
      `cy.example | ${AT} | reply to ada.example | Still?`,
    ]);
  });
  test('Telegram: a forward is whose channel it came from', () => {
    expect(
      json({
        name: 'Now',
        messages: [
          {
            id: 1,
            type: 'message',
            date_unixtime: String(SECONDS),
            from: 'Now',
            forwarded_from: 'River Board',
            text: 'Closed by noon.',
          },
        ],
      }),
    ).toEqual(['River Board | null | forward by Now | Closed by noon.']);
  });
  test('Reddit: listings in listings; what was deleted says nothing', () => {
    const comment = (author: string, body: string, name: string, parent: string, replies: unknown): unknown => ({
      kind: 't1',
      data: { author, body, name, parent_id: parent, created_utc: SECONDS, replies },
    });
    const listing = (children: unknown[]): unknown => ({ kind: 'Listing', data: { children } });
    const draft = postsToText(
      JSON.stringify([
        listing([
          {
            kind: 't3',
            data: { author: 'marl', title: 'Gate?', selftext: 'Heard it.', name: 't3_a', created_utc: SECONDS },
          },
        ]),
        listing([
          comment('bess', 'Yes.', 't1_b', 't3_a', listing([comment('[deleted]', '[deleted]', 't1_c', 't1_b', '')])),
        ]),
      ]),
      facts,
    );
    expect(said(draft)).toEqual([`marl | ${AT} |  | Gate?\nHeard it.`, `bess | ${AT} | reply to marl | Yes.`]);
    expect(draft?.voices.map((voice) => voice.kind)).toEqual(['post', 'comment']);
  });
  test('Weibo: 转发微博 is the original’s, //@ is each one’s own, 回复@ is an answer', () => {
    const original = {
      created_at: 'Tue Jun 03 08:00:00 +0800 2031',
      text: '泵站停了。',
      user: { screen_name: '桥头茶摊' },
    };
    const weibo = (name: string, text: string, more: object): object => ({
      created_at: 'Tue Jun 03 09:00:00 +0800 2031',
      user: { screen_name: name },
      text,
      ...more,
    });
    expect(
      json({
        statuses: [
          weibo('阿禾', '转发微博', { retweeted_status: original }),
          weibo('甲', '等通报//@老莫:没人接//@小满:真的吗', {}),
          weibo('乙', '回复@老莫:我也打了', {}),
        ],
      }),
    ).toEqual([
      '桥头茶摊 | 2031-06-03T08:00:00+08:00 | repost by 阿禾 | 泵站停了。',
      '甲 | 2031-06-03T09:00:00+08:00 |  | 等通报',
      '老莫 | null | repost by 甲 | 没人接',
      '小满 | null | repost by 甲 | 真的吗',
      '乙 | 2031-06-03T09:00:00+08:00 | reply to 老莫 | 我也打了',
    ]);
  });
  test('comments of video and picture platforms', () => {
    expect(
      json({
        items: [
          {
            snippet: {
              topLevelComment: {
                id: 'c1',
                snippet: { textOriginal: 'I saw it', authorDisplayName: '@gull', publishedAt: AT },
              },
            },
            replies: {
              comments: [
                {
                  id: 'c2',
                  snippet: { parentId: 'c1', textOriginal: 'When?', authorDisplayName: '@tern', publishedAt: AT },
                },
              ],
            },
          },
        ],
      }),
    ).toEqual([`@gull | ${AT} |  | I saw it`, `@tern | ${AT} | reply to @gull | When?`]);
    expect(
      json([
        {
          ownerUsername: 'merrow',
          caption: 'Water.',
          timestamp: AT,
          latestComments: [{ ownerUsername: 'tern', text: 'where', timestamp: AT }],
        },
      ]),
    ).toEqual([`merrow | ${AT} |  | Water.`, `tern | ${AT} |  | where`]);
    expect(json([{ desc: 'day two', createTime: SECONDS, author: { uniqueId: 'wg', nickname: 'Weir Girl' } }])).toEqual(
      [`Weir Girl | ${AT} |  | day two`],
    );
  });
  test('an archive that writes bytes as letters', () => {
    expect(
      json([{ timestamp: SECONDS, data: [{ post: 'BoÃ®te fermÃ©e' }], title: 'Ada updated her status.' }]),
    ).toEqual([`null | ${AT} |  | Boîte fermée`]);
  });
  test('a page that is no post', () => {
    expect(
      postsToText(JSON.stringify({ name: 'x', version: '1', description: 'A package', author: 'me' }), facts),
    ).toBeNull();
  });
});

describe('tables of posts', () => {
  test('4CAT: seconds go before a time without a zone', () => {
    expect(
      table(
        `id,timestamp,unix_timestamp,author,body,retweeted_user,replied_author\n1,2031-06-03 10:00:00,${SECONDS},ww,"stuck, ""open"" they say",,\n2,2031-06-03 10:00:00,${SECONDS},tam,RT @ww: stuck,ww,\n3,2031-06-03 10:00:00,${SECONDS},tam,which?,,ww\n`,
      ),
    ).toEqual([
      `ww | ${AT} |  | stuck, "open" they say`,
      'ww | null | repost by tam | stuck',
      `tam | ${AT} | reply to ww | which?`,
    ]);
  });
  test('CrowdTangle: a zone by its name', () => {
    expect(
      table('Page Name,User Name,Post Created,Message\nMerrow Residents,mr,2031-06-03 06:00:00 EDT,Water.\n'),
    ).toEqual(['Merrow Residents | 2031-06-03T06:00:00-04:00 |  | Water.']);
  });
  test('Weibo crawlers: columns in Chinese, line ends within a field', () => {
    expect(table('\ufeffid,用户昵称,微博正文,发布时间\n1,阿禾,"停水，\n没人管",2031-06-03 10:00\n')).toEqual([
      '阿禾 | 2031-06-03T10:00+01:00 |  | 停水，\n没人管',
    ]);
  });
  test('a table of anything else is none', () => {
    expect(rowsToText(rowsOf('name,amount\nAda,3\n'), facts)).toBeNull();
  });
});
