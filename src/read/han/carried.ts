import { quoteAt, type Span } from '../../base/span.ts';
import { ZH_FREE_INDIRECT, ZH_GOES_ON, ZH_NARRATION } from '../locales/zh/phrases.ts';
import { ZH_REFUSAL, ZH_SILENCE } from '../locales/zh/replies.ts';
import type { Source, SourceKind, Statement } from '../statement.ts';
import { classOf, isHedged, polarityOf } from './class.ts';
import { inside } from './content.ts';
import { trimmed } from './find.ts';
import type { Sentence } from './sentence.ts';

const PERSONS: ReadonlySet<SourceKind> = new Set(['named-person', 'unnamed-person', 'unnamed-official', 'party']);

/** What stands around a sentence that names no speaker of its own. */
export interface Around {
  /** The last statement read, where its sentence was the one before this. */
  readonly last: Statement | undefined;
  /** A person whom the sentences before this one are about, if met since the last statement. */
  readonly mentioned: Source | undefined;
  /** The sentence after this one. */
  readonly next: Sentence | undefined;
}

/** A sentence without a cue that can only be somebody's words: a quotation that stands alone, free indirect speech. */
export function carriedIn(content: string, text: string, sentence: Sentence, around: Around): readonly Statement[] {
  const { last, mentioned, next } = around;
  if (/^\s*(?:“[□”“，。\s]*”[。，]?\s*)+$/u.test(sentence.mask)) {
    const source = mentioned ?? (last && PERSONS.has(last.source.kind) ? last.source : last?.source);
    if (!source || source.kind === 'none' || source.kind === 'artefact') return [];
    const cue = last && !mentioned ? last.cue : null;
    return sentence.quotations
      .filter((one) => one.end - one.start >= 4)
      .map((one) => carried(content, text, inside(text, one), source, cue));
  }
  if (!last || mentioned || !PERSONS.has(last.source.kind) || !freely(sentence, last, next)) return [];
  const { start, end } = last.source;
  return [
    carried(content, text, trimmed(text, sentence, false), { ...last.source, ...quoteAt(content, start, start) }, null),
  ].filter((one) => one.end > one.start && end >= start);
}

/** Whether the sentence goes on in the voice of the speaker before it: by its own words, or since he speaks again next. */
function freely({ mask }: Sentence, last: Statement, next: Sentence | undefined): boolean {
  const words = mask.trim();
  if (words.length < 5 || /[“：]/u.test(words) || ZH_NARRATION.test(words)) return false;
  if (last.class === 'hearsay' || ZH_REFUSAL.test(words) || ZH_SILENCE.test(words)) return false;
  return ZH_FREE_INDIRECT.test(words) || (next !== undefined && ZH_GOES_ON.test(next.mask.trim()));
}

function carried(content: string, text: string, span: Span, source: Source, cue: Statement['cue']): Statement {
  const words = text.slice(span.start, span.end);
  const kind = classOf({ cueClass: null, cue: '', content: words, kind: source.kind, loose: false, answering: false });
  return {
    ...quoteAt(content, span.start, span.end),
    cue: cue ?? quoteAt(content, span.start, span.start),
    source,
    chain: [source],
    class: kind,
    polarity: polarityOf(words, kind),
    hedged: isHedged(words),
    carrier: false,
    by: 'rules',
  };
}
