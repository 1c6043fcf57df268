export type { Grammar, Stretch } from './grammar.ts';
export { personsIn } from './persons.ts';
export { read } from './read.ts';
export type {
  Carrier,
  Commitment,
  Outcome,
  PersonMention,
  Reading,
  Response,
  Source,
  SourceKind,
  Statement,
  StatementClass,
  Tender,
  Time,
} from './statement.ts';
