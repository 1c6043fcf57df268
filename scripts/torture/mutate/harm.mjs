// Ways to harm a file: blind ones that know nothing of its form, and ones that know its words, numbers and parts.

const MOST_BYTES = 512 * 1024;
const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const NUMBERS = [
  ...['-1', '0', '1', '255', '65536', '2147483647', '2147483648', '4294967295', '4294967296', '9007199254740993'],
  ...['18446744073709551616', '1e999', '-0', '0x10', '00000000000000000001', '9'.repeat(400), 'NaN', '1.5'],
];
const BROKEN = [
  ...[[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x80], [0], [0xef, 0xbb, 0xbf]],
  ...[[0xff, 0xfe], [0xfe, 0xff], [0x1b, 0x24, 0x42], [0x0d], [0x0b], [0xe2, 0x80, 0xa8], [0xe2, 0x80, 0xae]],
];
const CHARSETS = ['utf-16', 'utf-7', 'gb18030', 'iso-2022-jp', 'x-none', 'big5', 'windows-1252', 'utf-32', ''];

const latin1 = (bytes) => Buffer.from(bytes).toString('latin1');
const joined = (...parts) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))).subarray(0, MOST_BYTES));
const spliced = (bytes, from, to, ...parts) => joined(bytes.subarray(0, from), ...parts, bytes.subarray(to));

/** A range of the file, short ones oftener than long ones. */
function stretch(bytes, { below, pick }) {
  const from = below(bytes.length + 1);
  const length = 1 + below(Math.min(bytes.length, pick([2, 8, 40, 400, 4000, bytes.length])) || 1);
  return [from, Math.min(bytes.length, from + length)];
}

const BLIND = {
  flip(bytes, { below }) {
    const out = bytes.slice();
    for (let n = 1 + below(8); n > 0 && out.length > 0; n--) out[below(out.length)] ^= 1 << below(8);
    return out;
  },
  overwrite(bytes, chance) {
    const [from, to] = stretch(bytes, chance);
    const value = chance.pick([0, 0xff, 0x20, null]);
    return bytes.map((byte, at) => (at < from || at >= to ? byte : (value ?? chance.below(256))));
  },
  cut: (bytes, { below }) => bytes.slice(0, below(bytes.length)),
  behead: (bytes, { below }) => bytes.slice(below(Math.min(bytes.length, 200) + 1)),
  lose: (bytes, chance) => spliced(bytes, ...stretch(bytes, chance)),
  double(bytes, chance) {
    const [from, to] = stretch(bytes, chance);
    return spliced(
      bytes,
      to,
      to,
      ...Array.from({ length: chance.pick([1, 1, 2, 100]) }, () => bytes.subarray(from, to)),
    );
  },
  swap(bytes, chance) {
    const [[a, b], [c, d]] = [stretch(bytes, chance), stretch(bytes, chance)].sort((one, two) => one[0] - two[0]);
    return b > c
      ? bytes.slice(a)
      : spliced(bytes, a, d, bytes.subarray(c, d), bytes.subarray(b, c), bytes.subarray(a, b));
  },
  splice(bytes, chance, { others }) {
    const other = chance.pick(others);
    return joined(bytes.subarray(0, chance.below(bytes.length + 1)), other.subarray(chance.below(other.length + 1)));
  },
  insert(bytes, chance, { others }) {
    const other = chance.pick(others);
    const at = chance.below(bytes.length + 1);
    return spliced(bytes, at, at, other.subarray(...stretch(other, chance)));
  },
  append: (bytes, chance) =>
    joined(bytes, chance.pick([[0], [10], bytes, Array.from({ length: 40 }, () => chance.below(256))])),
  lengthField(bytes, { below, pick }) {
    const out = Buffer.from(bytes);
    const width = pick([1, 2, 3, 4, 4, 6].filter((one) => one <= out.length));
    if (!width) return bytes;
    const value = pick([...EXTREMES, bytes.length, bytes.length + 1, below(bytes.length + 1)]) % 256 ** width;
    if (pick([true, false])) out.writeUIntLE(value, below(out.length - width + 1), width);
    else out.writeUIntBE(value, below(out.length - width + 1), width);
    return new Uint8Array(out);
  },
};

