import {
  ZH_COMPOUND_SURNAMES,
  ZH_GIVEN,
  ZH_HONORIFICS,
  ZH_NAME_STOPS,
  ZH_NO_NAME_CHAR,
  ZH_NOT_NAMES,
  ZH_SOUNDS,
  ZH_SURNAMES,
} from '../locales/zh/sources.ts';
import { ZH_WORDS } from '../locales/zh/words.ts';
import { anyOf, wordsOf } from './words.ts';

const COMPOUND = new Set(wordsOf(ZH_COMPOUND_SURNAMES));
const SURNAMES = new Set([...ZH_SURNAMES]);
const HONORIFIC = new RegExp(`^(?:${anyOf(wordsOf(ZH_HONORIFICS))})`, 'u');
const WORDS: ReadonlySet<string> = new Set(wordsOf(ZH_WORDS));
const GIVEN = /^\p{Script=Han}$/u;
/** 鄢某, 甲某某: whatever the surname. */
const VEILED = /^(?![在对向有是为如和与跟该])\p{Script=Han}某(?:某|\p{Script=Han}(?=$|[（，。说称表的]))?/u;
/** A foreign name in Chinese writing: syllables that stand for sounds, with dots between. */
const DOTTED = new RegExp(`^[${ZH_SOUNDS}]{1,7}(?:[·•・‧][${ZH_SOUNDS}]{1,7})+`, 'u');

const DOT = /[·•・‧]/u;
const FAMILIAR: ReadonlySet<string> = new Set('老小阿');

/** A person's name: full, surname with honorific (毕女士), or familiar (老耿). `veiled` for 岑某 and the like. */
export interface Name {
  readonly length: number;
  readonly name: string;
  readonly veiled: boolean;
  /** The surname is on no list: believed only right before a cue. */
  readonly guessed: boolean;
}

/**
 * The names that may start here, the longest first; the reader of the clause decides which one fits.
 * Behind a title any syllable may be the surname.
 */
export function namesAt(text: string, titled = false): readonly Name[] {
  const familiar = FAMILIAR.has(text.charAt(0)) ? /^.\p{Script=Han}/u.exec(text)?.[0] : undefined;
  if (
    familiar !== undefined &&
    (SURNAMES.has(familiar.charAt(1)) || familiar.startsWith('阿')) &&
    !/^(?:小学|老师|老板|小区|老人|小组|老年|小时|老家|阿姨)/u.test(text) &&
    (titled || !/^(?:小[路车费康鱼麦米牛方于]|老[路古]|阿里)/u.test(text))
  )
    return [named(familiar)];
  const dotted = DOT.test(text.slice(0, 8)) ? DOTTED.exec(text)?.[0] : undefined;
  if (dotted !== undefined) return [named(dotted)];
  if (/^(\p{Script=Han})\1(\p{Script=Han})\2/u.test(text)) return [];
  const known = COMPOUND.has(text.slice(0, 2)) ? 2 : SURNAMES.has(text.charAt(0)) ? 1 : 0;
  if (known === 0 && !titled && text.charAt(1) !== '某') return [];
  if (ZH_NOT_NAMES.test(text) && !(titled && /^于\p{Script=Han}{2}/u.test(text))) return [];
  const veiled = VEILED.exec(text)?.[0];
  if (veiled !== undefined) return [named(veiled, true)];
  if (
    known === 0 &&
    !(
      titled &&
      GIVEN.test(text.charAt(0)) &&
      !ZH_NO_NAME_CHAR.test(text.charAt(0)) &&
      !/[师员长家手工匠处部科室局院校所站到很请要更最把再才能可去来想用不没有多少好一两三]/u.test(text.charAt(0))
    )
  )
    return [];
  const surname = known || 1;
  const honorific = HONORIFIC.exec(text.slice(surname))?.[0];
  if (honorific !== undefined) return [named(text.slice(0, surname + honorific.length), /某/u.test(honorific))];
  return [2, 1]
    .map((given) => text.slice(surname, surname + given))
    .filter(
      (given, i) =>
        given.length === 2 - i &&
        [...given].every(
          (unit, j) =>
            GIVEN.test(unit) &&
            (!ZH_NO_NAME_CHAR.test(unit) || (given.length === 2 && ZH_GIVEN.test(given))) &&
            !ZH_NAME_STOPS.test(text.slice(surname + j, surname + j + 2)),
        ),
    )
    .filter((given) =>
      known > 0 ? titled || !isCommon(text, surname + given.length) : given.length === 2 && !A_TIME.test(given),
    )
    .map((given) => ({ ...named(text.slice(0, surname) + given, given.includes('某')), guessed: known === 0 }));
}

/** `母亲出门前`: when it was, no name. */
const A_TIME = /[前后时间中内外]$/u;

/** A common word, or one with a syllable more: 强烈, 麻烦你. */
const isCommon = (text: string, length: number): boolean => length < 4 && WORDS.has(text.slice(0, 2));

const named = (name: string, veiled = false): Name => ({ length: name.length, name, veiled, guessed: false });
