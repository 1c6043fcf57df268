import { describe, expect, it } from 'vitest';
import { boxBetween, boxFrom, placeOf } from './region.ts';

describe('a part of a picture', () => {
  it('is drawn from any corner, and stays within', () => {
    expect(boxBetween({ x: 90.6, y: 50 }, { x: -5, y: 200 }, 80, 120)).toEqual({ x: 0, y: 50, width: 80, height: 70 });
    expect(boxBetween({ x: 9, y: 9 }, { x: 9, y: 30 }, 80, 120)).toBeNull();
  });

  it('is written in whole pixels', () => {
    expect(boxFrom({ x: '1', y: '2', width: '30', height: '4' })).toEqual({ x: 1, y: 2, width: 30, height: 4 });
    expect(boxFrom({ x: '1', y: '2', width: '0', height: '4' })).toBeNull();
    expect(boxFrom({ x: '-1', y: '2', width: '3', height: '4' })).toBeNull();
    expect(placeOf({ x: 1, y: 2, width: 30, height: 4 })).toBe('1,2,30,4');
  });
});
