import type { Statement } from '../statement.ts';

/** How many charges back somebody may still answer. */
const KEPT = 8;

/** What has been alleged or rumoured so far: whoever is named in it and then speaks has answered. */
export class Charges {
  readonly #made: Statement[] = [];
  readonly #answered = new Set<string>();

  add(statements: readonly Statement[]): void {
    for (const one of statements) {
      if (one.class !== 'allege' && one.class !== 'hearsay') continue;
      this.#made.push(one);
      if (this.#made.length > KEPT) this.#made.shift();
    }
  }

  /** Whether the statement is the first word of somebody whom a charge names. */
  answers({ source }: Statement): boolean {
    const { name, kind } = source;
    if (!name || (kind !== 'named-person' && kind !== 'named-body') || this.#answered.has(name)) return false;
    const key = name.split(/\s+/u).findLast((word) => /^\p{Lu}[\p{L}’'-]{3,}$/u.test(word));
    if (!key || !this.#made.some((one) => one.source.name !== name && one.quote.includes(key))) return false;
    this.#answered.add(name);
    return true;
  }
}
