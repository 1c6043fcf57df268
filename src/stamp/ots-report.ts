import { bytesToHex } from '@noble/hashes/utils.js';
import { sameBytes } from '../base/bytes.ts';
import type { Instant } from '../base/time.ts';
import { readBlock } from './bitcoin.ts';
import type { Ots } from './ots.ts';
import type { Attestation } from './ots-attestation.ts';
import type { Stamp } from './ots-tree.ts';

/** What a proof must be of, and the blocks that somebody vouches for. */
export interface OtsQuestion {
  /** Name of the hash function and the hash in hexadecimal: `sha256:…`. */
  readonly digest: string;
  /** The header of the block at a height of Bitcoin's chain, where it is known. It comes from a source that is trusted. */
  readonly header?: (height: number) => Uint8Array | null;
}

/** One attestation, and what became of it. Only `holds` says anything about time. */
export type OtsFinding =
  | { readonly state: 'pending'; readonly message: string; readonly uri: string }
  | {
      readonly state: 'holds';
      readonly message: string;
      readonly height: number;
      readonly block: string;
      readonly time: Instant;
    }
  | {
      readonly state: 'fails';
      readonly message: string;
      readonly height: number;
      readonly why: 'not a block' | 'not in that block';
    }
  | { readonly state: 'not checked'; readonly message: string; readonly what: string };

/** All that a proof comes to. */
export interface OtsReport {
  /** Whether it is a proof of that digest. Where not, nothing else counts. */
  readonly matches: boolean;
  readonly findings: readonly OtsFinding[];
  /** The earliest time that a block holds for; `null` where none does. */
  readonly time: Instant | null;
}

/** Checks a proof against a digest and blocks. */
export function checkOts({ hash, stamp }: Ots, { digest, header }: OtsQuestion): OtsReport {
  const matches = digest === `${hash}:${bytesToHex(stamp.message)}`;
  const findings = attestationsOf(stamp).map(([message, attestation]) => findingOf(message, attestation, header));
  const times = findings.flatMap((finding) => (finding.state === 'holds' ? [finding.time] : [])).toSorted();
  return { matches, findings, time: (matches && times[0]) || null };
}

/** Every attestation with the message that it is of, in the order of the file. */
export function attestationsOf(stamp: Stamp): readonly (readonly [Uint8Array, Attestation])[] {
  return stamp.branches.flatMap((branch) =>
    branch.kind === 'step' ? attestationsOf(branch.next) : [[stamp.message, branch.attestation] as const],
  );
}

function findingOf(bytes: Uint8Array, attestation: Attestation, header: OtsQuestion['header']): OtsFinding {
  const message = bytesToHex(bytes);
  switch (attestation.kind) {
    case 'pending':
      return { state: 'pending', message, uri: attestation.uri };
    case 'unknown':
      return { state: 'not checked', message, what: `attestation of the unknown kind ${attestation.tag}` };
    case 'litecoin':
      return { state: 'not checked', message, what: `block ${attestation.height} of Litecoin` };
    case 'bitcoin': {
      const { height } = attestation;
      const given = header?.(height);
      if (!given) return { state: 'not checked', message, what: `block ${height} of Bitcoin` };
      const block = readBlock(given);
      if (!block) return { state: 'fails', message, height, why: 'not a block' };
      if (!sameBytes(block.merkleRoot, bytes)) return { state: 'fails', message, height, why: 'not in that block' };
      return { state: 'holds', message, height, block: block.hash, time: block.time };
    }
  }
}
