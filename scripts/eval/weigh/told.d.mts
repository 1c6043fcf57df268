import type { Ledger } from '../../../src/weigh/ledger.ts';
import type { Story } from '../../../src/weigh/story.ts';

/** A made story with what is true of it. */
export interface Told {
  readonly name: string;
  readonly now: string;
  readonly items: readonly (readonly [string, string, string, string, string])[];
  readonly said: readonly (readonly [string, string, string, string, string | null, string])[];
  readonly labels: Readonly<Record<string, string>>;
  readonly contradictions: readonly (readonly [number, number])[];
}

export interface Mark {
  readonly pairs: { readonly hit: number; readonly gold: number; readonly given: number };
  readonly contradictions: { readonly hit: number; readonly gold: number; readonly given: number };
  readonly labels: readonly { readonly claim: string; readonly label: string; readonly is: string }[];
  readonly split: readonly string[];
  readonly merged: readonly string[];
  readonly surplus: readonly string[];
}

export function storyOf(told: Told): Story;
export function markOf(told: Told, ledger: Ledger): Mark;
