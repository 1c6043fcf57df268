import { pointedAt } from './anaphor.ts';
import { bridged } from './bridge.ts';
import { type Part, partsOf } from './clause.ts';
import { FORTHCOMING, speaksToClaims } from './founding.ts';
import { artefactAsked, leavesOpen } from './genuine.ts';
import { type Gist, gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';
import { ownVoice } from './rank.ts';
import { rumourDenied } from './rumour.ts';
import type { Scene } from './scene.ts';
import { isHeading, isReferral } from './wordless.ts';

/** A part of a statement with what it is about. */
export interface Entry {
  readonly part: Part;
  readonly gist: Gist;
}

/** Each part of each statement; a carrier that passes on what somebody said stands for that, in its own voice. */
export function entriesOf(scene: Scene): readonly Entry[] {
  const speaking = scene.story.statements.filter(
    (one) => speaksToClaims(one, scene) || (one.class === 'respond' && artefactAsked(one.quote) !== null),
  );
  const pointing = pointedAt(speaking);
  const entries = speaking
    .flatMap((one) => {
      const denied = pointing.get(one.id);
      return denied ? [{ statement: one, words: denied.quote, kind: one.class }] : saidIn(one, scene);
    })
    .map((part) => ({ part, gist: gistIn(part, scene) }))
    .filter(
      ({ part, gist }) => !!gist.about || !(gist.acts.has(UNKNOWN) || isHeading(part.statement, part.words, scene)),
    );
  return bridged(entries);
}

/** The parts of a statement that say something now: what is to come, or sends the reader elsewhere, is told by the others. */
function saidIn(one: Placed, scene: Scene): readonly Part[] {
  const said = one.carrier ? scene.passesOn(one) : null;
  if (said && speaksToClaims(said, scene)) return [{ statement: one, words: said.quote, kind: one.class }];
  const rumour = one.class === 'deny' ? rumourDenied(one.quote) : null;
  if (rumour !== null) return [{ statement: one, words: rumour, kind: 'deny' }];
  if (artefactAsked(one.quote)) return [{ statement: one, words: one.quote, kind: one.class }];
  const parts = partsOf(one, scene.isDocument(one.item) || ownVoice(one, scene));
  const now = parts.filter(({ words }) => !isReferral(words) && !(LATER.has(one.class) && FORTHCOMING.test(words)));
  return now.length > 0 ? now : parts;
}

/** The classes in which what is to come is a promise beside what is. */
const LATER: ReadonlySet<string> = new Set(['investigate', 'confirm', 'say']);

function gistIn({ statement, words }: Part, scene: Scene): Gist {
  const subjects = scene.naming.of(words);
  const plain = gistOf(words);
  const names = new Set([
    ...plain.names,
    ...[...subjects.people].flatMap((name) => pairsOf(name, words)),
    ...inOffice(words),
  ]);
  const gist = { ...plain, names, subjects };
  const about = artefactAsked(words);
  // What is said of an amount in a picture is said of the amount.
  return about && !(statement.class === 'deny' && gist.quantities.length > 0) ? { ...gist, about } : gist;
}

/** The bigrams of a Han name where it stands, with the office before it. */
function pairsOf(name: string, words: string): readonly string[] {
  const at = words.indexOf(name);
  const signs = [...words.slice(Math.max(0, at - 2), at + name.length)];
  return signs.slice(1).map((sign, nth) => `${signs[nth] ?? ''}${sign}`);
}

/** The bigrams of an office and the name that follows it, whoever it is: 院长 and two characters. */
const inOffice = (words: string): readonly string[] =>
  [...words.matchAll(OFFICE_AND_NAME)].flatMap(([all]) => pairsOf(all, words));
const OFFICE_AND_NAME =
  /(?:局长|书记|校长|院长|园长|主任|部长|处长|市长|区长|县长|镇长|所长|馆长|站长|厂长|董事长|经理|会长)\p{Script=Han}{2}/gu;

/** On no side: a promise, or what leaves open whether an artefact is what it seems to be. */
export const isOpen = ({ part, gist }: Entry): boolean =>
  part.kind === 'promise' || (!!gist.about && (part.statement.class === 'respond' || leavesOpen(part.words)));

/** "She could not tell" states nothing of what she was asked. */
const UNKNOWN = 'a:unknown';
