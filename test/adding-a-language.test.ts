import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spanish } from '../src/read/locales/es/es.ts';
import { spacedGrammar } from '../src/read/spaced/grammar.ts';
import type { CueVerb, Lexicon } from '../src/read/spaced/lexicon.ts';
import { root } from './run.ts';

const verb = (lemma: string, forms: string, frames: CueVerb['frames'], kind: CueVerb['class'] = null): CueVerb => ({
  lemma,
  forms: forms.split(' '),
  frames,
  class: kind,
  object: null,
});

const portuguese: Lexicon = {
  ...spanish,
  languages: ['pt'],
  words: {
    ...spanish.words,
    articles: new Set(['o', 'a', 'os', 'as', 'um', 'uma']),
    determiners: new Set(['o', 'a', 'os', 'as', 'um', 'uma', 'este', 'esta', 'dois', 'duas']),
    prepositions: new Set(['de', 'do', 'da', 'dos', 'das', 'em', 'no', 'na', 'por', 'para', 'com', 'sobre']),
    phrasePrepositions: new Set(['de', 'do', 'da', 'dos', 'das']),
    negations: new Set(['não', 'nunca', 'nem']),
    auxiliaries: new Set(['tem', 'tinha', 'foi', 'é', 'era', 'está', 'se']),
  },
  cues: [
    verb('dizer', 'diz disse disseram', new Set(['that'])),
    verb('negar', 'nega negou negaram', new Set(['that', 'ing']), 'deny'),
  ],
  accordingTo: [['segundo']],
  heads: new Map([
    ['prefeita', 'unnamed-official'],
    ['empresa', 'named-body'],
  ]),
};

describe('adding a language', () => {
  it('reads a little Portuguese by data alone', () => {
    const content = 'Disse a prefeita Inês Couto que a ponte continua fechada. A empresa negou que houvesse risco.';
    const stretch = {
      start: 0,
      end: content.length,
      kind: 'body',
      carrier: { publisher: null, author: null, published: null },
    } as const;
    const found = spacedGrammar(portuguese).statements(content, [stretch]);

    expect(found.map((one) => `${one.class} ${one.source.name}: ${one.quote}`)).toEqual([
      'say Inês Couto: a ponte continua fechada',
      'deny empresa: houvesse risco',
    ]);
  });

  it('is shown in the documentation as it is run here', () => {
    const page = readFileSync(join(root, 'docs', 'adding-a-language.md'), 'utf8');
    const shown = /```ts\n([\s\S]*?)```/u.exec(page)?.[1] ?? '';
    const bare = (code: string): string => code.replaceAll(/[\s,]+/gu, '');
    const own = bare(readFileSync(join(root, 'test', 'adding-a-language.test.ts'), 'utf8'));
    const parts = shown.split(/\n(?=import|const|expect)/u).map(bare);
    expect(parts.length).toBeGreaterThan(6);
    for (const part of parts) expect(own).toContain(part);
  });
});
