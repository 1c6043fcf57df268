/** A light stem: enough to bring `awarded`, `awards` and `award` together (after Harman 1991, the S-stemmer, and a little more). */
export function stem(word: string): string {
  const bare = word.replace(/[’']s?$/u, '').replace(/[’']/gu, '');
  if (bare.length < 5 || bare.includes('-')) return bare.length > 3 ? bare.replace(/s$/u, '') : bare;
  const cut = bare.replace(/(?:ations?|ings?|ions?|edly|ers?|ies|ied|ed|es|s|e|y|ly)$/u, '');
  return cut.length < 3 ? bare : cut;
}
