// Corpora for the tracing benchmarks: openly available news, and derivations planted in it whose origin is known.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';

/** Mulberry32: the same corpus on every machine. */
export function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)] };
}

function unpacked(archive, scratch, name) {
  const folder = join(scratch, name);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['xJf', archive, '-C', folder]);
  }
  return folder;
}

const entities = (text) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&').replaceAll('&#3;', '');

/** The stories of Reuters-21578: one line a sentence break as in the wire, without the closing mark. */
export function reuters(data, scratch) {
  const folder = unpacked(join(data, 'reuters21578', 'reuters21578-sgm.tar.xz'), scratch, 'reuters');
  const stories = [];
  for (const file of readdirSync(join(folder, 'reuters21578'))
    .filter((one) => one.endsWith('.sgm'))
    .sort()) {
    const sgml = readFileSync(join(folder, 'reuters21578', file), 'latin1');
    for (const [, body] of sgml.matchAll(/<REUTERS([\s\S]*?)<\/REUTERS>/g)) {
      const text = /<BODY>([\s\S]*?)<\/BODY>/.exec(body)?.[1];
      if (text) {
        stories.push(
          entities(text)
            .replace(/\s*Reuter\s*$/i, '')
            .replace(/\n(?! {4})/g, ' ')
            .replace(/\n {4}/g, '\n')
            .trim(),
        );
      }
    }
  }
  return stories;
}

/** Items of the Xinwen Lianbo transcripts. */
export function xinwen(data, scratch) {
  const folder = unpacked(join(data, 'xinwenlianbo', 'news-md.tar.xz'), scratch, 'xinwen');
  const items = [];
  for (const file of readdirSync(join(folder, 'news')).sort()) {
    const page = readFileSync(join(folder, 'news', file), 'utf8');
    for (const part of page.split(/^#+ .*$/m)) {
      const text = part
        .replace(/\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/<\/p>/g, '\n')
        .replace(/<[^>]*>|央视网消息|（新闻联播）：/g, '')
        .replace(/\s*\n\s*/g, '\n')
        .trim();
      if (text.length >= 200) items.push(text);
    }
  }
  return items;
}

const traditional = Converter({ from: 'cn', to: 't' });
const isHan = (text) => /\p{Script=Han}/u.test(text.slice(0, 40));

/** What an editor does to words: some are put in, some left out, some replaced by words from elsewhere. */
function edited(text, share, words, { next, pick }) {
  const parts = isHan(text) ? [...text] : text.split(/(?<=\s)/);
  return parts
    .map((part) => {
      if (next() >= share) return part;
      const kind = next();
      if (kind < 0.5) return isHan(text) ? pick(words) : `${pick(words)} `;
      return kind < 0.75 ? '' : `${part}${isHan(text) ? pick(words) : `${pick(words)} `}`;
    })
    .join('');
}

const sentencesOf = (text) => text.match(/[^.。！？!?\n]+[.。！？!?\n]*/gu) ?? [text];

/** Cuts a run of whole sentences of about `letters` out of a text. */
function cutting(text, letters, { below }) {
  if (letters >= text.length) return { start: 0, end: text.length };
  const list = sentencesOf(text);
  const first = below(Math.max(1, Math.floor(list.length / 3)));
  let end = first;
  for (let size = 0; end < list.length && size < letters; end++) size += list[end].length;
  const start = list.slice(0, first).join('').length;
  return { start, end: start + list.slice(first, end).join('').length };
}

/** Each operation: a part of the source, and what becomes of it. Pieces are [start in source, end in source, new words]. */
export const OPERATIONS = {
  verbatim: (text, span) => [[span.start, span.end, text.slice(span.start, span.end)]],
  'edits 2 %': (text, span, tools) => [
    [span.start, span.end, edited(text.slice(span.start, span.end), 0.02, tools.words, tools)],
  ],
  'edits 5 %': (text, span, tools) => [
    [span.start, span.end, edited(text.slice(span.start, span.end), 0.05, tools.words, tools)],
  ],
  'edits 10 %': (text, span, tools) => [
    [span.start, span.end, edited(text.slice(span.start, span.end), 0.1, tools.words, tools)],
  ],
  truncation: (text, span) => {
    const end = span.start + Math.ceil((span.end - span.start) * 0.45);
    return [[span.start, end, text.slice(span.start, end)]];
  },
  reorder: (text, span) => {
    const middle =
      span.start +
      (sentencesOf(text.slice(span.start, span.end)).slice(0, -1).join('').length ||
        Math.ceil((span.end - span.start) / 2));
    return [
      [middle, span.end, text.slice(middle, span.end)],
      [span.start, middle, text.slice(span.start, middle)],
    ];
  },
  splice: (text, span) => {
    const middle = span.start + Math.ceil((span.end - span.start) / 2);
    return [
      [span.start, middle, text.slice(span.start, middle), 'host'],
      [middle, span.end, text.slice(middle, span.end)],
    ];
  },
};

/** Traditional characters for Simplified ones: for Chinese sources only. */
export const SCRIPT = {
  'other script': (text, span) => [[span.start, span.end, traditional(text.slice(span.start, span.end))]],
};

/** A text made of a host and what an operation makes of a part of the source, with the spans that correspond. */
export function planted(source, host, operation, tools, letters = 700) {
  const span = cutting(source, letters, tools);
  const own = sentencesOf(host);
  const at = tools.below(Math.max(1, own.length));
  const separator = isHan(source) ? '' : ' ';
  let text = own.slice(0, at).join('');
  const spans = [];
  for (const [start, end, words, then] of operation(source, span, tools)) {
    text += separator;
    spans.push({ source: { start, end }, copy: { start: text.length, end: text.length + words.length } });
    text += words;
    if (then === 'host') text += separator + own.slice(at, at + 3).join('');
  }
  return { text: text + separator + own.slice(at).join(''), spans };
}
