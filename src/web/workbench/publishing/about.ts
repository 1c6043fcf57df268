import type { Preview } from '../../../publish/workbench/shapes.ts';
import type { RoomProps } from '../room.ts';
import type { Words } from './words.ts';

/** What every part of the view is given. */
export interface About extends RoomProps {
  readonly words: Words;
  readonly preview: Preview;
  /** What was decided since the preview was made, by what it is about. */
  readonly since: ReadonlyMap<string, string>;
  readonly note: (about: string, what: string) => void;
}
