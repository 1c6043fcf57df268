import { describe, expect, it } from 'vitest';
import { terminal } from './terminal.ts';

const stream = (isTTY: boolean, columns?: number) => ({ isTTY, columns }) as unknown as NodeJS.WriteStream;

describe('the place that is printed to', () => {
  it('is 80 columns wide in a pipe, and never so wide that lines get hard to read', () => {
    expect(terminal(stream(false), {}).width).toBe(80);
    expect(terminal(stream(true, 64), {}).width).toBe(64);
    expect(terminal(stream(true, 220), {}).width).toBe(100);
  });

  it('has colour on a terminal only, unless the environment says otherwise', () => {
    expect(terminal(stream(true, 80), {}).colour).toBe(true);
    expect(terminal(stream(false), {}).colour).toBe(false);
    expect(terminal(stream(true, 80), { NO_COLOR: '1' }).colour).toBe(false);
    expect(terminal(stream(true, 80), { TERM: 'dumb' }).colour).toBe(false);
    expect(terminal(stream(false), { FORCE_COLOR: '1' }).colour).toBe(true);
  });
});
