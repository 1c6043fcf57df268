import type { Stretch } from '../grammar.ts';
import { ZH_BULLETIN } from '../locales/zh/replies.ts';
import { ZH_HEADS } from '../locales/zh/sources.ts';
import { namesOf } from './body.ts';
import { anyOf, wordsOf } from './words.ts';

const ENDS = new RegExp(`(?:${anyOf(wordsOf(ZH_HEADS.body))})$`, 'u');

/** The body in whose name a bulletin speaks: its signature, else its heading's, else its carrier where that is a body. */
export function ownBody(text: string, stretches: readonly Stretch[]): string | null {
  const near = stretches.length > 12 ? [...stretches.slice(0, 4), ...stretches.slice(-8)] : stretches;
  const lines = near
    .flatMap((one) => text.slice(one.start, one.end).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const signed = lines
    .slice(-4)
    .findLast(
      (line) =>
        line.length <= 30 &&
        line.length >= 3 &&
        !/[，。：；！？“]/u.test(line) &&
        ENDS.test(line.replace(/[（(].*$/u, '')),
    );
  if (signed !== undefined) return signed;
  const heading = lines[0] ?? '';
  const last = lines.slice(2).findLast((line) => !DATED.test(line));
  if (ZH_BULLETIN.test(heading) && last !== undefined && /^[\p{Script=Han}\p{L}\d·]{2,20}$/u.test(last)) return last;
  if (ZH_BULLETIN.test(heading)) {
    const body = /^(.{3,24}?)(?:关于|情况通报|通报|声明|公告|警情通报)/u.exec(heading)?.[1];
    if (body !== undefined && ENDS.test(body)) return body;
  }
  const carrier = stretches[0]?.carrier.author ?? stretches[0]?.carrier.publisher ?? null;
  return carrier !== null && ENDS.test(carrier) ? carrier : SELF.test(text) ? (carrier ?? onlyOne(text)) : null;
}

/** Whether a text says by its first line that it is a body's bulletin or letter. */
export const isBulletin = (text: string): boolean =>
  ZH_BULLETIN.test((/\S[^\n]*/u.exec(text.slice(0, NEAR))?.[0] ?? '').trim());

/** A last line that is a day, not a signature. */
const DATED = /^[\d〇零一二三四五六七八九十]{2,4}年|^\d{1,2}月/u;

const SELF = /(?:^|\n|[。，；])(?:我[局委校院司镇县区市厅]|我公司|我中心|本公司)/u;

/** `县教育局…我局…`: the one body of the text that ends as it calls itself. */
function onlyOne(text: string): string | null {
  const unit = /(?:^|\n|[。，；])[我本](公司|中心|[局委校院司镇县区市厅])/u.exec(text)?.[1];
  if (unit === undefined) return null;
  const ends = new Set(namesOf(text.slice(0, NEAR)).filter((name) => name.endsWith(unit) && NAME.test(name)));
  return ends.size === 1 ? ([...ends][0] ?? null) : null;
}

/** No words of a sentence ran into it. */
const NAME = /^(?!.*(?:冒用|冒充|假冒|分子|伪造))[^我您你他她有的了被把将以用在对向是与和及从到经据其]{4,16}$/u;

/** In characters: a bulletin names its body early. */
const NEAR = 600;
