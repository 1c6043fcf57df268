import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { policy as command } from '../src/cli/commands/policy.ts';
import { policyNames, policyOf } from '../src/desk/policy-file.ts';
import { account, hearsay } from '../src/hearsay.ts';
import { defaultPolicy, parsePolicy } from '../src/weigh/policy.ts';
import { extended, faultsIn } from '../src/weigh/policy-fault.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const valid = new Ajv2020({ allErrors: true }).compile(json('docs', 'policy.schema.json') as object);
const files = readdirSync(join(root, 'policies'));
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-policy-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const faults = (value: unknown) => faultsIn(extended(value)).map(({ at, why }) => `${at}: ${why}`);
const rules = (...more: object[]) => ({ extends: 'two-source', rules: [...more, ...defaultPolicy.rules] });

/** What the command prints for a file, and its exit status. */
async function checked(value: unknown): Promise<{ readonly printed: string; readonly status: number }> {
  const file = join(scratch, 'house.json');
  writeFileSync(file, JSON.stringify(value));
  const printed: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = (words: unknown) => printed.push(String(words)) > 0;
  try {
    return { status: await command.run(['check', file]), printed: printed.join('') };
  } finally {
    process.stdout.write = write;
  }
}

describe('the policies that are shipped', () => {
  it('are known by their names, and hold what the schema and the parser want', () => {
    expect(policyNames()).toEqual(['two-source', ...files.map((name) => name.replace('.json', '')).sort()]);
    for (const name of files) {
      expect(valid(json('policies', name)), JSON.stringify(valid.errors)).toBe(true);
      expect(faults(json('policies', name))).toEqual([]);
      expect(policyOf(name.replace('.json', '')).name).toBe(name.replace('.json', ''));
    }
    expect(valid(defaultPolicy), JSON.stringify(valid.errors)).toBe(true);
    expect(policyOf(join(root, 'policies', 'agency.json'))).toEqual(policyOf('agency'));
  });

  it('are each whole once they are parsed: what a case stores needs no other file', () => {
    for (const name of policyNames())
      expect(parsePolicy(JSON.parse(JSON.stringify(policyOf(name))))).toEqual(policyOf(name));
  });
});

/** What one paper says, weighed under a policy. */
async function weighed(name: string, text: string) {
  const facts = {
    file: 'a.txt',
    url: null,
    publisher: 'Harbour Post',
    author: null,
    captured: null,
    lang: 'en',
    note: null,
  };
  const taken = await account(
    { facts: { ...facts, published: '2033-01-02T01:00:00Z' }, bytes: new TextEncoder().encode(text) },
    { see: () => Promise.reject(new Error('no pictures here')) },
  );
  return hearsay([taken], policyOf(name), '2033-01-03T00:00:00Z');
}

const SAID = 'The Harbour Council said on Monday that the crane driver Odo Frick had sold 40 tonnes of copper.';

describe('policies beside the default one', () => {
  it('let one named body on record suffice (agency), and say nothing of competence then', async () => {
    expect((await weighed('two-source', SAID)).claims[0]?.standing.label).toBe('single-source');
    const { claims, policy } = await weighed('agency', SAID);
    expect(claims[0]?.standing.label).toBe('confirmed');
    expect(JSON.stringify(claims[0]?.standing.reasons[0]?.because[0])).not.toContain('competent');
    expect(policy.means?.confirmed).toContain('a named body');
  });

  it('print letters for sources and a digit for the claim, side by side (intelligence)', async () => {
    const { claims, origins } = await weighed('intelligence', SAID);
    const { admiralty, reasons, label } = claims[0]?.standing ?? {};
    expect(label).toBe('single-source');
    expect(admiralty).toEqual({ sources: [{ origin: origins[0]?.id, letter: 'B' }], digit: 3 });
    expect(reasons?.at(-1)?.because).toContainEqual({ text: 'source Harbour Council: B' });
    expect((await weighed('two-source', SAID)).claims[0]?.standing).not.toHaveProperty('admiralty');
  });
});

