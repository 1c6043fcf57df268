import type { RoomProps } from '../room.ts';

export function ClaimRoom(_: RoomProps) {
  return <p />;
}
