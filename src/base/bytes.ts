/** Whether two sequences of bytes are the same. Not for secrets: it takes longer the more agrees. */
export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, at) => byte === right[at]);

/** Whether bytes begin with a sign, such as those by which a kind of file is known. */
export const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((one, at) => bytes[at] === one);
