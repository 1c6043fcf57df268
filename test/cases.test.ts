import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../src/publish/dossier.ts';
import { root, run } from './run.ts';

const schema: object = JSON.parse(readFileSync(join(root, 'docs', 'dossier.schema.json'), 'utf8'));
const valid = new Ajv2020({ strict: false }).compile(schema);

/** Story cases with gold that stand beside the project on a developer's machine; elsewhere only the example is run. */
const shared = join(root, '..', 'shared', 'cases');
const folders = [
  ...readdirSync(join(root, 'examples'), { withFileTypes: true }).map((one) => join(root, 'examples', one.name)),
  ...(existsSync(shared)
    ? readdirSync(shared, { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map((one) => join(shared, one.name))
    : []),
];

function look(folder: string): string {
  const { status, out, err } = run(['look', folder, '--json']);
  expect(`${status} ${err}`).toBe('0 ');
  return out;
}

describe.each(folders)('the story in %s', (folder) => {
  const printed = look(folder);
  const dossier: Dossier = JSON.parse(printed);
  const content = new Map(dossier.texts.map((text) => [text.item, text.content]));

  it('is one document that the schema accepts', () => {
    expect(valid(dossier), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    expect(dossier.items.length).toBeGreaterThan(5);
  });

  it('quotes exactly what stands at each span', () => {
    const quotes = [
      ...dossier.statements,
      ...dossier.statements.flatMap(({ item, cue, source, chain }) =>
        [cue ?? [], source, ...chain].flat().map((one) => ({ ...one, item })),
      ),
      ...dossier.responses,
      ...dossier.commitments,
      ...dossier.times,
      ...dossier.contradictions.flatMap(({ a, b }) => [a, b]),
    ];
    expect(quotes.length).toBeGreaterThan(20);
    const wrong = quotes.filter((one) => content.get(one.item ?? '')?.slice(one.start, one.end) !== one.quote);
    expect(wrong).toEqual([]);
  });

  it('is the same bytes the second time', () => {
    expect(look(folder)).toBe(printed);
  }, 120_000);

  it('names only items, statements and origins that are there', () => {
    const items = new Set(dossier.items.map((item) => item.id));
    const statements = new Set(dossier.statements.map((one) => one.id));
    const origins = new Set(dossier.origins.map((one) => one.id));
    expect(dossier.copies.every((copy) => items.has(copy.left) && items.has(copy.right))).toBe(true);
    expect(dossier.claims.every((claim) => claim.statements.every((id) => statements.has(id)))).toBe(true);
    const sides = dossier.claims.flatMap(({ standing }) => [...standing.for.origins, ...standing.against.origins]);
    expect(sides.every((id) => origins.has(id))).toBe(true);
    expect(new Set(dossier.tellings.flat()).size).toBe(dossier.tellings.flat().length);
  });
});
