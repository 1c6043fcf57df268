import type { Quote, Span } from '../../base/span.ts';
import type { Item } from '../../capture/item.ts';
import type { Box } from '../../capture/sighting.ts';
import type { Statement, Time } from '../../read/statement.ts';
import type { ImagePair, Transcript } from '../../trace/image-pair.ts';
import type { Copy, Lineage } from '../../trace/lineage.ts';
import type {
  Because,
  Claim,
  Contradiction,
  Label,
  Next,
  Noted,
  Origin,
  Person,
  Placed,
  PlacedCommitment,
  PlacedResponse,
  Rank,
} from '../../weigh/ledger.ts';
import type { Change } from '../changes.ts';

/** What the story's board needs of a claim: a row. */
export interface ClaimRow {
  readonly id: string;
  /** Empty where it tells of private life. */
  readonly wording: string;
  readonly label: Label;
  readonly since: string | null;
  /** How many independent origins stand for it, and against it. */
  readonly for: number;
  readonly against: number;
  readonly rank: Rank;
  readonly flags: Claim['standing']['flags'];
  readonly privateLife: boolean;
  /** How many statements in how many items. */
  readonly statements: number;
  readonly items: number;
  /** Names of its origins: what a filter looks through. */
  readonly voices: readonly string[];
}

/** An item, as a list shows it. */
export interface ItemRow
  extends Pick<Item, 'id' | 'file' | 'title' | 'publisher' | 'author' | 'published' | 'captured'> {
  readonly mediaType: string;
  readonly unreadable: string | null;
  readonly statements: number;
  /** The items that it was copied from, and that copied it. */
  readonly from: number;
  readonly to: number;
}

/** Something to ask, of whom, and how far that is. */
export interface WorkRow extends Next {
  readonly claim: string;
  readonly wording: string;
  readonly label: Label;
  /** The event that ticked it off without asking; null where it is open. */
  readonly ticked: number | null;
}

/** The story at a glance: all that its first view shows. */
export interface Board {
  readonly title: string;
  readonly asOf: string;
  /** The name of the policy that it is weighed under. */
  readonly policy: string;
  /** The sentence at the head of the story. */
  readonly summary: string;
  readonly counts: {
    readonly items: number;
    readonly unreadable: number;
    readonly tellings: number;
    readonly origins: number;
    readonly claims: number;
  };
  readonly claims: readonly ClaimRow[];
  readonly work: readonly WorkRow[];
  readonly promises: readonly PlacedCommitment[];
  readonly answers: readonly PlacedResponse[];
  readonly items: readonly ItemRow[];
}

/** A statement with the words around it, ready to show. */
export interface Said {
  readonly statement: Placed;
  readonly before: string;
  readonly after: string;
  readonly item: ItemRow;
}

/** A reason with everything that it names told in full. */
export interface Ground {
  readonly rule: string;
  readonly held: boolean;
  readonly words: string;
  readonly because: readonly {
    readonly because: Because;
    readonly words: string;
    readonly said: Said | null;
  }[];
}

/** A claim with all that it rests on. */
export interface ClaimView {
  readonly claim: Claim;
  readonly row: ClaimRow;
  /** Why it stands where it does, in a sentence. */
  readonly why: string;
  readonly grounds: readonly Ground[];
  readonly for: readonly Said[];
  readonly against: readonly Said[];
  /** Each origin with its trail: how the claim's words came from it, earliest first, and the steps between, without their passages. */
  readonly origins: readonly {
    readonly origin: Origin;
    readonly trail: readonly ItemRow[];
    readonly copies: readonly Copy[];
  }[];
  readonly answers: readonly PlacedResponse[];
  readonly work: readonly WorkRow[];
  readonly contradictions: readonly Contradiction[];
  readonly decisions: readonly Noted[];
}

/** An item with what was read in it. */
export interface ItemView {
  readonly item: Item;
  readonly row: ItemRow;
  /** Whole, as read; empty where nothing could be. Every span below points into it. */
  readonly content: string;
  readonly statements: readonly (Placed & { readonly claim: string | null })[];
  readonly times: readonly Time[];
  readonly answers: readonly PlacedResponse[];
  readonly promises: readonly PlacedCommitment[];
  /** Copies that it has part in, with the other item. */
  readonly copies: readonly { readonly copy: Copy; readonly other: ItemRow; readonly way: 'from' | 'to' | 'unknown' }[];
  readonly images: readonly { readonly pair: ImagePair; readonly other: ItemRow }[];
  readonly transcript: Transcript | null;
}

/** Two items side by side. */
export interface PairView {
  readonly left: { readonly row: ItemRow; readonly content: string };
  readonly right: { readonly row: ItemRow; readonly content: string };
  readonly copy: Copy | null;
  readonly image: ImagePair | null;
  /** Passages in the order of the left text. */
  readonly passages: readonly { readonly left: Span; readonly right: Span }[];
}

/** A point of the spread: an item, when it was out, and where it stands in a drawing. */
export interface SpreadNode extends ItemRow {
  /** Milliseconds since 1970, or null where nobody knows. */
  readonly at: number | null;
  /** Publisher or platform: the lane it stands in. */
  readonly lane: string;
  /** The telling it belongs to, where it has one. */
  readonly telling: number | null;
  /** Labels of the claims that its statements stand for, each once. */
  readonly labels: readonly Label[];
}

