import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WasmReader } from '@contentauth/c2pa-wasm';
import { messageOf } from '../base/error.ts';
import { isRecord } from '../base/is-record.ts';
import type { Credentials } from '../capture/picture-metadata.ts';
import { said } from './said.ts';

/** A store of manifests names itself so, wherever it stands in a file (C2PA 2.1, 11.1.4.2). */
const MARKS = ['jumb', 'c2pa', 'dcterms:provenance'];
/** Nothing is fetched: neither credentials that are kept elsewhere nor what a certificate's issuer says today. */
const ALONE = JSON.stringify({ verify: { remote_manifest_fetch: false, ocsp_fetch: false } });
const MOST = 40;

/**
 * The Content Credentials that a picture carries, checked against its bytes by the library of the specification's
 * authors; null where it carries none. Never throws. Calls nobody.
 */
export async function credentialsOf(bytes: Uint8Array, mediaType: string): Promise<Credentials | null> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!MARKS.some((mark) => all.includes(mark))) return null;
  const { WasmReader: Reader } = await library();
  let reader: WasmReader | null = null;
  try {
    reader = await Reader.fromBytes(mediaType, bytes, ALONE);
    return credentialsIn(JSON.parse(reader.json()));
  } catch (cause) {
    return without(messageOf(cause));
  } finally {
    reader?.free();
  }
}

let loaded: Promise<typeof import('@contentauth/c2pa-wasm')> | null = null;

/** Nine megabytes, loaded with the first picture that carries credentials. */
function library(): NonNullable<typeof loaded> {
  loaded ??= import('@contentauth/c2pa-wasm').then((module) => {
    const path = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
    module.initSync({ module: readFileSync(path) });
    return module;
  });
  return loaded;
}

const NOTHING = {
  failures: [],
  signer: null,
  signed: null,
  program: null,
  deeds: [],
  synthetic: false,
  parts: [],
  address: null,
};

/** Why there is nothing to be read, by the library's own word for it. */
function without(why: string): Credentials | null {
  if (/JumbfNotFound/u.test(why)) return null;
  const address = /RemoteManifestUrl\("([^"]{1,500})"\)/u.exec(why)?.[1];
  if (address !== undefined) return { ...NOTHING, state: 'elsewhere', address: said(address) };
  return { ...NOTHING, state: 'unreadable', failures: [said(/\w+(?=\W*\)*$)/u.exec(why)?.[0]) ?? 'unknown'] };
}

/** What a manifest store tells of its active manifest (C2PA 2.1, 15; the JSON of c2pa-rs). */
function credentialsIn(store: unknown): Credentials {
  const active = at(store, 'active_manifest');
  const manifest = typeof active === 'string' ? at(store, 'manifests', active) : null;
  const state = at(store, 'validation_state');
  const failures = rows(at(store, 'validation_results', 'activeManifest', 'failure'))
    .flatMap((one) => said(at(one, 'code')) ?? [])
    .filter((code) => !code.endsWith('.untrusted'));
  const actions = rows(at(manifest, 'assertions'))
    .filter((one) => /^c2pa\.actions/u.test(String(at(one, 'label'))))
    .flatMap((one) => rows(at(one, 'data', 'actions')));
  return {
    state: state === 'Valid' || state === 'Trusted' ? 'holds' : 'broken',
    failures,
    signer: joined([at(manifest, 'signature_info', 'common_name'), at(manifest, 'signature_info', 'issuer')]),
    signed: said(at(manifest, 'signature_info', 'time')),
    program: programOf(manifest),
    deeds: actions.flatMap((one) => said(at(one, 'action')) ?? []),
    synthetic: actions.some((one) => /TrainedAlgorithmicMedia$/iu.test(String(at(one, 'digitalSourceType')))),
    parts: rows(at(manifest, 'ingredients')).flatMap((one) => said(at(one, 'title')) ?? []),
    address: null,
  };
}

/** Claims of version 2 name the program in a list, older ones in one line. */
function programOf(manifest: unknown): string | null {
  const first = rows(at(manifest, 'claim_generator_info'))[0];
  const older = said(at(manifest, 'claim_generator'))?.split(' ')[0]?.replaceAll('_', ' ');
  const named = [said(at(first, 'name')), said(at(first, 'version'))].filter((one) => one !== null).join(' ');
  return named === '' ? (older ?? null) : named;
}

const joined = (names: readonly unknown[]): string | null =>
  [...new Set(names.flatMap((one) => said(one) ?? []))].join(', ') || null;

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : null), value);

const rows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, MOST) : []);
