import type { Taken } from '../desk/taking-in.ts';
import { factsOf, nameFor, type Told } from './file-facts.ts';

/** Words that somebody pasted, with what is known of them. */
export interface Pasted extends Told {
  readonly text: string;
  readonly title: string | null;
}

/** Pasted words as evidence: a file of the kind that they are. */
export function pasted({ text, title, ...told }: Pasted, at: string): Taken {
  const called = title?.trim() || text.trim().split('\n', 1)[0] || 'pasted';
  const file = nameFor('pasted', called, at, kindOf(text));
  return { facts: factsOf(file, told), bytes: new TextEncoder().encode(text), from: 'file' };
}

/** A whole mail begins with its heads, a page with its doctype or root; everything else is plain. */
function kindOf(text: string): 'eml' | 'html' | 'txt' {
  const start = text.trimStart().slice(0, 4000);
  if (/^<(?:!doctype html|html)\b/iu.test(start)) return 'html';
  const head = start.split(/\r?\n\r?\n/u, 1)[0] ?? '';
  const names = head.split(/\r?\n/u).flatMap((line) => /^([A-Za-z-]{2,40}):\s/u.exec(line)?.[1]?.toLowerCase() ?? []);
  return names.includes('from') && ['date', 'subject', 'message-id'].some((one) => names.includes(one)) ? 'eml' : 'txt';
}
