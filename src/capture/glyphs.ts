/** A run of letters as a PDF places it: `transform` holds height and place (ISO 32000, 9.4.4). */
export interface Glyphs {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}
