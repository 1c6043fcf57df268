import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { pdfPages } from './pdf-pages.ts';

/** A page of the size given, with what is drawn on it. */
function pdf(content: string, size = '200 100'): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size}]/Contents 4 0 R/Resources<<>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 5>>\n%%EOF\n`);
}

describe('pages of a PDF as pictures', () => {
  it('are drawn in their colours, no larger than they may be', async () => {
    const [page, ...others] = await pdfPages(pdf('1 0 0 rg 0 0 100 100 re f'));
    expect(others).toEqual([]);
    expect([page?.width, page?.height]).toEqual([555, 277]);
    const { data, info } = await sharp(page?.bytes).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number) => [...data.subarray(x * info.channels, x * info.channels + 3)];
    expect(at(10)).toEqual([255, 0, 0]);
    expect(at(500)).toEqual([255, 255, 255]);
    const [huge] = await pdfPages(pdf('', '14000 7000'));
    expect(Math.max(huge?.width ?? 0, huge?.height ?? 0)).toBeLessThanOrEqual(1600);
  });

  it('are refused with a word where the file is no PDF', async () => {
    await expect(pdfPages(new TextEncoder().encode('%PDF-nothing'))).rejects.toBeInstanceOf(HearsayError);
  });

  it('end when time is up, however long the page would draw', async () => {
    const slow = pdf('0 0 200 100 re f 0.1 w 0 0 m 200 100 l S\n'.repeat(400_000));
    const from = performance.now();
    await expect(pdfPages(slow, { patienceMs: 300 })).rejects.toMatchObject({ code: 'timeout' });
    expect(performance.now() - from).toBeLessThan(5000);
  });

  it('leave no clock running that would keep the program from ending', async () => {
    const [made, ended] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
    await pdfPages(pdf('0 0 1 rg 0 0 50 50 re f'), { patienceMs: 61_234 });
    const clocks = made.mock.calls.flatMap(([, ms], at) => (ms === 61_234 ? [made.mock.results[at]?.value] : []));
    expect(clocks).toHaveLength(1);
    expect(ended).toHaveBeenCalledWith(clocks[0]);
    vi.restoreAllMocks();
  });
});
