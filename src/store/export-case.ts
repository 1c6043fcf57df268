import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recorded, waczOf } from '../archive/evidence-wacz.ts';
import type { ZipFile } from '../archive/zip-write.ts';
import { writeZip } from '../archive/zip-write.ts';
import { HearsayError } from '../base/error.ts';
import type { Facts } from '../capture/facts.ts';
import type { Account } from '../hearsay.ts';
import type { AddData } from '../record/event.ts';
import type { Event, History } from '../record/history.ts';
import { getBlob } from './blobs.ts';
import { filesOf } from './case-files.ts';
import { sheetOf } from './sheet-write.ts';

/** A zip holds no more than this here: it is made in memory. */
const MOST = 2 ** 31 - 1;

/** The whole case as one zip, sealed items as they are, without what can be computed anew. */
export async function caseZip(root: string): Promise<Uint8Array> {
  const files = (await filesOf(root)).filter(({ path, kind }) => kind === 'file' && !path.startsWith('derived/'));
  checkSize(files.reduce((sum, { size }) => sum + size, 0));
  const read = async (path: string): Promise<ZipFile> => ({
    name: path,
    bytes: new Uint8Array(await readFile(join(root, path))),
  });
  return writeZip(await Promise.all(files.map(({ path }) => read(path))));
}

/** The evidence in clear as a newsroom's folder: `items/` and the sheet `index.csv`, which `look` reads. */
export async function folderZip(root: string, history: History): Promise<Uint8Array> {
  const open = openEvidence(history);
  checkSize(open.reduce((sum, { data }) => sum + (data.size ?? 0), 0));
  const names = open.map(({ data }) => `items/${inside(data.facts.file)}`);
  const files = await Promise.all(open.map(({ data }) => getBlob(root, data.blob)));
  const rows = open.map(
    ({ at, data }, n): Facts => ({ ...data.facts, file: names[n] ?? '', captured: data.facts.captured ?? at }),
  );
  const sheet: ZipFile = { name: 'index.csv', bytes: new TextEncoder().encode(sheetOf(rows)) };
  return writeZip([sheet, ...files.map((bytes, n) => ({ name: names[n] ?? '', bytes }))]);
}

/** The evidence in clear as a WACZ; what was recorded from the web goes in as it was recorded. */
export async function caseWacz(
  root: string,
  history: History,
  accounts: readonly Account[],
  software: string,
): Promise<Uint8Array> {
  const open = openEvidence(history);
  checkSize(open.reduce((sum, { data }) => sum + (data.size ?? 0), 0));
  const { data: about, at: created } = history.case;
  const isWarc = ({ data }: { data: AddData }): boolean => /\.warc(?:\.gz)?$/iu.test(data.facts.file);
  const items = new Map(accounts.map(({ capture: { item } }) => [item.file, item]));
  const files = await Promise.all(
    open
      .filter((one) => !isWarc(one))
      .map(async ({ at, data }) => {
        const item = items.get(data.facts.file);
        return {
          ...{ name: data.facts.file, bytes: await getBlob(root, data.blob), url: data.facts.url },
          ...{ mediaType: item?.mediaType ?? 'application/octet-stream', title: item?.title ?? null },
          captured: data.facts.captured ?? at,
        };
      }),
  );
  const recorded = await Promise.all(
    open.filter(isWarc).map(async ({ data }, n): Promise<Recorded> => {
      const name = `${String(n).padStart(4, '0')}.warc${data.facts.file.endsWith('.gz') ? '.gz' : ''}`;
      return { name, bytes: await getBlob(root, data.blob), pages: pagesOf(accounts, data.facts.file) };
    }),
  );
  const last = history.evidence.at(-1)?.at ?? created;
  return waczOf(files, { title: about.title, description: null, software, created: last, key: null }, recorded);
}

const pagesOf = (accounts: readonly Account[], archive: string): Recorded['pages'] =>
  accounts.flatMap(({ capture: { item } }) =>
    item.file.startsWith(`${archive}/`) && item.url && item.captured && !item.mediaType.startsWith('image/')
      ? [{ url: item.url, ts: item.captured, title: item.title ?? item.url }]
      : [],
  );

type Open = Event<AddData> & { readonly data: AddData & { readonly blob: NonNullable<AddData['blob']> } };

/** Neither sealed nor intimate: these leave a case only as they are in it. */
const openEvidence = ({ evidence }: History): readonly Open[] =>
  evidence.filter((one): one is Open => one.data.blob !== null);

/** A path that leads out of no folder. */
const inside = (file: string): string =>
  file
    .split(/[\\/]/u)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .replace(/^items\//u, '');

function checkSize(bytes: number): void {
  if (bytes > MOST)
    throw new HearsayError(
      'too-large',
      `the export would have ${bytes} bytes, and 2 GiB is the most; copy the folder of the case itself`,
    );
}
