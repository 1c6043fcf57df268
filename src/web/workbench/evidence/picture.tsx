import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Box } from '../../../capture/sighting.ts';
import type { ItemRow } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import type { Route } from '../route.ts';
import type { Words } from './words.ts';

/** A region of a picture: what both show, or what differs. */
export interface Region {
  readonly box: Box;
  readonly kind: 'same' | 'differs';
}

/** A picture of the case, made anew from its pixels, with regions drawn over it. */
export function Picture(props: {
  readonly api: Api;
  readonly route: Route;
  readonly row: Pick<ItemRow, 'id' | 'file'>;
  readonly regions: readonly Region[];
  readonly words: Words;
}) {
  const { api, route, row, regions, words } = props;
  const [wrong, tell] = useState<string | null>(null);
  const [url, set] = useState<string | null>(null);
  const [size, measure] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    api
      .picture(`/cases/${encodeURIComponent(route.case ?? '')}/items/${encodeURIComponent(row.id)}/picture`)
      .then((one) => {
        made = one;
        if (left) URL.revokeObjectURL(one);
        else set(one);
      })
      .catch((cause: unknown) => left || tell(messageOf(cause)));
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [row.id]);
  return (
    <figure class="evidence-picture">
      {wrong === null ? null : <p role="alert">{wrong}</p>}
      <div class={wrong === null ? 'evidence-drawn' : ''}>
        {url === null ? null : (
          <img
            src={url}
            alt={`${words.picture}: ${row.file}`}
            onLoad={({ currentTarget }) =>
              measure({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
            }
          />
        )}
        {size === null ? null : (
          <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
            {regions.map(({ box, kind }, at) => (
              <rect key={at} {...box} class={kind} />
            ))}
          </svg>
        )}
      </div>
      <figcaption class="fine">{row.file}</figcaption>
    </figure>
  );
}
