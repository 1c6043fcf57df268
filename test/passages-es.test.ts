import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { overlap, type Span } from '../src/base/span.ts';
import type { Eyes } from '../src/capture/sighting.ts';
import { account } from '../src/hearsay.ts';
import type { Statement, Time } from '../src/read/statement.ts';
import { root } from './run.ts';

/** Short invented texts with what should be found in them; those with an even number were looked at, the odd ones kept back. */
interface Passage {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly statements: readonly { readonly quote: string; readonly class: string; readonly source: { kind: string } }[];
  readonly times: readonly { readonly quote: string; readonly value: string }[];
}

interface Read {
  readonly passage: Passage;
  readonly language: string;
  readonly statements: readonly Statement[];
  readonly times: readonly Time[];
}

const PASSAGES = readFileSync(join(root, 'test', 'passages-es.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Passage);
const BLIND: Eyes = { see: () => Promise.reject(new Error('no picture here')) };

const readAll = (): Promise<readonly Read[]> =>
  Promise.all(
    PASSAGES.map(async (passage) => {
      const blank = { url: null, publisher: null, author: null, captured: null, lang: null, note: null };
      const facts = { ...blank, file: `${passage.id}.txt`, published: passage.published };
      const { capture, reading } = await account({ facts, bytes: new TextEncoder().encode(passage.text) }, BLIND);
      expect(capture.text?.content).toBe(passage.text);
      const { statements, times } = reading;
      return {
        passage,
        language: capture.text?.language ?? '',
        statements: statements.filter((one) => !one.carrier),
        times,
      };
    }),
  );

let all: readonly Read[] = [];
beforeAll(async () => {
  all = await readAll();
});

const keptBack = ({ passage }: Read): boolean => Number(passage.id.slice(-3)) % 2 === 1;

/** Pairs of gold and found that share half of their words, each used once. */
function paired<G extends { readonly quote: string }, T extends Span>(
  text: string,
  gold: readonly G[],
  found: readonly T[],
) {
  const left = new Set(found);
  return gold.flatMap((one) => {
    const start = text.indexOf(one.quote);
    const span = { start, end: start + one.quote.length };
    const alike = (other: T): number => {
      const both = overlap(span, other);
      return both / (span.end - span.start + other.end - other.start - both);
    };
    const best = [...left].sort((a, b) => alike(b) - alike(a))[0];
    if (!best || alike(best) < 0.5) return [];
    left.delete(best);
    return [[one, best] as const];
  });
}

function contentF1(half: readonly Read[]): number {
  let hit = 0;
  let size = 0;
  for (const { passage, statements } of half) {
    hit += paired(passage.text, passage.statements, statements).length;
    size += passage.statements.length + statements.length;
  }
  return (2 * hit) / size;
}

describe('Spanish passages', () => {
  it('are told to be Spanish, short as they are, all but one in twenty', () => {
    const others = all.filter((one) => one.language !== 'es').map((one) => one.passage.id);
    expect(others.length * 20).toBeLessThan(all.length);
  });

  it('have what is said in them found: content F1 of .9 where looked at, .8 where kept back', () => {
    expect(all.length).toBeGreaterThan(60);
    expect(contentF1(all.filter((one) => !keptBack(one)))).toBeGreaterThan(0.9);
    expect(contentF1(all.filter(keptBack))).toBeGreaterThan(0.8);
  });

  it('never have a document, a crowd or nobody taken for a named person or body', () => {
    const faceless = /^(?:artefact|crowd|none|unnamed-person|unnamed-official)$/u;
    const wrong = all.flatMap(({ passage, statements }) =>
      paired(passage.text, passage.statements, statements)
        .filter(([gold, found]) => faceless.test(gold.source.kind) && /^named/u.test(found.source.kind))
        .map(([gold]) => `${passage.id}: ${gold.quote}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have their times told', () => {
    let hit = 0;
    let size = 0;
    for (const { passage, times } of all) {
      const pairs = paired(passage.text, passage.times, times);
      hit += pairs.filter(([gold, found]) => found.value.startsWith(gold.value)).length;
      size += passage.times.length + times.length;
    }
    expect((2 * hit) / size).toBeGreaterThan(0.9);
  });

  it('are quoted exactly', () => {
    for (const { passage, statements, times } of all)
      for (const one of [...statements, ...times]) expect(passage.text.slice(one.start, one.end)).toBe(one.quote);
  });
});
