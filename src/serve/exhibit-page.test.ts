import { describe, expect, it } from 'vitest';
import { exhibitPage, pagesBody } from './exhibit-page.ts';

const page = new Uint8Array([1, 2, 3]);

describe('a document in the isolated frame', () => {
  it('shows its pages, each by its number', () => {
    const body = pagesBody([page, page], 'notice "one".pdf', 2);
    expect(body.match(/<img/gu)).toHaveLength(2);
    expect(body).toContain('notice &quot;one&quot;.pdf, page 2');
    expect(body).not.toContain('goes on');
  });

  it('says so where it has more pages than are shown', () => {
    const body = pagesBody([page, page, page], 'long.pdf', 2);
    expect(body.match(/<img/gu)).toHaveLength(2);
    expect(body).toContain('The first 2 pages; the document goes on.');
    expect(body).toContain('前2页');
    expect(exhibitPage(body)).toContain('.more{');
  });
});
