import { instantAt } from '../base/time.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { wordsOf } from './dom.ts';

/** What public-account pages keep in their scripts and in elements that only scripts fill. */
export interface ScriptFacts {
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

const NOTHING: ScriptFacts = { publisher: null, author: null, published: null, url: null };
const LONGEST = 400_000;

/** Reads the account, the writer, the second of publication and the address of a public-account article (WeChat). */
export function scriptFacts(document: PageDocument): ScriptFacts {
  if (!document.querySelector('#js_content, #js_article, .rich_media_content')) return NOTHING;
  const scripts = [...document.querySelectorAll('script:not([src])')].slice(0, 60);
  const source = scripts.map((script) => (script.textContent ?? '').slice(0, LONGEST)).join('\n');
  const value = (name: string): string | null =>
    new RegExp(
      `\\b(?:var |window\\.)?${name}\\s{0,3}[=:]\\s{0,3}(?:htmlDecode\\()?["']([^"'\\n]{1,300})["']`,
      'u',
    ).exec(source)?.[1] ?? null;
  const second = Number(value('ct') ?? value('create_time') ?? value('publish_time'));
  return {
    publisher:
      shown(document.querySelector('#js_name, .profile_nickname, .account_nickname_inner')) ?? value('nickname'),
    author: shown(document.querySelector('#js_author_name, #js_article_author')) ?? value('author'),
    published: second > 1e9 && second < 1e10 ? instantAt(second * 1000) : null,
    url: value('msg_link')?.replaceAll('&amp;', '&').replaceAll('\\x26amp;', '&') ?? null,
  };
}

const shown = (element: PageElement | null): string | null => wordsOf(element) || null;
