import { overlap, quoteAt, type Span } from '../base/span.ts';
import { isBodyName, isDesk } from '../capture/publisher-words.ts';
import type { Stretch } from './grammar.ts';
import { NEGATION } from './locales/negation.ts';
import { overlapping } from './overlapping.ts';
import { sentencesOf } from './sentences.ts';
import type { Source, SourceKind, Statement } from './statement.ts';

/**
 * What an item asserts in its own voice: each sentence that no attributed statement covers. A rumour often begins as
 * nobody's quotation, so the ledger needs these; questions are left out, they assert nothing.
 */
export function carrierStatements(
  content: string,
  stretches: readonly Stretch[],
  cued: readonly Statement[],
): readonly Statement[] {
  const taken = overlapping(cued.flatMap((one): Span[] => (one.cue ? [one, one.cue] : [one])));
  return stretches
    .filter((stretch) => stretch.kind !== 'metadata' && stretch.kind !== 'caption')
    .flatMap((stretch) =>
      sentencesOf(content, stretch).flatMap((sentence) => assertion(content, stretch, sentence, taken)),
    );
}

function assertion(
  content: string,
  stretch: Stretch,
  sentence: Span,
  taken: (place: Span) => readonly Span[],
): readonly Statement[] {
  const span = bare(content, sentence);
  const words = content.slice(span.start, span.end);
  if (!isSaying(words) || /[?？]["”’」]?$/u.test(words)) return [];
  const covered = taken(span).reduce((sum, one) => sum + overlap(one, span), 0);
  if (covered * 3 > span.end - span.start) return [];
  const source = speaker(stretch, span);
  return [
    {
      ...quoteAt(content, span.start, span.end),
      cue: null,
      source,
      chain: [source],
      class: 'say',
      polarity: NEGATION.test(words) ? 'negative' : 'positive',
      hedged: false,
      carrier: true,
      by: 'rules',
    },
  ];
}

function speaker(stretch: Stretch, span: Span): Source {
  const { author, publisher } = stretch.carrier;
  if (stretch.kind === 'screen')
    return { ...place(span), kind: 'artefact', name: author ? 'chat screenshot' : 'picture' };
  // Behind a desk stands the body.
  if (publisher && author && isDesk(author)) return { ...place(span), kind: 'named-body', name: publisher };
  const name = (personal(stretch) ? author : publisher) ?? publisher ?? author;
  return { ...place(span), kind: kindOf(stretch, name), name };
}

/** A carrier's name stands nowhere in its text. */
const place = (span: Span) => ({ start: span.start, end: span.start, quote: '' });

const personal = (stretch: Stretch): boolean =>
  stretch.kind === 'post' || stretch.kind === 'message' || stretch.kind === 'comment' || stretch.kind === 'mail';

function kindOf(stretch: Stretch, name: string | null): SourceKind {
  if (name === null) return 'none';
  const body = isBodyName(name);
  if (personal(stretch)) return body ? 'named-body' : 'unnamed-person';
  return body ? 'named-body' : 'outlet';
}

/** Without the final stop, which never belongs to a statement. */
function bare(content: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /[\s.,;:，。；：]/u.test(content.charAt(last - 1))) last--;
  return { start, end: last };
}

/** At least four Han characters or three words, and no heading: less than that names a thing, it says nothing of it. */
const isSaying = (words: string): boolean =>
  !words.startsWith('#') &&
  ((words.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4 || (words.match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.length ?? 0) >= 3);
