import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sameBytes } from '../base/bytes.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { keyPairOf, verifierOf } from './key.ts';
import { emptyRoot, leafHash } from './merkle.ts';
import { noteOf, parseNote } from './note.ts';
import { checkInclusion } from './proof.ts';
import { type KnownLog, openCheckpoint } from './signed-checkpoint.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const sigstore = join(root, '../shared/data/integrity/sigstore-conformance/test/assets/bundle-verify');
const sigsum = join(root, '../shared/data/integrity/sigsum/pkg/policy/builtin');

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const log = keyPairOf(seed(1), 'log.example');
const first = keyPairOf(seed(2), 'one.example', 'cosignature');
const second = keyPairOf(seed(3), 'two.example', 'cosignature');
const text = formatCheckpoint({ origin: 'log.example', size: 5, root: seed(9) });
const known: KnownLog = { origin: 'log.example', keys: [log.verifier] };

describe('a signed checkpoint', () => {
  it('opens with the key of its log and names the known witnesses', () => {
    const note = noteOf(text, [first.signer, log.signer, second.signer], 77);
    const signed = openCheckpoint(note, known, [first.verifier]);
    expect(signed).toMatchObject({
      origin: 'log.example',
      size: 5,
      witnesses: [{ name: 'one.example', timestamp: 77 }],
    });
    expect(signed.lines.map(({ state }) => state)).toEqual(['verified', 'verified', 'unknown']);
  });

  it('counts a witness once, however often he signed', () => {
    const note = noteOf(text, [log.signer, first.signer, first.signer], 77);
    expect(openCheckpoint(note, known, [first.verifier]).witnesses.length).toBe(1);
  });

  it('is refused without the signature of its log, whoever else signed', () => {
    const note = noteOf(text, [first.signer], 77);
    expect(() => openCheckpoint(note, known, [first.verifier])).toThrow('the log did not sign it');
  });

  it('is refused when it is of another log, though the same key signed', () => {
    const note = noteOf(formatCheckpoint({ origin: 'other.example', size: 5, root: seed(9) }), [log.signer]);
    expect(() => openCheckpoint(note, known)).toThrow('another log');
  });

  it('is refused when nothing has the root of something', () => {
    const of = (root: Uint8Array) => noteOf(formatCheckpoint({ origin: 'log.example', size: 0, root }), [log.signer]);
    expect(openCheckpoint(of(emptyRoot()), known).size).toBe(0);
    expect(() => openCheckpoint(of(seed(9)), known)).toThrow('size 0');
  });
});

interface Bundle {
  readonly verificationMaterial?: {
    readonly tlogEntries?: readonly {
      readonly canonicalizedBody: string;
      readonly inclusionProof?: {
        readonly logIndex?: string;
        readonly treeSize: string;
        readonly rootHash: string;
        readonly hashes?: readonly string[];
        readonly checkpoint?: { readonly envelope: string };
      };
    }[];
  };
}
interface TrustedRoot {
  readonly tlogs: readonly {
    readonly baseUrl: string;
    readonly publicKey: { readonly rawBytes: string; readonly keyDetails: string };
  }[];
}

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** The Ed25519 logs of a trusted root; the 12 bytes before the key are its wrapping as SPKI. */
function logsOf(folder: string): readonly KnownLog[] {
  const file = join(sigstore, folder, 'trusted_root.json');
  if (!existsSync(file)) return [];
  const { tlogs } = JSON.parse(readFileSync(file, 'utf8')) as TrustedRoot;
  return tlogs
    .filter(({ publicKey }) => publicKey.keyDetails === 'PKIX_ED25519')
    .map(({ baseUrl, publicKey }) => {
      const origin = new URL(baseUrl).host;
      return { origin, keys: [verifierOf(origin, 'ed25519', bytes(publicKey.rawBytes).subarray(12))] };
    });
}

/** What stands in a bundle about its log, or undefined where it has no proof with a checkpoint, or is not JSON. */
function proofOf(folder: string) {
  try {
    const bundle = JSON.parse(readFileSync(join(sigstore, folder, 'bundle.sigstore.json'), 'utf8')) as Bundle;
    const [entry] = bundle.verificationMaterial?.tlogEntries ?? [];
    const proof = entry?.inclusionProof;
    return entry === undefined || proof?.checkpoint === undefined
      ? undefined
      : { note: proof.checkpoint.envelope, leaf: leafHash(bytes(entry.canonicalizedBody)), proof };
  } catch {
    return undefined;
  }
}

