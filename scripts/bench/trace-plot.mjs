// Draws texts a second against the size of the corpus.

const [WIDTH, HEIGHT, EDGE] = [640, 260, 48];

/** An SVG of one scale run: `marks` are processor seconds after each tenth. */
export function scalePlot({ count, marks }) {
  const rates = marks.map((mark, at) => count / 10 / (mark - (marks[at - 1] ?? 0)));
  const most = Math.max(...rates) * 1.1;
  const x = (at) => EDGE + ((at + 1) / 10) * (WIDTH - 2 * EDGE);
  const y = (rate) => HEIGHT - EDGE - (rate / most) * (HEIGHT - 2 * EDGE);
  const line = rates.map((rate, at) => `${x(at).toFixed(1)},${y(rate).toFixed(1)}`).join(' ');
  const label = (at, words, anchor, height) => `<text x="${at}" y="${height}" text-anchor="${anchor}">${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<path d="M${EDGE} ${EDGE}V${HEIGHT - EDGE}H${WIDTH - EDGE}" fill="none" stroke="#888"/>
<polyline points="${line}" fill="none" stroke="#0c6156" stroke-width="2"/>
${label(EDGE, 'texts per second of processor time', 'start', EDGE - 12)}
${label(EDGE - 6, Math.round(most), 'end', EDGE + 4)}
${label(EDGE - 6, 0, 'end', HEIGHT - EDGE)}
${label(WIDTH - EDGE, `${count.toLocaleString('en')} texts`, 'end', HEIGHT - EDGE + 20)}
</svg>
`;
}
