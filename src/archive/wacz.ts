import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { type Check, failed, notRun, type Place, passed } from './check.ts';
import { type DataPackage, parseDataPackage } from './data-package.ts';
import { isJsonObject, type JsonObject, jsonObject, textIn } from './json-object.ts';
import { utf8 } from './lines.ts';
import { PackageFiles } from './package-files.ts';
import { type Page, parsePages } from './pages.ts';
import { isComplete, readableWarc } from './readable-warc.ts';
import { indexChecks } from './wacz-index.ts';
import { manifestChecks } from './wacz-manifest.ts';
import { type Signature, signatureChecks, TRUSTS_NOBODY, type Trust } from './wacz-signature.ts';
import { readWarc, type Warc } from './warc.ts';
import { readZip } from './zip.ts';
import { writeZip } from './zip-write.ts';

/** A web archive in one file (specs.webrecorder.net/wacz/1.1.1), and what was found when every byte was checked. */
export interface Wacz {
  /** `null` where the manifest can't be read. */
  readonly manifest: DataPackage | null;
  readonly pages: readonly Page[];
  readonly warcs: readonly PackedWarc[];
  /** The archives in an archive of archives. */
  readonly members: readonly Member[];
  readonly signature: Signature | null;
  readonly checks: readonly Check[];
}

/** A WARC of a WACZ; `warc` is what can still be read where `isWhole` is false. */
export interface PackedWarc {
  readonly path: string;
  readonly warc: Warc;
  readonly isWhole: boolean;
  /** Where it begins in the outermost file; `null` where it lies there packed. */
  readonly start: number | null;
  /** Where its entry lies. */
  readonly place: Place;
}

/** A WACZ in a WACZ. */
export interface Member {
  readonly path: string;
  readonly wacz: Wacz;
}

const MANIFEST = 'datapackage.json';
const DIGEST = 'datapackage-digest.json';
const PAGES = 'pages/pages.jsonl';
/** How far archives of archives are followed. */
const DEEPEST = 2;
const MOST = 2 ** 30;

/**
 * Reads a WACZ strictly. What is wrong is a failed check with its place; only what is no WACZ at all (not a sound zip,
 * or one without a manifest) throws a `HearsayError`. `base` is where it begins in the outermost file.
 */
export function readWacz(bytes: Uint8Array, base = 0, depth = 1): Wacz {
  const zip = readZip(bytes);
  const files = new PackageFiles(zip, base);
  if (!files.has(MANIFEST))
    throw new HearsayError('malformed', `this zip has no ${MANIFEST}, so it is no WACZ; unpack it instead`);
  const manifest = manifestOf(files);
  const { signature, check } = digestOf(files, manifest.of);
  const isSet = manifest.of?.profile === 'multi-wacz-package';
  const pages = isSet ? { of: [], checks: [] } : pagesOf(files);
  const warcs = warcsOf(files);
  const { members, checks } = membersOf(files, depth);
  return {
    ...{ manifest: manifest.of, pages: pages.of, warcs: warcs.of, members, signature },
    checks: [
      ...[...manifest.checks, check, formCheck(bytes, files, manifest.of)],
      ...(manifest.of ? manifestChecks(files, manifest.of, isSet) : []),
      ...[...pages.checks, ...warcs.checks, ...(isSet ? [] : indexChecks(files, warcs.of)), ...checks],
    ],
  };
}

/** Every check of a WACZ and of the archives in it, the signatures too. */
export async function waczChecks(wacz: Wacz, trust: Trust = TRUSTS_NOBODY): Promise<readonly Check[]> {
  const { signature, members, checks } = wacz;
  const own = signature ? await signatureChecks(signature, trust) : [];
  const within = await Promise.all(members.map((member) => waczChecks(member.wacz, trust)));
  return [...checks, ...own, ...members.flatMap(({ path }, at) => within[at]?.map((one) => inside(path, one)) ?? [])];
}

const inside = (path: string, check: Check): Check => ({ ...check, check: `${path}: ${check.check}` });

interface Part<T> {
  readonly of: T;
  readonly checks: readonly Check[];
}

function manifestOf(files: PackageFiles): Part<DataPackage | null> {
  try {
    const of = parseDataPackage(files.read(MANIFEST) ?? new Uint8Array());
    const what = `${of.resources.length} files are listed`;
    return { of, checks: [passed('manifest', what, files.place(MANIFEST))] };
  } catch (cause) {
    return { of: null, checks: [files.fault('manifest', MANIFEST, cause)] };
  }
}

