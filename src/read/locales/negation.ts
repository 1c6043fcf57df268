/** Words that turn a carrier's own sentence into its opposite. */
export const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|neither|cannot|nunca|jamás|nadie|ningún|ninguna|tampoco)\b|n['’]t\b|没有|并非|并未|尚未|未曾|从未|不是|不存在|不实/iu;
