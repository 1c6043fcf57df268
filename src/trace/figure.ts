/** A date, a time of day or a quantity in a text: what a translation keeps. */
export interface Figure {
  /** Equal for equal figures in any language: `t:9:06`, `d:5-29`, `n:38600`. */
  readonly key: string;
  /** How seldom two texts share such a figure by chance. */
  readonly weight: number;
  readonly at: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  m: 1e6,
  bn: 1e9,
};

/** One pattern, its alternatives by likelihood of being part of a longer one: clock, date, number with scale. */
const FIGURE = new RegExp(
  [
    String.raw`(?<hour>\d{1,2})\s?[时時点點:：]\s?(?<minute>\d{2})(?!\d)`,
    String.raw`(?<zhMonth>\d{1,2})\s?月\s?(?<zhDay>\d{1,2})\s?[日号號]`,
    String.raw`\b(?<monthA>${MONTH})\.?\s(?<dayA>\d{1,2})(?!\d)`,
    String.raw`(?<![\d.])(?<dayB>\d{1,2})(?:st|nd|rd|th)?\s(?<monthB>${MONTH})\b`,
    String.raw`(?<number>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?<scale>[百千万萬亿億]|hundred\b|thousand\b|million\b|billion\b|m\b|bn\b)?`,
  ].join('|'),
  'gu',
);

/** Longer lists are ledgers. */
const MOST = 4000;

/** The figures of a text in order; `kept` says which characters count. */
export function figures(content: string, kept: Uint8Array): readonly Figure[] {
  const found: Figure[] = [];
  for (const match of content.matchAll(FIGURE)) {
    if (kept[match.index] === 0) continue;
    const figure = figureOf(match.groups ?? {});
    if (figure !== null) found.push({ ...figure, at: match.index });
    if (found.length === MOST) break;
  }
  return found;
}

function figureOf(g: Readonly<Record<string, string | undefined>>): Omit<Figure, 'at'> | null {
  // Half a day may lie in a word before or after it (下午, p.m.): hours are compared on a clock face.
  if (g['hour'] !== undefined) return { key: `t:${Number(g['hour']) % 12}:${g['minute'] ?? ''}`, weight: 3 };
  const month = g['zhMonth'] ?? monthNumber(g['monthA'] ?? g['monthB']);
  const day = g['zhDay'] ?? g['dayA'] ?? g['dayB'];
  if (month !== null && day !== undefined) return { key: `d:${Number(month)}-${Number(day)}`, weight: 2 };
  if (g['number'] === undefined) return null;
  const value = Number(g['number'].replaceAll(',', '')) * (SCALES[g['scale'] ?? ''] ?? 1);
  if (!Number.isFinite(value)) return null;
  const exact = Number(value.toPrecision(12));
  return { key: `n:${exact}`, weight: weightOf(exact) };
}

function monthNumber(name: string | undefined): string | null {
  const at = name === undefined ? -1 : MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? null : String(at + 1);
}

/** Years and small numbers are shared by chance; three significant digits hardly ever. */
function weightOf(value: number): number {
  if (Number.isInteger(value) && value >= 1900 && value < 2100) return 0.5;
  const digits = String(value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  return digits >= 3 ? 3 : digits === 2 ? 1.2 : value >= 1000 ? 1 : 0.3;
}
