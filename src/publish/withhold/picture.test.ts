import { describe, expect, it } from 'vitest';
import type { SeenLine } from '../../capture/sighting.ts';
import { revealedIn } from './picture.ts';
import { withholding } from './withhold.ts';

const shown = withholding({
  people: [{ name: 'Marta Quill', role: null, withheld: true, why: '' }],
  claims: [],
  statements: [],
  texts: [],
  items: [],
  origins: [],
});
const line = (text: string, y: number, confidence = 0.9): SeenLine => ({
  text,
  confidence,
  box: { x: 10, y, width: 100, height: 20 },
});
const seen = (lines: readonly SeenLine[]): string => revealedIn({ lines, messages: [] }, shown, []).words;

describe('what of a picture may be seen', () => {
  it('is every line that is read surely and names nobody', () => {
    expect(seen([line('The gate was open', 0), line('said Marta Quill', 30), line('for three nights', 60)])).toBe(
      'The gate was open for three nights',
    );
    expect(seen([line('blurred', 0, 0.4)])).toBe('');
  });

  it('covers a name that is broken over two lines, both of them', () => {
    expect(seen([line('it was Marta', 0), line('Quill who knew', 30), line('of the gate', 60)])).toBe('of the gate');
  });

  it('covers a name that was misread by a letter', () => {
    const misread = ['it was Marta Qui11', 'said Ouill', 'Q u i l l', 'and Qui|l'];
    for (const words of misread) expect(seen([line(words, 0)])).toBe('');
  });

  it('covers a number that reaches somebody, and leaves years', () => {
    expect(seen([line('call 138-0013-8000 now', 0), line('in 2024 and 2025', 30)])).toBe('in 2024 and 2025');
  });

  it('covers what leads to somebody', () => {
    expect(
      seen([line('@otter_42', 0), line('13800 138 000', 30), line('https://x.example', 60), line('open', 90)]),
    ).toBe('open');
  });

  it('shows of a conversation only what is quoted of it, and never who wrote', () => {
    const lines = [line('Bram', 0), line('the gate was open', 30), line('love you', 60)];
    const messages = [
      {
        side: 'left' as const,
        sender: 'Bram',
        text: 'the gate was open',
        time: null,
        box: { x: 0, y: 0, width: 1, height: 1 },
      },
    ];
    expect(revealedIn({ lines, messages }, shown, ['The gate was open.']).words).toBe('the gate was open');
  });
});
