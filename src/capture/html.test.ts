import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { bareFacts } from './facts.ts';
import { htmlToDraft } from './html.ts';

const FACTS = bareFacts('page.html');
const draftOf = (source: string): Draft => {
  const draft = htmlToDraft(source, FACTS);
  if (!draft) throw new Error('no draft');
  return draft;
};
const zonesOf = (draft: Draft, kind: string): string[] =>
  draft.zones.filter((zone) => zone.kind === kind).map((zone) => draft.content.slice(zone.start, zone.end));

const PAGE = `<!doctype html><html lang="en"><head><title>Mill pond drained overnight | Oxley Gazette</title>
<link rel="canonical" href="https://gazette.example/">
<meta property="og:type" content="article"><meta property="article:published_time" content="2031-04-02T09:00:00+01:00"></head>
<body><div class="cookie-banner"><p>We and our partners keep things on your device, as you will know by now.</p></div>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Mill pond drained overnight</h1><p class="dek">Nobody admits to pulling the plug</p>
<div class="meta">By Nora Quist · <time datetime="2031-04-02T09:00:00+01:00">2 April 2031, 09:00</time></div>
<p>The mill pond at Oxley was found empty on Tuesday morning, the parish clerk said.</p>
<aside class="ad"><span>Advertisement</span><p>Boots for every weather, half price this week only.</p></aside>
<p>“It was full when I went to bed,” said <a href="/people/tam">Tam Weller</a>, who lives at the mill.</p>
<table><tr><td>Depth on Monday</td><td>2.1 m</td></tr><tr><td>Depth on Tuesday</td><td>0 m</td></tr></table>
<p>Source: Fenland Wire</p>
<p class="correction">Correction: an earlier version named the wrong parish.</p></article>
<div class="related"><h3>Most read</h3><ul><li><a href="/x">Geese win best in show</a></li></ul></div>
<section id="comments"><h2>Comments (2)</h2>
<div class="c"><b>heron</b> <span class="when">10:12</span><div>Ask the eels.</div><button>Reply</button></div>
<div class="c"><b>Mrs Pike</b> <span class="when">10:40</span><div>I saw a van.</div><button>Reply</button></div></section>
<footer>© 2031 Oxley Gazette</footer></body></html>`;

describe('htmlToDraft', () => {
  const draft = draftOf(PAGE);

  it('keeps headline, standfirst, paragraphs, rows and corrections in order', () => {
    expect(draft.content.split('\n\n').slice(0, 5)).toEqual([
      'Mill pond drained overnight',
      'Nobody admits to pulling the plug',
      'By Nora Quist · 2 April 2031, 09:00',
      'The mill pond at Oxley was found empty on Tuesday morning, the parish clerk said.',
      '“It was full when I went to bed,” said Tam Weller, who lives at the mill.',
    ]);
    expect(draft.content).toContain('Depth on Monday\t2.1 m\nDepth on Tuesday\t0 m');
    expect(draft.content).toContain('Correction: an earlier version');
  });

  it('leaves out adverts, menus, cookies and other stories', () => {
    for (const word of ['Boots', 'Sport', 'partners', 'Geese', '©']) expect(draft.content).not.toContain(word);
  });

  it('says who wrote it when, and takes no front page for the address', () => {
    expect(draft).toMatchObject({ title: 'Mill pond drained overnight', author: 'Nora Quist', url: null });
    expect(draft.published).toBe('2031-04-02T09:00:00+01:00');
  });

  it('gives readers’ comments voices of their own', () => {
    const comments = draft.voices.filter((voice) => voice.kind === 'comment');
    expect(comments.map((voice) => [voice.author, draft.content.slice(voice.start, voice.end)])).toEqual([
      ['heron', 'Ask the eels.'],
      ['Mrs Pike', 'I saw a van.'],
    ]);
    expect(draft.voices[0]).toMatchObject({ kind: 'article', start: 0 });
    expect(draft.content.slice(0, draft.voices[0]?.end)).not.toContain('eels');
  });

  it('names the credit and the link where they stand', () => {
    expect(draft.credits.map((one) => draft.content.slice(one.start, one.end))).toEqual(['Fenland Wire']);
    expect(draft.links.map((one) => [draft.content.slice(one.start, one.end), one.href])).toEqual([
      ['Tam Weller', '/people/tam'],
    ]);
  });

  it('keeps very short Chinese articles whole', () => {
    const short =
      draftOf(`<html><head><title>桥面封闭_河口网</title></head><body><div class="nav"><a href="/">首页</a></div>
      <h1>桥面封闭</h1><div class="meta"><span>河口网</span><span>2031-03-04 08:10</span> 来源：北岸晚报</div>
      <div class="con"><p>北桥今天封闭。</p><p>交管部门说，原因正在核实。</p><p>记者将继续关注。</p></div>
      <div class="comments"><h3>网友评论（1）</h3><div><span class="nick">小舟</span><p>堵死了</p><em>08:30</em></div></div></body></html>`);
    expect(short.content).toContain('北桥今天封闭。\n\n交管部门说，原因正在核实。\n\n记者将继续关注。');
    expect(short.credits.map((one) => one.name)).toEqual(['北岸晚报']);
    expect(short.published).toBe('2031-03-04T08:10');
    expect(short.voices.at(-1)).toMatchObject({ kind: 'comment', author: '小舟' });
  });

  it('reads pages laid out in tables and fonts', () => {
    const old =
      draftOf(`<html><head><title>Weir gives way | Post</title></head><body><table><tr><td><a href="#">Front</a><br><a href="#">Town</a></td>
      <td><h1><font size="5">Weir gives way</font></h1><font size="1">Our own staff 3/6/2031 7.40pm</font><br><br>
      <font size="3">The weir gave way on Monday night, a warden said, and the road below it is closed.</font><br><br>
      <font size="3">No one was hurt, according to the county.</font></td></tr></table></body></html>`);
    expect(old.content).toBe(
      'Weir gives way\n\nOur own staff 3/6/2031 7.40pm\n\nThe weir gave way on Monday night, a warden said, and the road below it is closed.\n\nNo one was hurt, according to the county.',
    );
    expect(old.published).toBe('2031-06-03T19:40');
  });

  it('survives broken markup', () => {
    const broken = draftOf(
      '<p>The clerk said <b>nothing <i>at all.<p>Then he left the room, two people said.</div></table',
    );
    expect(broken.content).toContain('Then he left the room, two people said.');
    expect(zonesOf(broken, 'comment')).toEqual([]);
  });

  it('finds no words in a page without any', () => {
    expect(htmlToDraft('<html><body><script>document.write("x")</script></body></html>', FACTS)).toBeNull();
  });
});
