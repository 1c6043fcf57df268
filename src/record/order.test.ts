import { describe, expect, test } from 'vitest';
import { misplaced } from './order.ts';

describe('where an event stands', () => {
  test('it names only events that were before it', () => {
    expect(misplaced('undo', { event: 3, why: '' }, 4)).toBeNull();
    expect(misplaced('undo', { event: 4, why: '' }, 4)).toContain('was not yet');
    expect(misplaced('recovered', { from: 2, to: 4 }, 4)).toBeNull();
    expect(misplaced('recovered', { from: 2, to: 5 }, 4)).toContain('was not yet');
    expect(misplaced('recovered', { from: 4, to: 4 }, 4)).toContain('names no events');
  });
  test('an erasure names at least one, each once, ascending', () => {
    expect(misplaced('erase', { events: [1, 3], why: '' }, 4)).toBeNull();
    for (const events of [[], [3, 1], [1, 1], [4]])
      expect(misplaced('erase', { events, why: '' }, 4), `${events}`).not.toBeNull();
  });
  test('an intimate picture leaves no blob, and anything else leaves one', () => {
    const intimate = { commitment: 'c', secret: 's' };
    expect(misplaced('add', { blob: 'b', size: 1, intimate: null }, 4)).toBeNull();
    expect(misplaced('add', { blob: null, size: null, intimate }, 4)).toBeNull();
    for (const data of [
      { blob: null, size: null, intimate: null },
      { blob: 'b', size: 1, intimate },
      { blob: 'b', size: null, intimate: null },
    ])
      expect(misplaced('add', data, 4)).not.toBeNull();
  });
});
