import { Desk, type Drawing, type Drawn, num, ofKind, type Things } from './pdf-hidden-ink.ts';
import { joined, matrixOf, rectangle, SAME, shapeOf } from './pdf-hidden-shape.ts';
import { colourOf, firstInk } from './pdf-hidden-state.ts';

/** Follows the operators of a page (ISO 32000, 8 and 9), and keeps what is drawn with where and how. */
export function drawnOn({ fnArray, argsArray }: Drawing, things: Things): Drawn {
  const desk = new Desk(things);
  const deeds = new Map(Object.entries(DEEDS).map(([name, deed]) => [things.ops[name] ?? -1, deed]));
  for (const [at, op] of fnArray.entries()) {
    desk.order = at + 1;
    const args = argsArray[at];
    deeds.get(op)?.(desk, Array.isArray(args) ? args : []);
  }
  return desk;
}

type Deed = (desk: Desk, args: readonly unknown[]) => void;

const begin = (desk: Desk, matrix: unknown, box: unknown): void => {
  desk.ink.ctm = joined(desk.ink.ctm, matrixOf(matrix));
  if (!box) return;
  const [left = 0, low = 0, right = 0, high = 0] = Array.from(box as ArrayLike<unknown>, Number);
  desk.clip(rectangle(desk.ink.ctm, left, low, right - left, high - low));
};
const moved = (desk: Desk, x: unknown, y: unknown): void => {
  desk.line = joined(desk.line, [1, 0, 0, 1, num(x), num(y)]);
  desk.place = desk.line;
};
const setting =
  (key: 'leading' | 'letterGap' | 'wordGap' | 'rise' | 'mode' | 'lineWidth'): Deed =>
  (desk, [to]) => {
    desk.ink[key] = num(to);
  };

function grade(desk: Desk, key: unknown, value: unknown): void {
  const { ink } = desk;
  if (key === 'ca') ink.fillAlpha = num(value, 1);
  else if (key === 'CA') ink.strokeAlpha = num(value, 1);
  else if (key === 'BM') ink.blends = !['source-over', 'Normal', 'Compatible', 'normal'].includes(String(value));
  else if (key === 'SMask') ink.masked = Boolean(value);
  else if (key === 'LW') ink.lineWidth = num(value);
  else if (key === 'Font' && Array.isArray(value)) [ink.font, ink.size] = [String(value[0]), num(value[1])];
}

const DEEDS: Readonly<Record<string, Deed>> = {
  save: (desk) => desk.save(),
  restore: (desk) => desk.restore(),
  transform: (desk, args) => begin(desk, args, null),
  setGState: (desk, [all]) => {
    for (const one of Array.isArray(all) ? all : []) if (Array.isArray(one)) grade(desk, one[0], one[1]);
  },
  setLineWidth: setting('lineWidth'),
  setFillRGBColor: (desk, args) => {
    desk.ink.fill = colourOf(args);
  },
  setStrokeRGBColor: (desk, args) => {
    desk.ink.stroke = colourOf(args);
  },
  setFillColorN: (desk) => {
    desk.ink.fill = null;
  },
  setStrokeColorN: (desk) => {
    desk.ink.stroke = null;
  },
  setFillTransparent: (desk) => {
    desk.ink.fill = null;
  },
  setStrokeTransparent: (desk) => {
    desk.ink.stroke = null;
  },
  clip: (desk) => {
    desk.pendingClip = 'nonzero';
  },
  eoClip: (desk) => {
    desk.pendingClip = 'evenodd';
  },
  constructPath: (desk, [op, path]) => desk.path(num(op), path),
  shadingFill: (desk) => {
    const all = shapeOf([[-1e5, -1e5, 1e5, -1e5, 1e5, 1e5, -1e5, 1e5]], false);
    desk.cover(all, null, desk.ink.fillAlpha, 'picture');
  },
  beginText: (desk) => {
    [desk.place, desk.line] = [SAME, SAME];
  },
  setCharSpacing: setting('letterGap'),
  setWordSpacing: setting('wordGap'),
  setHScale: (desk, [to]) => {
    desk.ink.stretch = num(to, 100) / 100;
  },
  setLeading: (desk, [to]) => {
    desk.ink.leading = -num(to);
  },
  setFont: (desk, [font, size]) => {
    [desk.ink.font, desk.ink.size] = [String(font), num(size)];
  },
  setTextRenderingMode: setting('mode'),
  setTextRise: setting('rise'),
  moveText: (desk, [x, y]) => moved(desk, x, y),
  setLeadingMoveText: (desk, [x, y]) => {
    desk.ink.leading = num(y);
    moved(desk, x, y);
  },
  setTextMatrix: (desk, [to]) => {
    desk.line = matrixOf(to);
    desk.place = desk.line;
  },
  nextLine: (desk) => moved(desk, 0, desk.ink.leading),
  showText: (desk, [glyphs]) => desk.text(glyphs),
  showSpacedText: (desk, [glyphs]) => desk.text(glyphs),
  beginMarkedContent: (desk) => desk.layers.push(false),
  beginMarkedContentProps: (desk, [tag, group]) => desk.layers.push(tag === 'OC' && desk.things.isLayerOff(group)),
  endMarkedContent: (desk) => desk.layers.pop(),
  paintFormXObjectBegin: (desk, [matrix, box]) => {
    desk.save();
    begin(desk, matrix, box);
  },
  paintFormXObjectEnd: (desk) => desk.restore(),
  beginGroup: (desk, [group]) => {
    desk.save();
    const { smask, matrix, bbox } = ofKind(group);
    desk.groups.push(Boolean(smask));
    if (smask) desk.masks++;
    const before = desk.ink.ctm;
    begin(desk, matrix ?? SAME, bbox);
    desk.ink.ctm = before;
    // What is drawn in a group is seen through the group's own grade.
    if (desk.ink.fillAlpha < 0.95) desk.ink.masked = true;
    [desk.ink.fillAlpha, desk.ink.strokeAlpha] = [1, 1];
  },
  endGroup: (desk) => {
    if (desk.groups.pop()) desk.masks--;
    desk.restore();
  },
  beginAnnotation: (desk, [, box, transform, matrix]) => {
    desk.save();
    desk.ink = { ...firstInk(), inNote: true };
    begin(desk, SAME, box);
    begin(desk, transform, null);
    begin(desk, matrix, null);
  },
  endAnnotation: (desk) => desk.restore(),
  paintImageXObject: (desk, [name]) => desk.picture(desk.things.thing(String(name))),
  paintInlineImageXObject: (desk, [image]) => desk.picture(image),
  paintSolidColorImageMask: (desk) => {
    const { ctm, fill, fillAlpha } = desk.ink;
    desk.cover(rectangle(ctm, 0, 0, 1, 1), fill, fill === null ? 0 : fillAlpha, 'shape');
  },
};
