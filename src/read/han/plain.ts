import { Converter } from 'opencc-js/t2cn';

const simplify = Converter({ from: 't', to: 'cn' });
/** Code units as the patterns read them, found out once; 0 where not yet known. */
const known = new Uint16Array(0x10000);
const MARKS: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
  '!': '！',
  '?': '？',
  ';': '；',
};

/** The text read last: statements, responses and commitments of one text ask for it in turn. */
let last = { content: '', text: '' };

/**
 * The text as the patterns read it: Simplified, with one sort of quotation marks and full-width stops,
 * unit for unit as long as the original, so that places hold in both.
 */
export function plain(content: string): string {
  if (content === last.content) return last.text;
  const text = plainly(content);
  if (content.length > MANY) last = { content, text };
  return text;
}

/** Shorter texts are sooner read again than kept. */
const MANY = 400;
/** Units turned to a string at once. */
const BLOCK = 4096;

function plainly(content: string): string {
  const blocks: string[] = [];
  const units: number[] = [];
  let open = false;
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at);
    if (code === NEW_LINE) open = false;
    if (code === QUOTE) {
      open = !open;
      units.push(open ? 0x201c : 0x201d);
    } else if ((code === COLON || code === COMMA) && isHan(content.charAt(at - 1)))
      units.push(code === COLON ? 0xff1a : 0xff0c);
    else if (code === DOT && isHan(content.charAt(at - 1)) && isHan(content.charAt(at + 1))) units.push(0x3002);
    else units.push(known[code] || plainUnit(code));
    if (units.length === BLOCK) blocks.push(String.fromCharCode(...units.splice(0)));
  }
  return blocks.join('') + String.fromCharCode(...units);
}

const [NEW_LINE, QUOTE, COLON, COMMA, DOT] = [0x0a, 0x22, 0x3a, 0x2c, 0x2e];

const isHan = (unit: string): boolean => /[\p{Script=Han}”’》」』）)]/u.test(unit);

function plainUnit(code: number): number {
  const unit = String.fromCharCode(code);
  const simple = MARKS[unit] ?? (/\p{Script=Han}/u.test(unit) ? simplify(unit) : unit);
  const same = simple.length === 1 ? simple.charCodeAt(0) : code;
  known[code] = same;
  return same;
}
