import type { RoomProps } from '../room.ts';

export function PairRoom(_: RoomProps) {
  return <p />;
}
