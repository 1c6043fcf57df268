/** The part that can be erased. */
export interface Body {
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** 64 hexadecimal digits of chance. */
  readonly salt: string;
}
