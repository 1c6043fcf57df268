import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inScope, joined, meets, tally } from './polnear.mjs';

/** Articles with their reporting events: the verb that an SLINK starts from, with its Arg0. Only annotated sentences count. */
export function meantimeDocs(folder, keep) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.includes('intra-doc') && name.endsWith('.xml'))
    .sort();
  return files.filter((_, index) => keep(index)).map((name) => meantimeDoc(readFileSync(join(folder, name), 'utf8')));
}

function meantimeDoc(xml) {
  const tokens = new Map();
  let content = '';
  let line = '';
  let open = false;
  let opened = false;
  for (const [, attributes, word] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/gu)) {
    const sentence = attributes.match(/sentence="(\d+)"/u)?.[1] ?? '';
    const text = word
      .replace(/&quot;/gu, '"')
      .replace(/&apos;/gu, "'")
      .replace(/&amp;/gu, '&')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>');
    if (sentence !== line) open = false;
    const mark = /^(?:``|''|"|“|”)$/u.test(text);
    if (mark) open = !open;
    const glued =
      (mark && !open) ||
      (!mark && open && /["“`]$|``$|''$/u.test(content) && opened) ||
      /^[,.;:?!)%]|^['’](?:s|re|ve|ll|d|t)?$|^n't$/u.test(text) ||
      /[($]$/u.test(content);
    content += content === '' ? '' : sentence !== line ? '\n' : glued ? '' : ' ';
    line = sentence;
    tokens.set(attributes.match(/t_id="(\d+)"/u)?.[1] ?? '', {
      start: content.length,
      end: content.length + text.length,
      sentence: Number(sentence),
    });
    content += text;
    opened = mark && open;
  }
  const marks = new Map();
  for (const [, tag, attributes, inner] of xml.matchAll(
    /<(EVENT_MENTION|ENTITY_MENTION|VALUE|C-SIGNAL)\b([^>]*)>([\s\S]*?)<\/\1>/gu,
  )) {
    const places = [...inner.matchAll(/t_id="(\d+)"/gu)].flatMap((one) => tokens.get(one[1]) ?? []);
    if (places.length > 0)
      marks.set(attributes.match(/m_id="(\d+)"/u)?.[1], {
        tag,
        start: Math.min(...places.map((p) => p.start)),
        end: Math.max(...places.map((p) => p.end)),
        sentence: places[0].sentence,
      });
  }
  const links = (tag, test) =>
    [...xml.matchAll(new RegExp(`<${tag}\\b([^>]*)>\\s*<source m_id="(\\d+)"/>\\s*<target m_id="(\\d+)"/>`, 'gu'))]
      .filter((one) => test(one[1]))
      .map((one) => [one[2], one[3]]);
  const agents = new Map(links('HAS_PARTICIPANT', (a) => a.includes('"Arg0"')));
  const events = [...new Set(links('SLINK', () => true).map(([from]) => from))].flatMap((id) => {
    const event = marks.get(id);
    return event
      ? [
          {
            cue: [[event.start, event.end]],
            source:
              agents.has(id) && marks.get(agents.get(id))
                ? [[marks.get(agents.get(id)).start, marks.get(agents.get(id)).end]]
                : [],
          },
        ]
      : [];
  });
  const last = Math.max(
    -1,
    ...[...marks.values()].filter((one) => one.tag === 'EVENT_MENTION').map((one) => one.sentence),
  );
  const end = Math.max(0, ...[...tokens.values()].filter((one) => one.sentence <= last).map((one) => one.end));
  return { content, events, end };
}

/** Reporting events with a source: verb found and source met. */
export function scoreMeantime(docs, answer, forms) {
  const sums = { event: tally(), source: tally() };
  for (const { content, events, end } of docs) {
    const words = ([[a, b]]) => content.slice(a, b);
    const golds = events.filter((one) => one.source.length > 0 && inScope(words(one.cue), forms));
    const bare = events.filter((one) => one.source.length === 0);
    const given = joined(answer(content)).filter(
      (one) =>
        one.cue.length > 0 &&
        one.cue[0][1] <= end &&
        one.source.length > 0 &&
        inScope(words(one.cue), forms) &&
        !bare.some((other) => meets(other.cue, one.cue)),
    );
    for (const sum of Object.values(sums)) {
      sum.given += given.length;
      sum.gold += golds.length;
    }
    const used = new Set();
    for (const gold of golds) {
      const at = given.findIndex((one, index) => !used.has(index) && meets(one.cue, gold.cue));
      if (at < 0) continue;
      used.add(at);
      sums.event.hit++;
      if (meets(given[at].source, gold.source)) sums.source.hit++;
    }
  }
  return sums;
}
