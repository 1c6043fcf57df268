import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, filled, wrapped } from './paint.ts';

describe('words for a terminal', () => {
  it('are broken at spaces and between Han characters, never wider than asked', () => {
    const words = 'The warden of the lower gate said 区水务局局长当天没有到岗，别的都在核实 and left.';
    const lines = wrapped(words, 24, '  ').split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(stringWidth(line.replace(/^ {2}/, ''))).toBeLessThanOrEqual(24);
    expect(
      lines
        .map((line) => line.trim())
        .join('')
        .replaceAll(' ', ''),
    ).toBe(words.replaceAll(' ', ''));
  });

  it('are cut with an ellipsis, wide characters counted as two', () => {
    expect(cut('水务局局长', 7)).toBe('水务局…');
    expect(cut('short', 7)).toBe('short');
    expect(filled('水', 4)).toBe('水  ');
  });
});
