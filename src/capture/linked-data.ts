import type { PageDocument } from './dom.ts';

/** An object of a page's JSON-LD, with no shape taken for granted. */
export type Fields = Readonly<Record<string, unknown>>;

const MOST_SCRIPTS = 20;

/** All JSON-LD objects of the page, `@graph` laid open; broken blocks are passed over. */
export const linkedData = (document: PageDocument): Fields[] =>
  [...document.querySelectorAll('script[type*="ld+json"]')].slice(0, MOST_SCRIPTS).flatMap((script) => {
    const source = (script.textContent ?? '').replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/gu, '');
    const value = parsed(source) ?? parsed(source.replace(/\p{Cc}+/gu, ' ').replace(/,\s{0,20}(?=[\]}])/gu, ''));
    return value === null ? [] : fieldsIn(value, 0);
  });

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function fieldsIn(value: unknown, depth: number): Fields[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((one) => fieldsIn(one, depth + 1));
  if (value === null || typeof value !== 'object') return [];
  const fields = value as Fields;
  return [
    fields,
    ...fieldsIn(fields['@graph'] ?? null, depth + 1),
    ...fieldsIn(fields['mainEntity'] ?? null, depth + 1),
  ];
}

/** The object that tells of the page's article: an article before a bare web page. */
export function articleIn(data: readonly Fields[]): Fields {
  const ofType = (form: RegExp): Fields | undefined => data.find((one) => form.test(typeOf(one)));
  return ofType(/Article|BlogPost|Posting\b|Report\b/u) ?? ofType(/WebPage/u) ?? {};
}

/** The types of an object, in one line. */
export const typeOf = (one: Fields): string => [one['@type'] ?? ''].flat().map(String).join(' ');

/** The name of a person or body; where only an `@id` stands, the object of that id is looked up. */
export function nameIn(value: unknown, data: readonly Fields[], depth = 0): string | null {
  if (depth > 4) return null;
  if (Array.isArray(value)) {
    const names = value.slice(0, 8).map((one) => nameIn(one, data, depth + 1));
    return [...new Set(names.filter((name) => name !== null))].join(', ') || null;
  }
  if (value === null || typeof value !== 'object') return textIn(value);
  const fields = value as Fields;
  if (fields['name'] !== undefined) return nameIn(fields['name'], data, depth + 1);
  const id = fields['@id'];
  const whole = typeof id === 'string' ? data.find((one) => one['@id'] === id && one['name'] !== undefined) : undefined;
  return whole ? nameIn(whole['name'], data, depth + 1) : null;
}

/** A string with its white space collapsed; null for anything else, and for nothing. */
export const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null;
