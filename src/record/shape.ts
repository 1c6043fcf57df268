/** What a value must be; the answer is what is wrong with it, or `null`. */
export type Check = (value: unknown) => string | null;

/** The keys that an event's data has, each with its check. No key may be missing, and none may be added. */
export type Shape = Readonly<Record<string, Check>>;

export const text: Check = (value) => (typeof value === 'string' ? null : 'a text');
export const count: Check = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? null : 'a whole number from 0';
export const digestText: Check = (value) =>
  typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value) ? null : 'a digest (sha256: and 64 digits)';
export const hexadecimal =
  (digits: number): Check =>
  (value) =>
    typeof value === 'string' && value.length === digits && /^[0-9a-f]*$/.test(value)
      ? null
      : `${digits} hexadecimal digits`;
export const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? null : `one of ${words.join(', ')}`;
export const orNull =
  (check: Check): Check =>
  (value) => {
    const wrong = value === null ? null : check(value);
    return wrong === null ? null : `${wrong}, or null`;
  };
export const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'a list';
    const wrong = value.map(check).find((one) => one !== null);
    return wrong ? `a list, each ${wrong}` : null;
  };
export const record: Check = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? null : 'an object';
export const shaped =
  (shape: Shape): Check =>
  (value) =>
    misshapen(value, shape);

/** What is wrong with a value that should have this shape, by key; `null` where nothing is. */
export function misshapen(value: unknown, shape: Shape): string | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'an object';
  const held = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(held).find((key) => !Object.hasOwn(shape, key));
  if (unknown !== undefined) return `without the key "${unknown}"`;
  for (const [key, check] of Object.entries(shape)) {
    if (!Object.hasOwn(held, key)) return `with the key "${key}"`;
    const wrong = check(held[key]);
    if (wrong !== null) return `with "${key}": ${wrong}`;
  }
  return null;
}
