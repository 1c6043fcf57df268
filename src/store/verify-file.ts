import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Flaw } from '../archive/flaw.ts';
import { isGzip } from '../archive/gzip.ts';
import { readWacz, waczChecks } from '../archive/wacz.ts';
import { readWarc } from '../archive/warc.ts';
import { readZip } from '../archive/zip.ts';
import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { HearsayError } from '../base/error.ts';
import { attestationsOf, parseOts, readPem } from '../stamp/index.ts';
import { diskError } from './durable.ts';
import { notaryOf } from './notary.ts';

const MOST = 2 ** 31 - 1;

/**
 * Checks an archive or a proof of time: a WACZ, a WARC, a zip, an .ots file. What it is, its bytes say. `anchors` are
 * certificates (PEM) that signatures and time stamps must go back to.
 */
export async function verifyFile(path: string, anchors: string | null): Promise<readonly Check[]> {
  const bytes = await bytesOf(path);
  const starts = (text: string): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, text.length)) === text;
  const file = basename(path);
  if (starts('PK')) return isWacz(bytes) ? waczTable(bytes, file, anchors) : [zipCheck(bytes, file)];
  if (starts('WARC/') || isGzip(bytes)) return [warcCheck(bytes, file)];
  if (starts('\0OpenTimestamps')) return [otsCheck(bytes, file)];
  throw new HearsayError('unknown-type', `${path} is no case, WACZ, WARC, zip or .ots file; name one of these`);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MOST)
      throw new HearsayError('too-large', `${path} has ${size} bytes, and ${MOST} is the most; unpack it first`);
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw diskError(path, cause);
  }
}

function isWacz(bytes: Uint8Array): boolean {
  try {
    return readZip(bytes).entries.some((entry) => entry.name === 'datapackage.json');
  } catch {
    return false;
  }
}

async function waczTable(bytes: Uint8Array, file: string, anchors: string | null): Promise<readonly Check[]> {
  try {
    const known = anchors === null ? [] : readPem(anchors);
    const trust = { keys: [], notary: notaryOf(known, known) };
    const found = await waczChecks(readWacz(bytes), trust);
    return found.map(({ check, result, detail, start, end }) =>
      result === 'not-run'
        ? notRun(check, detail)
        : ran(
            check,
            detail,
            result === 'failed' ? [{ file, start: start ?? 0, end: end ?? bytes.length, what: detail }] : [],
          ),
    );
  } catch (cause) {
    return [ran('web archive', 'a WACZ', [faultOf(cause, bytes, file)])];
  }
}

function zipCheck(bytes: Uint8Array, file: string): Check {
  try {
    const zip = readZip(bytes);
    for (const entry of zip.entries) zip.content(entry);
    return ran('zip', `${zip.entries.length} entries, every byte of the file belongs to one`, []);
  } catch (cause) {
    return ran('zip', 'every byte of the file belongs to an entry', [faultOf(cause, bytes, file)]);
  }
}

function warcCheck(bytes: Uint8Array, file: string): Check {
  try {
    const { records } = readWarc(bytes);
    const bare = records.filter((one) => one.digest === 'absent').length;
    const only = bare > 0 ? `, ${bare} without a digest of their own` : '';
    return ran('web archive', `${records.length} records (WARC)${only}`, []);
  } catch (cause) {
    return ran('web archive', 'a WARC', [faultOf(cause, bytes, file)]);
  }
}

function otsCheck(bytes: Uint8Array, file: string): Check {
  try {
    const { hash, stamp } = parseOts(bytes);
    const of = `${hash}:${Buffer.from(stamp.message).toString('hex')}`;
    const kinds = attestationsOf(stamp).map(([, one]) =>
      one.kind === 'bitcoin' ? `block ${one.height} of Bitcoin` : one.kind,
    );
    return ran('time', `a proof for ${of}: ${kinds.join(', ')}`, []);
  } catch (cause) {
    return ran('time', 'a proof of OpenTimestamps', [faultOf(cause, bytes, file)]);
  }
}

function faultOf(cause: unknown, bytes: Uint8Array, file: string): FileFault {
  if (!(cause instanceof HearsayError)) throw cause;
  if (cause instanceof Flaw)
    return { file, start: cause.start, end: Math.max(cause.end, cause.start + 1), what: cause.what };
  return { file, start: 0, end: bytes.length, what: cause.message };
}
