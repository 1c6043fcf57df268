import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Glyphs } from './glyphs.ts';
import { drawnOn } from './pdf-hidden-deeds.ts';
import type { Drawn } from './pdf-hidden-ink.ts';
import { judged } from './pdf-hidden-judge.ts';
import type { Hiding, LetterRun } from './pdf-hidden-state.ts';
import type { Box } from './sighting.ts';

/** Words that stand in a PDF and can't be seen on its page. */
export interface HiddenText {
  readonly page: number;
  readonly words: string;
  readonly why: Hiding;
  /** In the space of the page, in points, from the bottom left. */
  readonly box: Box;
}

/** A page as read for words that are seen. */
export interface PageSeen {
  readonly hidden: readonly HiddenText[];
  /** The runs that are seen; null where all are, so that they may be read as ever. */
  readonly runs: readonly Glyphs[] | null;
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** Whether a group of marked content is switched off, and the operators' numbers: the same for all pages of a document. */
export interface Reading {
  readonly ops: Readonly<Record<string, number>>;
  readonly isLayerOff: (group: unknown) => boolean;
}

export async function readingOf(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<Reading> {
  const { OPS } = await getResolvedPDFJS();
  bufferGrows();
  const layers = await document.getOptionalContentConfig();
  return { ops: OPS, isLayerOff: (group) => !layers.isVisible(group) };
}

/** What of a page's words is hidden, and the runs without it (ISO 32000, 9.3 and 8.5). */
export async function pageSeen(page: Page, reading: Reading): Promise<PageSeen> {
  const list = await page.getOperatorList();
  const thing = (name: string): unknown => {
    const things = name.startsWith('g_') ? page.commonObjs : page.objs;
    return things.has(name) ? things.get(name) : null;
  };
  const drawn = drawnOn(list, { ...reading, thing });
  const why = judged(drawn, page.view);
  if (why.size === 0) return { hidden: [], runs: null };
  return { hidden: hiddenWords(drawn, why, page.pageNumber), runs: seenRuns(drawn, why) };
}

type Judged = ReturnType<typeof judged>;

function hiddenWords({ runs }: Drawn, why: Judged, page: number): readonly HiddenText[] {
  const stretches: Stretch[] = [];
  for (const { letters } of runs) {
    let open: Stretch | undefined;
    for (const { letter } of letters) {
      const reason: Stretch['why'] | undefined = why.get(letter) ?? (letter.words === ' ' ? open?.why : undefined);
      if (!reason) {
        open = undefined;
        continue;
      }
      const now: Stretch = open?.why === reason ? open : { words: '', why: reason, points: [] };
      if (now !== open) stretches.push(now);
      open = now;
      now.words += letter.words;
      now.points.push(...letter.points);
    }
  }
  return stretches.flatMap(({ words, why: reason, points }) =>
    reason === 'twin' || words.trim() === '' ? [] : [{ page, words: words.trim(), why: reason, box: around(points) }],
  );
}

interface Stretch {
  words: string;
  readonly why: Hiding | 'twin';
  readonly points: (readonly [number, number])[];
}

function around(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
  return {
    ...{ x, y, width: xs.reduce((a, b) => Math.max(a, b)) - x },
    height: ys.reduce((a, b) => Math.max(a, b)) - y,
  };
}

/** The runs cut where something is hidden: rather a gap in a line than one letter too many. */
function seenRuns({ runs }: Drawn, why: Judged): readonly Glyphs[] {
  return runs.flatMap((run) => pieces(run, why));
}

function pieces({ transform, letters }: LetterRun, why: Judged): readonly Glyphs[] {
  const found: Glyphs[] = [];
  let piece: LetterRun['letters'] = [];
  const [a, b, c, d, e, f] = transform;
  const wide = Math.hypot(a, b);
  const close = (): void => {
    const [first, last] = [piece[0], piece.at(-1)];
    if (first && last)
      found.push({
        str: piece.map(({ letter }) => letter.words).join(''),
        transform: [a, b, c, d, e + a * first.from, f + b * first.from],
        width: (last.to - first.from) * wide,
      });
    piece = [];
  };
  for (const one of letters) {
    if (one.letter.inNote || why.has(one.letter)) close();
    else {
      // A wide gap between letters is a space that nobody wrote.
      const before = piece.at(-1);
      if (before && one.from - before.to > GAP && before.letter.words !== ' ' && one.letter.words !== ' ') close();
      piece.push(one);
    }
  }
  close();
  return found;
}

const GAP = 0.18;

/** All words of a PDF that can't be seen on its pages. */
export async function hiddenIn(bytes: Uint8Array): Promise<readonly HiddenText[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  try {
    const reading = await readingOf(document);
    const found: HiddenText[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      found.push(...(await pageSeen(page, reading)).hidden);
      page.cleanup();
    }
    return found;
  } finally {
    await document.loadingTask.destroy().catch(() => {});
  }
}

/** Node 20 has no `transferToFixedLength`, which pdf.js wants; without it a page's operators break off at the first font. */
function bufferGrows(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const other = new ArrayBuffer(length);
      new Uint8Array(other).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return other;
    },
  });
}
