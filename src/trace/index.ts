export { type Folded, fold } from './fold.ts';
export type { ImagePair, Transcript } from './image-pair.ts';
export type { Citation, Copy, Direction, Evidence, Lineage, Passage } from './lineage.ts';
export { fingerprintsOf, isPromising, type Overlap, overlap, probesOf, type Sample, sampleOf } from './overlap.ts';
export { type Candidate, TextIndex } from './text-index.ts';
export { trace } from './trace.ts';
