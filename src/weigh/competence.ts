import type { Placed } from './ledger.ts';
import { isOwnDeed } from './own-deed.ts';
import type { Policy } from './policy.ts';
import { ownBody, ownVoice, rankOf, speaksForBody } from './rank.ts';
import type { Scene } from './scene.ts';

/** A body speaks for its own affairs and its own field only; a document in hand for what it states. When in doubt, no. */
export function isCompetent(one: Placed, part: string, wording: string, scene: Scene): boolean {
  const { classes, outright, ownAffairs } = scene.policy.competence;
  const rank = rankOf(one, scene);
  if ((one.hedged && !outright.includes(one.class)) || one.by === 'model' || !classes.includes(one.class)) return false;
  if (rank === 'document') return true;
  if (WEAK.has(rank)) return false;
  const beyond = scene.policy.competence.beyond.some((word) => namesAffair(part, word));
  if (!beyond && fieldsOfOffice(one, scene).some((word) => namesAffair(part, word))) return true;
  const body = bodyBehind(one, scene);
  if (!body || !scene.isPublicBody(body)) return false;
  if (!beyond && fieldsOf(body, scene.policy).some((word) => namesAffair(part, word))) return true;
  if (!beyond && ownVoice(one, scene) && isOwnDeed(part, body)) return true;
  const words = `${wording} ${part}`.toLowerCase();
  const own = ownAffairs.some((word) => namesAffair(`${one.cue?.quote ?? ''} ${part}`, word));
  return own && (outright.includes(one.class) || ownVoice(one, scene) || words.includes(body.toLowerCase()));
}

const WEAK: ReadonlySet<string> = new Set(['none', 'sourceless', 'crowd', 'artefact']);

/** The body whose word it is: its own, or that of somebody who speaks for it. */
function bodyBehind(one: Placed, scene: Scene): string | null {
  if (one.source.kind === 'named-body') return one.source.name;
  if (one.source.kind === 'named-person')
    return scene.who.speaksFor(one.source.name ?? '') ?? (speaksForBody(one, scene) ? (one.source.body ?? null) : null);
  return ownBody(one, scene);
}

/** What a person in office is competent for himself: a harbour master for the depth of his channel. Only offices of two words and more are in the table, so that "school" makes no teacher competent. */
function fieldsOfOffice(one: Placed, scene: Scene): readonly string[] {
  if (one.source.kind !== 'named-person' || !one.source.name) return [];
  const described = scene.who.described(one.source.name);
  if (described === '') return [];
  return officesOf(scene.policy).flatMap(([office, affairs]) => (described.includes(office) ? affairs : []));
}

/** Offices with what they are competent for. */
function officesOf(policy: Policy): readonly (readonly [string, readonly string[]])[] {
  const before = offices.get(policy);
  if (before) return before;
  const made = Object.entries(policy.competence.fields).filter(([office]) => office.includes(' '));
  offices.set(policy, made);
  return made;
}

const offices = new WeakMap<Policy, readonly (readonly [string, readonly string[]])[]>();

/** What a body is competent for by the words of its name: Latin words whole, Han words as its ending. */
export function fieldsOf(body: string, policy: Policy): readonly string[] {
  const known = fields.get(policy) ?? new Map<string, readonly string[]>();
  fields.set(policy, known);
  const before = known.get(body);
  if (before) return before;
  const folded = body.normalize('NFKC').toLowerCase();
  const words = new Set(folded.split(/[^\p{L}]+/u));
  const found = Object.entries(policy.competence.fields).flatMap(([kind, affairs]) =>
    words.has(kind) || (/\p{Script=Han}/u.test(kind) && folded.endsWith(kind)) ? affairs : [],
  );
  known.set(body, found);
  return found;
}

/** Every claim asks for the fields of every body. */
const fields = new WeakMap<Policy, Map<string, readonly string[]>>();

/** Whether a part names an affair: Latin words whole. */
export function namesAffair(part: string, word: string): boolean {
  if (latest.part !== part) latest = { part, ...forms(part), named: new Map() };
  const before = latest.named.get(word);
  if (before !== undefined) return before;
  const found = /\p{Script=Han}/u.test(word) ? latest.folded.includes(word) : latest.spaced.includes(` ${word} `);
  latest.named.set(word, found);
  return found;
}

/** One part is asked for the affairs of one body after the other. */
let latest = { part: '', ...forms(''), named: new Map<string, boolean>() };

function forms(part: string): { folded: string; spaced: string } {
  const folded = part.normalize('NFKC').toLowerCase();
  return { folded, spaced: ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')} ` };
}
