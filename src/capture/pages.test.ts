import { describe, expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { bareFacts } from './facts.ts';
import { htmlToDraft } from './html.ts';

const facts = bareFacts('a.html', { captured: '2031-06-05T10:00:00+01:00' });
const page = (source: string): Draft => {
  const draft = htmlToDraft(source, facts);
  if (!draft) throw new Error('no words');
  return draft;
};
const zones = (draft: Draft, kind: string): string[] =>
  draft.zones.filter((zone) => zone.kind === kind).map(({ start, end }) => draft.content.slice(start, end));
const LEAD =
  'The east gate was left open overnight, warden Ilo Marsh said on Tuesday. Nobody had told the lower street.';
const MORE =
  'More than 200 people signed a letter. The river authority has not replied to questions sent on Monday evening.';

describe('pages of many makes', () => {
  test('a paragraph that begins like a label is none', () => {
    const draft = page(
      `<html><body><h1>Gate</h1><p>${LEAD}</p><p>${MORE}</p><p>Share prices fell.</p><div><h3>Related</h3><ul><li><a href="/a">Why weirs fail</a></li></ul></div></body></html>`,
    );
    expect(draft.content).toContain(MORE);
    expect(draft.content).toContain('Share prices fell.');
    expect(draft.content).not.toContain('Why weirs fail');
  });
  test('the lines below the headline that sum up are set apart', () => {
    const draft = page(
      `<html><head><meta property="og:description" content="Water is falling after the gate stuck, the authority says."></head><body><header><h1>Gate</h1><p class="sub">Water is falling after the gate stuck, the authority says.</p></header><article><p>${LEAD}</p><p>${MORE}</p></article></body></html>`,
    );
    expect(zones(draft, 'standfirst')).toEqual(['Water is falling after the gate stuck, the authority says.']);
  });
  test('teasers of other stories of the same site are out, links of the story are not', () => {
    const teaser = (n: number): string =>
      `<div class="card"><a href="/n/${n}"><h3>Story ${n}</h3></a><p>A short word on the story ${n}, which is another.</p></div>`;
    const draft = page(
      `<html><head><link rel="canonical" href="https://post.example/gate"></head><body><h1>Gate</h1><div><p>${LEAD} See <a href="/log">the log</a>.</p><p>${MORE}</p></div><div>${[1, 2, 3].map(teaser).join('')}</div></body></html>`,
    );
    expect(draft.content).not.toContain('Story 2');
    expect(draft.links.map((link) => draft.content.slice(link.start, link.end))).toEqual(['the log']);
  });
  test('a page that only scripts fill', () => {
    const data = {
      '@graph': [
        { '@type': 'NewsArticle', headline: 'Gate', articleBody: `${LEAD}\n\n${MORE}`, author: { '@id': '#p' } },
        { '@id': '#p', '@type': 'Person', name: 'Rhea Vond' },
      ],
    };
    const draft = page(
      `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><div id="root">Loading…</div></body></html>`,
    );
    expect(draft).toMatchObject({ title: 'Gate', author: 'Rhea Vond', content: `Gate\n\n${LEAD}\n\n${MORE}` });
  });
  test('when it was published and when it was changed, as readers see it', () => {
    const draft = page(
      `<html><head><title>Gate - Merrow Echo</title></head><body><article><h1>Gate</h1><div><span class="author-name">Petra Quill</span> <span>Published: 3 June 2031 10:15</span> <span>Updated: 4 June 2031 08:02</span></div><p>${LEAD}</p></article></body></html>`,
    );
    expect(draft).toMatchObject({
      author: 'Petra Quill',
      published: '2031-06-03T10:15',
      modified: '2031-06-04T08:02',
      publisher: 'Merrow Echo',
    });
  });
  test('comments within comments', () => {
    const draft = page(
      `<html><body><article><h1>Gate</h1><p>${LEAD}</p></article><section id="comments"><h2>2 comments</h2><ol><li><b>gull</b> <small>2 hours ago</small><p>About time.</p><ol><li><b>tern</b> <small>1 hour ago</small><p>They said so last year.</p></li></ol></li></ol></section></body></html>`,
    );
    expect(
      draft.voices.slice(1).map(({ author, start, end }) => `${author}: ${draft.content.slice(start, end)}`),
    ).toEqual(['gull: About time.', 'tern: They said so last year.']);
  });
  test('a public account’s article before its scripts ran', () => {
    const draft = page(
      `<html><head><meta property="og:title" content="三桥夜间封闭"><meta property="og:article:author" content="阿禾"></head><body><div id="img-content"><h1 id="activity-name">三桥夜间封闭</h1><div><span class="rich_media_meta">阿禾</span><a id="js_name">桥头茶摊</a><em id="publish_time"></em></div><div id="js_content" style="visibility: hidden"><section><p>点击上方蓝字关注桥头茶摊</p><p>5月31日凌晨，三桥北侧拉起了围挡，值班人员说护栏要检查。</p><p>▲三桥北侧。图/街坊老莫</p><p>截至发稿，市政局没有回复我们的提问。</p></section><section><p>编辑：小满</p></section></div><script>var ct = "1937955600";</script></div></body></html>`,
    );
    expect(draft).toMatchObject({ publisher: '桥头茶摊', author: '阿禾', published: '2031-05-31T01:00:00Z' });
    expect(zones(draft, 'caption')).toEqual(['▲三桥北侧。图/街坊老莫']);
    expect(zones(draft, 'byline')).toEqual(['编辑：小满']);
    expect(draft.content).not.toContain('点击上方');
  });
  test('AMP: its own names for adverts and menus', () => {
    const draft = page(
      `<html ⚡><body><amp-sidebar><ul><li>Home</li></ul></amp-sidebar><article><h1>Gate</h1><p>${LEAD}</p><amp-ad><div>Shoes on sale today, and only today, for everyone.</div></amp-ad><p>${MORE}</p></article></body></html>`,
    );
    expect(draft.content).toBe(`Gate\n\n${LEAD}\n\n${MORE}`);
  });
  test('the times of a live blog’s entries are datelines', () => {
    const entry = (time: string, head: string, text: string): string =>
      `<div class="block"><p><time datetime="2031-06-03T${time}:00Z">${time}</time></p><h2>${head}</h2><p>${text}</p></div>`;
    const draft = page(
      `<html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live"}</script></head><body><h1>Live</h1><div>${entry('15:20', 'Schools', LEAD)}${entry('11:05', 'Street', MORE)}</div></body></html>`,
    );
    expect(zones(draft, 'dateline')).toEqual(['15:20', '11:05']);
  });
});
