/** A kind of secret: what stands in for it, and how it is known. Where the pattern has a group `secret`, only that is left out. */
export interface SecretKind {
  readonly kind: string;
  readonly pattern: RegExp;
  /** A closer look, for patterns that much else looks like. */
  readonly holds?: (words: string) => boolean;
}
