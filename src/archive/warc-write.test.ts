import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { fieldOf } from './fields.ts';
import { readWarc } from './warc.ts';
import { metadataRecord, type NewRecord, recordId, resourceRecord, responseRecord, writeWarc } from './warc-write.ts';

const uuid = '00000000-0000-4000-8000-000000000001';
const date = '2031-06-17T09:00:00.123Z';
const facts = { uuid, date };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writeWarc', () => {
  it('writes any block so that it is read again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (block, gzip) => {
        const { bytes } = writeWarc([resourceRecord(facts, 'urn:x', 'image/png', block)], { gzip });
        const [record] = readWarc(bytes).records;
        expect([...(record?.block ?? [])]).toEqual([...block]);
        expect([record?.type, record?.id, record?.date, record?.uri, record?.contentType]).toEqual([
          ...['resource', recordId(uuid), date, 'urn:x', 'image/png'],
        ]);
        expect([record?.digest, record?.payloadDigest]).toEqual(['passed', 'passed']);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes for the same records', () => {
    const record = resourceRecord(facts, 'urn:x', 'text/plain', bytesOf('the same'));
    expect(writeWarc([record])).toEqual(writeWarc([record]));
  });

  it('tells the payload of a response from its block', () => {
    const block = bytesOf('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n');
    const written = writeWarc([
      responseRecord(facts, 'https://example.org/', block, [['WARC-IP-Address', '192.0.2.1']]),
    ]);
    const [record] = readWarc(written.bytes).records;
    expect(record?.http?.status).toBe(200);
    expect(fieldOf(record?.headers ?? [], 'warc-ip-address')).toBe('192.0.2.1');
    expect(record?.payloadDigest).toBe('passed');
  });

  it('keeps what is told of another record to a line each', () => {
    const info = metadataRecord(facts, 'urn:x', uuid, [['via', 'one\r\nWARC-Type: response']]);
    expect(new TextDecoder().decode(info.block)).toBe('via: one WARC-Type: response\r\n');
    expect(fieldOf(readWarc(writeWarc([info]).bytes).records[0]?.headers ?? [], 'warc-refers-to')).toBe(recordId(uuid));
  });

  it('refuses what a WARC can not hold', () => {
    const wrong: [string, () => NewRecord][] = [
      ['no UUID', () => resourceRecord({ uuid: 'x', date }, 'urn:x', 'text/plain', bytesOf(''))],
      ['no date', () => resourceRecord({ uuid, date: 'today' }, 'urn:x', 'text/plain', bytesOf(''))],
      ['no address', () => resourceRecord(facts, '', 'text/plain', bytesOf(''))],
      ['a line break', () => resourceRecord(facts, 'urn:x\r\nWARC-Type: response', 'text/plain', bytesOf(''))],
      ['a field twice', () => resourceRecord(facts, 'urn:x', 'text/plain', bytesOf(''), [['WARC-Date', date]])],
      ['no message', () => responseRecord(facts, 'urn:x', bytesOf('<html>'))],
    ];
    for (const [name, record] of wrong) expect(() => writeWarc([record()]), name).toThrow(HearsayError);
  });
});
