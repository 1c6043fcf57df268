/** Named fields in the order they stand, names as spelled: of a WARC record or an HTTP message. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** All values of a field; names don't tell case apart. */
export const fieldsOf = (fields: Fields, name: string): readonly string[] => {
  const key = name.toLowerCase();
  return fields.filter(([own]) => own.toLowerCase() === key).map(([, value]) => value);
};

/** The first value of a field, or `null`. */
export const fieldOf = (fields: Fields, name: string): string | null => fieldsOf(fields, name)[0] ?? null;
