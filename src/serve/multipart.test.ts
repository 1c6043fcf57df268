import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormFile, formFiles } from './multipart.ts';

const LIMITS = { file: 1000, files: 10 };
const TYPE = 'multipart/form-data; boundary=xYz';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 7, type: string | undefined = TYPE): Promise<FormFile[]> {
  const found: FormFile[] = [];
  for await (const one of formFiles(type, pieces(bytes, size), LIMITS)) found.push(one);
  return found;
}

const part = (name: string, text: string): string =>
  `--xYz\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`;

describe('a form with files', () => {
  it('is read whatever pieces it comes in', async () => {
    const body = bytesOf(`${part('a/ä.txt', 'one\r\n--xY no end')}${part('b.txt', '')}--xYz--\r\n`);
    for (const size of [1, 2, 3, 50, 1000])
      expect(
        (await read(body, size)).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes ?? undefined)]),
      ).toEqual([
        ['a/ä.txt', 'one\r\n--xY no end'],
        ['b.txt', ''],
      ]);
  });

  it('is what the platform writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), async (files) => {
        const form = new FormData();
        for (const [at, bytes] of files.entries())
          form.append('files', new File([bytes as Uint8Array<ArrayBuffer>], `f${at}`));
        const sent = new Response(form);
        const type = sent.headers.get('content-type') ?? '';
        const found = await read(new Uint8Array(await sent.arrayBuffer()), 64, type);
        expect(found.map(({ bytes }) => [...(bytes ?? [])])).toEqual(files.map((one) => [...one]));
      }),
      { numRuns: 50 },
    );
  });

  it('is refused where it is none, too much, or ends early', async () => {
    const whole = `${part('a', 'x')}--xYz--`;
    await expect(read(bytesOf(whole), 7, 'text/plain')).rejects.toMatchObject({ code: 'unknown-type' });
    await expect(read(bytesOf(whole), 7, '')).rejects.toMatchObject({ code: 'unknown-type' });
    await expect(read(bytesOf(part('a', 'x').repeat(11)))).rejects.toMatchObject({ code: 'too-large' });
    for (let end = 0; end < whole.length - 2; end++)
      await expect(read(bytesOf(whole.slice(0, end)))).rejects.toMatchObject({ code: 'malformed' });
    await expect(read(bytesOf('--xYz\r\nX: y\r\n\r\nz\r\n--xYz--'))).rejects.toMatchObject({ code: 'malformed' });
  });

  it('goes on after a file that is too large', async () => {
    const body = bytesOf(`${part('a', 'x'.repeat(1001))}${part('b', 'y')}--xYz--`);
    expect((await read(body)).map(({ name, bytes }) => [name, bytes?.length])).toEqual([
      ['a', undefined],
      ['b', 1],
    ]);
  });

  it('of any bytes ends in files or in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await read(bytes).catch((cause: unknown) => expect(cause).toMatchObject({ name: 'HearsayError' }));
      }),
      { numRuns: 200 },
    );
  });
});
