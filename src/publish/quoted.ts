import type { Claim } from '../weigh/ledger.ts';
import type { View } from './catalogue.ts';
import { escaped, html, type Markup } from './html.ts';
import { carrierOf, claimWords, dayWords } from './wording.ts';

/** Words of the evidence as a span of their own: their language for the fonts and the breaking of lines, their direction by themselves. */
export const spoken = (words: string, language: string | null = null, around = 'en'): Markup =>
  html`<span${langOf(words, language, around)} dir="auto">${words}</span>`;

/** The same, between quotation marks. */
export const quoted = (words: string, language: string | null = null, around = 'en'): Markup =>
  html`<span${langOf(words, language, around)} dir="auto">“${words}”</span>`;

/** Words of the evidence as this page may show them, and the same between quotation marks. */
export const shownIn = ({ shown, words }: View, said: string, language: string | null = null): Markup =>
  spoken(shown(said), language, words.language);
export const quotedIn = ({ shown, words }: View, said: string, language: string | null = null): Markup =>
  quoted(shown(said), language, words.language);

/** A claim's words in a line, in the language of the item that says them. */
export const claimIn = (view: View, claim: Claim): Markup => quotedIn(view, claimWords(claim), languageOf(view, claim));

/** The language of the first item that a claim rests on. */
export function languageOf(view: View, { statements }: Pick<Claim, 'statements'>): string | null {
  const [first] = statements.flatMap((id) => view.statement(id) ?? []);
  return (first && view.item(first.item)?.language) ?? null;
}

/** What the program says in English, in the page's language where it is known in it, else marked as English. */
export function told({ shown, words }: View, english: string): Markup {
  const own = words.phrase(english);
  return own === null ? html`<span lang="en">${apart(shown(english), 'en')}</span>` : apart(shown(own), words.language);
}

/** Some words of the page itself, in which names of other scripts keep to themselves: their direction and their fonts. */
export const apart = (words: string, around = 'en'): Markup => {
  const pieces = words.split(around === 'zh' ? TURNING : FOREIGN);
  return html`${pieces.map((piece, at) => (at % 2 === 1 ? html`<bdi${langOf(piece, null, around)}>${piece}</bdi>` : html`${piece}`))}`;
};

const RIGHT_TO_LEFT = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`;
const RUN = `[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}\\p{M}\\p{Nd} '’"-]*[${RIGHT_TO_LEFT}\\p{M}\\p{Nd}])?`;
const EAST_ASIAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+`;
const TURNING = new RegExp(`(${RUN})`, 'u');
const FOREIGN = new RegExp(`(${RUN}|${EAST_ASIAN})`, 'u');

/** Who carried an item and when; the name turns as it must, the day never does. */
export function carried(view: View, id: string): Markup {
  const { words } = view;
  const one = view.item(id);
  if (!one) return html`${words.claims.missingItem}`;
  const day = dayWords(one.published, words);
  const name = shownIn(view, carrierOf(one));
  return html`<a class="carrier" href="${view.itemLink(id)}">${name}</a>${day ? `${words.marks.comma}${day}` : ''}`;
}

/** The `lang` attribute of some words: by their script where that tells, else as the item says, nothing where it says what stands around them or nothing sound. */
export function langOf(words: string, language: string | null, around = 'en'): Markup {
  const tag = tagOf(words, language);
  return { markup: tag && tag !== around ? ` lang="${escaped(tag)}"` : '' };
}

/** What stands in for something withheld is the page's own, and tells nothing of the words around it. */
const STAND_IN = /\[(?:withheld|已隐去)[^\]]*\]/gu;

function tagOf(said: string, language: string | null): string | null {
  const words = said.replaceAll(STAND_IN, '');
  const stated = language && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u.test(language) ? language : null;
  const kin = (tag: string): string => (stated?.startsWith(tag) ? stated : tag);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return kin('ja');
  if (/\p{Script=Hangul}/u.test(words)) return kin('ko');
  if (/\p{Script=Han}/u.test(words)) return stated?.startsWith('ja') ? stated : kin('zh');
  if (/\p{Script=Arabic}/u.test(words)) return /^(?:fa|ur|ps|ku|ug)/u.test(stated ?? '') ? stated : kin('ar');
  if (/\p{Script=Hebrew}/u.test(words)) return kin('he');
  return stated && !/^(?:zh|ja|ko|und|ar|he)/u.test(stated) ? stated : null;
}
