/** A place that both sides have: how far down in each. */
export type Anchor = readonly [here: number, there: number];

/**
 * How far down the other side is when this one is at `here`: in proportion between the two anchors around it, and in
 * parallel before the first and after the last. Anchors that would go backwards are passed over.
 */
export function inStep(here: number, anchors: readonly Anchor[]): number {
  const rising: Anchor[] = [];
  for (const one of anchors.toSorted((a, b) => a[0] - b[0])) {
    const last = rising.at(-1);
    if (!last || (one[0] > last[0] && one[1] >= last[1])) rising.push(one);
  }
  const next = rising.findIndex(([place]) => place > here);
  const [before, after] = next < 0 ? [rising.at(-1), undefined] : [rising[next - 1], rising[next]];
  if (before && after) {
    const part = (here - before[0]) / (after[0] - before[0]);
    return before[1] + part * (after[1] - before[1]);
  }
  const only = before ?? after;
  return only ? only[1] + here - only[0] : here;
}
