import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const CONTENT = 'Mayor Edda Kroll said the weir would hold. It was told along the towpath that the keeper had slept.\n';
const ROWS = [
  { quote: 'the keeper had slept', cue: 'told', source: '', name: '', kind: 'none', class: 'hearsay' },
  { quote: 'the keeper had drowned', cue: 'told', source: '', name: '', kind: 'none', class: 'hearsay' },
];
const BODY = JSON.stringify({ choices: [{ message: { content: JSON.stringify({ statements: ROWS }) } }] });
/** A program of its own, since the command under test is waited for. */
const SERVER = `require('node:http').createServer((_, answer) => answer.end(process.argv[1]))
  .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

interface Printed {
  readonly statements: readonly { readonly by: string; readonly quote: string }[];
}

describe('a model named on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-model-'));
  const file = join(folder, 'post.txt');
  let server: ChildProcess;
  let address = '';

  beforeAll(async () => {
    writeFileSync(file, CONTENT);
    server = spawn(process.execPath, ['-e', SERVER, BODY], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise<string>((done) =>
      server.stdout?.once('data', (chunk) => done(String(chunk).trim())),
    );
    address = `http://127.0.0.1:${port}/v1`;
  });

  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  for (const words of [
    ['read', file, '--json', '--published', '2031-06-03'],
    ['look', file, '--json', '--as-of', '2031-06-03'],
  ])
    it(`adds to ${words[0]} what stands in the text, marked, and changes nothing else`, () => {
      const plain = JSON.parse(run(words).out) as Printed;
      const { status, out, err } = run([...words, '--model', address]);
      const found = JSON.parse(out) as Printed;
      const added = found.statements.filter((one) => one.by === 'model');
      expect(status).toBe(0);
      expect(added.map((one) => one.quote)).toEqual(['the keeper had slept']);
      expect({ ...found, statements: found.statements.filter((one) => one.by !== 'model') }).toEqual(plain);
      expect(err).toContain('gave 1 row not found in the text');
    });

  it('that is not there costs one warning', () => {
    const words = ['look', file, '--json', '--as-of', '2031-06-03'];
    const { status, out, err } = run([...words, '--model', 'http://127.0.0.1:9/v1']);
    expect(status).toBe(0);
    expect(out).toBe(run(words).out);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('could not be asked');
  });

  it('with an address that is none is refused', () => {
    const { status, err } = run(['read', file, '--model', 'llama']);
    expect(status).toBe(2);
    expect(err).toContain('--model wants an address');
  });
});
