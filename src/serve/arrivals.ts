import { messageOf } from '../base/error.ts';
import type { Facts } from '../capture/facts.ts';
import type { Taken } from '../desk/taking-in.ts';
import { parseSheet } from '../store/sheet.ts';
import { factsOf } from './file-facts.ts';
import type { Work } from './jobs.ts';
import { jsonIn } from './json-bytes.ts';
import type { FormFile } from './multipart.ts';
import type { OpenCase } from './open-case.ts';

/** What became of evidence that was sent. */
export interface Taking {
  readonly added: number;
  /** How many were there already. */
  readonly there: number;
}

/** The first batch is small, so that something is seen soon. */
const FIRST = 8;
const BATCH = 64;
const BATCH_BYTES = 8 * 1024 * 1024;

/**
 * Takes files into a case as they come in, some at a time; each batch is on the disk before the next. A sheet (`index.csv`)
 * says what is known of the files that come after it. What can't be taken is named, and the rest goes on.
 */
export async function takeFiles(
  open: OpenCase,
  files: AsyncIterable<FormFile>,
  total: (done: number) => number,
  work: Work,
): Promise<Taking> {
  const taking = openBatches(open);
  const rows = new Map<string, Facts>();
  let done = 0;
  for await (const { name, bytes } of files) {
    // Stopped between two files: what was taken stays.
    if (work.signal.aborted) break;
    if (name === null) continue;
    if (bytes === null) work.fault(`${name} is too large to be taken; split it or keep the part that matters`);
    else if (bytes.length === 0) work.fault(`${name} is empty; it is left out`);
    else if (!sheetIn(name, bytes, rows, work))
      await taking.take({ facts: factsFrom(rows, name), bytes, from: 'file' });
    done++;
    work.step('adding', done, Math.max(done, total(done)));
  }
  return taking.done();
}

/** Takes what is at hand. */
export async function takeAll(open: OpenCase, all: readonly Taken[]): Promise<Taking> {
  const taking = openBatches(open);
  for (const one of all) await taking.take(one);
  return taking.done();
}

function openBatches(open: OpenCase) {
  let batch: Taken[] = [];
  let size = 0;
  let most = FIRST;
  let sum: Taking = { added: 0, there: 0 };
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const moved = batch.map(({ bytes }) => bytes.buffer as ArrayBuffer);
    const { added, there } = jsonIn<Taking>(await open.scribe({ is: 'take', taken: batch }, moved));
    sum = { added: sum.added + added, there: sum.there + there };
    batch = [];
    size = 0;
    most = BATCH;
  };
  return {
    async take(one: Taken): Promise<void> {
      // Bytes that lie in a buffer with others can't be handed over alone.
      const own = one.bytes.byteLength === one.bytes.buffer.byteLength;
      batch.push(own ? one : { ...one, bytes: one.bytes.slice() });
      size += one.bytes.length;
      if (batch.length >= most || size >= BATCH_BYTES) await flush();
    },
    async done(): Promise<Taking> {
      await flush();
      return sum;
    },
  };
}

/** Takes up a sheet. One that can't be read is evidence like any other. */
function sheetIn(name: string, bytes: Uint8Array, rows: Map<string, Facts>, work: Work): boolean {
  if (!/(?:^|\/)index\.csv$/iu.test(name)) return false;
  try {
    const sheet = parseSheet(new TextDecoder().decode(bytes), name);
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    for (const row of sheet.rows) for (const place of [row.file, `items/${row.file}`]) rows.set(folder + place, row);
    for (const warning of sheet.warnings) work.fault(warning);
    return true;
  } catch (cause) {
    work.fault(messageOf(cause));
    return false;
  }
}

const factsFrom = (rows: ReadonlyMap<string, Facts>, name: string): Facts => factsOf(name, rows.get(name));
