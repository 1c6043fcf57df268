import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Text } from '../capture/text.ts';
import { read } from './read.ts';
import type { Reading } from './statement.ts';

const CARRIER = { publisher: 'Weir Post', author: null, published: '2031-06-04T09:00:00+01:00' };

const reading = (content: string, language: string): Reading => {
  const text: Text = { id: 't', item: 'i', language, content, zones: [], voices: [], links: [], credits: [] };
  return read(text, CARRIER);
};

const partsOf = (found: Reading) => [
  ...found.statements.flatMap((one) => [one, one.source, ...one.chain, ...(one.cue ? [one.cue] : [])]),
  ...found.responses,
  ...found.commitments,
  ...found.times,
];

/** Words of spans that are not what the text has there: none, whatever the text. */
const inexact = (content: string, found: Reading): readonly string[] =>
  partsOf(found)
    .filter((one) => content.slice(one.start, one.end) !== one.quote)
    .map((one) => one.quote);

/** `words` again and again, as many bytes of UTF-8 long. */
function filled(words: string, bytes: number): string {
  const times = Math.ceil(bytes / new TextEncoder().encode(words).length);
  return words.repeat(times);
}

const LANGUAGES = ['en', 'es', 'zh', 'und'] as const;

const DEEP = `${'“'.repeat(50)}the mayor said it held${'”'.repeat(50)} `;

/** What a text may be made of besides sentences, with the language whose engine has the most to do with it. */
const ODD: Readonly<Record<string, readonly [language: string, words: string]>> = {
  'English without a full stop': ['en', 'the mayor said that the water was high and the board denied that it was low '],
  'Spanish without a full stop': [
    'es',
    'la alcaldesa dijo que el agua estaba alta y la junta negó que hubiera riesgo ',
  ],
  'Chinese without a full stop': ['zh', '市长表示水位很高并称没有危险同时否认有人受伤'],
  'verbs of saying and commas': ['en', 'said, told, '],
  'sources without words': ['en', 'according to '],
  'one word': ['en', 'word '],
  capitals: ['en', 'Ann Pole Kroll Board '],
  'quotation marks that never close': ['en', '“the “mayor “said '],
  'straight marks': ['en', '"said \'it '],
  'guillemets that never close': ['es', '«dijo '],
  dashes: ['es', '—dijo el alcalde— '],
  'lines of dialogue': ['es', '—No —dijo.\n'],
  'quotations fifty deep': ['en', DEEP],
  'Chinese quotations that never close': ['zh', '“他说：“'],
  'hearsay and nothing heard': ['zh', '据悉'],
  'bidirectional controls': ['en', '\u202eAnn said\u202c \u2067that\u2069 it held. '],
  'words cut by what can’t be seen': ['en', 'A\u200bnn s\u200baid th\u00adat it held. '],
  'four scripts': ['en', 'Ann 说 that Анна сказала 表示 أعلن '],
  'names in emoji': ['en', '🦊 said that 👩‍👩‍👧 was here. '],
  'combining marks': ['es', 'a\u0301\u0327\u0300'],
  numbers: ['en', '1 2 3/4 5.6 7:08 '],
  dates: ['en', 'on 3 June 2031 at 5 pm '],
  stops: ['en', '. . ! ? '],
  'white space': ['en', ' \t\u00a0\u3000'],
  'line ends': ['zh', '\n\n'],
};

const counts = ({ statements, responses, commitments, times }: Reading): readonly number[] => [
  statements.length,
  responses.length,
  commitments.length,
  times.length,
];

describe('odd text', () => {
  it.each(Object.entries(ODD))('of %s has exact spans in any language', (_name, [, words]) => {
    for (const language of LANGUAGES) {
      const content = filled(words, 4_000);
      expect(inexact(content, reading(content, language))).toEqual([]);
    }
  });

  it.each(Object.entries(ODD))(
    'of %s is read to its end: twice the text is twice the finds',
    (_name, [language, words]) => {
      const once = filled(words, 200_000);
      const twice = once + once;
      const [one, two] = [reading(once, language), reading(twice, language)];
      expect(inexact(twice, two)).toEqual([]);
      counts(one).forEach((count, at) => {
        const double = counts(two)[at] ?? 0;
        expect(Math.abs(double - 2 * count)).toBeLessThanOrEqual(4 + count * 0.05);
      });
    },
  );

  it('of a megabyte without a full stop is read to its end', () => {
    const content = filled('Ann Pole said the weir was high and the water board said that it was low ', 1_000_000);
    const { statements } = reading(content, 'en');
    expect(statements.length).toBeGreaterThan(10_000);
    expect(statements.at(-1)?.start).toBeGreaterThan(990_000);
    expect(inexact(content, { statements, responses: [], commitments: [], times: [], persons: [] })).toEqual([]);
  });

  it('of any of it mixed has exact spans, and the same reading each time', () => {
    const piece = fc.constantFrom(
      ...Object.values(ODD).map(([, words]) => words),
      ...[
        'said',
        'dijo',
        '表示',
        'that',
        'que',
        '“',
        '”',
        '«',
        '»',
        '"',
        "'",
        '—',
        ':',
        '：',
        ',',
        '，',
        '.',
        '。',
        '\n',
      ],
      ...[
        'the mayor',
        'la alcaldesa',
        '市长',
        'según',
        '据',
        'denied',
        'negó',
        '否认',
        'on Monday',
        'el lunes',
        '周一',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 }),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom('', ' '),
        (pieces, language, joint) => {
          const content = pieces.join(joint);
          const found = reading(content, language);
          expect(inexact(content, found)).toEqual([]);
          expect(reading(content, language)).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what odd text hides', () => {
  it('a cue is not made by what can’t be seen, nor a name by turning letters round', () => {
    for (const content of ['Ann Pole s\u200baid that it held.', 'The board\u202e dias\u202c that it held.'])
      expect(reading(content, 'en').statements.filter((one) => !one.carrier)).toEqual([]);
  });

  it('quotations fifty deep are one quotation of one speaker', () => {
    const content = `${'“'.repeat(50)}it held${'”'.repeat(50)}, said Ann Pole.`;
    const found = reading(content, 'en').statements.filter((one) => !one.carrier);
    expect(found.map((one) => one.source.name)).toEqual(['Ann Pole']);
  });

  it('an unclosed quotation takes no more than its paragraph', () => {
    const content = '“It held, said Ann Pole.\nThe mayor said that the road was shut.';
    expect(reading(content, 'en').statements.map((one) => one.quote)).toContain('the road was shut');
  });
});
