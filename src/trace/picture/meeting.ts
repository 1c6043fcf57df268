import type { Plane } from '../plane.ts';
import { type Features, featuresOf } from './features.ts';
import { metPatches } from './met-features.ts';
import { TURNS, type Turn } from './patch.ts';
import { type Placement, placed } from './placement.ts';
import { type Level, pyramidOf } from './pyramid.ts';
import { type Region, regionOf } from './region.ts';
import { type Alike, OTHER, SAME, seenAlike } from './seen-alike.ts';

/** A picture made ready to be compared. */
export interface Ready {
  readonly levels: readonly Level[];
  readonly features: Features;
}

/** Two pictures that show the same at the same place, checked pixel by pixel. */
export interface Meeting {
  readonly placement: Placement;
  readonly alike: Alike;
  /** The rectangle of tiles in which they agree most. */
  readonly region: Region;
  /** Tiles with something to see where they overlap: those alike, those not. */
  readonly same: number;
  readonly other: number;
}

/** Fewer places than this meet by chance. */
const PLACES = 8;
/** Fewer tiles alike than this show too little. */
const TILES = 24;
/** Share of what there is to see in the overlap that must be alike: less is furniture, or chance. */
const SHARE = 0.36;
/** As good as this, no other turn is tried. */
const PLAIN = 0.7;

export function readied(plane: Plane): Ready {
  const levels = pyramidOf(plane);
  return { levels, features: featuresOf(plane, undefined, levels) };
}

/** Where two pictures show the same, plain, mirrored or in negative, or as `turns` has it; null where they don't. */
export function meeting(a: Ready, b: Ready, turns: readonly Turn[] = TURNS): Meeting | null {
  let best: Meeting | null = null;
  for (const turn of turns) {
    const placement = placed(a.features, b.features, metPatches(a.features, b.features, turn), turn);
    if (!placement || placement.agreeing < PLACES) continue;
    const found = verified(a, b, placement);
    if (found && found.same > (best?.same ?? 0)) best = found;
    if (best && share(best) >= PLAIN) break;
  }
  return best;
}

const share = ({ same, other }: Meeting): number => same / (same + other);

function verified(a: Ready, b: Ready, placement: Placement): Meeting | null {
  const alike = seenAlike(a.levels, b.levels, placement);
  if (!alike) return null;
  let [same, other] = [0, 0];
  for (const tile of alike.tiles) {
    if (tile === SAME) same++;
    if (tile === OTHER) other++;
  }
  if (same < SHARE * (same + other)) return null;
  const region = regionOf(alike);
  return region && region.same >= TILES ? { placement, alike, region, same, other } : null;
}
