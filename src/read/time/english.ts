import type { Atom } from './atom.ts';
import { CLOCK_RULES } from './english-clock.ts';
import { DAY_RULES } from './english-days.ts';
import { SPAN_RULES } from './english-spans.ts';
import { readAtoms } from './rule.ts';

/** The words about time in a stretch of English. */
export const englishAtoms = (words: string): readonly Atom[] => readAtoms(words, RULES);

/** What may stand between two atoms of one English expression. */
export const ENGLISH_JOINT =
  /^[ \t\u00a0,-]*(?:\([ \t]*)?(?:(?:on|at|of|in|the|about|around|shortly|just|after|before|early|from|between|by)[ \t]+){0,3}$/iu;

const RULES = [...SPAN_RULES, ...DAY_RULES, ...CLOCK_RULES];
