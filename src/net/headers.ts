/** Headers as they came: in order, names spelled as sent. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** All values of a header, in order. */
export const valuesOf = (headers: Headers, name: string): readonly string[] =>
  headers.filter(([one]) => one.toLowerCase() === name).map(([, value]) => value);

/** The media type that headers name: lower case, without parameters; empty where they name none. */
export function mediaTypeOf(headers: Headers): string {
  const found = valuesOf(headers, 'content-type').at(-1) ?? '';
  return (found.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Headers from the flat list in which an HTTP parser gives them. */
export function headersOf(raw: unknown): Headers {
  const list = Array.isArray(raw) ? raw.map(String) : [];
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1] ?? ''] as const] : []));
}
