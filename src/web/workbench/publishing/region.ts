import type { Box } from '../../../capture/sighting.ts';

/** A point of a picture, in its own pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The box between two corners, whole pixels, within a picture of this size; null where nothing is in it. */
export function boxBetween(a: Point, b: Point, width: number, height: number): Box | null {
  const within = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)));
  const [left, right] = [within(Math.min(a.x, b.x), width), within(Math.max(a.x, b.x), width)];
  const [top, bottom] = [within(Math.min(a.y, b.y), height), within(Math.max(a.y, b.y), height)];
  if (right <= left || bottom <= top) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A box from what stands in four fields; null where that is none. */
export function boxFrom(fields: Readonly<Record<keyof Box, string>>): Box | null {
  const [x, y, width, height] = [fields.x, fields.y, fields.width, fields.height].map((one) =>
    /^\d{1,6}$/u.test(one.trim()) ? Number(one) : -1,
  );
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return x < 0 || y < 0 || width < 1 || height < 1 ? null : { x, y, width, height };
}

/** A box as decisions write it. */
export const placeOf = ({ x, y, width, height }: Box): string => `${x},${y},${width},${height}`;
