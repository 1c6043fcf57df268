import { useEffect, useState } from 'preact/hooks';
import type { Box } from '../../../capture/sighting.ts';
import type { PairView } from '../../../publish/workbench/shapes.ts';
import type { ImagePair } from '../../../trace/image-pair.ts';
import type { Api } from '../api.ts';
import type { Route } from '../route.ts';
import type { Words } from './words.ts';

/** A region of a picture: what both show, or what differs. */
interface Region {
  readonly box: Box;
  readonly kind: 'same' | 'differs';
  readonly words: string | null;
}

/** Two pictures beside one another, with what they share and what differs drawn over both and told beneath. */
export function PairPictures(props: {
  readonly api: Api;
  readonly route: Route;
  readonly view: PairView;
  readonly pair: ImagePair;
  readonly words: Words;
}) {
  const { api, route, view, pair, words } = props;
  const isTurned = pair.left !== view.left.row.id;
  const regions = (side: 'left' | 'right'): readonly Region[] => {
    const own = isTurned ? (side === 'left' ? 'right' : 'left') : side;
    return [
      ...(pair.place ? [{ box: pair.place[own], kind: 'same' as const, words: null }] : []),
      ...(pair.differs ?? []).map((one) => ({ box: one[own], kind: 'differs' as const, words: null })),
      ...pair.altered.map((one) => ({
        ...{ box: one[own], kind: 'differs' as const },
        words: own === 'left' ? one.leftText : one.rightText,
      })),
    ];
  };
  const all = regions('left');
  const count = (kind: Region['kind']): number => all.filter((one) => one.kind === kind).length;
  return (
    <section class="evidence-pictures">
      <p>
        {pair.relation} · {words.regions(count('same'), count('differs'))}
      </p>
      <div class="evidence-two">
        {(['left', 'right'] as const).map((side) => (
          <Picture key={side} {...{ api, route, row: view[side].row, regions: regions(side), words }} />
        ))}
      </div>
      <ul>
        {(pair.missing ?? []).map(({ from, text }) => (
          <li key={`${from} ${text}`}>
            {words.missing(text, (from === 'left') === !isTurned ? words.left : words.right)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picture(props: {
  readonly api: Api;
  readonly route: Route;
  readonly row: PairView['left']['row'];
  readonly regions: readonly Region[];
  readonly words: Words;
}) {
  const { api, route, row, regions, words } = props;
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
      .catch(() => undefined);
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [row.id]);
  return (
    <figure class="evidence-picture">
      <div class="evidence-drawn">
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
      <figcaption class="fine">
        {row.file}
        <ul>
          {regions.flatMap(({ words: said }, at) => (said === null ? [] : [<li key={at}>{words.reads(said)}</li>]))}
        </ul>
      </figcaption>
    </figure>
  );
}
