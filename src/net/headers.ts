import { type Fields, fieldsOf } from '../archive/fields.ts';

/** The media type that headers name: lower case, without parameters; empty where they name none. */
export function mediaTypeOf(headers: Fields): string {
  const found = fieldsOf(headers, 'content-type').at(-1) ?? '';
  return (found.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Headers from the flat list in which an HTTP parser gives them. */
export function headersOf(raw: unknown): Fields {
  const list = Array.isArray(raw) ? raw.map(String) : [];
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1] ?? ''] as const] : []));
}
