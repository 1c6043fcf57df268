import type { RoomProps } from '../room.ts';

export function StoryRoom(_: RoomProps) {
  return <p />;
}
