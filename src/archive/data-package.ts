import { Flaw } from './flaw.ts';
import { countIn, isJsonObject, type JsonObject, jsonObject, textIn } from './json-object.ts';
import { utf8 } from './lines.ts';

/**
 * The manifest of a WACZ (specs.webrecorder.net/wacz/1.1.1, 5.2.4): every file in it, with size and hash. Version 1.0.0
 * keeps the hash below `stats`, and title and description below `metadata`; here both read alike.
 */
export interface DataPackage {
  readonly profile: string | null;
  readonly version: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly created: string | null;
  readonly software: string | null;
  readonly resources: readonly Resource[];
}

/** A file that the manifest lists. */
export interface Resource {
  readonly path: string;
  /** `sha256:…`; `null` where the manifest gives none. */
  readonly hash: string | null;
  readonly bytes: number | null;
}

/** Reads a `datapackage.json`. A resource without a path, or a path listed twice, is refused. */
export function parseDataPackage(bytes: Uint8Array): DataPackage {
  const what = 'datapackage.json';
  const fields = jsonObject(utf8(bytes, what));
  const listed = fields?.['resources'];
  if (!fields || !Array.isArray(listed))
    throw new Flaw('malformed', `${what} is no JSON object with a list "resources"`, 0, bytes.length);
  const resources = listed.map((one: unknown, at) => resourceOf(one, at, bytes.length));
  const seen = new Set<string>();
  for (const { path } of resources) {
    if (seen.has(path)) throw new Flaw('malformed', `${what} lists ${path} twice`, 0, bytes.length);
    seen.add(path);
  }
  const metadata = isJsonObject(fields['metadata']) ? fields['metadata'] : {};
  const either = (name: string): string | null => textIn(fields, name) ?? textIn(metadata, name);
  return {
    ...{ profile: textIn(fields, 'profile'), version: textIn(fields, 'wacz_version') },
    ...{ title: either('title'), description: either('description') ?? textIn(metadata, 'desc') },
    ...{ created: textIn(fields, 'created'), software: textIn(fields, 'software'), resources },
  };
}

function resourceOf(listed: unknown, at: number, length: number): Resource {
  const path = isJsonObject(listed) ? textIn(listed, 'path') : null;
  if (!isJsonObject(listed) || path === null || path === '')
    throw new Flaw('malformed', `datapackage.json: resource ${at} has no path`, 0, length);
  const stats = isJsonObject(listed['stats']) ? listed['stats'] : null;
  const bare = stats ? textIn(stats, 'hash') : null;
  const older = bare === null ? null : `${textIn(listed, 'hashing') ?? 'unknown'}:${bare}`;
  return {
    path,
    hash: textIn(listed, 'hash') ?? older,
    bytes: countIn(listed, 'bytes') ?? (stats ? countIn(stats, 'bytes') : null),
  };
}

/** A manifest as version 1.1.1 spells it; what is not known is left out. */
export function formatDataPackage(of: Omit<DataPackage, 'profile' | 'version'>): string {
  const { title, description, created, software } = of;
  const known = Object.entries({ title, description, created, software }).filter(([, value]) => value !== null);
  const resources = of.resources.map(({ path, hash, bytes }) => ({ name: nameOf(path), path, hash, bytes }));
  const fields: JsonObject = {
    ...{ profile: 'data-package', resources },
    ...Object.fromEntries(known),
    wacz_version: '1.1.1',
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** Data packages want names of lower-case letters, digits, `.`, `-` and `_` (specs.frictionlessdata.io/data-resource). */
const nameOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/gu, '-');
