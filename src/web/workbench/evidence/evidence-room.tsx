import type { RoomProps } from '../room.ts';
import { ItemList } from './item-list.tsx';
import { ItemPage } from './item-page.tsx';
import './style.css';

/** The evidence: all of it in a list, or one item with everything that was read in it. */
export function EvidenceRoom(props: RoomProps) {
  return props.route.id === null ? <ItemList {...props} /> : <ItemPage key={props.route.id} {...props} />;
}
