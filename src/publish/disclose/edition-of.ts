import type { Decision } from '../../weigh/decision.ts';
import type { Person } from '../../weigh/ledger.ts';
import type { Policy } from '../../weigh/policy.ts';
import type { Dossier } from '../dossier.ts';
import type { Edition, PastEdition } from '../edition.ts';
import { nearNames } from '../withhold/near-names.ts';
import { type Withholding, withholding } from '../withhold/withhold.ts';
import { type Disclosed, disclosed } from './disclosed.ts';
import { eachString } from './each-string.ts';
import { guarded } from './guarded.ts';
import { type PublicId, personCodes, publicIds } from './public-ids.ts';
import { publishedPeople } from './published-people.ts';

/** What an edition is made from besides the dossier. */
export interface EditionFacts extends Pick<Edition, 'number' | 'published' | 'title' | 'languages' | 'base' | 'log'> {
  readonly policy: Policy;
  readonly decisions: readonly Decision[];
  /** The editions before, as they were published. */
  readonly earlier: readonly PastEdition[];
  /** 32 bytes that nobody outside knows and that stay the same: what public ids are keyed with. */
  readonly secret: Uint8Array;
  /** Words by which the desk's own people are known: accounts, signatures under decisions. */
  readonly desk: readonly string[];
  /** More names to withhold: what was found too near to one that is withheld. */
  readonly also: readonly string[];
}

/** An edition, with what the desk alone may know of its making. */
export interface Draft {
  readonly edition: Edition;
  readonly unheard: Disclosed['unheard'];
  /** Puts stand-ins into any words, as in the edition. */
  readonly shown: Withholding;
  /** The same for names alone, without secrets. */
  readonly names: Withholding;
  readonly publicId: PublicId;
  /** Whose names must stand nowhere in it. */
  readonly withheld: readonly Person[];
}

/** The edition of a dossier. Earlier editions go through the stand-ins of today: what is withheld now stays so. */
export function editionOf(dossier: Dossier, facts: EditionFacts): Draft {
  const { policy, decisions, secret, desk, also, earlier, ...told } = facts;
  const people = withNear(publishedPeople(dossier.people), dossier, also);
  const names = withholding({ ...dossier, people }, personCodes(secret));
  const shown = guarded(names, desk);
  const publicId = publicIds(secret);
  const { unheard, ...open } = disclosed(dossier, decisions, { shown, publicId, people });
  const edition: Edition = {
    ...told,
    ...open,
    title: shown(told.title),
    policy,
    plates: [],
    earlier: earlier.map((one) => ({ ...one, dossier: eachString(withoutErased(one.dossier, open.dossier), shown) })),
  };
  const withheld = people.filter((one) => one.withheld);
  return { edition, unheard, shown, names, publicId, withheld };
}

/** With those who may be people, and with words too near to a withheld name; a decision to disclose one lets it stand. */
function withNear(
  people: readonly Person[],
  { maybePeople = [] }: Dossier,
  near: readonly string[],
): readonly Person[] {
  const known = new Set(people.map(({ name }) => name));
  const more = (names: readonly string[], why: string): readonly Person[] =>
    [...new Set(names)].filter((name) => !known.has(name)).map((name) => ({ name, role: null, withheld: true, why }));
  return [
    ...people,
    ...more(
      maybePeople.map(({ name }) => name),
      'may be a person: `disclose` it if it is none',
    ),
    ...more(near, 'one letter away from a withheld name: `disclose` it if it is another'),
  ];
}

/** Every word of an edition that is one letter away from a withheld name. */
export function nearMisses({ edition, withheld }: Draft): readonly string[] {
  const words = new Set<string>();
  eachString([edition.dossier, edition.quotations, edition.title], (said) => {
    for (const word of said.match(/[\p{L}\p{N}’']+/gu) ?? []) words.add(word);
    return said;
  });
  return nearNames(
    words,
    withheld.map(({ name }) => name),
  );
}

const ERASED = '[withheld: its evidence was taken out of the case]';

/** An earlier edition without the words of evidence that the case no longer holds: what was erased is not told again. */
function withoutErased(before: Dossier, now: Dossier): Dossier {
  const here = new Set(now.items.map(({ id }) => id));
  const gone = new Set(before.statements.filter(({ item }) => !here.has(item)).map(({ id }) => id));
  if (gone.size === 0) return before;
  return {
    ...before,
    statements: before.statements.map((one) => (gone.has(one.id) ? { ...one, quote: ERASED } : one)),
    claims: before.claims.map((one) =>
      one.statements.every((id) => gone.has(id)) ? { ...one, statement: ERASED } : one,
    ),
    responses: before.responses.filter(({ item }) => item === null || here.has(item)),
    commitments: before.commitments.filter(({ item }) => item === null || here.has(item)),
  };
}
