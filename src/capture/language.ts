import { detectAll } from 'tinyld/light';

/** The language of a text by its script, and among Latin scripts by its words; `und` where it is too short to say. */
export function languageOf(content: string, ...named: readonly (string | null)[]): string {
  for (const tag of named) {
    const primary = /^[a-z]{2,3}(?=$|[-_])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase();
    if (primary && primary !== 'und') return primary;
  }
  const sample = content.slice(0, 20_000);
  const share = (runs: RegExp): number => sample.match(runs)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
  const han = share(/\p{Script=Han}+/gu);
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]+/gu);
  if (han + kana > 0 && (han + kana) * 3 > share(/\p{Script=Latin}+/gu)) return kana * 5 > han + kana ? 'ja' : 'zh';
  if (!/^(?:\P{L}*\p{L}){12}/u.test(sample)) return 'und';
  const head = sample.slice(0, 1200);
  if (isPlainlyEnglish(head)) return 'en';
  // Names and numbers mislead the detector, even to a language in whose script not a letter is written.
  const isLatin = share(/\p{Script=Latin}+/gu) * 2 > share(/\p{L}+/gu);
  const words = head.replace(/\S*[\d_@#]\S*/gu, ' ');
  return detectAll(words).find(({ lang }) => !isLatin || !OTHER_SCRIPTS.has(lang))?.lang ?? 'und';
}

/** Languages that are not written in Latin letters. */
const OTHER_SCRIPTS: ReadonlySet<string> = new Set(
  'am ar be bg bn el fa gu he hi hy ja ka kk kn ko mk ml mr my ne pa ru sr ta te th uk ur yi zh'.split(' '),
);

/** Words that no other language in Latin script has in number. */
const ENGLISH = /(?<![\p{L}\p{M}])(?:the|and|that|with|from|which|have|been|they|were|this)(?![\p{L}\p{M}])/giu;

/** One word in ten like these leaves nothing to detect; detecting costs as much as all else in taking a text in. */
function isPlainlyEnglish(head: string): boolean {
  const words = head.match(/\p{L}+/gu)?.length ?? 0;
  const plain = head.match(ENGLISH)?.length ?? 0;
  return plain >= 8 && plain * 10 >= words;
}
