import type { Spread } from '../../../publish/workbench/shapes.ts';
import type { Label } from '../../../weigh/ledger.ts';

type Kind = Spread['edges'][number]['kind'];

/** Everything that the spread view says, in one language. */
export interface Words {
  readonly title: string;
  readonly lead: (items: number, lanes: number, from: string, to: string) => string;
  readonly leadUntimed: (items: number, lanes: number) => string;
  readonly loading: string;
  readonly empty: string;
  readonly unknownLane: string;
  readonly others: (lanes: number) => string;
  readonly untimed: string;
  readonly filters: string;
  readonly find: string;
  readonly lane: string;
  readonly kind: string;
  readonly label: string;
  readonly any: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly shown: (count: number, of: number) => string;
  readonly more: (pairs: number) => string;
  readonly faintLeft: (pairs: number) => string;
  readonly asTable: string;
  readonly asDrawing: string;
  readonly closer: string;
  readonly further: string;
  readonly whole: string;
  readonly drawing: (items: number, steps: number) => string;
  readonly hint: string;
  readonly legend: { readonly sure: string; readonly unsure: string; readonly faint: string; readonly size: string };
  readonly firstKnown: string;
  readonly firstFlag: string;
  readonly mostCopied: string;
  readonly copiedBy: (count: number) => string;
  readonly carriedMost: string;
  readonly carriers: (count: number) => string;
  readonly rings: string;
  readonly ring: (names: string) => string;
  readonly ringMark: string;
  readonly ringNote: string;
  readonly showRing: string;
  readonly sources: (count: number) => string;
  readonly copies: (count: number) => string;
  readonly unclear: (count: number) => string;
  readonly noSource: string;
  readonly noCopy: string;
  /** What a line says: how it was taken over, and how sure that is. */
  readonly step: (kind: string, direct: boolean, credited: boolean) => string;
  readonly unsure: (kind: string) => string;
  readonly common: string;
  readonly cites: (name: string, quote: string) => string;
  readonly passages: (count: number) => string;
  readonly noPassages: string;
  readonly follow: string;
  readonly followed: (count: number, lanes: number) => string;
  readonly stopFollowing: string;
  readonly open: string;
  readonly beside: string;
  readonly noPair: string;
  readonly back: string;
  readonly listMore: (count: number) => string;
  readonly curve: string;
  readonly curveSays: (parts: string) => string;
  readonly curveRest: string;
  readonly curveNone: string;
  readonly columns: {
    readonly out: string;
    readonly lane: string;
    readonly item: string;
    readonly from: string;
    readonly to: string;
    readonly labels: string;
  };
  readonly table: string;
  readonly sortBy: (column: string) => string;
  readonly told: (facts: {
    readonly name: string;
    readonly out: string;
    readonly title: string;
    readonly sources: number;
    readonly copies: number;
    readonly first: boolean;
  }) => string;
  readonly keys: Readonly<
    Record<
      'table' | 'fit' | 'closer' | 'further' | 'first' | 'beside' | 'open' | 'left' | 'right' | 'up' | 'down',
      string
    >
  >;
}
