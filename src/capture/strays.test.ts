import { describe, expect, it } from 'vitest';
import { capture } from './capture.ts';
import { bareFacts } from './facts.ts';
import { isStray, passOverStrays } from './strays.ts';

const eyes = { see: () => Promise.reject(new Error('no pictures here')) };

/** Two pages; where the table says that the second stands, something else does. */
function broken(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>',
    '<</Type/Page/Parent 2 0 R>>',
    '<</Length 34>>stream\nBT /F1 12 Tf 72 720 Td (Said.) Tj ET\nendstream',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj${body}endobj\n`;
    return n === 3 ? at + 4 : at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 7\n0000000000 65535 f \n${rows}trailer<</Root 1 0 R/Size 7>>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text + end);
}

describe('strays', () => {
  it('are rejections of the reader of PDF files, and nothing else', async () => {
    const met: unknown[] = [];
    const meet = (cause: unknown): void => void met.push(cause);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', meet);
    const { text } = await capture(broken(), bareFacts('a.pdf'), eyes);
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('unhandledRejection', meet);
    for (const one of others) process.on('unhandledRejection', one);
    expect(text?.content).toBe('Said.');
    expect(met.map(isStray)).toEqual([true]);
  });

  it('pass, and a mistake of the program does not', () => {
    let listener: (cause: unknown) => void = () => {};
    passOverStrays({ on: (_event, given) => (listener = given) });
    const stray = new Error('Bad (uncompressed) XRef entry: 6R');
    stray.stack = 'Error\n    at fetch (file:///x/node_modules/unpdf/dist/pdfjs.mjs:1:6994)';
    expect(() => listener(stray)).not.toThrow();
    for (const mistake of [new Error('own'), 'text', undefined]) expect(() => listener(mistake)).toThrow();
  });
});
