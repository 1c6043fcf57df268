import type { Decision } from '../../weigh/decision.ts';
import type { Person } from '../../weigh/ledger.ts';
import type { Policy } from '../../weigh/policy.ts';
import type { Dossier } from '../dossier.ts';
import type { Edition, PastEdition } from '../edition.ts';
import { type Withholding, withholding } from '../withhold/withhold.ts';
import { type Disclosed, disclosed } from './disclosed.ts';
import { eachString } from './each-string.ts';
import { guarded } from './guarded.ts';
import { type PublicId, publicIds } from './public-ids.ts';
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
  readonly publicId: PublicId;
  /** Whose names must stand nowhere in it. */
  readonly withheld: readonly Person[];
}

/** The edition of a dossier. Earlier editions go through the stand-ins of today: what is withheld now stays so. */
export function editionOf(dossier: Dossier, facts: EditionFacts): Draft {
  const { policy, decisions, secret, desk, also, earlier, ...told } = facts;
  const people = [
    ...publishedPeople(dossier.people),
    ...also.map((name) => ({ name, role: null, withheld: true, why: 'near a name that is withheld' })),
  ];
  const shown = guarded(withholding({ ...dossier, people }), desk);
  const publicId = publicIds(secret);
  const { unheard, ...open } = disclosed(dossier, decisions, { shown, publicId, people });
  const edition: Edition = {
    ...told,
    ...open,
    title: shown(told.title),
    policy,
    plates: [],
    earlier: earlier.map((one) => ({ ...one, dossier: eachString(one.dossier, shown) })),
  };
  const withheld = people.filter((one) => one.withheld);
  return { edition, unheard, shown, publicId, withheld };
}
