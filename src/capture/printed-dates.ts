import type { Block } from './blocks.ts';
import { type PageDocument, type PageElement, wordsOf } from './dom.ts';
import { type Clock, readStamp } from './post-stamp.ts';
import { type Stamp, stampIn } from './stamp.ts';

/** The dates that readers see: when a page says that it was published, and when it was last changed. */
export interface PrintedDates {
  readonly published: string | null;
  readonly modified: string | null;
}

const CHANGED =
  /(?:updated|modified|revised|corrected|edited|last (?:update|change|edit)|更新|修改|修订|更正)(?: (?:at|on))?(?:时间|日期|于)?\s{0,2}[:：]?\s{0,3}\S{0,12}\s?$/iu;
const FIELD = /^(?:发文日期|发布日期|发布时间|成文日期|date|published|issued)[:：]?$/iu;

/** Looks in the head of the article, in its `time` elements, and in the fields of an official notice. */
export function printedDates(head: readonly Block[], document: PageDocument, scope: PageElement | null): PrintedDates {
  const said = head.flatMap((block) => stampsIn(block.text));
  const times = [...(scope ?? document).querySelectorAll('time[datetime]')].slice(0, 40);
  const timed = times.flatMap((time) => {
    const value = stampIn(time.getAttribute('datetime') ?? '')?.value;
    const around = `${/modif|updat/iu.test(namesOf(time)) ? 'updated' : ''} ${(time.parentElement?.textContent ?? '').slice(0, 60)}`;
    const isChanged = /^\s?updated|^\s{0,9}(?:last )?(?:updated|modified)|更新/iu.test(around);
    return value ? [{ value, isChanged }] : [];
  });
  const first = (all: readonly Said[], isChanged: boolean): string | null =>
    all.find((one) => one.isChanged === isChanged)?.value ?? null;
  const published = first(timed.slice(0, 2), false) ?? first(said, false) ?? fieldDate(document);
  return { published, modified: first(timed.slice(0, 3), true) ?? first(said, true) };
}

const YEARLESS =
  /(?<![\d年/.-])(?:\d{1,2}月\d{1,2}日|(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=\s))\s?(?:[上下]午|晚上|凌晨)?\s?\d{1,2}[:：]\d{2}(?::\d{2})?/u;

/** `05-31 18:30` in the head of a page whose capture has a year: that day's latest before it, if it is in that year. */
export function yearlessDate(head: readonly Block[], clock: Clock, captured: string | null): string | null {
  const found = head.map((block) => YEARLESS.exec(block.text.slice(0, 200))?.[0]).find((one) => one !== undefined);
  const value = found && captured && clock.today ? readStamp(found, clock) : null;
  return value && captured && value.slice(0, 10) <= captured.slice(0, 10) ? value : null;
}

interface Said {
  readonly value: string;
  readonly isChanged: boolean;
}

/** The dates in a line of the head, with the word before each. */
function stampsIn(line: string): Said[] {
  const found: Said[] = [];
  let from = 0;
  for (let n = 0; n < 4; n++) {
    const stamp: Stamp | null = stampIn(line.slice(from, from + 400));
    if (!stamp) break;
    found.push({ value: stamp.value, isChanged: CHANGED.test(line.slice(from, from + stamp.start).slice(-40)) });
    from += stamp.end;
  }
  return found;
}

function fieldDate(document: PageDocument): string | null {
  for (const cell of [...document.querySelectorAll('td, th, dt')].slice(0, 400)) {
    if (!FIELD.test(wordsOf(cell))) continue;
    const row = cell.parentElement;
    const value = row && stampIn(wordsOf(row))?.value;
    if (value) return value;
  }
  return null;
}

const namesOf = (element: PageElement): string =>
  ['class', 'itemprop', 'id'].map((name) => element.getAttribute(name) ?? '').join(' ');
