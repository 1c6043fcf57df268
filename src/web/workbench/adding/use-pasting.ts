import { useEffect } from 'preact/hooks';
import type { RoomProps } from '../room.ts';
import type { Draft } from './paste-form.tsx';
import { pastedIn } from './pasted.ts';
import type { Words } from './words.ts';

interface Pasting {
  readonly words: Words;
  readonly say: RoomProps['say'];
  readonly send: (files: readonly File[]) => Promise<void>;
  readonly writeLinks: (change: (before: string) => string) => void;
  readonly write: (draft: Draft) => void;
}

/** Whatever is pasted anywhere in the room goes where it belongs: pictures in as files, addresses to the links, words to the form. */
export function usePasting({ words, say, send, writeLinks, write }: Pasting): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { clipboardData: held, target } = event;
      const files = [...(held?.files ?? [])];
      const inField = target instanceof Element && target.closest('input, textarea') !== null;
      // Words go where the cursor is, if it is in a field; pictures go in as files wherever it is.
      if (!held || (files.length === 0 && inField)) return;
      event.preventDefault();
      if (files.length > 0) {
        say(words.toPicture);
        void send(files.map((file) => pastedFile(file)));
        return;
      }
      const found = pastedIn(held.getData('text/plain'), held.getData('text/html'));
      if (found.is === 'links') {
        writeLinks((before) => [before.trim(), ...found.urls].filter((one) => one !== '').join('\n'));
        say(words.toLinks(found.urls.length));
      } else if (found.is === 'words') {
        write({ text: found.text, html: found.html });
        document.getElementById('adding-words')?.focus();
        say(words.toPaste);
      }
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });
}

/** A picture from the clipboard has no name of its own but "image.png". */
function pastedFile(file: File): File {
  const at = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const ending = /\.[a-z0-9]{1,5}$/iu.exec(file.name)?.[0] ?? '.png';
  return new File([file], `pasted/${at}${ending}`, { type: file.type });
}
