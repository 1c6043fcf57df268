import { pointedAt } from './anaphor.ts';
import { bridged } from './bridge.ts';
import { type Part, partsOf } from './clause.ts';
import { speaksToClaims } from './founding.ts';
import { type Gist, gistOf } from './gist.ts';
import { ownVoice } from './rank.ts';
import type { Scene } from './scene.ts';

/** A part of a statement with what it is about. */
export interface Entry {
  readonly part: Part;
  readonly gist: Gist;
}

/** Each part of each statement; a carrier that passes on what somebody said stands for that, in its own voice. */
export function entriesOf(scene: Scene): readonly Entry[] {
  const speaking = scene.story.statements.filter((one) => speaksToClaims(one, scene));
  const pointing = pointedAt(speaking);
  const entries = speaking
    .flatMap((one): readonly Part[] => {
      const denied = pointing.get(one.id);
      if (denied) return [{ statement: one, words: denied.quote, kind: one.class }];
      const said = one.carrier ? scene.passesOn(one) : null;
      if (said && speaksToClaims(said, scene)) return [{ statement: one, words: said.quote, kind: one.class }];
      return partsOf(one, scene.isDocument(one.item) || ownVoice(one, scene));
    })
    .map((part) => ({ part, gist: { ...gistOf(part.words), subjects: scene.naming.of(part.words) } }))
    .filter(({ gist }) => !gist.acts.has(UNKNOWN));
  return bridged(entries);
}

/** "She could not tell" states nothing of what she was asked. */
const UNKNOWN = 'a:unknown';
