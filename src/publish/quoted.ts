import type { View } from './catalogue.ts';
import { escaped, html, type Markup } from './html.ts';
import { carrierOf, dayWords } from './wording.ts';

/** Words of the evidence as a span of their own: their language for the fonts and the breaking of lines, their direction by themselves. */
export const spoken = (words: string, language: string | null = null): Markup =>
  html`<span${langOf(words, language)} dir="auto">${words}</span>`;

/** The same, between quotation marks. */
export const quoted = (words: string, language: string | null = null): Markup =>
  html`<span${langOf(words, language)} dir="auto">“${words}”</span>`;

/** Who carried an item and when; the name turns as it must, the day never does. */
export function carried({ item, shown }: View, id: string): Markup {
  const one = item(id);
  if (!one) return html`an item that is not here`;
  const day = dayWords(one.published);
  return html`${spoken(shown(carrierOf(one)))}${day ? `, ${day}` : ''}`;
}

/** The `lang` attribute of some words: by their script where that tells, else as the item says, nothing where it says English or nothing sound. */
export function langOf(words: string, language: string | null): Markup {
  const tag = tagOf(words, language);
  return { markup: tag ? ` lang="${escaped(tag)}"` : '' };
}

function tagOf(words: string, language: string | null): string | null {
  const stated = language && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u.test(language) ? language : null;
  const kin = (tag: string): string => (stated?.startsWith(tag) ? stated : tag);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return kin('ja');
  if (/\p{Script=Hangul}/u.test(words)) return kin('ko');
  if (/\p{Script=Han}/u.test(words)) return stated?.startsWith('ja') ? stated : kin('zh');
  if (/\p{Script=Arabic}/u.test(words)) return /^(?:fa|ur|ps|ku|ug)/u.test(stated ?? '') ? stated : kin('ar');
  if (/\p{Script=Hebrew}/u.test(words)) return kin('he');
  return stated && stated !== 'en' && !/^(?:zh|ja|ko|und|ar|he)/u.test(stated) ? stated : null;
}
