/** Whether two sequences of bytes are the same. Not for secrets: it takes longer the more agrees. */
export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, at) => byte === right[at]);
