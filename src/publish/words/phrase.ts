/** The shape of a sentence in English, and what it is in another language with what the shape held. */
export type Phrase = readonly [RegExp, (...held: readonly string[]) => string];

/** What the program says is short; a shape is not tried on more than this. */
const LONGEST = 4000;

/** Turns sentences of known shapes; null for any other. The first shape that fits goes. */
export function phrases(table: readonly Phrase[]): (english: string) => string | null {
  return (english) => {
    if (english.length > LONGEST) return null;
    for (const [shape, said] of table) {
      const held = shape.exec(english);
      if (held) return said(...held.slice(1).map((one: string | undefined) => one ?? ''));
    }
    return null;
  };
}

/** What a table has for a key of its own; else the key. */
export const lookUp = (table: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? key) : key;
