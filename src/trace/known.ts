import type { Span } from '../base/span.ts';
import { epoch } from '../base/time.ts';
import type { Item } from '../capture/item.ts';
import type { ZoneKind } from '../capture/text.ts';
import { type Figure, figures } from './figure.ts';
import { fold, foldText } from './fold.ts';
import { type Mention, mentions } from './mention.ts';
import { type Directory, publisherOf } from './name.ts';
import type { Source } from './source.ts';

/** A text with what it says of where it is from and when. */
export interface Known {
  readonly source: Source;
  readonly publisher: string | null;
  /** Places where it names another publisher of the case, comments and lists of links left out. */
  readonly mentions: readonly Mention[];
  /** Publishers of the case that it credits. */
  readonly credits: ReadonlySet<string>;
  /** Folded names in credit lines that no publisher of the case bears: an agency whose text isn't here. */
  readonly agencies: ReadonlySet<string>;
  /** Dates, times and quantities, in order. */
  readonly figures: readonly Figure[];
  /** Which texts it can be compared with word for word. */
  readonly script: 'han' | 'other';
  /** Whether it speaks of its own reporters’ work, which a rewriter leaves out. */
  readonly ownWork: boolean;
  /** Whether it says so in plain words (本报记者), not only by its own name. */
  readonly ownWords: boolean;
  /** Whether its reporting names its own publisher: a copy then still bears that name. */
  readonly namesItself: boolean;
  /** When it was published at the earliest and at the latest, in milliseconds; null where nobody says. */
  readonly when: { readonly from: number; readonly to: number } | null;
}

/** Reads the credits and the clock of a text; `doubt` is by how many milliseconds a stated time may err beyond its own form. */
export function know(source: Source, directory: Directory, doubt = 0): Known {
  const publisher = publisherOf(source.item);
  const all = mentions(source.content, directory, fold(source.content)).filter((one) => !inAside(source, one.start));
  const others = all.filter((one) => one.publisher !== publisher);
  const credits = new Set(
    others
      .filter((one) => (one.cites && !directory.isBody(one.publisher)) || standsInCreditLine(source, one))
      .map((one) => one.publisher),
  );
  const agencies = new Set<string>();
  const stated = [...source.text.credits.map((credit) => credit.name), source.item.author ?? ''];
  for (const name of stated.flatMap((one) => one.split(/[/／|、;；]/))) {
    const found = directory.find(name);
    if (found !== null && found !== publisher) credits.add(found);
  }
  for (const credit of source.text.credits) {
    const key = foldText(credit.name);
    if (directory.find(credit.name) === null && key.length >= 2 && isCreditLine(source.content, credit))
      agencies.add(key);
  }
  const author = source.item.author ?? '';
  if (AGENCY.test(author) && directory.find(author) === null) agencies.add(foldText(author));
  const namesItself = all.some((one) => one.publisher === publisher && source.kept[one.start] === 1);
  const ownWords = OWN_WORK.test(source.content);
  return {
    source,
    publisher,
    mentions: all,
    credits,
    agencies,
    figures: figures(source.content, source.kept),
    script: scriptOf(source),
    namesItself,
    ownWords,
    ownWork: namesItself || ownWords,
    when: whenOf(source.item, source, doubt),
  };
}

/** A byline that is an agency's, not a person's. */
const AGENCY = /\b(?:[Aa]gency|[Aa]gencies|[Ww]ire|[Pp]ress [Ss]ervice|[Nn]ews [Ss]ervice)\b|通讯社|^[A-Z]{2,5}$/u;

/** Words by which an outlet speaks of itself. */
const OWN_WORK =
  /本[报报網网刊台社]记者|本[報網]記者|\b(?:told|asked by|seen by) (?:this (?:paper|newspaper|website)|us)\b|\bour (?:own )?(?:reporter|correspondent)/u;

function scriptOf({ folded }: Source): 'han' | 'other' {
  let wide = 0;
  for (const unit of folded.units) if (unit >= 0x3400 && unit <= 0x9fff) wide++;
  return wide * 4 > folded.units.length ? 'han' : 'other';
}

/** A credit stands at an end of its line or after a mark; in the middle of a sentence the word is only a word. */
function isCreditLine(content: string, { start, end }: Span): boolean {
  const before = content.slice(Math.max(0, start - 24), start);
  const after = content.slice(end, end + 24);
  return (
    /(?:^|[:：/／|(（–—-])\s*$|\n\s*$/u.test(before) ||
    (/^\s*(?:$|[\n)）|/／])/u.test(after) && /(?:^|\n)[^\n]*$/u.test(before))
  );
}

const SILENT: ReadonlySet<ZoneKind> = new Set(['comment', 'related', 'boilerplate', 'quoted-mail', 'signature']);

const inAside = ({ text }: Source, at: number): boolean =>
  text.zones.some((zone) => SILENT.has(zone.kind) && zone.start <= at && at < zone.end);

/** A line that is nothing but a publisher's name, a clock beside it, or a credit zone. */
function standsInCreditLine({ content, text }: Source, mention: Mention): boolean {
  if (
    text.zones.some(
      (z) => (z.kind === 'credit' || z.kind === 'byline') && z.start <= mention.start && mention.end <= z.end,
    )
  ) {
    return true;
  }
  const start = content.lastIndexOf('\n', mention.start - 1) + 1;
  const stop = content.indexOf('\n', mention.end);
  const rest = content.slice(start, mention.start) + content.slice(mention.end, stop < 0 ? content.length : stop);
  return (
    rest.length <= 40 &&
    /^[\s·|,–-]*(?:\d+ (?:minutes?|mins?|hours?|days?) ago|\d+\s*(?:分钟|小时|天)前|[\d\s:./年月日时分-]*)[\s·|,–-]*$/i.test(
      rest,
    )
  );
}

const DAY = 86_400_000;

/** The interval that a stated time leaves open: a minute of an instant, a day of a date, half a day more without an offset. */
function whenOf(item: Item, source: Source, doubt: number): Known['when'] {
  const stated = [item.published, ...source.text.voices.map((voice) => voice.published)].filter(
    (t) => epoch(t) !== null,
  );
  const first = item.published !== null && epoch(item.published) !== null ? item.published : stated.sort(byTime)[0];
  const from = epoch(first);
  if (from === null || first === undefined || first === null) return null;
  const exact = /T\d{2}:\d{2}/.test(first) && !/T00:00(:00)?(Z|[+-]|$)/.test(first);
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(first);
  const slack = doubt + (zoned ? 0 : DAY / 2);
  const length = exact ? (/T\d{2}:\d{2}:(?!00)\d{2}/.test(first) ? 1000 : 60_000) : first.length <= 7 ? 31 * DAY : DAY;
  return { from: from - slack, to: from + length + slack };
}

const byTime = (a: string | null, b: string | null): number => (epoch(a) ?? 0) - (epoch(b) ?? 0);
