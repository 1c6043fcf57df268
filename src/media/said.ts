/** Letters of a field, at most. */
const MOST = 300;

/** A field of foreign metadata as one line of plain letters; null where nothing is left. */
export function said(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // Controls and marks of direction could make a line show something else than it holds.
  const plain = value.slice(0, 4 * MOST).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ');
  const short = [...plain.trim()].slice(0, MOST).join('');
  return short === '' ? null : short;
}
