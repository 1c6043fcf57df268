/** Closing mark of each opening one. Single marks are left out: they can't be told from apostrophes. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '《': '》',
  '«': '»',
  '"': '"',
  '„': '“',
};

/**
 * Marks what stands between quotation marks with 1. A quotation that isn't closed ends with its line: so does one cut off
 * by an aggregator, and one that is opened again in each paragraph.
 */
export function quoted(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  let close = '';
  let from = 0;
  const fill = (to: number): void => {
    marks.fill(1, from, to);
    close = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (close !== '') {
      if (character === close) fill(at);
      else if (character === '\n') fill(at);
      else if (character === '“' && close === '”') from = Math.min(from, at);
    } else {
      const closes = PAIRS[character];
      if (closes === undefined || (character === '"' && isInch(text, at))) continue;
      close = closes;
      from = at + 1;
    }
  }
  if (close !== '') fill(text.length);
  return marks;
}

/** 19" is a measure, not a quotation. */
const isInch = (text: string, at: number): boolean =>
  /\d/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
