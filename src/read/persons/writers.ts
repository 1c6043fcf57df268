import type { Text } from '../../capture/text.ts';
import { plain } from '../spaced/token.ts';
import type { Found } from './found.ts';
import type { PersonWords } from './words.ts';

/** Who writes in a text under a name of his or her own, and who is called by a handle. */
export function writersIn({ content, voices, zones }: Text, words: PersonWords): readonly Found[] {
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const { author, kind } of voices) {
    if (
      !author ||
      (author.match(/\p{L}/gu) ?? []).length < 2 ||
      kind === 'article' ||
      kind === 'document' ||
      seen.has(author)
    )
      continue;
    seen.add(author);
    const start = content.indexOf(author);
    if (start < 0 || isBody(author, words)) continue;
    found.push(mention(author, start, kind === 'message' || kind === 'comment' || kind === 'mail' ? 3 : 2));
  }
  for (const { 0: handle, index } of content.matchAll(HANDLE)) {
    if (!isBody(handle, words)) found.push(mention(handle, index, 3));
  }
  for (const zone of zones) {
    if (zone.kind !== 'signature') continue;
    const line = /^[\s–—-]*(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,2})[ \t]*(?:\n|$)/u.exec(
      content.slice(zone.start, Math.min(zone.end, zone.start + 80)),
    );
    const name = line?.[1];
    if (line && name && !isBody(name, words)) found.push(mention(name, zone.start + line[0].indexOf(name), 3));
  }
  return found;
}

const HANDLE = /(?<![\p{L}\p{N}_.@/])[@＠][\p{Script=Latin}\p{N}_][\p{Script=Latin}\p{N}_.-]{1,29}(?<![.-])/gu;

const mention = (name: string, start: number, points: number): Found => ({
  name,
  start,
  end: start + name.length,
  role: null,
  points,
  words: name.split(/\s+/u).length,
  age: null,
  tender: null,
});

/** A body's or an outlet's account, by a word of its name: "@HarlseaPort", "River Board". */
export function isBody(name: string, words: PersonWords): boolean {
  const parts = plain(name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).split(/[^\p{L}]+/u);
  return (
    parts.some((part) => words.bodies.has(part) || (parts.length > 1 && words.bodyNouns.has(part))) ||
    BODY_HAN.test(name)
  );
}

const BODY_HAN =
  /(?:局|委|院|部|厅|报|社|网|台|公司|集团|中心|学校|大学|协会|发布|新闻|资讯|日报|晚报|周刊|杂志|官方|平台|警方|公安|政府|客服|银行|医院|办公室)/u;
