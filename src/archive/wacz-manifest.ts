import { digest } from '../base/digest.ts';
import { type Check, failed, notRun, passed } from './check.ts';
import type { DataPackage, Resource } from './data-package.ts';
import type { PackageFiles } from './package-files.ts';

const PROFILES = ['data-package', 'wacz-package', 'multi-wacz-package', 'wacz'];
const VERSIONS = /^1\.(?:0\.0|1\.\d{1,3})$/u;
/** The manifest can't list itself, nor what its own digest stands in. */
const UNLISTED = ['datapackage.json', 'datapackage-digest.json'];

/** Checks that a manifest and the files beside it agree, each byte of each file. */
export function manifestChecks(files: PackageFiles, manifest: DataPackage, isSet: boolean): readonly Check[] {
  const { resources, version, profile } = manifest;
  const listed = new Set(resources.map(({ path }) => path));
  const extra = files.names.filter((name) => !listed.has(name) && !UNLISTED.includes(name));
  return [
    VERSIONS.test(version ?? '')
      ? passed('version', `WACZ ${version}`)
      : failed('version', `wacz_version is ${version ?? 'not given'}; 1.0.0 and 1.1 can be read`),
    PROFILES.includes(profile ?? '')
      ? passed('profile', `${profile}`)
      : failed('profile', `the profile is ${profile ?? 'not given'}, not data-package`),
    ...resources.map((one) => resourceCheck(files, one)),
    ...extra.map((name) => failed('unlisted', `${name} is not listed in datapackage.json`, files.place(name))),
    ...(isSet ? [] : [layoutCheck(files)]),
    storageCheck(files),
  ];
}

function resourceCheck(files: PackageFiles, { path, hash, bytes }: Resource): Check {
  const content = files.read(path);
  const place = files.place(path);
  const fail = (why: string): Check => failed('file', `${path} ${why}`, place);
  if (!content) return fail('is listed in datapackage.json and not there');
  if (bytes === null) return fail('is listed without its size');
  if (bytes !== content.length) return fail(`has ${content.length} bytes, not ${bytes}`);
  if (hash === null) return fail('is listed without a hash');
  if (!hash.startsWith('sha256:')) {
    const [kind] = hash.split(':', 1);
    return notRun('file', `${path} is listed with ${kind}, which is not checked: only SHA-256 is`, place);
  }
  const own = digest(content);
  return own === hash ? passed('file', `${path} ${hash}`, place) : fail(`has ${own}, not ${hash}`);
}

/** What the folders must hold, and what they must not (5.2, 5.3). */
function layoutCheck(files: PackageFiles): Check {
  const archives = files.below('archive');
  const indexes = files.below('indexes');
  const odd = [
    ...archives.filter((name) => !/\.warc(?:\.gz)?$/u.test(name)),
    ...indexes.filter((name) => !/\.(?:idx|cdxj?|cdxj?\.gz)$/u.test(name)),
    ...files.below('pages').filter((name) => !name.endsWith('.jsonl')),
  ];
  const lacks = [
    ...(archives.length === 0 ? ['no WARC in archive/'] : []),
    ...(indexes.length === 0 ? ['no index in indexes/'] : []),
    ...(odd.length > 0 ? [`${odd.slice(0, 3).join(', ')} where only archives, indexes and pages may be`] : []),
  ];
  return lacks.length === 0
    ? passed('layout', `${archives.length} archives, ${indexes.length} indexes`)
    : failed('layout', lacks.join('; '), odd[0] === undefined ? null : files.place(odd[0]));
}

/** What is packed already must lie in the zip as it is, so that a replay can fetch a part of it (5.4.1). */
function storageCheck(files: PackageFiles): Check {
  const mustLie = files.names.filter((name) => /^archive\/|\.gz$|\.wacz$/u.test(name));
  const packed = mustLie.filter((name) => !files.isStored(name));
  const [first] = packed;
  return first === undefined
    ? passed('storage', `${mustLie.length} archives and indexes lie in the zip as they are`)
    : failed('storage', `${packed.slice(0, 3).join(', ')} should lie in the zip unpacked`, files.place(first));
}
