import {
  AFTER,
  AGE_AFTER,
  AGE_BEFORE,
  BEFORE,
  COMPOUND_SURNAMES,
  DOING,
  GIVEN_SYLLABLES,
  HARM_AFTER,
  HARM_BEFORE,
  KIN,
  MAY_FOLLOW,
  MAY_PRECEDE,
  NOT_LAST,
  NOT_PERSONS,
  NOT_TITLED,
  NOT_VEILED,
  SAYING,
  SHORT_AFTER,
  SURNAMES,
  TOWARDS,
  TOWARDS_WHOM,
  USUAL_SURNAMES,
  WORDY_SURNAMES,
  YOUNG,
} from '../locales/zh/persons.ts';
import { ZH_GIVEN, ZH_NAME_STOPS, ZH_NO_NAME_CHAR, ZH_SOUNDS } from '../locales/zh/sources.ts';
import type { Tender } from '../statement.ts';
import type { Found } from './found.ts';

/** A stretch of Han that may be a name. `beside` tells unlike places apart. */
export interface HanCandidate extends Found {
  readonly beside: string;
  /** A surname with a title: 郭局, 沈女士. */
  readonly titled?: true;
}

export const DOTTED_NAME = new RegExp(`[${ZH_SOUNDS}]{1,7}(?:[·•・‧][${ZH_SOUNDS}]{1,7}){1,4}`, 'gu');

const HAN = /^\p{Script=Han}$/u;

/** The likeliest name that begins here; null where none does. */
export function hanCandidate(content: string, at: number): HanCandidate | null {
  const left = leftOf(content, at);
  const here = content.slice(at, at + 10);
  if (/^[老小阿]/u.test(here)) {
    const familiar = familiarAt(content, at, left);
    if (familiar || !SURNAMES.has(here.charAt(0))) return familiar;
  }
  const surname = COMPOUND_SURNAMES.has(here.slice(0, 2)) ? 2 : 1;
  const veiled = /^\p{Script=Han}{1,2}?某(?:某|\p{Script=Han}(?=$|[（，。、：说称表的在被]))?/u.exec(here)?.[0];
  if (veiled && veiled.indexOf('某') === surname && !NOT_VEILED.test(here.slice(surname - 1)))
    return made(content, at, veiled.length, 4, left, rightOf(content, at + veiled.length));
  if (surname === 1 && !SURNAMES.has(here.charAt(0))) return null;
  const all = [
    scored(content, at, surname, 2, left),
    scored(content, at, surname, 1, left),
    titledAt(content, at, surname, left),
  ].flatMap((one) => one ?? []);
  const best = all.reduce<HanCandidate | null>((a, b) => (a === null || b.points > a.points ? b : a), null);
  const listed = content.charAt(at - 1) === '、' || content.charAt(best?.end ?? 0) === '、';
  return best && best.points >= (listed ? 0 : 1) ? best : null;
}

/** 沈女士, 郭局. */
function titledAt(content: string, at: number, surname: number, left: Side): HanCandidate | null {
  const title = titleAt(content, at + surname);
  if (title === null || left.points < 0 || NOT_TITLED.has(content.charAt(at))) return null;
  if (surname === 1 && NOT_PERSONS.has(content.slice(at, at + 2))) return null;
  const end = at + surname + title.length;
  const right = rightOf(content, end);
  const short = left.points >= 3 ? 3 : right.points > 0 ? Math.min(left.points, 1) + 1 : 0;
  const points = title.length > 1 ? 3 + Math.min(left.points, 1) : short;
  const role = title.length > 1 ? title : null;
  return { ...made(content, at, surname + title.length, points, left, right), role, titled: true };
}

function scored(content: string, at: number, surname: number, given: number, left: Side): HanCandidate | null {
  const name = content.slice(at, at + surname + given);
  const own = name.slice(surname);
  const ends = at + name.length;
  if (own.length < given || ![...own].every((unit) => HAN.test(unit))) return null;
  const odd = [...own].some((unit) => ZH_NO_NAME_CHAR.test(unit));
  if (NOT_LAST.has(name.slice(-1)) || TOWARDS_WHOM.test(name)) return null;
  if (odd && !(given === 2 && ZH_GIVEN.test(own))) return null;
  for (let j = 0; j < given; j++)
    if (ZH_NAME_STOPS.test(content.slice(at + surname + j, at + surname + j + 2))) return null;
  if ((titleAt(content, at + surname)?.length ?? 0) > 1 || AFTER.has(own) || SAYING.has(own) || DOING.has(own))
    return null;
  const right = rightOf(content, ends);
  const word = surname === 1 && NOT_PERSONS.has(name.slice(0, 2)) ? 4 : given === 2 && NOT_PERSONS.has(own) ? 2 : 0;
  const usual = [...own].filter((unit) => GIVEN_SYLLABLES.has(unit)).length;
  const strong = left.points >= 3 || (right.points >= 3 && usual === given);
  const wordy = surname === 1 && WORDY_SURNAMES.has(name.charAt(0)) && !strong ? 1 : 0;
  const points =
    left.points +
    (left.points >= 2 ? Math.max(right.points, -1) : right.points) +
    shapeOf(name, surname, usual, given) -
    (left.points >= 2 && right.points >= 1 ? 0 : 1) -
    word -
    wordy;
  return made(content, at, name.length, points, left, right);
}

/** How like a name it is by itself: a usual surname, usual syllables, three of them rather than two. */
function shapeOf(name: string, surname: number, usual: number, given: number): number {
  const common = surname === 2 || USUAL_SURNAMES.has(name.charAt(0));
  const syllables = usual === given ? 1 : usual === 0 ? -1 : 0;
  return syllables + (common && usual === given ? 1 : 0) - (name.length === 2 ? 1 : 0);
}

