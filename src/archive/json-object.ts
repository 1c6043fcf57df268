import { isRecord } from '../base/is-record.ts';

/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject => isRecord(value);

/** A text as a JSON object, or `null` where it is none. */
export function jsonObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A field that should be text. */
export const textIn = (fields: JsonObject, name: string): string | null => {
  const value = Object.hasOwn(fields, name) ? fields[name] : null;
  return typeof value === 'string' ? value : null;
};

/** A field that should be a count; writers of indexes spell counts as text, too. */
export const countIn = (fields: JsonObject, name: string): number | null => {
  const value = Object.hasOwn(fields, name) ? fields[name] : null;
  const count = typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
};
