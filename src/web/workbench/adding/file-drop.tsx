import { useEffect, useRef, useState } from 'preact/hooks';
import type { RoomProps } from '../room.ts';
import { dropped, picked } from './gathering.ts';
import type { Words } from './words.ts';

interface FileDropProps {
  readonly words: Words;
  readonly say: RoomProps['say'];
  readonly send: (files: readonly File[]) => Promise<void>;
}

/** Where files and folders are dropped, or picked. Dropping works on the whole page. */
export function FileDrop({ words, say, send }: FileDropProps) {
  const [over, setOver] = useState(false);
  const [looking, look] = useState<number | null>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Not every browser knows a folder's field by its property.
    folder.current?.setAttribute('webkitdirectory', '');
  }, []);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      const transfer = event.dataTransfer;
      if (!transfer || !hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      look(0);
      void dropped(transfer, look, (path) => say(words.notOpened(path), 'wrong')).then((files) => {
        look(null);
        if (files.length === 0) say(words.noFiles, 'wrong');
        return send(files);
      });
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  });
  const pick = (input: HTMLInputElement): void => {
    void send(picked(input.files));
    input.value = '';
  };
  return (
    <section class={`adding-drop${over ? ' adding-over' : ''}`} aria-labelledby="adding-drop">
      <h2 id="adding-drop">{over ? words.dropNow : words.drop}</h2>
      <p>{looking === null ? words.dropHow : words.looking(looking)}</p>
      <p class="adding-picks">
        <label class="adding-pick">
          <span>{words.pickFiles}</span>
          <input id="adding-files" type="file" multiple onChange={({ currentTarget }) => pick(currentTarget)} />
        </label>
        <label class="adding-pick">
          <span>{words.pickFolder}</span>
          <input ref={folder} type="file" multiple onChange={({ currentTarget }) => pick(currentTarget)} />
        </label>
      </p>
    </section>
  );
}
