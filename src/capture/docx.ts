import mammoth from 'mammoth';
import { HearsayError } from '../base/error.ts';
import { takeApart } from './blocks.ts';
import { Composer } from './composer.ts';
import { creditsIn } from './credit.ts';
import type { Draft } from './draft.ts';
import { parsePage } from './page.ts';
import { zipDanger } from './zip.ts';

/** A Word document as its paragraphs. Throws a HearsayError where it must not or can't be opened. */
export async function docxToDraft(bytes: Uint8Array, file: string): Promise<Draft | null> {
  const danger = zipDanger(bytes, file);
  if (danger) throw new HearsayError(danger.code, danger.message);
  const html = await htmlOf(bytes, file);
  const document = parsePage(html);
  const { blocks } = takeApart(document.body ?? document.documentElement, true);
  if (blocks.length === 0) return null;
  const composer = new Composer();
  for (const [at, block] of blocks.entries()) {
    const isRow = /^(?:li|tr)$/.test(block.element.localName);
    composer.add(block.text, at === 0 && block.isHeading ? 'title' : 'body', block.links, isRow ? '\n' : '\n\n');
  }
  const end = composer.content.length;
  composer.voices.push({
    ...{ start: 0, end, kind: 'document', author: null, published: null },
    ...{ passedOn: false, attachments: [] },
  });
  composer.credits.push(...creditsIn(composer.content));
  return composer.draft({ title: blocks[0]?.isHeading ? blocks[0].text : null });
}

async function htmlOf(bytes: Uint8Array, file: string): Promise<string> {
  try {
    const input = { buffer: bytes } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const noImages = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    return (await mammoth.convertToHtml(input, { convertImage: noImages, externalFileAccess: false })).value;
  } catch (cause) {
    throw new HearsayError('malformed', `${file} can't be read as a Word document; save it again as DOCX or PDF`, {
      cause,
    });
  }
}
