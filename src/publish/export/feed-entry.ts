/** One entry of the feed. */
export interface FeedEntry {
  /** What stays the same for ever of this entry, within the record. */
  readonly id: string;
  readonly title: string;
  /** An instant. */
  readonly updated: string;
  readonly summaryHtml: string;
  /** From the folder of the record. */
  readonly link: string;
}