/** What is wrong with the log's part of a bundle, or `good`; `nothing` where it has no such part. */
function judge(folder: string): string {
  const found = proofOf(folder);
  if (found === undefined) return 'nothing';
  const { note, leaf, proof } = found;
  const index = Number(proof.logIndex ?? '0');
  const tree = { size: Number(proof.treeSize), root: bytes(proof.rootHash) };
  if (!checkInclusion((proof.hashes ?? []).map(bytes), leaf, index, tree)) return 'no inclusion';
  try {
    const { size, root } = parseCheckpoint(parseNote(note).text);
    if (size !== tree.size || !sameBytes(root, tree.root)) return 'another root';
  } catch {
    return 'malformed';
  }
  const opened = logsOf(folder).map((log) => {
    try {
      return openCheckpoint(note, log).origin === log.origin;
    } catch (error) {
      return !String(error).includes('no known key');
    }
  });
  return opened.includes(true) ? 'good' : 'not signed';
}

describe.skipIf(!existsSync(sigstore))('the bundles of Sigstore (skipped where ../shared is absent)', () => {
  const folders = existsSync(sigstore) ? readdirSync(sigstore).filter((name) => name !== 'a.txt') : [];
  const judged = new Map(folders.map((folder) => [folder, judge(folder)]));
  const of = (...states: readonly string[]) => folders.filter((folder) => states.includes(judged.get(folder) ?? ''));
  const isRekor2 = (name: string) => logsOf(name).some((log) => proofOf(name)?.note.startsWith(log.origin));

  it('of Rekor v2 that are good have a checkpoint and a proof that hold', () => {
    const good = folders.filter((name) => name.startsWith('rekor2-') && !name.endsWith('_fail'));
    expect(good.map((name) => [name, judged.get(name)])).toEqual(good.map((name) => [name, 'good']));
    expect(good.length).toBe(10);
  });

  it('whose proof or checkpoint is spoiled are refused for that', () => {
    const spoiled = folders.filter((name) => /checkpoint-.*_fail|inclusion-proof/u.test(name));
    expect(Object.fromEntries(spoiled.map((name) => [name, judged.get(name)]))).toEqual({
      'checkpoint-bad-keyhint_fail': 'not signed',
      'checkpoint-wrong-roothash_fail': 'another root',
      'inclusion-proof-corrupted-hash_fail': 'no inclusion',
      'intoto-missing-inclusion-proof_fail': 'nothing',
      'invalid-checkpoint-signature_fail': 'not signed',
      'invalid-inclusion-proof_fail': 'nothing', // its proof comes without a checkpoint
      'rekor2-checkpoint-missing-log-signature_fail': 'malformed',
      'rekor2-checkpoint-missing-origin_fail': 'malformed',
      'rekor2-checkpoint-missing-root-hash_fail': 'malformed',
      'rekor2-checkpoint-missing-size_fail': 'malformed',
      'rekor2-checkpoint-no-matching-signature_fail': 'not signed',
      'rekor2-no-inclusion-proof_fail': 'nothing',
    });
  });

  it('that are good or wrong elsewhere have a log that holds, but two whose entry was changed', () => {
    // Their entry was changed after it was logged; so it is not the one in the log.
    expect(of('no inclusion').filter((name) => !name.startsWith('inclusion-proof'))).toEqual([
      'bundle-invalid-base64-signature_fail',
      'incorrect-public-key_fail',
    ]);
    expect(of('good').every(isRekor2)).toBe(true);
    expect(of('good').length).toBe(23);
  });

  it('of Rekor v1 are not known to be signed here: it signs with ECDSA, which is not checked', () => {
    const first = of('not signed').filter((name) => !isRekor2(name));
    expect(first.filter((name) => !name.endsWith('_fail')).length).toBe(9);
    for (const name of first.filter((each) => !each.endsWith('_fail')))
      expect(parseNote(proofOf(name)?.note ?? '').lines.length).toBe(1);
  });
});

describe.skipIf(!existsSync(sigsum))('the policies of Sigsum (skipped where ../shared is absent)', () => {
  it('name logs and witnesses whose keys can all be used', () => {
    const lines = readdirSync(sigsum).flatMap((name) => readFileSync(join(sigsum, name), 'utf8').split('\n'));
    const keys = lines.flatMap((line) => {
      const [kind = '', one = '', two = ''] = line.trim().split(/\s+/u);
      if (kind === 'log')
        return [verifierOf('sigsum.org/v1/tree/x', 'ed25519', new Uint8Array(Buffer.from(one, 'hex')))];
      if (kind === 'witness') return [verifierOf(one, 'cosignature', new Uint8Array(Buffer.from(two, 'hex')))];
      return [];
    });
    expect(keys.length).toBeGreaterThan(10);
  });
});
