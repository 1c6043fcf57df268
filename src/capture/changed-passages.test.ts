import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPassages } from './changed-passages.ts';
import { editsOf } from './edits.ts';

/** What changed, in words: `-gone`, `+come`, `~old>new (inner words)`. */
function told(before: string, after: string): readonly string[] {
  const words = (span: { start: number; end: number } | null, text: string): string =>
    span ? text.slice(span.start, span.end) : '';
  return changedPassages(before, after).map((one) => {
    const inner = one.words.map((word) => `${words(word.before, before)}>${words(word.after, after)}`).join('; ');
    if (one.kind === 'changed') return `~${inner}`;
    return one.kind === 'added' ? `+${words(one.after, after)}` : `-${words(one.before, before)}`;
  });
}

const PAGE = 'Ferry stops.\n\nThe ferry will stop on Monday. Two crews were told. The harbour office said nothing.';

describe('changed passages', () => {
  it('of equal texts are none, and white space is nothing', () => {
    expect(told(PAGE, PAGE)).toEqual([]);
    expect(told(PAGE, PAGE.replaceAll('\n\n', '\n').replaceAll('. ', '.  '))).toEqual([]);
    expect(told('', '')).toEqual([]);
  });

  it('are sentences that came or went', () => {
    expect(told(PAGE, PAGE.replace(' Two crews were told.', ''))).toEqual(['-Two crews were told.']);
    expect(told(PAGE, `${PAGE} A reader wrote to us.`)).toEqual(['+A reader wrote to us.']);
    expect(told(PAGE, '')).toEqual([`-${PAGE}`]);
    expect(told('', 'New here.')).toEqual(['+New here.']);
  });

  it('are sentences that were reworded, with the words that changed', () => {
    expect(told(PAGE, PAGE.replace('will stop on Monday', 'may stop on Tuesday'))).toEqual([
      '~will>may; Monday>Tuesday',
    ]);
    expect(told(PAGE, PAGE.replace('said nothing', 'denied it and said nothing'))).toEqual(['~>denied it and']);
  });

  it('are found in Chinese and Spanish as well', () => {
    expect(told('渡轮周一停航。两组船员已接到通知。', '渡轮周二停航。两组船员已接到通知。')).toEqual(['~一>二']);
    expect(told('El ferry para el lunes. Nadie avisó.', 'El ferry para el martes. Nadie avisó.')).toEqual([
      '~lunes>martes',
    ]);
  });

  it('keep numbers whole', () => {
    expect(told('It cost 1,200.50 crowns in all.', 'It cost 1,300.50 crowns in all.')).toEqual(['~1,200.50>1,300.50']);
  });

  it('rebuild the later text from the earlier one', () => {
    const sentence = fc.array(fc.constantFrom('ferry', 'stops', 'harbour', 'on', '12', '停航'), {
      minLength: 1,
      maxLength: 6,
    });
    const text = fc
      .array(sentence, { maxLength: 12 })
      .map((list) => list.map((words) => `${words.join(' ')}.`).join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        let built = '';
        let at = 0;
        for (const one of changedPassages(before, after)) {
          if (one.before) {
            built += before.slice(at, one.before.start);
            at = one.before.end;
          }
          if (one.before === null && one.after) {
            // What is new stands after what came before it in the later text.
            const same =
              after.slice(0, one.after.start).replaceAll(/\s/gu, '').length - built.replaceAll(/\s/gu, '').length;
            for (let left = same; left > 0; at++)
              if (/\S/u.test(before.charAt(at)) && left--) built += before.charAt(at);
          }
          if (one.after) built += after.slice(one.after.start, one.after.end);
        }
        built += before.slice(at);
        expect(built.replaceAll(/\s/gu, '')).toBe(after.replaceAll(/\s/gu, ''));
      }),
    );
  });

  it('of very long and very different texts come in no time', () => {
    const words = (seed: number): string =>
      Array.from({ length: 60_000 }, (_, n) => `w${(n * seed) % 9973}.`).join(' ');
    const start = performance.now();
    expect(changedPassages(words(7), words(11)).length).toBeGreaterThan(0);
    expect(changedPassages('a '.repeat(500_000), 'b '.repeat(500_000)).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('edits', () => {
  it('turn one sequence into the other, whatever they are, and touch nothing that is equal', () => {
    const sequence = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const built: string[] = [];
        let [at, to] = [0, 0];
        for (const edit of editsOf(before, after)) {
          expect(before.slice(at, edit.before.start)).toEqual(after.slice(to, edit.after.start));
          built.push(...before.slice(at, edit.before.start), ...after.slice(edit.after.start, edit.after.end));
          [at, to] = [edit.before.end, edit.after.end];
        }
        expect([...built, ...before.slice(at)]).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });
});
