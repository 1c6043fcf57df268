import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bookmarklet, namedPage } from './adding-bookmarklet.ts';
import { routeOf } from './route.ts';

/** Presses the bookmarklet on a page. */
function pressed(
  code: string,
  page: { readonly href: string; readonly title: string; readonly marked: string },
): string {
  const opened: string[] = [];
  runInNewContext(decodeURIComponent(code.replace(/^javascript:/u, '')), {
    URLSearchParams,
    location: { href: page.href },
    document: { title: page.title },
    getSelection: () => page.marked,
    open: (address: string, _name: string, how: string) => opened.push(`${address} ${how}`),
  });
  return opened.join('\n');
}

describe('the bookmarklet', () => {
  const code = bookmarklet('http://127.0.0.1:4711/#token=abcdef', 'gate & more');
  const page = { href: 'https://courier.example/a?b=c&d=%23#e', title: 'Gate “shut” & more', marked: '门关了。' };

  it('holds no token, whatever address it is made from', () => {
    expect(decodeURIComponent(code)).not.toMatch(/token|abcdef/u);
  });

  it('opens the adding view of its case with what the page is', () => {
    const opened = pressed(code, page);
    expect(opened.startsWith('http://127.0.0.1:4711/#/')).toBe(true);
    const { case: folder, room, query } = routeOf(new URL(opened.split(' ')[0] ?? '').hash);
    expect([folder, room]).toEqual(['gate & more', 'adding']);
    expect(namedPage(query)).toEqual({ url: page.href, title: page.title, selection: page.marked });
  });

  it('leaves the page no hold on the window that it opens', () => {
    expect(pressed(code, page)).toContain('noopener');
  });

  it('cuts what is too long to stand in an address', () => {
    expect(pressed(code, { ...page, marked: 'a'.repeat(100_000) }).length).toBeLessThan(5000);
  });

  it('names no page that is not of the web', () => {
    for (const url of ['', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'http://', 'https:// x'])
      expect(namedPage({ url })).toBeNull();
  });
});
