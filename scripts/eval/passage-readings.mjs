/** Readings of passages, as the scorer takes them. */
export async function passageReadings(lines, root) {
  const { account } = await import(`${root}/dist/hearsay.js`);
  const eyes = { see: () => Promise.reject(new Error('no pictures here')) };
  const out = [];
  for (const { id, lang, published, text } of lines) {
    const facts = {
      file: `${id}.txt`,
      url: null,
      publisher: null,
      author: null,
      published: published ?? null,
      captured: null,
      lang,
      note: null,
    };
    const { capture, reading } = await account({ facts, bytes: new TextEncoder().encode(text) }, eyes);
    out.push({ text: { language: lang, content: capture.text?.content ?? '' }, ...reading });
  }
  return out;
}
