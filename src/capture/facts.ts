/** What is known of a file from outside it: the newsroom's sheet (`index.csv`). `null` is "not known". */
export interface Facts {
  /** Path below the case, with `/`: the item's name in every output. */
  readonly file: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly captured: string | null;
  readonly lang: string | null;
  readonly note: string | null;
}

/** What is known of a file of which only this is known. */
export const bareFacts = (file: string, known: Partial<Facts> = {}): Facts => ({
  ...{ file, url: null, publisher: null, author: null },
  ...{ published: null, captured: null, lang: null, note: null },
  ...known,
});
