import { covers, overlap, type Span, trimSpan } from '../base/span.ts';
import type { Text, Voice, ZoneKind } from '../capture/text.ts';
import type { Stretch } from './grammar.ts';
import type { Carrier } from './statement.ts';

/** Zones that carry no running prose: only their times are read. */
const FURNITURE: ReadonlySet<ZoneKind> = new Set([
  'byline',
  'dateline',
  'credit',
  'related',
  'boilerplate',
  'quoted-mail',
  'signature',
  'metadata',
]);

const WHOLE: ReadonlySet<Voice['kind']> = new Set(['post', 'message', 'comment', 'screen']);

/** The stretches of a text in order: a post or message is one; of an article, mail or document each line is one. */
export function stretchesOf(text: Text, carrier: Carrier): readonly Stretch[] {
  const own = text.voices.filter((voice) => WHOLE.has(voice.kind) && !voice.passedOn);
  const passedOn = text.voices.filter((voice) => voice.passedOn);
  const lines = linesOf(text.content).filter(
    (line) => ![...own, ...passedOn].some((voice) => overlap(voice, line) > 0),
  );
  const stretches = [
    ...own.flatMap((voice) => withoutNested(text, voice, passedOn).map((span) => voiced(span, voice, carrier))),
    ...passedOn.map((voice) => voiced(voice, voice, carrier)),
    ...lines.map((line) => printed(text, line, carrier)),
  ];
  return stretches
    .map((stretch) => ({ ...stretch, ...trimSpan(text.content, stretch) }))
    .filter((stretch) => stretch.end > stretch.start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A post without the older posts that it quotes in its middle. */
function withoutNested(text: Text, voice: Voice, passedOn: readonly Voice[]): readonly Span[] {
  const holes = passedOn.filter((other) => other !== voice && covers(voice, other)).sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let start = voice.start;
  for (const hole of holes) {
    spans.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  return [...spans, { start, end: Math.min(voice.end, text.content.length) }];
}

function voiced(span: Span, voice: Voice, carrier: Carrier): Stretch {
  const kind = voice.kind === 'article' ? 'body' : voice.kind;
  return {
    start: span.start,
    end: span.end,
    kind,
    carrier: { publisher: carrier.publisher, author: voice.author, published: voice.published ?? carrier.published },
  };
}

function printed(text: Text, line: Span, carrier: Carrier): Stretch {
  const zone = text.zones.find((one) => overlap(one, line) * 2 > line.end - line.start)?.kind ?? 'body';
  const voice = text.voices.find((one) => !WHOLE.has(one.kind) && overlap(one, line) > 0);
  const prose = voice?.kind === 'mail' || voice?.kind === 'document' ? voice.kind : 'body';
  const kind = FURNITURE.has(zone)
    ? 'metadata'
    : zone === 'title' || zone === 'caption' || zone === 'comment'
      ? zone
      : prose;
  return { ...line, kind, carrier };
}

function linesOf(content: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= content.length; ) {
    const found = content.indexOf('\n', start);
    const end = found < 0 ? content.length : found;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
