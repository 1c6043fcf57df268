import { describe, expect, it } from 'vitest';
import { type Handler, openShamWeb, page, redirect } from '../../test/sham-web.ts';
import { capturePage } from './page-capture.ts';
import { type Earlier, earlierIn, type Recapture, recapture } from './recapture.ts';

const STORY = [
  'The night ferry will stop on Monday, the harbour office said in a letter to its crews.',
  'Two crews were told last week, and the third has not been asked yet.',
  'A reader who works at the pier said that the letter was never sent to him.',
  'The office did not answer questions that were put to it on Friday evening.',
];
const html = (lines: readonly string[], more = ''): string =>
  `<!doctype html><html><head><title>Ferry stops</title></head><body>${more}<article><h1>Ferry stops</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;

/** Captures a page, and again when the site has become another. */
async function again(
  then: Handler,
  now: Readonly<Record<string, Handler>>,
): Promise<Recapture & { readonly told: readonly string[] }> {
  const first = await openShamWeb({ 'news.example': then });
  const { warc } = await capturePage('http://news.example/ferry', { world: first.world });
  await first.close();
  const earlier = (await earlierIn(warc.bytes)) as Earlier;
  const second = await openShamWeb(now);
  const taken = await recapture(earlier, { world: second.world });
  await second.close();
  const told = taken.passages.flatMap(({ kind, words, before, after }) =>
    kind === 'changed'
      ? words.map(
          (one) =>
            `${taken.before.slice(one.before?.start, one.before ? one.before.end : 0)}>${taken.after.slice(one.after?.start, one.after ? one.after.end : 0)}`,
        )
      : [
          `${kind}: ${kind === 'added' ? taken.after.slice(after?.start, after?.end) : taken.before.slice(before?.start, before?.end)}`,
        ],
  );
  return { ...taken, told };
}

const story = page(html(STORY));

describe('a page taken again', () => {
  it('that reads as before is the same, whatever its bytes', async () => {
    expect(await again(story, { 'news.example': story })).toMatchObject({
      outcome: 'same',
      isSameBytes: true,
      told: [],
    });
    const other = page(html(STORY, '<script>var session = 17;</script><nav><a href="/">Home</a></nav>'));
    expect(await again(story, { 'news.example': other })).toMatchObject({ outcome: 'same', isSameBytes: false });
  });

  it('under which readers wrote more is the same', async () => {
    const comment = (name: string) =>
      `<li class="comment"><span class="comment-author">${name}</span><p class="comment-content">I was on that ferry and nobody told me.</p></li>`;
    const under = (names: readonly string[]) =>
      page(
        html(STORY).replace(
          '</body>',
          `<ol id="comments" class="comment-list">${names.map(comment).join('')}</ol></body>`,
        ),
      );
    const taken = await again(under(['Ana']), { 'news.example': under(['Ana', 'Bo', 'Cy']) });
    expect(taken).toMatchObject({ outcome: 'same', isSameBytes: false });
    expect(taken.after).toContain('Cy');
  });

  it('that was altered is changed, with the words that differ', async () => {
    const now = [...STORY];
    now[0] = 'The night ferry may stop on Monday, the harbour office said in a letter to its crews.';
    now.splice(1, 1);
    now.push('The harbour office wrote to us after this was published, and denied all of it.');
    expect(await again(story, { 'news.example': page(html(now)) })).toMatchObject({
      outcome: 'changed',
      told: [
        'will>may',
        'removed: Two crews were told last week, and the third has not been asked yet.',
        'added: The harbour office wrote to us after this was published, and denied all of it.',
      ],
    });
  });

  it.each([[404], [410]])('that answers %d is gone', async (status) => {
    const taken = await again(story, { 'news.example': page(html(['Nothing here.']), status) });
    expect(taken).toMatchObject({ outcome: 'gone', why: `http://news.example/ferry answers with ${status}` });
    expect(taken.capture?.page.status).toBe(status);
  });

  it.each([[401], [403], [451], [500], [503]])('that answers %d is unknown', async (status) => {
    expect(await again(story, { 'news.example': page('no', status) })).toMatchObject({ outcome: 'unknown' });
  });

  it('whose server is silent is unknown, and nothing came', async () => {
    expect(await again(story, {})).toMatchObject({ outcome: 'unknown', capture: null });
  });

  it.each([
    ['Page not found', 'Sorry, the page you are looking for could not be found. It may have been moved.'],
    ['Página no encontrada', 'Lo sentimos, esta página no existe o fue eliminada por la redacción.'],
    ['页面不存在', '抱歉，您访问的页面不存在，可能已被删除或者地址有误，请返回首页继续浏览。'],
  ])('that says %s while all is well is unknown', async (title, words) => {
    const soft = page(`<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>`);
    const taken = await again(story, { 'news.example': soft });
    expect(taken).toMatchObject({ outcome: 'unknown', why: expect.stringContaining('may be gone') });
  });

  it('that leads to the front page now is unknown', async () => {
    const front = html([
      'Harvest is late this year, farmers in the valley told us on Sunday morning.',
      'The school gets a new roof before the winter, the council decided.',
    ]);
    const now: Handler = (request, response) => (request.url === '/' ? page(front) : redirect('/'))(request, response);
    expect(await again(story, { 'news.example': now })).toMatchObject({ outcome: 'unknown' });
  });

  it('that moved with its words is the same', async () => {
    const now: Handler = (request, response) => (request.url === '/new' ? story : redirect('/new'))(request, response);
    expect(await again(story, { 'news.example': now })).toMatchObject({ outcome: 'same' });
  });

  it('whose article is about a page not found, and altered little, is changed', async () => {
    const lines = ['Error 404, the office wrote, means page not found, and nobody may rely on it.', ...STORY];
    const taken = await again(page(html(lines)), { 'news.example': page(html(lines.slice(0, 4))) });
    expect(taken.outcome).toBe('changed');
  });
});
