const [BASE, T_MIN, T_MAX, SKEW, DAMP, BIAS, START] = [36, 1, 26, 38, 700, 72, 128];

/** A host name with its labels as they are read (RFC 3492, section 6.2); a label that is none stays. */
export const domainToUnicode = (host: string): string =>
  host
    .split('.')
    .map((label) => (/^xn--./iu.test(label) ? (decodedLabel(label.slice(4)) ?? label) : label))
    .join('.');

function decodedLabel(label: string): string | null {
  const split = label.lastIndexOf('-');
  const output = [...label.slice(0, Math.max(0, split))].map((one) => one.charCodeAt(0));
  let [code, index, bias] = [START, 0, BIAS];
  for (let at = split < 0 ? 0 : split + 1; at < label.length; ) {
    const before = index;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(label.charCodeAt(at++));
      if (digit === null || digit * weight > 0x7fffffff) return null;
      index += digit * weight;
      const threshold = step <= bias ? T_MIN : step >= bias + T_MAX ? T_MAX : step - bias;
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const size = output.length + 1;
    bias = adapted(index - before, size, before === 0);
    code += Math.floor(index / size);
    index %= size;
    if (code > 0x10ffff) return null;
    output.splice(index++, 0, code);
  }
  return output.map((one) => String.fromCodePoint(one)).join('');
}

function digitOf(unit: number): number | null {
  if (unit >= 0x30 && unit <= 0x39) return unit - 22;
  const letter = (unit | 0x20) - 0x61;
  return letter >= 0 && letter < 26 ? letter : null;
}

function adapted(delta: number, size: number, first: boolean): number {
  let left = first ? Math.floor(delta / DAMP) : delta >> 1;
  left += Math.floor(left / size);
  let steps = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) >> 1; steps += BASE) left = Math.floor(left / (BASE - T_MIN));
  return steps + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
