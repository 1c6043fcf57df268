import { Converter } from 'opencc-js/t2cn';

const simplify = Converter({ from: 't', to: 'cn' });
const known = new Map<string, string>();
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

/**
 * The text as the patterns read it: Simplified, with one sort of quotation marks and full-width stops,
 * unit for unit as long as the original, so that places hold in both.
 */
export function plain(content: string): string {
  let out = '';
  let open = false;
  for (let at = 0; at < content.length; at++) {
    const unit = content.charAt(at);
    if (unit === '\n') open = false;
    if (unit === '"') {
      open = !open;
      out += open ? '“' : '”';
    } else if ((unit === ':' || unit === ',') && isHan(content.charAt(at - 1))) out += unit === ':' ? '：' : '，';
    else out += unit < '⺀' ? (MARKS[unit] ?? unit) : plainUnit(unit);
  }
  return out;
}

const isHan = (unit: string): boolean => /[\p{Script=Han}”’》」』）)]/u.test(unit);

function plainUnit(unit: string): string {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const simple = MARKS[unit] ?? (/\p{Script=Han}/u.test(unit) ? simplify(unit) : unit);
  const same = simple.length === unit.length ? simple : unit;
  known.set(unit, same);
  return same;
}
