import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...numbers: number[]): Uint8Array => new Uint8Array(numbers);
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  new Uint8Array(
    [...text].flatMap((one) => {
      const code = one.charCodeAt(0);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

/** "河边的人说，水务局的钱是公家的。" in GBK. */
const GBK = bytes(
  ...[0xba, 0xd3, 0xb1, 0xdf, 0xb5, 0xc4, 0xc8, 0xcb, 0xcb, 0xb5, 0xa3, 0xac, 0xcb, 0xae, 0xce, 0xf1],
  ...[0xbe, 0xd6, 0xb5, 0xc4, 0xc7, 0xae, 0xca, 0xc7, 0xb9, 0xab, 0xbc, 0xd2, 0xb5, 0xc4, 0xa1, 0xa3],
);

describe('decode', () => {
  it('reads UTF-8 with and without a mark', () => {
    expect(decode(utf8('Grüße 水'))?.text).toBe('Grüße 水');
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))?.text).toBe('a');
  });

  it('reads UTF-16 of both orders, marked or not', () => {
    const text = 'The gate was open at nine.';
    expect(decode(bytes(0xff, 0xfe, ...utf16(text, true)))?.text).toBe(text);
    expect(decode(bytes(0xfe, 0xff, ...utf16(text, false)))?.text).toBe(text);
    expect(decode(utf16(text, true))?.text).toBe(text);
    expect(decode(utf16(text, false))?.text).toBe(text);
  });

  it('reads Chinese in GBK without being told', () => {
    expect(decode(GBK)).toEqual({ text: '河边的人说，水务局的钱是公家的。', encoding: 'gb18030' });
  });

  it('reads western letters in windows-1252 without being told', () => {
    const text = decode(bytes(...utf8('Le maire de la ville a '), 0xe9, ...utf8('t'), 0xe9, ...utf8(' absent.')));
    expect(text).toEqual({ text: 'Le maire de la ville a été absent.', encoding: 'windows-1252' });
  });

  it('believes a declared charset', () => {
    const page = bytes(...utf8('<meta charset="gb2312"><p>'), ...GBK, ...utf8('</p>'));
    expect(decode(page)?.text).toContain('水务局的钱');
  });

  it('keeps a nearly sound UTF-8 and marks what is broken in it', () => {
    const text = `${'A long and sound sentence. '.repeat(40)}水`;
    const broken = bytes(...utf8(text).subarray(0, -1));
    expect(decode(broken)?.text.endsWith('\ufffd')).toBe(true);
  });

  it('knows other scripts by their common letters', () => {
    const bigFive = bytes(...[0xa4, 0xf4, 0xaa, 0xba, 0xac, 0x4f, 0xa7, 0xda, 0xad, 0xcc, 0xaa, 0xba, 0xa1, 0x43]);
    expect(decode(bigFive)).toEqual({ text: '水的是我們的。', encoding: 'big5' });
    const japanese = bytes(
      ...[0x96, 0xe5, 0x82, 0xaa, 0x8a, 0x4a, 0x82, 0xa2, 0x82, 0xc4, 0x82, 0xa2, 0x82, 0xbd, 0x82, 0xc6],
      ...[0x8f, 0x71, 0x82, 0xd7, 0x82, 0xbd, 0x81, 0x42],
    );
    expect(decode(japanese)).toEqual({ text: '門が開いていたと述べた。', encoding: 'shift_jis' });
  });

  it('reads Han characters in UTF-16 that bears no mark', () => {
    const text = '水务局的人说，这是大家的水，不是他一个人的。';
    expect(decode(utf16(text, true))?.text).toBe(text);
    expect(decode(utf16(text, false))?.text).toBe(text);
  });

  it('takes binary rubbish for no text', () => {
    expect(decode(Uint8Array.from({ length: 2000 }, (_, at) => (at * 7919) % 256))).toBeNull();
  });
});