const KNOWING = {
  number(bytes, { below, pick }) {
    const found = [...latin1(bytes.subarray(0, 65_536)).matchAll(/\d{1,20}/gu)];
    if (found.length === 0) return bytes;
    const { index, 0: digits } = found[below(found.length)];
    return spliced(bytes, index, index + digits.length, Buffer.from(pick(NUMBERS)));
  },
  deepen(bytes, chance, { words }) {
    const own = latin1(bytes).match(/<[a-z][^<>]{0,80}>|[[{("'>]|\w{1,20}[:=]/giu) ?? ['('];
    const word = chance.pick(chance.pick([words.length > 0 ? words : own, own]));
    const at = chance.below(bytes.length + 1);
    return spliced(bytes, at, at, Buffer.from(word.repeat(chance.pick([2, 50, 1000, 20_000])), 'latin1'));
  },
  sprinkle(bytes, chance, { words }) {
    let out = bytes;
    for (let n = 1 + chance.below(6); n > 0 && words.length > 0; n--) {
      const [from, to] = stretch(out, chance);
      out = spliced(out, from, chance.pick([from, Math.min(to, from + 20)]), Buffer.from(chance.pick(words)));
    }
    return out;
  },
  dropLines(bytes, { below, pick }) {
    const lines = latin1(bytes).split('\n');
    const at = below(lines.length);
    const kept = pick([
      () => lines.toSpliced(at, 1 + below(3)),
      () => lines.toSpliced(at, 0, lines[below(lines.length)]),
      () => lines.map((line) => `${line}\r`),
      () => [lines.join('')],
      () => lines.toReversed(),
    ])();
    return joined(Buffer.from(kept.join('\n'), 'latin1'));
  },
  wrongEncoding(bytes, { pick, below }) {
    const text = Buffer.from(bytes).toString('utf8');
    return pick([
      () => joined([0xff, 0xfe], Buffer.from(text, 'utf16le')),
      () => joined(Buffer.from(text, 'utf16le')),
      () =>
        joined(
          [0xfe, 0xff],
          Buffer.from(text, 'utf16le')
            .subarray(0, (text.length * 2) & ~1)
            .swap16(),
        ),
      () => joined([0xff, 0xfe], bytes),
      () => joined(Buffer.from(latin1(bytes), 'utf8')),
      () => joined(Buffer.from(latin1(bytes).replace(/charset=["']?[\w-]+/giu, `charset=${pick(CHARSETS)}`), 'latin1')),
      () => spliced(bytes, below(bytes.length + 1), bytes.length, Buffer.from(text, 'utf16le')),
    ])();
  },
  brokenCharacters(bytes, { below, pick }) {
    let out = bytes;
    for (let n = pick([1, 5, 100]); n > 0; n--) {
      const at = below(out.length + 1);
      out = spliced(out, at, at, pick(BROKEN));
    }
    return out;
  },
};

/**
 * One harmed file. `about.others`: seeds to take pieces from; `about.words`: what the format is made of;
 * `about.inside`: takes the file apart, harms a part with the function given, and closes it with sound sums.
 */
export function harmed(bytes, chance, about) {
  const ways = { ...BLIND, ...KNOWING };
  let out = bytes;
  for (let rounds = chance.pick([1, 1, 1, 2, 3]); rounds > 0; rounds--) {
    const way = ways[chance.pick(Object.keys(ways))];
    const harm = (part) => (part.length > 0 ? way(part, chance, about) : part);
    out = (about.inside && chance.below(2) === 0 && about.inside(out, harm, chance)) || harm(out);
  }
  return out;
}
