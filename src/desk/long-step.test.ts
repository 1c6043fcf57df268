import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { longStep } from './long-step.ts';

const words = (isTTY: boolean): { stream: NodeJS.WriteStream; said: string[] } => {
  const said: string[] = [];
  return { stream: { isTTY, write: (one: string) => said.push(one) > 0 } as unknown as NodeJS.WriteStream, said };
};

it('says what it does to a terminal, and clears it away', () => {
  const { stream, said } = words(true);
  expect(longStep(stream, 'weighing 3 items', () => 7)).toBe(7);
  expect(said).toEqual(['\r\u001b[Kweighing 3 items', '\r\u001b[K']);
});

it('says nothing to a file', () => {
  const { stream, said } = words(false);
  longStep(stream, 'weighing 3 items', () => 7);
  expect(said).toEqual([]);
});

it('gives the listeners back, also after an error', () => {
  const mine = (): void => undefined;
  process.on('SIGINT', mine);
  expect(() =>
    longStep(words(false).stream, '', () => {
      expect(process.listeners('SIGINT')).toEqual([]);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(process.listeners('SIGINT')).toContain(mine);
  process.off('SIGINT', mine);
});

const built = new URL('../../dist/desk/long-step.js', import.meta.url);

it.skipIf(!existsSync(built))('lets Ctrl-C end the program in the middle of the step', async () => {
  const code = `import { longStep } from ${JSON.stringify(built.href)};
    process.on('SIGINT', () => undefined);
    longStep(process.stderr, '', () => { console.log('now'); for (const end = Date.now() + 60_000; Date.now() < end; ); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const began = Date.now();
  child.kill('SIGINT');
  const [status, signal] = await once(child, 'exit');
  expect([status, signal]).toEqual([null, 'SIGINT']);
  expect(Date.now() - began).toBeLessThan(20_000);
});
