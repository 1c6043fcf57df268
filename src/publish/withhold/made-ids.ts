/** The kinds of things that are named by a digest: each id begins with one of these (`nameOf` in `base/digest.ts`). */
const MADE = /\b(?:item|s|origin|claim|promise|x)-[0-9a-f]{12}\b|\b[0-9a-f]{64}\b/gu;

/**
 * Words with blanks where ids and digests stand that the program itself makes: hexadecimal digits spell no name and no
 * telephone number, whatever they look like. Every place stays where it was.
 */
export const withoutMade = (words: string): string => words.replaceAll(MADE, (one) => ' '.repeat(one.length));
