import type { Day } from '../../base/time.ts';
import type { SourceKind } from '../../read/statement.ts';
import type { ImagePair } from '../../trace/image-pair.ts';
import type { Copy } from '../../trace/lineage.ts';
import type { Observation } from '../../trace/observation.ts';
import type { Label, Origin, PlacedCommitment, PlacedResponse, Rank, Standing } from '../../weigh/ledger.ts';
import type { Markup } from '../html.ts';

type Counted = (n: number) => string;
type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What the interface says in a language. Words of the evidence stay in their own. */
export interface Words {
  readonly language: 'en' | 'zh';
  /** The language as HTML is told of it. */
  readonly tag: string;
  readonly labels: Named<Label>;
  /** What each standing means under the default rules, in half a line. */
  readonly means: Named<Label>;
  readonly ranks: Named<Rank>;
  /** What a rank is called beside an origin's side; empty where it says nothing. */
  readonly strongest: Named<Rank>;
  readonly outcomes: Named<PlacedResponse['outcome']>;
  readonly states: Named<PlacedCommitment['state']>;
  readonly flags: Named<Standing['flags'][number]>;
  /** What an origin without a name is called, and what kind one with a name is of. */
  readonly nameless: Named<Origin['kind']>;
  readonly originKinds: Named<Origin['kind']>;
  readonly sourceKinds: Named<SourceKind>;
  /** What a rule is called, and a thing without a name that the program itself gave one. */
  readonly rule: (name: string) => string;
  readonly called: (name: string) => string;
  readonly dates: DateWords;
  readonly marks: Marks;
  readonly page: PageWords;
  readonly summary: SummaryWords;
  readonly claims: ClaimWords;
  readonly answers: AnswerWords;
  readonly lineage: LineageWords;
  readonly pictures: PictureWords;
  readonly timeline: TimelineWords;
  readonly evidence: EvidenceWords;
  /** A sentence that was made in English, in this language; null where it is not known in it. */
  readonly phrase: (english: string) => string | null;
  /** Words in which stand-ins for what is withheld speak this language. */
  readonly standIns: (words: string) => string;
}

export interface DateWords {
  readonly day: (day: Day) => string;
  /** Without its year. */
  readonly shortDay: (day: Day) => string;
  readonly instant: (day: string, clock: string | null, offset: string | null) => string;
  /** An item by who carried it and when. */
  readonly dated: (who: string, day: string) => string;
  readonly since: (day: string) => string;
  /** A promise's clock: days past its due day; how long open (null: not a day yet), and until when (null: undated). */
  readonly overdue: Counted;
  readonly open: (days: number | null, due: string | null) => string;
  /** An outcome that has stood so for some days. */
  readonly on: (outcome: string, days: number) => string;
}

/** Punctuation between parts, with its spaces. */
export interface Marks {
  readonly comma: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly list: string;
  /** Ends a sentence. */
  readonly stop: string;
  readonly bracket: (inner: string) => string;
}

export interface PageWords {
  readonly heading: string;
  readonly title: (funnel: string) => string;
  readonly skip: string;
  readonly menu: string;
  readonly sections: Named<'claims' | 'ask' | 'answers' | 'lineage' | 'pictures' | 'timeline' | 'items'>;
  readonly method: (items: number, digest: Markup) => Markup;
  readonly withheld: Counted;
}

export interface SummaryWords {
  /** What is counted, without its number. */
  readonly items: Counted;
  readonly tellings: Counted;
  readonly origins: Counted;
  readonly funnel: (items: number, tellings: number, origins: number) => string;
  readonly asOf: (time: Markup, policy: string) => Markup;
  readonly noClaims: string;
  readonly promised: (open: number, overdue: number) => string;
  readonly inShort: string;
  readonly inItems: (n: number, on: Markup) => Markup;
  readonly oneOrigin: (name: Markup) => Markup;
  readonly nobodyBehind: string;
  readonly promise: (by: Markup, what: Markup) => Markup;
  readonly altered: string;
  readonly alteredPairs: (n: number, link: (words: string) => Markup) => Markup;
}

export interface ClaimWords {
  readonly heading: string;
  readonly none: string;
  readonly more: Counted;
  readonly moreWordings: Counted;
  readonly privateLife: Counted;
  readonly for: string;
  readonly against: string;
  readonly nobody: string;
  readonly withheld: string;
  readonly carriedBy: Counted;
  /** Names, and how many are not given. */
  readonly andMore: (names: string, n: number) => string;
  readonly alsoCarried: Counted;
  readonly inPicture: string;
  readonly artefact: string;
  readonly ownVoice: string;
  readonly post: string;
  readonly nobodysWord: string;
  readonly nobodyNamed: string;
  readonly missingItem: string;
  readonly askNext: string;
  readonly would: (label: string) => string;
  readonly weighed: string;
  readonly holds: string;
  readonly fails: string;
}

export interface AnswerWords {
  readonly whomToAsk: string;
  readonly onClaims: Counted;
  readonly moreToAsk: Counted;
  readonly asked: string;
  readonly nobodyAsked: string;
  readonly promises: string;
  readonly noPromises: string;
  readonly wordless: string;
  readonly noted: string;
  readonly otherItems: Counted;
  readonly differences: string;
  readonly more: Counted;
}

export interface LineageWords {
  readonly heading: string;
  readonly none: string;
  readonly legend: string;
  readonly alone: Counted;
  readonly drawn: (steps: number, items: number) => string;
  readonly inWords: Counted;
  readonly versions: (who: string, n: number) => string;
  readonly from: (who: string, n: number) => string;
  readonly sharing: (who: string, n: number) => string;
  readonly copyKinds: Named<Copy['kind']>;
  readonly credited: string;
  readonly notCredited: string;
  readonly laterVersion: string;
  readonly noDate: string;
  readonly laterState: (item: string) => string;
  readonly step: (direction: Copy['direction'], from: string, to: string) => string;
  readonly ring: (names: readonly string[]) => string;
  readonly ringMeans: string;
  readonly cites: (from: Markup, to: Markup, quote: Markup) => Markup;
}

export interface PictureWords {
  readonly heading: string;
  readonly same: (pictures: number, pairs: number) => string;
  readonly differ: string;
  readonly pairs: Counted;
  readonly pair: (relation: ImagePair['relation'], left: Markup, right: Markup) => Markup;
  readonly say: string;
  readonly caution: string;
  readonly notGiven: Counted;
  readonly differs: string;
  /** What within a screen is not as the rest of it. */
  readonly odd: (observation: Observation) => string;
}

export interface TimelineWords {
  readonly heading: string;
  readonly undated: Counted;
  readonly copies: string;
  readonly items: Counted;
  readonly moreItems: Counted;
  readonly moreStandings: Counted;
  readonly due: string;
}

export interface EvidenceWords {
  readonly heading: string;
  readonly unread: Counted;
  readonly caption: string;
  readonly columns: readonly [string, string, string, string];
  readonly unknown: string;
}
