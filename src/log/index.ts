export type { Checkpoint } from './checkpoint.ts';
export { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
export type { Cosignature } from './cosignature.ts';
export { checkCosignature, cosign, formatCosignature, parseCosignature } from './cosignature.ts';
export { checkSignature, isPublicKey, publicKeyOf, signBytes } from './ed25519.ts';
export type { Edge, Growth } from './growth.ts';
export { EMPTY_EDGE, growEdge, growTiles, readEdge, rootOfEdge } from './growth.ts';
export type { KeyKind, SignerKey, VerifierKey } from './key.ts';
export {
  formatSignerKey,
  formatVerifierKey,
  keyIdOf,
  keyPairOf,
  parseSignerKey,
  parseVerifierKey,
  verifierOf,
} from './key.ts';
export type { LogProof } from './log-proof.ts';
export { formatLogProof, openLogProof, parseLogProof } from './log-proof.ts';
export type { CompactRange, Hash, RangeHash } from './merkle.ts';
export { EMPTY_RANGE, emptyRoot, extendRange, leafHash, nodeHash, rangesOf, rootOf, rootOfRange } from './merkle.ts';
export type { CheckedLine, CheckedNote, LineState, Note, SignatureLine } from './note.ts';
export { checkNote, formatLine, formatNote, lineOf, noteOf, openNote, parseLines, parseNote } from './note.ts';
export {
  checkConsistency,
  checkInclusion,
  checkSubtreeConsistency,
  checkSubtreeInclusion,
  consistencyProof,
  inclusionProof,
  subtreeConsistencyProof,
} from './proof.ts';
export type { KnownLog, SignedCheckpoint } from './signed-checkpoint.ts';
export { openCheckpoint } from './signed-checkpoint.ts';
export type { Tile, TileReader } from './tile.ts';
export {
  formatBundle,
  formatHashTile,
  parseBundle,
  parseHashTile,
  parseTilePath,
  partialTilesOf,
  TILE_WIDTH,
  tilePath,
  tilesOf,
} from './tile.ts';
export { tileHashes } from './tile-hashes.ts';
export type { AddCheckpoint, WitnessAnswer, WitnessDecision, WitnessedLog } from './witness.ts';
export { decideAddCheckpoint, formatAddCheckpoint, parseAddCheckpoint, parseWitnessAnswer } from './witness.ts';
