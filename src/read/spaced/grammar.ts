import type { Grammar } from '../grammar.ts';
import { english } from '../locales/en/en.ts';
import { commitmentsOf } from './commitment.ts';
import type { Lexicon } from './lexicon.ts';
import { responsesOf } from './response.ts';
import { statementsOf } from './statements.ts';

/** The grammar of a language that parts its words with spaces: the engine with that language's data. */
export const spacedGrammar = (lexicon: Lexicon): Grammar => ({
  languages: lexicon.languages,
  statements: (content, stretches) => statementsOf(content, stretches, lexicon),
  responses: (content, stretches, statements) => responsesOf(content, stretches, statements, lexicon),
  commitments: (content, stretches, statements, times) => commitmentsOf(content, stretches, statements, times, lexicon),
});

/** English. */
export const spaced: Grammar = spacedGrammar(english);
