import type { Grammar } from '../grammar.ts';
import { commitmentsIn } from './commitment.ts';
import { responsesIn } from './response.ts';
import { statementsIn } from './statements.ts';

/** How Chinese is read, in either script and without word segmentation. */
export const han: Grammar = {
  languages: ['zh', 'yue', 'cmn', 'wuu'],
  statements: statementsIn,
  responses: responsesIn,
  commitments: commitmentsIn,
};
