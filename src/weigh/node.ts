import type { Part } from './clause.ts';
import type { Entry } from './entry.ts';
import { founds } from './founding.ts';
import type { Gist } from './gist.ts';
import type { Placed } from './ledger.ts';
import { type Bar, CONFIRMS, DENIES, SAME } from './likeness.ts';
import { ownBody, ownVoice } from './rank.ts';
import type { Scene } from './scene.ts';
import { type Ties, UNTIED } from './ties.ts';
import { Union } from './union.ts';

/** Entries that are one beyond doubt: one wording, or one statement that copies carry on. */
export interface Node {
  readonly entries: Entry[];
  readonly gists: Gist[];
  readonly bar: Bar;
  readonly founds: boolean;
  readonly denies: boolean;
  /** Bodies that speak in it. */
  readonly bodies: ReadonlySet<string>;
  /** Who speaks in which item: nobody denies there what he says. */
  readonly sayers: ReadonlySet<string>;
}

const MOST_GISTS = 4;

/** Entries of one wording, and of one statement that copies carry on, as one. */
export function nodesOf(entries: readonly Entry[], scene: Scene, ties: Ties = UNTIED): readonly Node[] {
  const union = new Union();
  const known = new Map<string, string>();
  const parts = new Map<string, number>();
  const seen = new Map<string, number>();
  const name = (at: number) => String(at).padStart(8, '0');
  for (const { part } of entries) parts.set(part.statement.id, (parts.get(part.statement.id) ?? 0) + 1);
  entries.forEach(({ part: { statement }, gist }, at) => {
    const nth = seen.get(statement.id) ?? 0;
    seen.set(statement.id, nth + 1);
    const echo = `echo ${scene.echo(statement.id)} ${nth} of ${parts.get(statement.id)}`;
    const mark = ties.mark(statement.id);
    const places = [`wording ${gist.key}`, echo].map((place) => (mark ? `${place} split ${mark}` : place));
    for (const place of places) {
      const other = known.get(place);
      if (other === undefined) known.set(place, name(at));
      else union.join(other, name(at));
    }
  });
  const groups = new Map<string, Entry[]>();
  entries.forEach((entry, at) => {
    const root = union.find(name(at));
    const there = groups.get(root);
    if (there) there.push(entry);
    else groups.set(root, [entry]);
  });
  return [...groups.values()].map((group) => ({
    entries: group,
    gists: [...new Map(group.map((one) => [one.gist.key, one.gist])).values()].slice(0, MOST_GISTS),
    bar: barFor(group, scene),
    denies: group.every(({ part, gist }) => part.kind === 'deny' || gist.negative),
    bodies: new Set(group.flatMap(({ part }) => bodyOf(part.statement, scene) ?? [])),
    sayers: new Set(group.flatMap(({ part }) => sayerOf(part.statement, scene) ?? [])),
    founds: group.some(({ part, gist }) => founds(part.statement, part.words, gist, scene)),
  }));
}

function barFor(group: readonly Entry[], scene: Scene): Bar {
  const kinds = new Set(group.map(({ part }) => part.kind));
  const says = ({ statement }: Part) =>
    !statement.carrier || (ownVoice(statement, scene) && !scene.isDocument(statement.item));
  if (kinds.has('deny') || group.some(({ part, gist }) => gist.negative && says(part))) return DENIES;
  const strict = ({ part: { statement } }: Entry) =>
    scene.isDocument(statement.item) || (statement.carrier && ownVoice(statement, scene));
  const inquires = ({ part }: Entry) =>
    part.kind === 'confirm' || (part.kind === 'investigate' && !scene.isOutlet(part.statement.source.name ?? ''));
  return group.some((one) => inquires(one) || strict(one)) ? CONFIRMS : SAME;
}

function bodyOf(one: Placed, scene: Scene): string | null {
  const own = ownBody(one, scene) ?? (one.source.kind === 'named-body' ? one.source.name : null);
  if (own !== null) return scene.who.full(own);
  return one.source.kind === 'named-person' ? scene.who.speaksFor(one.source.name ?? '') : null;
}

function sayerOf(one: Placed, scene: Scene): string | null {
  const named = !one.carrier && /^named/u.test(one.source.kind) && one.source.name;
  return named ? `${one.item} ${scene.who.full(one.source.name ?? '')}` : null;
}
