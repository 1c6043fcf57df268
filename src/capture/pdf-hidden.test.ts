import { describe, expect, it } from 'vitest';
import { pdfToDraft } from './pdf.ts';
import { hiddenIn } from './pdf-hidden.ts';

/** A page of 400 by 200 points with Courier, and what is drawn on it. */
function pdf(content: string, page = ''): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]${page}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/ExtGState<</M<</BM/Multiply>>/T<</ca 0.4>>>>>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`);
}
const at = (x: number, y: number, words: string): string => `BT /F1 10 Tf ${x} ${y} Td (${words}) Tj ET\n`;
const LINE = at(20, 100, 'Paid to Marta Quill in May');
/** Over "Marta Quill": letters are six points wide. */
const NAME = '67 96 68 14 re';
const hidden = async (content: string, page = ''): Promise<readonly string[]> =>
  (await hiddenIn(pdf(content, page))).map(({ words, why }) => `${why}: ${words}`);

describe('words of a PDF that can’t be seen on its page', () => {
  it('are found under shapes, in all orders and forms of them', async () => {
    const covered = ['covered: Marta Quill'];
    expect(await hidden(`${LINE}0 g ${NAME} f`)).toEqual(covered);
    expect(await hidden(`${LINE}1 g 67 96 30 14 re 97 96 38 14 re f`)).toEqual(covered);
    expect(await hidden(`${LINE}q 20 w 67 103 m 135 103 l S Q`)).toEqual(covered);
    expect(await hidden(`${LINE}q 68 0 0 14 67 96 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID 000000> EI Q`)).toEqual([
      'under-picture: Marta Quill',
    ]);
  });

  it('are found without ink, in the colour behind them, and beyond the page', async () => {
    expect(await hidden(`BT 3 Tr ET ${at(20, 100, 'Quill')}`)).toEqual(['invisible: Quill']);
    expect(await hidden(`1 g ${at(20, 100, 'Quill')}`)).toEqual(['background: Quill']);
    expect(await hidden(`0 g ${NAME} f ${LINE}`)).toEqual(['background: Marta Quill']);
    expect(await hidden(at(20, 180, 'Quill'), '/CropBox[0 0 400 150]')).toEqual(['outside: Quill']);
    expect(await hidden(`0 0 5 5 re W n ${at(20, 100, 'Quill')}`)).toEqual(['outside: Quill']);
  });

  it('are not those that character recognition put on a scan, but where the scan is blacked out', async () => {
    const scan = 'q 400 0 0 200 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID ffffff> EI Q';
    expect(await hidden(`${scan} BT 3 Tr ET ${LINE}`)).toEqual([]);
    expect(await hidden(`BT 3 Tr ET ${LINE} ${scan}`)).toEqual([]);
    expect(await hidden(`${scan} BT 3 Tr ET ${LINE} 0 g ${NAME} f`)).toEqual(['covered: Marta Quill']);
    expect((await pdfToDraft(pdf(`${scan} BT 3 Tr ET ${LINE}`), 'scan.pdf')).content).toContain('Marta Quill');
  });

  it('are not seen words that something only marks, frames or underlies', async () => {
    const marks = [
      LINE,
      `1 1 0 rg ${NAME} f 0 g ${LINE}`,
      `0 g ${NAME} f 1 g ${at(68, 100, 'Quill')}`,
      `${LINE}/T gs 1 1 0 rg ${NAME} f`,
      `${LINE}/M gs 1 1 0 rg ${NAME} f`,
      `${LINE}60 90 82 26 re ${NAME} f*`,
      `${LINE}${NAME} S`,
      `${LINE}0 0 5 5 re W n ${NAME} f`,
      `${LINE}1 g ${NAME} f 0 g ${at(68, 100, 'Marta Quill')}`,
    ];
    for (const drawn of marks) expect(await hidden(drawn)).toEqual([]);
  });

  it('have their place on the page, turned or not', async () => {
    const [found] = await hiddenIn(pdf(`${LINE}0 g ${NAME} f`, '/Rotate 90'));
    expect(found?.page).toBe(1);
    expect(found?.box.x).toBeGreaterThan(67);
    expect((found?.box.x ?? 0) + (found?.box.width ?? 0)).toBeLessThan(135);
  });

  it('are no evidence: left out of what is read, and noted without saying them', async () => {
    const { content, note } = await pdfToDraft(pdf(`${LINE}0 g ${NAME} f`), 'paid.pdf');
    expect(content).toMatch(/^Paid to\s+in May$/u);
    expect(note).toBe('hidden-text: 10 letters on page 1 can’t be seen there; they are left out');
    expect((await pdfToDraft(pdf(LINE), 'paid.pdf')).note).toBeUndefined();
  });

  it('leave nothing to read where all are hidden', async () => {
    await expect(pdfToDraft(pdf(`1 g ${LINE}`), 'paid.pdf')).rejects.toMatchObject({ code: 'no-text' });
  });
});
