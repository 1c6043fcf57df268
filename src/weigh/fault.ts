/** Something wrong in a policy: where, what, and what to do next. */
export interface Fault {
  /** As one would write it in a program: `rules[2].when[0].atLeast`. */
  readonly at: string;
  readonly why: string;
  readonly next: string;
}

/** A fault, in the order of its words. */
export const fault = (at: string, why: string, next: string): Fault => ({ at, why, next });

/** A value as a message may name it: short. */
export const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

/** A key that means nothing, with those that mean something here. */
export const unknownKey = (at: string, known: readonly string[]): Fault =>
  fault(at, 'unknown key', `take it out; the keys here are ${known.join(', ')}`);
