import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-carried-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(async () => {
  const quay = sharp({ create: { width: 200, height: 120, channels: 3, background: '#88a' } }).withExif({
    IFD0: { Make: 'Halden', Model: 'Halden Q2' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '20/1 15/1 0/1' },
  });
  writeFileSync(join(scratch, 'quay.jpg'), await quay.jpeg().toBuffer());
  writeFileSync(join(scratch, 'note.txt'), 'The harbour master said that the quay was closed.');
});

it('traces what pictures carry, for the desk alone', () => {
  const { out, status } = run(['trace', scratch, '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(out).metadata).toMatchObject([
    { holds: ['exif'], device: 'Halden Q2', place: { latitude: 10.5, longitude: 20.25 }, credentials: null },
  ]);
  expect(run(['trace', scratch]).out).toMatch(/quay\.jpg: with Halden Q2, place 10\.50000, 20\.25000/u);
});

it('leaves it out of the ledger and the report', () => {
  const report = join(scratch, 'report.html');
  const page = run(['look', scratch, '--html', report]);
  const ledger = run(['look', scratch, '--json']);
  expect([page.status, ledger.status]).toEqual([0, 0]);
  for (const words of [page.out, readFileSync(report, 'utf8'), ledger.out])
    expect(words).not.toMatch(/Halden Q2|10\.5\b|20\.25/u);
});
