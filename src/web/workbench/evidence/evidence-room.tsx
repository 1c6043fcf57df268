import type { RoomProps } from '../room.ts';

export function EvidenceRoom(_: RoomProps) {
  return <p />;
}
