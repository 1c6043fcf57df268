import { foldText } from './fold.ts';
import type { Known } from './known.ts';
import type { Passage } from './lineage.ts';

/** What stands before the shared words of a text that only hands them on. */
export interface Handed {
  /** `author`: the mark names who wrote the other text; `mark`: it names somebody; `name`: a bare name and a colon. */
  readonly by: 'author' | 'mark' | 'name';
  /** Whom the mark names, as it stands there. */
  readonly name: string;
}

/** Marks by which platforms and their users say whose words follow: //@name: RT @name, ||@name, Forwarded from name. */
const MARK =
  /@(?<handle>[^\s:：@]{1,40})\s*[:：]|\b(?:RT|MT|via|h\/t)\s+@(?<short>[\w.-]{1,40})|\bforwarded from:?\s+(?<from>[^\n:：]{1,40})|转自[:：]?\s*@?(?<source>[^\s:：@]{1,40})/giu;

/** Somebody is addressed, and the words follow at once. */
const ADDRESSED = /@(?<handle>[^\s:：@]{1,40})\s*$/u;

/** A name and a colon at the end of what stands before, with no other word in front of it in its sentence. */
const NAMED = /(?:^|[\s\]】。！？!?.…,，/|\\])(?<name>[\p{L}\p{N}_-]{1,20})\s*[:：]\s*$/u;

/**
 * Whether a copy bears one mark more of handing its source's words on than the source does itself. A mark that names
 * somebody else than the source's author says nothing: then both may have the words from there.
 */
export function handed(
  source: Known,
  copy: Known,
  passages: readonly Passage[],
  side: 'left' | 'right',
): Handed | null {
  const other = side === 'left' ? 'right' : 'left';
  const first = passages.reduce<Passage | null>((a, b) => (a === null || b[side].start < a[side].start ? b : a), null);
  if (first === null || passages.some((one) => one[other].start < first[other].start)) return null;
  const [before, theirs] = [lead(copy, first[side].start), lead(source, first[other].start)];
  const found = ownMark(before, theirs);
  const author = authorOf(source);
  if (found === null || author === '' || nobody(found.name)) return found;
  return sameName(author, foldText(found.name)) ? { by: 'author', name: found.name } : null;
}

function ownMark(before: string, theirs: string): Handed | null {
  const [marks, others] = [marksIn(before), marksIn(theirs)];
  const last = marks.at(-1);
  if (marks.length > others.length && last !== undefined) return { by: 'mark', name: last };
  if (marks.length + others.length > 0) return null;
  const addressed = ADDRESSED.exec(before)?.groups?.handle;
  if (addressed !== undefined) return ADDRESSED.test(theirs) ? null : { by: 'mark', name: addressed };
  const name = NAMED.exec(before)?.groups?.name;
  return name === undefined || /[\p{L}\p{N}]/u.test(theirs) ? null : { by: 'name', name };
}

const marksIn = (words: string): readonly string[] =>
  [...words.matchAll(MARK)].map(({ groups }) => Object.values(groups ?? {}).find((one) => one !== undefined) ?? '');

/** So much of what stands before the shared words is looked at. */
const NEAR = 400;

/** What stands before the first shared letter. */
function lead({ source: { content } }: Known, start: number): string {
  let end = start;
  while (end < content.length && end < start + NEAR && !/[\p{L}\p{N}]/u.test(content.charAt(end))) end++;
  return content.slice(Math.max(0, start - NEAR), end);
}

/** Who wrote it, folded; empty where nobody says. */
function authorOf({ source: { item, text } }: Known): string {
  const voices = text.voices.length === 1 ? (text.voices[0]?.author ?? '') : '';
  return foldText(item.author ?? voices);
}

/** A name that was blotted out. */
const nobody = (name: string): boolean => foldText(name) === '';

const sameName = (a: string, b: string): boolean =>
  a === b || (b.length >= 3 && a.includes(b)) || (a.length >= 3 && b.includes(a));
