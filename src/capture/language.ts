import { detect } from 'tinyld/light';

/** The language of a text by its script, and among Latin scripts by its words; `und` where it is too short to say. */
export function languageOf(content: string, ...named: readonly (string | null)[]): string {
  for (const tag of named) {
    const primary = /^[a-z]{2,3}(?=$|[-_])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase();
    if (primary && primary !== 'und') return primary;
  }
  const sample = content.slice(0, 20_000);
  const share = (script: RegExp): number => sample.match(script)?.length ?? 0;
  const han = share(/\p{Script=Han}/gu);
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const latin = share(/\p{Script=Latin}/gu);
  if (han + kana > 0 && (han + kana) * 3 > latin) return kana * 5 > han + kana ? 'ja' : 'zh';
  if (share(/\p{L}/gu) < 12) return 'und';
  return detect(sample.slice(0, 1200)) || 'und';
}
