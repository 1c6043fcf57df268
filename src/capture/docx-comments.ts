import { unzipSync } from 'fflate';
import { dateOf } from './page-facts.ts';
import { plainWords } from './posts-words.ts';

/** What somebody noted in the margin of a Word document. */
export interface MarginNote {
  readonly author: string | null;
  readonly published: string | null;
  readonly text: string;
}

const LARGEST = 20 * 1024 * 1024;
const MOST = 5000;

/** The margin notes of a Word document that is known to be safe to open (ECMA-376, 17.13.4); none where it has none. */
export function commentsIn(bytes: Uint8Array): MarginNote[] {
  try {
    const isNotes = (file: { readonly name: string; readonly originalSize: number }): boolean =>
      file.name === 'word/comments.xml' && file.originalSize < LARGEST;
    const found = unzipSync(bytes, { filter: isNotes })['word/comments.xml'];
    return found ? notesIn(new TextDecoder().decode(found)) : [];
  } catch {
    return [];
  }
}

function notesIn(xml: string): MarginNote[] {
  return xml
    .split('<w:comment ')
    .slice(1, MOST)
    .flatMap((part) => {
      const head = part.slice(0, part.indexOf('>'));
      const inner = part.slice(head.length).split('</w:comment>', 1)[0] ?? '';
      const text = inner
        .split('</w:p>')
        .map((paragraph) =>
          [...paragraph.matchAll(/<w:t(?: [^>]{0,80})?>([^<]*)</gu)].map((run) => run[1] ?? '').join(''),
        )
        .join('\n')
        .trim();
      const author = plainWords(/w:author="([^"]{0,200})"/u.exec(head)?.[1] ?? '') || null;
      const published = dateOf(/w:date="([^"]{0,40})"/u.exec(head)?.[1] ?? null);
      return text === '' ? [] : [{ author, published, text: plainWords(text) }];
    });
}
