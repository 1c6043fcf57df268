import mammoth from 'mammoth';
import { HearsayError } from '../base/error.ts';
import { type Block, takeApart } from './blocks.ts';
import { Composer } from './composer.ts';
import { creditsIn } from './credit.ts';
import { commentsIn, type MarginNote } from './docx-comments.ts';
import { wordParts } from './docx-parts.ts';
import type { PageElement } from './dom.ts';
import type { Draft } from './draft.ts';
import { parsePage } from './page.ts';
import { zipDanger } from './zip.ts';

/** A Word document as its paragraphs. Throws a HearsayError where it must not or can't be opened. */
export async function docxToDraft(bytes: Uint8Array, file: string): Promise<Draft | null> {
  const danger = zipDanger(bytes, file);
  if (danger) throw new HearsayError(danger.code, danger.message);
  const html = await htmlOf(wordParts(bytes, file), file);
  const document = parsePage(html);
  const { blocks } = takeApart(document.body ?? document.documentElement, true);
  if (blocks.length === 0) return null;
  const composer = new Composer();
  for (const [at, block] of blocks.entries()) {
    const isRow = block.element.closest('li, tr') !== null && at > 0 && !isFirst(block.element);
    const text = block.text.replace(/\s?↑$/u, '');
    composer.add(
      text,
      at === 0 && block.isHeading ? 'title' : 'body',
      linksWithin(block, text.length),
      isRow ? '\n' : '\n\n',
    );
  }
  const end = composer.content.length;
  composer.voices.push({
    ...{ start: 0, end, kind: 'document', author: null, published: null },
    ...{ passedOn: false, attachments: [] },
  });
  composer.credits.push(...creditsIn(composer.content));
  for (const remark of commentsIn(bytes)) addRemark(composer, remark);
  return composer.draft({ title: blocks[0]?.isHeading ? blocks[0].text : null });
}

/** Links to the document's own notes are no links; a note's way back up is none of its words. */
const linksWithin = (block: Block, length: number): Block['links'] =>
  block.links.filter((link) => !link.href.startsWith('#') && link.end <= length);

const isFirst = (element: PageElement): boolean => {
  const item = element.closest('li, tr');
  return item !== null && item === item.parentElement?.firstElementChild;
};

/** What somebody noted in the margin is that person's word, not the document's. */
function addRemark(composer: Composer, { author, published, text }: MarginNote): void {
  if (author) composer.add(author, 'comment');
  const span = composer.add(text, 'comment', [], author ? '\n' : '\n\n');
  composer.voices.push({ ...span, kind: 'comment', author, published, passedOn: false, attachments: [] });
}

/** Word's own title styles, besides its headings. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

async function htmlOf(bytes: Uint8Array, file: string): Promise<string> {
  try {
    const input = { buffer: bytes } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const noImages = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    return (
      await mammoth.convertToHtml(input, {
        convertImage: noImages,
        externalFileAccess: false,
        styleMap: STYLES,
      })
    ).value;
  } catch (cause) {
    throw new HearsayError('malformed', `${file} can't be read as a Word document; save it again as DOCX or PDF`, {
      cause,
    });
  }
}
