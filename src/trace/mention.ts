import type { Folded } from './fold.ts';
import type { Directory } from './name.ts';

/** A publisher's name in running words. */
export interface Mention {
  readonly publisher: string;
  readonly start: number;
  readonly end: number;
  /** Whether the words around it hand the story to that publisher ("according to X", 据X报道). */
  readonly cites: boolean;
}

const BEFORE =
  /(?:according to|reported (?:first )?(?:by|in)|as reported by|citing|cites|quoting|told|seen by|published (?:by|in)|report(?:s|ed)? (?:by|in|from)|translated from (?:a )?report (?:by|in)|first appeared in|via|source:|credit:|h\/t|hat tip to?|rt @?)\s*(?:the\s+)?$/i;
const AFTER =
  /^(?:['’]s (?:report|story|account|website)|\s+(?:has |have |had |is |was |are |also |first |earlier |exclusively )*(?:report(?:s|ed|ing)?|says?|said|writes?|wrote|claims?|claimed|reveals?|revealed|understands|has learned|broke the)\b)/i;
const HAN_BEFORE = /(?:据|来源[:：]?|来自|转自|转载自|援引|引述|引自|综合|摘自|见于|原载|出处[:：]?)\s*[《“「]?$/u;
const HAN_AFTER =
  /^[》”」]?\s*(?:记者)?(?:的)?(?:独家|最新|此前|早前|今日|今天|昨日|昨天|当日|\d{1,2}[月日号时]*)*(?:消息|报道|報道|報導|报导|援引|披露|称|刊发|刊文|发文|爆料|曝光|讯|的?文章)/u;

/** Every place where a text names a publisher of the case. */
export function mentions(content: string, directory: Directory, folded: Folded): readonly Mention[] {
  const { units, from, to } = folded;
  const found: Mention[] = [];
  for (let at = 0; at + 1 < units.length; at++) {
    for (const { key, publisher, needs } of directory.startingWith(units[at] ?? 0, units[at + 1] ?? 0)) {
      if (!standsAt(units, at, key)) continue;
      const start = from[at] ?? 0;
      const end = to[at + key.length - 1] ?? 0;
      if (!standsAlone(content, start, end)) continue;
      const cites = citesAt(content, start, end);
      if (needs !== 'nothing' && !isName(content, start, end, needs === 'cue' && cites)) continue;
      found.push({ publisher, start, end, cites });
    }
  }
  return widest(found);
}

function standsAt(units: Uint16Array, at: number, key: string): boolean {
  for (let i = 0; i < key.length; i++) if (units[at + i] !== key.charCodeAt(i)) return false;
  return true;
}

/** A short form is a name with an article before it or a kind of outlet after it, some also with a cue; never in small letters. */
function isName(content: string, start: number, end: number, cued: boolean): boolean {
  if (/^\p{Script=Han}/u.test(content.slice(start, end))) return HAN_AFTER.test(content.slice(end, end + 24));
  if (!/^[\p{Lu}\p{N}]/u.test(content.slice(start, start + 2))) return false;
  const named =
    /\bthe\s$/i.test(content.slice(Math.max(0, start - 4), start)) ||
    /^\s(?:News|Daily|Times|Post|Online|Media|Press|Radio|TV)\b/.test(content.slice(end, end + 10));
  return named || cued;
}

/** A Latin name must not be part of a longer word. */
function standsAlone(content: string, start: number, end: number): boolean {
  const latin = /[\p{Script=Latin}\p{N}]/u;
  const joined = (a: string, b: string): boolean => latin.test(a) && latin.test(b);
  return (
    !joined(content.charAt(start - 1), content.charAt(start)) && !joined(content.charAt(end - 1), content.charAt(end))
  );
}

function citesAt(content: string, start: number, end: number): boolean {
  const before = content.slice(Math.max(0, start - 48), start);
  const after = content.slice(end, end + 48);
  return (
    BEFORE.test(before) || AFTER.test(after) || (HAN_BEFORE.test(before) && !/^方/.test(after)) || HAN_AFTER.test(after)
  );
}

/** Where one name lies in another (Merrow in Merrow Times), the longer one is meant. */
function widest(found: readonly Mention[]): readonly Mention[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Mention[] = [];
  for (const one of sorted) {
    const last = out.at(-1);
    if (last && one.start < last.end) continue;
    out.push(one);
  }
  return out;
}
