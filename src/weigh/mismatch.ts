import { compareInstants } from '../base/time.ts';
import type { Text } from '../capture/text.ts';
import { outAt } from './cut.ts';
import { gistOf } from './gist.ts';
import type { Contradiction, Placed } from './ledger.ts';
import type { Scene } from './scene.ts';

type Place = Contradiction['a'];

/** What does not fit together within what one item says, or in who cites whom. */
export const mismatchesIn = (scene: Scene): readonly Contradiction[] => [
  ...unheardStatements(scene),
  ...mutualCitations(scene),
  ...earlierThanFirst(scene),
];

const NO_STATEMENT =
  /(?:没有|未|尚未)[^。，]{0,16}(?:发布|作出|发表)[^。，]{0,6}(?:声明|回应|通报)|\b(?:had|has|have) (?:not (?:yet )?(?:issued|made|published|released)|made no|issued no)\b[^.]{0,24}\b(?:statement|comment)\b|\bno statement (?:had|has|was)\b/iu;
const IN_A_STATEMENT = /在(?:一份)?声明中|发(?:布|表)声明(?:称|表示|说)|\bin a (?:written )?statement\b/giu;

/** "No statement has been issued", in an item that quotes from a statement. */
function unheardStatements(scene: Scene): readonly Contradiction[] {
  const done = new Set<string>();
  return scene.story.statements.flatMap((one) => {
    const text = scene.text(one.item);
    if (!one.carrier || !text || done.has(one.item) || !NO_STATEMENT.test(one.quote)) return [];
    const other = [...text.content.matchAll(IN_A_STATEMENT)].find(({ index }) => index < one.start || index >= one.end);
    if (!other) return [];
    done.add(one.item);
    const b = sentenceTo(text, one.item, other.index, other.index + other[0].length);
    return [{ a: placeOf(one), b, why: 'no statement is known, and a statement is quoted' }];
  });
}

/** From the beginning of the sentence to the end of some words in it. */
function sentenceTo(text: Text, item: string, from: number, to: number): Place {
  const before = text.content.slice(Math.max(0, from - 160), from);
  const seam = Math.max(...['。', '\n', '. ', '！', '？'].map((mark) => before.lastIndexOf(mark)));
  const start = from - before.length + (seam < 0 ? 0 : seam + 1);
  const lead = text.content.slice(start, from).match(/^\s*/u)?.[0].length ?? 0;
  return { item, start: start + lead, end: to, quote: text.content.slice(start + lead, to) };
}

/** Two items each of which names the other as where it has the news from. */
function mutualCitations(scene: Scene): readonly Contradiction[] {
  const { citations } = scene.story.lineage;
  const out = (id: string) => {
    const item = scene.item(id);
    return item ? outAt(item) : null;
  };
  return citations.flatMap((one) => {
    const back = citations.find((other) => other.from === one.to && other.to === one.from);
    if (!back || compareInstants(out(one.from), out(one.to)) >= 0) return [];
    return [{ a: cited(one), b: cited(back), why: 'each has it from the other' }];
  });
}

const cited = ({ from, start, end, quote }: Scene['story']['lineage']['citations'][number]): Place => ({
  item: from,
  start,
  end,
  quote,
});

const ONLY_THEN =
  /\b(?:not|nothing|never|no)\b.{0,60}\buntil\b|\b(?:only|first) (?:on|in|heard|learned|knew)\b|直到.{1,16}才|才/iu;

/** One voice that has known nothing of a thing until a day, and tells of an earlier day. */
function earlierThanFirst(scene: Scene): readonly Contradiction[] {
  const said = scene.story.statements.filter((one) => !one.carrier && one.source.name !== null);
  return said
    .filter((one) => ONLY_THEN.test(one.quote))
    .flatMap((late) => {
      const [lateGist, name] = [gistOf(late.quote), scene.who.full(late.source.name ?? '')];
      if (lateGist.days.length !== 1) return [];
      const early = said.find((one) => {
        if (one === late || one.item !== late.item || scene.who.full(one.source.name ?? '') !== name) return false;
        const gist = gistOf(one.quote);
        const shared = [...gist.acts].some((act) => lateGist.acts.has(act));
        return shared && gist.days.length === 1 && isEarlier(gist.days[0] ?? '', lateGist.days[0] ?? '');
      });
      return early ? [{ a: placeOf(early), b: placeOf(late), why: 'not until a day, and on an earlier one' }] : [];
    });
}

/** `5-6` is earlier than `5-7`; of days in other months nothing is said. */
function isEarlier(one: string, other: string): boolean {
  const [a, b] = [one.split('-'), other.split('-')];
  return (a[0] === b[0] || a[0] === '?' || b[0] === '?') && Number(a[1]) < Number(b[1]);
}

const placeOf = ({ item, start, end, quote }: Placed): Place => ({ item, start, end, quote });
