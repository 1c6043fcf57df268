import { useState } from 'preact/hooks';
import type { PreviewPicture } from '../../../publish/workbench/shapes.ts';
import { hashOf } from '../route.ts';
import type { About } from './about.ts';
import { PictureLook } from './picture-look.tsx';

/** Image by image: what would be seen of each, and showing a part of it. */
export function Pictures({ about }: { readonly about: About }) {
  const { words, preview } = about;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section class="publishing-part" id="publishing-pictures" aria-labelledby="publishing-pictures-title">
      <h2 id="publishing-pictures-title">{words.pictures}</h2>
      <p class="publishing-how">{preview.pictures.length > 0 ? words.picturesHow : words.noPictures}</p>
      <ol class="publishing-rows">
        {preview.pictures.map((one) => (
          <Picture
            key={one.item}
            about={about}
            picture={one}
            open={open === one.item}
            toggle={() => setOpen(open === one.item ? null : one.item)}
          />
        ))}
      </ol>
    </section>
  );
}

interface PictureProps {
  readonly about: About;
  readonly picture: PreviewPicture;
  readonly open: boolean;
  readonly toggle: () => void;
}

function Picture({ about, picture, open, toggle }: PictureProps) {
  const { words, route } = about;
  const { item, file, shown, why, covered, boxes, regions, width } = picture;
  return (
    <li class="publishing-picture">
      <div class="publishing-name">
        <div class="publishing-who">
          <a href={hashOf({ case: route.case, room: 'evidence', id: item, query: {} })}>{file}</a>
          <p>
            <b>{shown ? words.shown : why === 'all-covered' ? words.covered : words.notShown}</b> ·{' '}
            {words.pictureWhy[why]}
            {width > 0 && shown ? ` · ${words.lines(boxes.length + regions.length, covered)}` : ''}
          </p>
        </div>
        <div class="publishing-do">
          {width > 0 ? (
            <button type="button" aria-label={words.lookAt(file)} aria-expanded={open} onClick={toggle}>
              {open ? words.close : words.look}
            </button>
          ) : null}
        </div>
      </div>
      {open ? <PictureLook about={about} picture={picture} /> : null}
    </li>
  );
}
