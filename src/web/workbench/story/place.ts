import type { Span } from '../../../base/span.ts';
import { hashOf, type Route } from '../route.ts';

/** The address of words in an item, in the evidence view. */
export const placeOf = (item: string, { start, end }: Span, route: Route): string =>
  hashOf({ ...route, room: 'evidence', id: item, query: { at: `${start}-${end}` } });
