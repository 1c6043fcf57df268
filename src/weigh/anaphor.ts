import type { Placed } from './ledger.ts';

/** A denial that names nothing itself: "that is not so", 该消息不实. */
const POINTS_BACK =
  /^(?:该|此|这|上述|以上|前述|相关|有关|网传|所谓)(?:一)?(?:消息|说法|传言|传闻|内容|情况|信息|事|指控|报道|言论)?.{0,3}(?:不实|谣言|假|不是事实|不属实|子虚乌有|没有依据|无中生有)|^(?:that|this|it|they|(?:the|these|those|such) (?:claims?|reports?|rumou?rs?|allegations?|stor(?:y|ies)|accusations?|suggestions?))\b[^.]{0,24}$/iu;

/** How far back the thing denied may stand, in UTF-16 units. */
const REACH = 240;

/** For each denial that only points back, the statement that it denies: the nearest before it in its text, by somebody else. */
export function pointedAt(statements: readonly Placed[]): ReadonlyMap<string, Placed> {
  const byItem = new Map<string, Placed[]>();
  for (const one of statements) if (!one.carrier) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one]);
  const found = new Map<string, Placed>();
  for (const one of statements) {
    if (one.class !== 'deny' || !POINTS_BACK.test(one.quote)) continue;
    const [nearest] = (byItem.get(one.item) ?? [])
      .filter((other) => other.class !== 'deny' && other.end <= one.start && one.start - other.end <= REACH)
      .sort((a, b) => b.end - a.end);
    if (nearest && nearest.source.name !== one.source.name) found.set(one.id, nearest);
  }
  return found;
}
