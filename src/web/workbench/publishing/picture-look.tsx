import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Box } from '../../../capture/sighting.ts';
import type { PreviewPicture } from '../../../publish/workbench/shapes.ts';
import type { About } from './about.ts';
import { boxBetween, boxFrom, type Point, placeOf } from './region.ts';

const SIDES = ['x', 'y', 'width', 'height'] as const;
type Fields = Readonly<Record<keyof Box, string>>;
const BLANK: Fields = { x: '', y: '', width: '', height: '' };

interface PictureLookProps {
  readonly about: About;
  readonly picture: PreviewPicture;
}

/** The picture as the desk sees it, dark where it would be covered; a part to show is drawn on it or written. */
export function PictureLook({ about, picture }: PictureLookProps) {
  const { words } = about;
  const [fields, write] = useState<Fields>(BLANK);
  const draw = (box: Box): void => write(textOf(box));
  return (
    <div class="publishing-look">
      <Seen about={about} picture={picture} drawn={boxFrom(fields)} draw={draw} />
      <div class="publishing-region">
        <Regions about={about} picture={picture} />
        <p class="publishing-how">
          {words.drawHow} {words.faces}
        </p>
        <RegionForm about={about} picture={picture} fields={fields} write={write} />
      </div>
    </div>
  );
}

const textOf = ({ x, y, width, height }: Box): Fields => ({
  ...{ x: String(x), y: String(y) },
  ...{ width: String(width), height: String(height) },
});

interface SeenProps extends PictureLookProps {
  readonly drawn: Box | null;
  readonly draw: (box: Box) => void;
}

function Seen({ about, picture, drawn, draw }: SeenProps) {
  const { words, api, route, say } = about;
  const { item, file, width, height, boxes, regions } = picture;
  const [address, show] = useState<string | null>(null);
  const from = useRef<Point | null>(null);
  useEffect(() => {
    let own: string | null = null;
    let left = false;
    api
      .picture(`/cases/${encodeURIComponent(route.case ?? '')}/items/${encodeURIComponent(item)}/picture`)
      .then((made) => {
        own = made;
        if (left) URL.revokeObjectURL(made);
        else show(made);
      })
      .catch((cause: unknown) => say(messageOf(cause), 'wrong'));
    return () => {
      left = true;
      if (own !== null) URL.revokeObjectURL(own);
    };
  }, [item]);
  const drag = (event: PointerEvent): void => {
    const to = pointOf(event);
    const box = from.current && to && boxBetween(from.current, to, width, height);
    if (box) draw(box);
  };
  const mask = `publishing-open-${item}`;
  return (
    // The room that the picture takes is kept free before it comes.
    <svg
      class="publishing-seen"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.pictureOf(file)}
      onPointerDown={(event) => {
        from.current = pointOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={(event) => {
        drag(event);
        from.current = null;
      }}
    >
      {address === null ? null : <image href={address} width={width} height={height} preserveAspectRatio="none" />}
      <mask id={mask}>
        <rect width={width} height={height} fill="white" />
        {[...boxes, ...regions.map(({ box }) => box)].map((box) => (
          <rect key={placeOf(box)} {...box} fill="black" />
        ))}
      </mask>
      <rect class="publishing-dark" width={width} height={height} mask={`url(#${mask})`} />
      {drawn === null ? null : <rect class="publishing-drawn" {...drawn} />}
    </svg>
  );
}

/** Where a pointer is, in pixels of the picture, however large it is drawn. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent): Point | null {
  const drawn = currentTarget instanceof SVGSVGElement ? currentTarget.getScreenCTM() : null;
  return drawn && new DOMPoint(clientX, clientY).matrixTransform(drawn.inverse());
}

/** Parts that two people decided to show, each to be taken back. */
function Regions({ about, picture: { regions } }: PictureLookProps) {
  const { words, api, route, say, note, since } = about;
  const takeBack = async (event: number): Promise<void> => {
    try {
      await api.post(`/cases/${encodeURIComponent(route.case ?? '')}/undo`, { event, why: '' });
      note(`region ${event}`, 'undo');
    } catch (cause) {
      say(messageOf(cause), 'wrong');
    }
  };
  return (
    <ul class="publishing-regions">
      {regions.map(({ seq, box, second }) => (
        <li key={seq}>
          <span class={since.has(`region ${seq}`) ? 'publishing-gone' : ''}>
            {words.regionIs(placeOf(box), second)}
          </span>{' '}
          {since.has(`region ${seq}`) ? null : (
            <button type="button" onClick={() => void takeBack(seq)}>
              {words.takeBack}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface RegionFormProps extends PictureLookProps {
  readonly fields: Fields;
  readonly write: (fields: Fields) => void;
}

function RegionForm({ about, picture, fields, write }: RegionFormProps) {
  const { words, decide, note } = about;
  const box = boxFrom(fields);
  const [second, setSecond] = useState('');
  const [why, setWhy] = useState('');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (box === null) return;
    const made = await decide('exhibit', { item: picture.item, show: placeOf(box), second: second.trim() }, why.trim());
    if (made === null) return;
    note(`exhibit ${made}`, 'exhibit');
    write(BLANK);
    setWhy('');
  };
  return (
    <form class="publishing-decide" aria-label={words.show} onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>{words.region}</legend>
        {SIDES.map((side) => (
          <label key={side}>
            <span>{words.sides[side]}</span>
            <input
              type="text"
              inputMode="numeric"
              size={5}
              value={fields[side]}
              onInput={({ currentTarget: { value } }) => write({ ...fields, [side]: value })}
            />
          </label>
        ))}
      </fieldset>
      <label>
        <span>{words.second}</span>
        <input type="text" required value={second} onInput={({ currentTarget: { value } }) => setSecond(value)} />
      </label>
      <label>
        <span>{words.why}</span>
        <input type="text" required value={why} onInput={({ currentTarget: { value } }) => setWhy(value)} />
      </label>
      <button type="submit" disabled={box === null}>
        {words.show}
      </button>
    </form>
  );
}
