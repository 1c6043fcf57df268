import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { credentialsOf } from './credentials.ts';
import { metadataOf } from './metadata.ts';

const plain = () => sharp({ create: { width: 16, height: 16, channels: 3, background: '#888' } });
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Sketcher 4" xmp:ModifyDate="2031-06-04T09:00:00+02:00"/>
</rdf:RDF></x:xmpmeta>`;
const camera = plain().withExif({
  IFD0: {
    Make: 'Halden',
    Model: 'Halden Q2',
    Software: 'Q2 1.7',
    Artist: 'Mira Sund',
    DateTime: '2031:06:03 08:20:00',
  },
  IFD2: { DateTimeOriginal: '2031:06:03 08:12:00', OffsetTimeOriginal: '+02:00' },
  IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '10/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '20/1 15/1 0/1' },
});

describe('the metadata of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('tells when, with what, by whom and where: %s', async (form) => {
    const found = await metadataOf(await camera.clone().toFormat(form).toBuffer());
    expect(found).toMatchObject({
      taken: '2031-06-03T08:12:00+02:00',
      changed: '2031-06-03T08:20:00',
      device: 'Halden Q2',
      software: 'Q2 1.7',
      author: 'Mira Sund',
      place: { latitude: -10.5, longitude: 20.25 },
      credentials: null,
    });
    expect(found?.holds).toContain('exif');
  });

  it('is read from XMP where there is no EXIF', async () => {
    const found = await metadataOf(await plain().withXmp(XMP).jpeg().toBuffer());
    expect(found).toMatchObject({ holds: ['xmp'], software: 'Sketcher 4', changed: '2031-06-04T09:00:00+02:00' });
  });

  it('is empty where a picture holds none, and null of what is no picture', async () => {
    expect(await metadataOf(await plain().jpeg().toBuffer())).toMatchObject({ holds: [], taken: null, place: null });
    expect(await metadataOf(new TextEncoder().encode('words'))).toBeNull();
    expect(await metadataOf(new Uint8Array())).toBeNull();
  });

  it('comes of any bytes without an error, wherever they are cut or changed', async () => {
    const whole = new Uint8Array(await camera.clone().withXmp(XMP).jpeg().toBuffer());
    const harm = fc.tuple(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(harm, async ([cut, at, byte]) => {
        const harmed = whole.slice(0, cut);
        if (at < harmed.length) harmed[at] = byte;
        await metadataOf(harmed);
      }),
      { numRuns: 300 },
    );
  });
});

const shared = join(import.meta.dirname, '../../../shared/data/integrity');

describe.skipIf(!existsSync(shared))('pictures of others (skipped where ../shared is absent)', () => {
  const signed = join(shared, 'c2pa/sdk/tests/fixtures');
  const credentials = (file: string) => credentialsOf(readFileSync(join(signed, file)), 'image/jpeg');

  it.each([
    ['C.jpg', 'holds', []],
    ['CACA.jpg', 'holds', []],
    ['boxhash.jpg', 'holds', []],
    ['XCA.jpg', 'broken', ['assertion.dataHash.mismatch']],
    ['E-sig-CA.jpg', 'broken', ['claimSignature.mismatch']],
    ['no_alg.jpg', 'unreadable', ['UnknownAlgorithm']],
    ['prerelease.jpg', 'unreadable', ['PrereleaseError']],
    ['cloud.jpg', 'elsewhere', []],
  ])('have credentials as made: %s %s', async (file, state, failures) => {
    expect(await credentials(file)).toMatchObject({ state, failures });
  });

  it('have credentials that say who, when, with what and from what', async () => {
    expect(await credentials('CACA.jpg')).toMatchObject({
      signer: 'C2PA Signer, C2PA Test Signing Cert',
      signed: '2025-10-16T17:31:55+00:00',
      program: 'make_test_images 0.67.1',
      synthetic: false,
    });
    expect((await credentials('CACA.jpg'))?.parts).not.toEqual([]);
    expect((await credentials('CACA.jpg'))?.deeds).toContain('c2pa.opened');
  });

  it('have a broken seal wherever a byte of the picture is changed', async () => {
    const whole = new Uint8Array(readFileSync(join(signed, 'C.jpg')));
    const pixels = whole.length - 2000;
    for (const back of [0, 500, 1500]) {
      const harmed = whole.slice();
      harmed[pixels + back] = (harmed[pixels + back] ?? 0) ^ 1;
      expect(await credentialsOf(harmed, 'image/jpeg')).toMatchObject({ state: 'broken' });
    }
  });

  it('never make the reader break off', async () => {
    const all = readdirSync(shared, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?:c2pa|exif).*\.(?:jpe?g|png|webp|avif|heic|heif|tiff)$/iu.test(file))
      .map((file) => readFileSync(join(shared, file)));
    const found = await Promise.all(all.map((bytes) => metadataOf(bytes)));
    expect(found.filter((one) => one === null)).toEqual([]);
    expect(found.filter((one) => one?.place).length).toBeGreaterThanOrEqual(10);
    expect(found.filter((one) => one?.device).length).toBeGreaterThanOrEqual(45);
  });
});
