export type { ImagePair, Transcript } from './image-pair.ts';
export type { Citation, Copy, Direction, Evidence, Lineage, Passage } from './lineage.ts';
export { trace } from './trace.ts';
