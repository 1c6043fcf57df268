/** How much the machine itself varies: the same fixed arithmetic, timed so often; least, median, most. */
export function noise(rounds = 15) {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    let sum = 0;
    for (let i = 0; i < 3e7; i++) sum = (sum + i * 31) | 0;
    return performance.now() - began + (sum & 0);
  }).sort((a, b) => a - b);
  return [0, rounds >> 1, rounds - 1]
    .map((at) => times[at].toFixed(1))
    .join(' / ')
    .concat(' ms');
}
