/** How deep objects and lists of a body may be nested, the body itself counted. */
export const DEEPEST = 64;

/** Whether every number in a value is whole and exact, and nothing nested deeper than so many levels. */
export function isPlain(value: unknown, levels: number): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (value === null || typeof value !== 'object') return true;
  return levels > 0 && Object.values(value).every((one) => isPlain(one, levels - 1));
}