/** The digest file should be there (5.2.5); with it, the whole archive hangs on one digest, and that may be signed. */
function digestOf(files: PackageFiles, manifest: DataPackage | null): { signature: Signature | null; check: Check } {
  const bytes = files.read(DIGEST);
  if (!bytes) return { signature: null, check: notRun('manifest digest', `there is no ${DIGEST}`) };
  const fields = fieldsFrom(bytes);
  const stated = fields ? textIn(fields, 'hash') : null;
  const hash = digest(files.read(MANIFEST) ?? new Uint8Array());
  const signed = fields?.['signedData'];
  const place = files.place(DIGEST);
  const fault =
    !fields || textIn(fields, 'path') !== MANIFEST || stated === null
      ? `${DIGEST} gives no path "${MANIFEST}" with a hash`
      : stated !== hash
        ? `${MANIFEST} has ${hash}, ${DIGEST} says ${stated}`
        : signed !== undefined && !isJsonObject(signed)
          ? `signedData in ${DIGEST} is no object`
          : null;
  return {
    signature: isJsonObject(signed) ? { signed, hash, created: manifest?.created ?? null, place } : null,
    check: fault === null ? passed('manifest digest', hash, place) : failed('manifest digest', fault, place),
  };
}

function fieldsFrom(bytes: Uint8Array): JsonObject | null {
  try {
    return jsonObject(utf8(bytes, DIGEST));
  } catch {
    return null;
  }
}

/**
 * Bytes that no digest covers (attributes of files in the zip's directory) can hide a change. A zip of our own making
 * has one form, so it is made again and compared; of another program's, nothing can be said.
 */
function formCheck(bytes: Uint8Array, files: PackageFiles, manifest: DataPackage | null): Check {
  if (!manifest?.software?.startsWith('hearsay'))
    return notRun('zip form', `written by ${manifest?.software ?? 'an unnamed program'}, whose form is not known`);
  const { entries } = files.zip;
  const again = writeZip(
    entries.map((entry) => ({ name: entry.name, bytes: files.zip.content(entry), stored: entry.method === 'stored' })),
  );
  const at = again.findIndex((byte, index) => byte !== bytes[index]);
  return at < 0 && again.length === bytes.length
    ? passed('zip form', 'the zip has the one form in which hearsay writes it')
    : failed('zip form', `from byte ${at} on the zip is not as hearsay writes it: it was altered`);
}

function pagesOf(files: PackageFiles): Part<readonly Page[]> {
  const bytes = files.read(PAGES);
  if (!bytes) return { of: [], checks: [failed('pages', `there is no ${PAGES}`)] };
  try {
    const of = parsePages(bytes, PAGES);
    const others = files.below('pages').filter((name) => name !== PAGES && name.endsWith('.jsonl'));
    const more = others.flatMap((name) => parsePages(files.read(name) ?? new Uint8Array(), name));
    return {
      of: [...of, ...more],
      checks: [passed('pages', `${of.length} pages, ${more.length} more`, files.place(PAGES))],
    };
  } catch (cause) {
    return { of: [], checks: [files.fault('pages', PAGES, cause)] };
  }
}

function warcsOf(files: PackageFiles): Part<readonly PackedWarc[]> {
  const of: PackedWarc[] = [];
  const checks: Check[] = [];
  for (const path of files.below('archive').filter((name) => /\.warc(?:\.gz)?$/u.test(name))) {
    const bytes = files.read(path) ?? new Uint8Array();
    const start = files.startOf(path);
    const place = files.place(path) ?? { start: 0, end: 0 };
    try {
      const warc = readWarc(bytes);
      of.push({ path, warc, isWhole: true, start, place });
      checks.push(passed('warc', `${path}: ${warc.records.length} records`, place));
    } catch (cause) {
      const warc = readableWarc(bytes, MOST);
      // Written wrongly, nothing lost, is another thing than altered.
      checks.push(files.fault(isComplete(warc, bytes.length) ? 'warc form' : 'warc', path, cause));
      of.push({ path, warc, isWhole: false, start, place });
    }
  }
  return { of, checks };
}

function membersOf(files: PackageFiles, depth: number): { members: readonly Member[]; checks: readonly Check[] } {
  const members: Member[] = [];
  const checks: Check[] = [];
  for (const path of files.names.filter((name) => name.endsWith('.wacz'))) {
    const bytes = files.read(path) ?? new Uint8Array();
    if (depth >= DEEPEST) {
      checks.push(notRun('member', `${path} lies more than ${DEEPEST} archives deep`, files.place(path)));
      continue;
    }
    try {
      members.push({ path, wacz: readWacz(bytes, files.startOf(path) ?? 0, depth + 1) });
    } catch (cause) {
      checks.push(files.fault('member', path, cause));
    }
  }
  return { members, checks };
}
