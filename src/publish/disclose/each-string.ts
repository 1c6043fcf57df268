/** A value with every string in it made anew, keys aside; what is no plain data is left as it is. Linear. */
export function eachString<T>(value: T, change: (words: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one) => eachString(one, change)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachString(one, change)])) as T;
}
