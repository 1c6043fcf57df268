export type { Grammar, Stretch } from './grammar.ts';
export { read } from './read.ts';
export type {
  Carrier,
  Commitment,
  Outcome,
  Reading,
  Response,
  Source,
  SourceKind,
  Statement,
  StatementClass,
  Time,
} from './statement.ts';
