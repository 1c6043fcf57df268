import { createHash } from 'node:crypto';
import type { Facts } from '../capture/facts.ts';

/** What is told of evidence beside its bytes; null or empty is not known. */
export type Told = { readonly [key in Exclude<keyof Facts, 'file'>]?: string | null };

/** Facts of a file: its name made safe, what is told of it, nothing else. */
export const factsOf = (file: string, told: Told = {}): Facts => ({
  file: safeName(file),
  url: known(told.url),
  publisher: known(told.publisher),
  author: known(told.author),
  published: known(told.published),
  captured: known(told.captured),
  lang: known(told.lang),
  note: known(told.note),
});

const known = (text: string | null | undefined): string | null => text?.trim() || null;

const LONGEST = 400;

/** A path below the case, whatever the browser called the file: neither absolute nor out of it. */
export function safeName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replaceAll(/\p{C}+/gu, ' ')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const path = parts.join('/') || 'unnamed';
  // What is cut off is told by its digest: two long names stay two.
  return path.length <= LONGEST ? path : `${digestStart(path)}…${path.slice(-LONGEST)}`;
}

const digestStart = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** A name for what came without one: what it is called, when it came. */
export function nameFor(folder: string, title: string, at: string, extension: string): string {
  const words = title
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '-')
    .slice(0, 80)
    .replaceAll(/^[-.]+|[-.]+$/gu, '');
  return `${folder}/${words || 'untitled'}-${at.replaceAll(/[-:]|\.\d+/gu, '')}.${extension}`;
}