/** A sentence that several items carry. */
export interface Carried {
  /** The first known carrier, and where the sentence begins in it: its name, as long as the evidence stays. */
  readonly id: string;
  /** As the first known carrier has it; cut where it is long. */
  readonly words: string;
  /** Places in `nodes`, the earliest first. */
  readonly carriers: readonly number[];
}

/** Who copied whom over time. */
export interface Spread {
  readonly nodes: readonly SpreadNode[];
  /** `from` was copied by `to`; where the direction is not known `sure` is false. Places in `nodes`. */
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly sure: boolean;
    readonly direct: boolean;
    readonly kind: Copy['kind'] | 'picture';
    readonly credited: boolean;
    /** Neither was copied from the other: both come from a third, which the case may not have. */
    readonly common: boolean;
  }[];
  /** How many pairs more there are than `edges` holds: none of them is a direct step. */
  readonly more: number;
  /** Sentences that more than one item carries, the most carried first. */
  readonly passages: readonly Carried[];
  readonly rings: Lineage['rings'];
  readonly citations: readonly { readonly from: number; readonly to: number; readonly quote: string }[];
  /** Lanes, the fullest first. */
  readonly lanes: readonly string[];
  /** How many items there were by each instant, for each lane: a curve. */
  readonly curve: readonly { readonly at: number; readonly lane: string; readonly total: number }[];
  /** The first known appearance. */
  readonly first: number | null;
}

/** What moved between two instants. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly (Change & { readonly words: string })[];
}

/** A place where some words were found. */
export interface Hit extends Quote {
  readonly kind: 'claim' | 'statement' | 'text' | 'item';
  readonly claim: string | null;
  readonly item: string | null;
  readonly before: string;
  readonly after: string;
}

/** What would be public, and what withheld, name by name. Ids are those of the case. */
export interface Preview {
  readonly edition: number;
  /** How it was asked for. */
  readonly options: {
    readonly languages: readonly string[];
    readonly base: string | null;
    readonly reason: string | null;
  };
  /** The last event of the journal that it rests on: where more came since, it is out of date. */
  readonly head: number;
  /** Wordings as a reader will see them. */
  readonly claims: readonly {
    readonly id: string;
    readonly wording: string;
    readonly label: Label;
    /** Why it goes out before somebody was heard; null where nobody is waited for. */
    readonly waived: string | null;
  }[];
  /** Wordings as the desk knows them; none where they tell of private life. */
  readonly keptBack: readonly {
    readonly claim: string;
    readonly wording: string;
    readonly label: Label;
    readonly why: 'private-life' | 'right-of-reply';
    readonly of: string | null;
    /** When the desk asked: an instant; null where nobody is known to have. */
    readonly asked: string | null;
    readonly waitsUntil: string | null;
  }[];
  readonly people: readonly PreviewPerson[];
  readonly maybePeople: readonly {
    readonly name: string;
    readonly item: string;
    /** The words around it in the item. */
    readonly before: string;
    readonly after: string;
  }[];
  readonly pictures: readonly PreviewPicture[];
  /** What the gate found; nothing may be published while there is anything. */
  readonly found: readonly {
    readonly path: string;
    readonly view: string;
    readonly words: string;
    readonly what: string;
  }[];
  readonly files: number;
  readonly bytes: number;
}

/** Somebody of the case, and how the edition would treat the name. */
export interface PreviewPerson extends Person {
  /** What stands for the name; null where the name itself does. */
  readonly standIn: string | null;
  /** How often the name or its stand-in would be read in the pages. */
  readonly times: number;
  /**
   * `near`: a word one letter away from a withheld name. `lacking`: a decision to name that wants something yet. `outlet`:
   * it publishes under this name, so the name stands.
   */
  readonly because: 'undecided' | 'near' | 'lacking' | 'decided' | 'outlet';
  readonly decided: { readonly by: string; readonly at: string; readonly why: string | null } | null;
}

/** A picture of the case, and how much of it the edition would show. Places are in pixels of the picture as captured. */
export interface PreviewPicture {
  readonly item: string;
  readonly file: string;
  readonly shown: boolean;
  /** How many lines of words stay covered. */
  readonly covered: number;
  readonly why: 'words' | 'region' | 'pages' | 'all-covered' | 'not-used';
  /** 0 where that is not known. */
  readonly width: number;
  readonly height: number;
  /** What would be seen of it: lines of words, and regions that two people decided to show. */
  readonly boxes: readonly Box[];
  readonly regions: readonly { readonly seq: number; readonly box: Box; readonly second: string }[];
}

/** Work under way on the desk. */
export interface Job {
  readonly id: string;
  readonly case: string;
  readonly kind: 'add' | 'weigh' | 'preview' | 'publish';
  readonly state: 'waiting' | 'working' | 'done' | 'failed' | 'cancelled';
  /** What is being done now, how many of how many, and how long yet in milliseconds where that can be told. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly left: number | null;
  /** What could not be taken, each in a line. */
  readonly faults: readonly string[];
  readonly result: unknown;
}

export type { Statement };

/** An event of the journal, as the log shows it. */
export interface LogEvent {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly by: string;
  /** Null where it was erased. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly undone: boolean;
  readonly undoable: boolean;
}
