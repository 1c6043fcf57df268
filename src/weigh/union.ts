/** Names that are one: joined in any order, each group is called by its first name in alphabetical order. */
export class Union {
  readonly #parent = new Map<string, string>();

  find(name: string): string {
    let at = name;
    for (let up = this.#parent.get(at); up !== undefined && up !== at; up = this.#parent.get(at)) at = up;
    let from = name;
    while (from !== at) {
      const up = this.#parent.get(from) ?? at;
      this.#parent.set(from, at);
      from = up;
    }
    return at;
  }

  join(a: string, b: string): void {
    const x = this.find(a);
    const y = this.find(b);
    if (x === y) return;
    if (x < y) this.#parent.set(y, x);
    else this.#parent.set(x, y);
  }
}
