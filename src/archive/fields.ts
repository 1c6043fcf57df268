/** Named fields in the order they stand, names as spelled: of a WARC record or an HTTP message. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** All values of a field; names don't tell case apart. */
export const fieldsOf = (fields: Fields, name: string): readonly string[] => {
  const key = name.toLowerCase();
  return fields.filter(([own]) => own.toLowerCase() === key).map(([, value]) => value);
};

/** The first value of a field, or `null`. */
export const fieldOf = (fields: Fields, name: string): string | null => fieldsOf(fields, name)[0] ?? null;

/** Lines with those that start with a blank put after the one they continue. */
export function unfold(lines: readonly string[]): readonly string[] {
  const whole: string[][] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last && isBlank(line, 0)) last.push(trimmed(line));
    else whole.push([line]);
  }
  return whole.map((parts) => parts.join(' '));
}

/** Without the spaces and tabs around it: only these, and in one pass, however many there are. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return text.slice(start, end);
}

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';