/** 小岑, 老庞, 阿吉. */
function familiarAt(content: string, at: number, left: Side): HanCandidate | null {
  const name = content.slice(at, at + 2);
  const unit = name.charAt(1);
  if (!HAN.test(unit) || NOT_PERSONS.has(name) || NOT_PERSONS.has(content.slice(at, at + 3))) return null;
  if (name.startsWith('阿') ? !GIVEN_SYLLABLES.has(unit) : !SURNAMES.has(unit)) return null;
  if (NOT_PERSONS.has(content.slice(at + 1, at + 3))) return null;
  const title = titleAt(content, at + 2);
  const right = rightOf(content, at + 2);
  const points = left.points + right.points + (title ? 1 : 0) - 1;
  return points >= 1 ? made(content, at, 2, points, left, right) : null;
}

function made(content: string, at: number, length: number, points: number, left: Side, right: Side): HanCandidate {
  const age = ageOf(content, at, at + length);
  const role = left.role ?? right.role;
  return {
    name: content.slice(at, at + length),
    start: at,
    end: at + length,
    role,
    points,
    words: length,
    age,
    tender: tenderOf(content, at, at + length, role, age),
    beside: `${content.charAt(at - 1)}${content.charAt(at + length)}`,
  };
}

interface Side {
  readonly points: number;
  readonly role: string | null;
}

function leftOf(content: string, at: number): Side {
  const joined = /[\s：:/／|]{1,2}$|[为是]$/u.exec(content.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const from = at - joined.length;
  const before = content.slice(Math.max(0, from - 6), from);
  for (let length = Math.min(6, before.length); length >= 2; length--) {
    const noun = before.slice(-length);
    if ((KIN.has(noun) && joined === '') || BEFORE.has(noun))
      return { points: 3, role: NAMING.has(noun) ? null : noun };
  }
  if (towards(content, at)) return { points: 2, role: null };
  if (joined !== '') return { points: 1, role: null };
  if (AGE_BEFORE.test(before)) return { points: 3, role: null };
  const nearest = before.slice(-1);
  if (nearest === '叫' || nearest === '姓') return { points: nearest === '叫' ? 2 : 1, role: null };
  if (nearest === '' || !HAN.test(nearest)) return { points: 1, role: null };
  return { points: MAY_PRECEDE.has(nearest) ? 1 : -2, role: null };
}

/** 采访, 采访了, 联系到, 联系上了. */
function towards(content: string, at: number): boolean {
  if (TOWARDS.has(content.slice(Math.max(0, at - 2), at))) return true;
  const done = /[到上住着见出走倒]?[了过]?$/u.exec(content.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const end = at - done.length;
  return done !== '' && (TOWARDS.has(content.slice(Math.max(0, end - 2), end)) || content.charAt(end - 1) === '娶');
}

const NAMING: ReadonlySet<string> = new Set(
  '名叫 名为 名字叫 姓名 名字是 自称 人称 叫做 叫作 署名 化名 原名 本名 曾用名 联系人 签名 同行的 随行的'.split(' '),
);

function rightOf(content: string, at: number): Side {
  const after = content.slice(at, at + 12);
  if (AGE_AFTER.test(after)) return { points: 3, role: null };
  const title = titleAt(content, at);
  if (title !== null && title.length > 1) return { points: 3, role: title };
  if (after.startsWith('的') && kinAt(after.slice(1))) return { points: 3, role: null };
  for (let length = 4; length >= 1; length--) {
    const verb = after.slice(0, length);
    if (verb.length < length) continue;
    if (SAYING.has(verb)) return { points: 3, role: null };
    if (DOING.has(verb)) return { points: length > 1 ? 3 : 2, role: null };
  }
  const next = after.charAt(0);
  if (next === '' || !HAN.test(next)) return { points: 1, role: null };
  return { points: MAY_FOLLOW.has(next) ? 1 : -2, role: null };
}

function kinAt(after: string): boolean {
  for (let length = 3; length >= 2; length--)
    if (KIN.has(after.slice(0, length)) || YOUNG.has(after.slice(0, length))) return true;
  return false;
}

/** The title or honorific that stands here, the longest. */
function titleAt(content: string, at: number): string | null {
  for (let length = 5; length >= 2; length--) {
    const title = content.slice(at, at + length);
    if (title.length === length && AFTER.has(title)) return title;
  }
  const short = content.charAt(at);
  return SHORT_AFTER.has(short) &&
    !/^[长部体是共数额计会结之统理人里面内外方室子务厂资业程作具]/u.test(content.slice(at + 1, at + 2))
    ? short
    : null;
}

const DIGITS = '零一二三四五六七八九';

function ageOf(content: string, start: number, end: number): number | null {
  const told =
    AGE_AFTER.exec(content.slice(end, end + 14))?.[1] ??
    AGE_BEFORE.exec(content.slice(Math.max(0, start - 14), start))?.[1];
  if (told === undefined) return null;
  if (/^\d/u.test(told)) return Number(told);
  const [tens = '', ones = ''] = told.includes('十') ? told.split('十') : ['0', told];
  return (tens === '' ? 1 : Math.max(0, DIGITS.indexOf(tens))) * 10 + Math.max(0, DIGITS.indexOf(ones || '零'));
}

function tenderOf(content: string, start: number, end: number, role: string | null, age: number | null): Tender | null {
  if (age !== null ? age < 18 : role !== null && YOUNG.has(role)) return 'child';
  const harmed =
    HARM_AFTER.test(content.slice(end, end + 20)) || HARM_BEFORE.test(content.slice(Math.max(0, start - 6), start));
  return harmed ? 'victim' : null;
}