describe('a policy with something wrong in it', () => {
  it('names every fault with where and what next, and ends with status 1', async () => {
    const value = { ...defaultPolicy, colour: 'red', people: { shownRoles: [3], withheldByDefault: 'yes' } };
    const { printed, status } = await checked(value);
    expect(status).toBe(1);
    expect(printed).toContain('3 faults');
    expect(printed).toContain('colour: unknown key; take it out');
    expect(printed).toContain('people.shownRoles[0]: must be a word, not 3; put it in quotes');
    expect(printed).toContain('people.withheldByDefault: must be a boolean, not "yes"');
    expect(await checked(policyOf('agency'))).toMatchObject({ status: 0 });
  });

  it.each([
    [
      'an unknown rank',
      { extends: 'two-source', ranks: [...defaultPolicy.ranks, 'duke'] },
      'ranks[9]: "duke" is an unknown rank',
    ],
    [
      'a rank twice',
      { extends: 'two-source', ranks: [...defaultPolicy.ranks, 'crowd'] },
      'ranks[9]: "crowd" stands twice',
    ],
    ['a policy that extends itself', { extends: 'house', name: 'house' }, 'extends: can\'t be "house"'],
    [
      'a rule after one that holds always',
      rules({ name: 'all', label: 'denied', when: [] }),
      'rules[1]: never comes to hold: rules[0] holds always',
    ],
    [
      'two rules that ask for the same',
      rules({ name: 'other', label: 'confirmed', when: [{ takenBack: true }] }),
      'rules[1]: asks for the same as rules[0]',
    ],
    [
      'a rule that asks for what can’t be together',
      rules({
        name: 'x',
        label: 'denied',
        when: [
          { side: 'for', atLeast: 'document' },
          { side: 'for', atMost: 'crowd' },
        ],
      }),
      'rules[0]: asks on the side for for more than it allows',
    ],
    ['a label that is none', rules({ name: 'x', label: 'proven', when: [] }), 'rules[0].label: "proven" is no label'],
    [
      'a rank without a side',
      rules({ name: 'x', label: 'denied', when: [{ atLeast: 'crowd' }] }),
      'rules[0].when[0]: has "atLeast" without "side"',
    ],
    [
      'no time for an answer',
      { extends: 'two-source', rightOfReply: { publicBodyHours: 0, otherHours: 48 } },
      'rightOfReply.publicBodyHours',
    ],
    [
      'a letter that is none',
      { ...policyOf('intelligence'), admiralty: { ...policyOf('intelligence').admiralty, names: { Rook: 'Z' } } },
      'admiralty.names.Rook',
    ],
    ['no policy at all', [], 'the top: must be an object'],
  ])('refuses %s', (_, value, says) => {
    const found = faults(value);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain(says);
    expect(() => parsePolicy(value)).toThrow(/^policy, at /u);
  });

  it('is refused by the parser wherever the schema refuses it, whatever is changed', () => {
    const whole = json('policies', 'intelligence.json') as Record<string, unknown>;
    const sample = {
      ...(JSON.parse(JSON.stringify(policyOf('intelligence'))) as object),
      ...whole,
      extends: undefined,
    };
    const places = placesIn(JSON.parse(JSON.stringify(sample)));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 1 }), fc.boolean(), (path, value, adding) => {
        const changed = changedAt(JSON.parse(JSON.stringify(sample)), adding ? [...path, 'newkey'] : path, value);
        const right = faults(changed).length === 0;
        if (right) expect(valid(changed), `${path.join('.')} ${JSON.stringify(valid.errors)}`).toBe(true);
        else expect(() => parsePolicy(changed)).toThrow(/^policy, at /u);
      }),
      { numRuns: 400 },
    );
  });
});

/** Every place of a value as the keys that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return [path, ...inside.slice(0, 12).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function changedAt(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? changedAt(one, rest, to) : one));
  const before = (value as Record<string, unknown>)[key];
  return { ...value, [key]: rest.length ? changedAt(before, rest, to) : to };
}
