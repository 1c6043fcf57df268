// PDFs with words that are blacked out badly, and others that only look like it. Written from nothing, the same each time.
const SIZE = 14;
const WIDE = SIZE * 0.6;
// Letters by chance: no two words share a stretch that would look like a leak.
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

const box = ({ x, y, width }, grow = 2) => `${x - grow} ${y - 4 - grow} ${width + 2 * grow} ${SIZE + 2 + 2 * grow}`;
const show = ({ x, y, word }, font = 'F1') =>
  `BT /${font} ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm ${coded(word, font)} Tj ET\n`;
const coded = (word, font) =>
  `<${[...word].map((one) => (one.charCodeAt(0) + (font === 'F2' ? 1 : 0)).toString(16).padStart(2, '0')).join('')}>`;
const corner = (place) => {
  const [x, y, width, height] = box(place).split(' ').map(Number);
  return { x, y, width, height };
};
const polygon = (place) => {
  const { x, y, width, height } = corner(place);
  return `${x} ${y} m ${x + width} ${y} l ${x + width} ${y + height} l ${x} ${y + height} l h f\n`;
};
const image = ({ x, y, width, height }) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID 101010> EI Q\n`;

/** How a word is hidden: what is drawn, given the word's place, its own drawing and the file's things. */
export const BAD = {
  'rectangle over it': (p, s) => `${s}0 g ${box(p)} re f\n`,
  'coloured rectangle over it': (p, s) => `${s}0.1 0.2 0.6 rg ${box(p)} re f 0 g\n`,
  'white rectangle over it': (p, s) => `${s}1 g ${box(p)} re f 0 g\n`,
  'polygon over it': (p, s) => `${s}0 g ${polygon(p)}`,
  'two halves over it': (p, s) => {
    const { x, y, width, height } = corner(p);
    return `${s}0 g ${x} ${y} ${width / 2} ${height} re f ${x + width / 2} ${y} ${width / 2} ${height} re f\n`;
  },
  'thick line over it': (p, s) => `${s}q 20 w 0 G ${p.x - 2} ${p.y + 4} m ${p.x + p.width + 2} ${p.y + 4} l S Q\n`,
  'rectangle in a turned space': (p, s) => {
    const { x, y, width, height } = corner(p);
    return `${s}q 0 2 -2 0 ${x + width} ${y} cm 0 g 0 0 ${height / 2} ${width / 2} re f Q\n`;
  },
  'form over it': (p, s, file) => {
    file.form('X1', `0 g ${box(p)} re f`);
    return `${s}/X1 Do\n`;
  },
  'itself in a form, rectangle after': (p, s, file) => {
    file.form('X2', s);
    return `/X2 Do 0 g ${box(p)} re f\n`;
  },
  'picture over it': (p, s) => s + image(corner(p)),
  'note over it': (p, s, file) => {
    file.note(corner(p), '0 g 0 0 W H re f', '');
    return s;
  },
  'nearly opaque rectangles, twice': (p, s) => `${s}/G9 gs 0 g ${box(p)} re f ${box(p)} re f /G1 gs\n`,
  'no ink': (_p, s) => `BT 3 Tr ET ${s}BT 0 Tr ET\n`,
  'no ink, as clip': (_p, s) => `q BT 7 Tr ET ${s}Q\n`,
  'alpha nought': (_p, s) => `/G0 gs ${s}/G1 gs\n`,
  'white on white': (_p, s) => `1 g ${s}0 g\n`,
  'nearly white on white': (_p, s) => `0.98 g ${s}0 g\n`,
  'black on black': (p, s) => `0 g ${box(p)} re f ${s}`,
  'layer that is off': (_p, s) => `/OC /L1 BDC ${s}EMC\n`,
  'clipped away': (_p, s) => `q 0 0 4 4 re W n ${s}Q\n`,
  'beyond the crop box': (p, _s) => show({ ...p, x: 700 }),
  'too small': (p, _s) => `BT /F1 0.5 Tf 1 0 0 1 ${p.x} ${p.y} Tm ${coded(p.word, 'F1')} Tj ET\n`,
};

/** How a word stays seen, however much it looks hidden. */
export const GOOD = {
  plain: (_p, s) => s,
  'yellow under it': (p, s) => `1 1 0.4 rg ${box(p)} re f 0 g ${s}`,
  'black under white letters': (p, s) => `0 g ${box(p)} re f 1 g ${s}0 g\n`,
  'thin colour over it': (p, s) => `${s}/G4 gs 1 1 0 rg ${box(p)} re f 0 g /G1 gs\n`,
  'multiplied over it': (p, s) => `${s}/GM gs 1 1 0 rg ${box(p)} re f 0 g /G1 gs\n`,
  'frame with a hole': (p, s) => `${s}0 g ${box(p, 6)} re ${box(p, 2)} re f*\n`,
  'unfilled frame': (p, s) => `${s}0 G ${box(p)} re S\n`,
  'rectangle below the line': (p, s) => `${s}0 g ${p.x} ${p.y - 9} ${p.width} 4 re f\n`,
  'rectangle clipped away': (p, s) => `${s}q 0 0 4 4 re W n 0 g ${box(p)} re f Q\n`,
  'rectangle, then the word': (p, s) => `0.2 0.5 0.2 rg ${box(p)} re f 1 g ${s}0 g\n`,
  'covered, then drawn again': (p, s) => `${s}1 g ${box(p)} re f 0 g ${s}`,
  'struck through': (p, s) => `${s}q 1 w 0 G ${p.x} ${p.y + 4} m ${p.x + p.width} ${p.y + 4} l S Q\n`,
  'marked by a note': (p, s, file) => {
    file.note(corner(p), '/GM gs 1 1 0 rg 0 0 W H re f', '/ExtGState<</GM<</BM/Multiply>>>>');
    return s;
  },
  'layer that is on': (_p, s) => `/OC /L0 BDC ${s}EMC\n`,
};

/** A PDF with seen words and one treated word; `random` gives numbers from 0 to 1. The page is turned unless said. */
export function makePdf(number, random, upright = false) {
  const bad = number % 2 === 0;
  const kinds = Object.keys(bad ? BAD : GOOD);
  const kind = kinds[(number >> 1) % kinds.length];
  const file = { things: '', notes: [], extra: [], form: (name, drawn) => file.extra.push([name, drawn]), note: null };
  file.note = (place, drawn, resources) => file.notes.push({ place, drawn, resources });
  const word = () => Array.from({ length: 9 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
  const placeOf = (text, x, y) => ({ word: text, x, y, width: text.length * WIDE });
  const font = random() < 0.5 ? 'F1' : 'F2';
  const seen = [];
  let content = '0 g 0 G\n';
  const treated = word();
  for (let line = 0; line < 6; line++) {
    const [first, last] = [word(), word()];
    const y = 330 - line * 46;
    const own = line === 2 ? treated : word();
    const places = [placeOf(first, 40, y), placeOf(own, 140, y), placeOf(last, 240, y)];
    const drawn = places.map((place, at) => {
      const plain = show(place, font);
      if (at !== 1 || line !== 2) return plain;
      return (bad ? BAD : GOOD)[kind](place, plain, file);
    });
    seen.push(first, last, ...(line === 2 ? [] : [own]));
    content += (random() < 0.5 ? drawn : [drawn[2], drawn[0], drawn[1]]).join('');
  }
  if (!bad) seen.push(treated);
  const turn = upright ? 0 : [0, 90, 180, 270][Math.floor(random() * 4)];
  return { bytes: written(content, file, turn), kind, bad, treated, seen };
}

const STATES = '/ExtGState<</G1<</ca 1/CA 1>>/G0<</ca 0>>/G4<</ca 0.4>>/G9<</ca 0.9>>/GM<</BM/Multiply>>>>';

function written(content, { extra, notes }, turn) {
  const stream = (head, data) => `<<${head}/Length ${data.length}>>\nstream\n${data}\nendstream`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R 9 0 R]/D<</OFF[9 0 R]>>>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '',
    stream('', content),
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
    shiftedFont(),
    stream('', toUnicode()),
    '<</Type/OCG/Name(on)>>',
    '<</Type/OCG/Name(off)>>',
  ];
  const fonts = '/Font<</F1 5 0 R/F2 6 0 R>>';
  const layers = '/Properties<</L0 8 0 R/L1 9 0 R>>';
  const names = extra.map(([name, drawn]) => {
    objects.push(stream(`/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Resources<<${fonts}>>`, drawn));
    return `/${name} ${objects.length} 0 R`;
  });
  const annotations = notes.map(({ place: { x, y, width, height }, drawn, resources }) => {
    const own = drawn.replace('W', width).replace('H', height);
    objects.push(stream(`/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]/Resources<<${resources}>>`, own));
    const at = objects.length;
    objects.push(`<</Type/Annot/Subtype/Square/F 4/Rect[${x} ${y} ${x + width} ${y + height}]/AP<</N ${at} 0 R>>>>`);
    return `${objects.length} 0 R`;
  });
  objects[2] =
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 400]/CropBox[0 0 400 400]/Rotate ${turn}/Contents 4 0 R/Annots[${annotations.join(' ')}]` +
    `/Resources<<${fonts}${STATES}${layers}/XObject<<${names.join('')}>>>>>>`;
  let text = '%PDF-1.7\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`;
  text += `trailer<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

const LETTERS = [...ALPHABET];
/** Each letter stands under the code of the next one: only ToUnicode tells which it is. */
const shiftedFont = () =>
  `<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 98/LastChar 123/Widths[${LETTERS.map(() => 600).join(' ')}]` +
  `/Encoding<</Type/Encoding/Differences[98 ${LETTERS.map((one) => `/${one}`).join('')}]>>/ToUnicode 7 0 R>>`;
const toUnicode = () =>
  '/CIDInit /ProcSet findresource begin begincmap /CMapName /Own def /CMapType 2 def\n1 begincodespacerange <00> <ff> endcodespacerange\n' +
  '1 beginbfrange <62> <7b> <0061> endbfrange\nendcmap end';
