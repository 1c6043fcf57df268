import { describe, expect, it } from 'vitest';
import { toBase64 } from '../base/base64.ts';
import type { ScreenMessage, Sighting } from '../capture/sighting.ts';
import { observationsIn } from './observation.ts';

const WIDTH = 1080;
const HEIGHT = 1920;
const CHAR = 40;

interface Bubble {
  readonly text: string;
  readonly time?: string;
  readonly side?: ScreenMessage['side'];
  /** Pixels below the message above. */
  readonly below?: number;
  /** Times the usual size. */
  readonly size?: number;
  /** How surely its time was read. */
  readonly sure?: number;
}

/** A screen as the eyes would have it: one line a message, letters of one width. */
function screen(bubbles: readonly Bubble[], ink: (x: number, y: number) => number = () => 250): Sighting {
  let y = 0;
  const messages = bubbles.map(({ text, time = null, side = 'left', below = 30, size = 1 }): ScreenMessage => {
    y += below;
    const box = { x: 40, y, width: text.length * CHAR * size + 40, height: 90 };
    y += box.height;
    return { side, sender: null, text, time: time ?? null, box };
  });
  const lines = messages.flatMap(({ text, time, box }, at) => [
    { text, box: { x: box.x + 20, y: box.y + 10, width: box.width - 40, height: 50 }, confidence: 0.9 },
    ...(time === null
      ? []
      : [
          {
            text: time,
            box: { x: box.x + 20, y: box.y + 65, width: 60, height: 20 },
            confidence: bubbles[at]?.sure ?? 0.9,
          },
        ]),
  ]);
  const [grayWidth, grayHeight] = [108, 192];
  const gray = Uint8Array.from({ length: grayWidth * grayHeight }, (_, at) =>
    ink(at % grayWidth, Math.floor(at / grayWidth)),
  );
  return { item: 'a', width: WIDTH, height: HEIGHT, grayWidth, grayHeight, gray: toBase64(gray), messages, lines };
}
const kinds = (one: Sighting) => observationsIn(one).map(({ kind }) => kind);
const timed = (...times: readonly string[]) => screen(times.map((time, at) => ({ text: `message ${at}`, time })));
const HAN = [
  '今天的水真的很浑浊',
  '我们楼也是这个样子',
  '大家先不要喝自来水',
  '我打电话去问过他们',
  '他们说正在安排检查',
];

describe('within one chat screen', () => {
  it('times that run backwards are told, with the one above', () => {
    expect(observationsIn(timed('18:02', '18:05', '17:40'))).toMatchObject([
      { kind: 'times-backwards', times: ['18:05', '17:40'] },
    ]);
    expect(observationsIn(timed('6:02 PM', '6:10 PM', '9:12 AM'))).toMatchObject([{ times: ['6:10 PM', '9:12 AM'] }]);
    expect(observationsIn(timed('下午6:02', '上午9:12'))).toMatchObject([{ times: ['下午6:02', '上午9:12'] }]);
  });

  it('a time that was hardly read is none: a figure may be lost', () => {
    const [above, below] = [
      { text: 'one', time: '13:05' },
      { text: 'two', time: '3:12' },
    ];
    expect(kinds(screen([above, below]))).toEqual(['times-backwards']);
    expect(kinds(screen([above, { ...below, sure: 0.42 }]))).toEqual([]);
    expect(kinds(screen([{ ...above, sure: 0.42 }, below]))).toEqual([]);
  });

  it('times are in order where a label between names another day', () => {
    const days = ['Wednesday', '5月29日', '29 May', 'Yesterday', '昨天 08:30', '2031-05-29', 'May 29'];
    for (const day of days)
      expect([
        day,
        kinds(
          screen([
            { text: 'a', time: '18:02' },
            { text: day, side: 'centre' },
            { text: 'b', time: '08:31' },
          ]),
        ),
      ]).toEqual([day, []]);
  });

  it('what a half day’s clock leaves open is not told', () => {
    expect(kinds(timed('11:58', '12:03', '1:10'))).toEqual([]);
    expect(kinds(timed('11:50 AM', '12:03 PM', '1:10 PM'))).toEqual([]);
    expect(kinds(timed('中午12:03', '下午1:10'))).toEqual([]);
    expect(kinds(timed('not a time', '99:99', ''))).toEqual([]);
  });

  it('an empty stretch is told where nothing stands in it', () => {
    const bubbles = HAN.map((text, at) => ({ text, below: at === 3 ? 400 : 30 }));
    expect(observationsIn(screen(bubbles))).toMatchObject([{ kind: 'gap', ratio: 13.3 }]);
    // A picture between two messages has no words, and is no gap.
    expect(kinds(screen(bubbles, (x, y) => (x > 20 && x < 60 && y > 45 && y < 70 ? 90 : 250)))).toEqual([]);
  });

  it('few messages have no usual distance', () => {
    expect(kinds(screen(HAN.slice(0, 3).map((text, at) => ({ text, below: at === 2 ? 900 : 30 }))))).toEqual([]);
  });

  it('letters of another size are told, in each script for itself', () => {
    const at3 = (size: number) => screen(HAN.map((text, at) => ({ text, size: at === 3 ? size : 1 })));
    expect(observationsIn(at3(1.4))).toMatchObject([{ kind: 'letters', ratio: 1.4 }]);
    expect(observationsIn(at3(0.7))).toMatchObject([{ kind: 'letters', ratio: 0.7 }]);
    expect(kinds(at3(1.05))).toEqual([]);
    const mixed = [...HAN, 'this one is written in English'].map((text, at) => ({ text, size: at === 5 ? 0.5 : 1 }));
    expect(kinds(screen(mixed))).toEqual([]);
  });

  it('nothing is told of a picture that is no chat screen', () => {
    expect(observationsIn(screen([]))).toEqual([]);
  });
});
