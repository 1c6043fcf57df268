import type { Person } from '../../weigh/ledger.ts';

/**
 * Who may be named in public: nobody but by an editor's decision. To speak in office shows a name in the newsroom's own
 * report; a public record keeps the role and leaves the name out until somebody decides, with a reason.
 */
export const publishedPeople = (people: readonly Person[]): readonly Person[] =>
  people.map((one) =>
    // What a decision on a name lacks is said with it.
    one.decision !== undefined ? one : { ...one, withheld: true, why: 'nobody has decided to name this person' },
  );
