import { covers, overlap, type Span, trimSpan } from '../base/span.ts';
import type { Text, Voice, ZoneKind } from '../capture/text.ts';
import type { Stretch } from './grammar.ts';
import { overlapping } from './overlapping.ts';
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
  const passedOn = text.voices.filter((voice) => voice.passedOn).sort((a, b) => a.start - b.start);
  const voicesAt = overlapping([...own, ...passedOn]);
  const nestedAt = overlapping(passedOn);
  const lines = linesOf(text.content).filter((line) => voicesAt(line).length === 0);
  const stretches = [
    ...own.flatMap((voice) => withoutNested(text, voice, nestedAt(voice)).map((span) => voiced(span, voice, carrier))),
    ...passedOn.map((voice) => voiced(voice, voice, carrier)),
    ...printed(text, lines, carrier),
  ];
  return stretches
    .map((stretch) => ({ ...stretch, ...trimSpan(text.content, stretch) }))
    .filter((stretch) => stretch.end > stretch.start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A post without the older posts that it quotes in its middle. */
function withoutNested(text: Text, voice: Voice, passedOn: readonly Voice[]): readonly Span[] {
  const holes = passedOn.filter((other) => other !== voice && covers(voice, other));
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

function printed(text: Text, lines: readonly Span[], carrier: Carrier): readonly Stretch[] {
  const zonesAt = overlapping(text.zones);
  const voicesAt = overlapping(text.voices.filter((one) => !WHOLE.has(one.kind)));
  return lines.map((line) => {
    const zone = zonesAt(line).find((one) => overlap(one, line) * 2 > line.end - line.start)?.kind ?? 'body';
    const voice = voicesAt(line)[0]?.kind;
    const prose = voice === 'mail' || voice === 'document' ? voice : 'body';
    const kind = FURNITURE.has(zone)
      ? 'metadata'
      : zone === 'title' || zone === 'caption' || zone === 'comment'
        ? zone
        : prose;
    return { ...line, kind, carrier };
  });
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
