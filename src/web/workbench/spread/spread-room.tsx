import type { RoomProps } from '../room.ts';

export function SpreadRoom(_: RoomProps) {
  return <p />;
}
