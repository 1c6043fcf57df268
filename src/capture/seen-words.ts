const HAN = String.raw`\p{Script=Han}`;
const WIDE = `[${HAN}，。！？：；、（）“”]`;

const WIDE_MARKS: Record<string, string> = { ',': '，', '?': '？', '!': '！', ':': '：', ';': '；' };

/** Words as a reader of pictures gives them, put as they are written: no spaces between Han characters, their own marks. */
export function tidied(words: string): string {
  const tight = words
    .replaceAll(new RegExp(String.raw`(?<=${WIDE})\s+(?=${WIDE})`, 'gu'), '')
    .replaceAll(new RegExp(String.raw`(?<=${HAN})\s+(?=[\d,，.。?？!！:：;；、])|(?<=[\d，。])\s+(?=${HAN})`, 'gu'), '')
    .replaceAll(/(?<=\d)\s*([.:])\s*(?=\d)/gu, '$1');
  return tight
    .replaceAll(
      new RegExp(String.raw`(?<=${HAN})\s*([,?!;])\s*`, 'gu'),
      (_whole, mark: string) => WIDE_MARKS[mark] ?? mark,
    )
    .replaceAll(/(?<=^|[\s.,“"])\|(?=[\s’'])/gu, 'I')
    .trim();
}
