import { canonicalJson } from '../../base/canonical-json.ts';
import { eachString } from '../disclose/each-string.ts';
import type { Edition } from '../edition.ts';
import { type Fields, PREFIX } from './prov-name.ts';
import { activities, agents, entities } from './prov-nodes.ts';
import {
  alternates,
  associations,
  attributions,
  derivations,
  generations,
  members,
  specials,
  uses,
} from './prov-relations.ts';
import { wellFormed } from './well-formed.ts';

/**
 * The lineage as W3C PROV-JSON (https://www.w3.org/submissions/2013/SUBM-prov-json-20130424/). Items, statements, claims
 * and the edition are entities; who speaks, who publishes and the desk are agents; weighing is the one activity, with the
 * policy as its plan. A copy whose direction is not known is an alternate of the other, never derived from it.
 */
export function provOf(edition: Edition): string {
  const document = {
    prefix: { [PREFIX]: `urn:hearsay:${edition.log.id}:`, schema: 'https://schema.org/' },
    entity: entities(edition),
    agent: agents(edition),
    activity: activities(edition),
    wasGeneratedBy: relation('made', generations(edition)),
    used: relation('used', uses(edition)),
    wasAssociatedWith: relation('with', associations(edition)),
    wasDerivedFrom: relation('from', derivations(edition)),
    specializationOf: relation('state', specials(edition)),
    alternateOf: relation('alike', alternates(edition)),
    wasAttributedTo: relation('by', attributions(edition)),
    hadMember: relation('in', members(edition)),
  };
  const some = Object.entries(document).filter(([, value]) => Object.keys(value).length > 0);
  return `${canonicalJson(eachString(Object.fromEntries(some), wellFormed))}\n`;
}

/** Relations have no names of their own: blank ones. */
const relation = (prefix: string, all: readonly Fields[]): Readonly<Record<string, Fields>> =>
  Object.fromEntries(all.map((one, at) => [`_:${prefix}${at}`, one]));
