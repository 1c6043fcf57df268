import { describe, expect, it } from 'vitest';
import { whenOf } from './page-frame.ts';

describe('an instant on a page of the record', () => {
  it.each([
    ['2031-06-17T18:05:00+01:00', 'en', '17 Jun 2031, 18:05 (+01:00)'],
    ['2031-06-17T18:05:00+08:00', 'zh', '2031年6月17日 18:05（+08:00）'],
    ['2031-06-17T18:05:00Z', 'en', '17 Jun 2031, 18:05 (UTC)'],
    ['2031-06', 'en', '2031-06'],
  ] as const)('%s in %s is told with the offset it was given in', (instant, tongue, told) =>
    expect(whenOf(instant, tongue)).toBe(told),
  );
});
