import type { PictureMetadata } from './picture-metadata.ts';

/** A place in a picture: pixels of the picture as captured, from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One message seen in a chat screenshot. */
export interface ScreenMessage {
  readonly side: 'left' | 'right' | 'centre';
  readonly sender: string | null;
  readonly text: string;
  /** As shown on the screen ("18:02", "5月29日 上午9:06"), or null. */
  readonly time: string | null;
  readonly box: Box;
  /** How the bubble looks, fine enough to tell a changed figure from one read wrong; absent where it was not kept. */
  readonly look?: Look;
}

/** Luma of a part of a picture (row-major, base64 of bytes), at half the size at which its words were read. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly gray: string;
}

/** A line of words seen in a picture. */
export interface SeenLine {
  readonly text: string;
  readonly box: Box;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What is kept of a picture once decoded: small enough to memoise, enough to compare and to verify geometrically. */
export interface Sighting {
  readonly item: string;
  readonly width: number;
  readonly height: number;
  /** Luma of the picture scaled so that its width is `grayWidth` (row-major, base64 of bytes). */
  readonly grayWidth: number;
  readonly grayHeight: number;
  readonly gray: string;
  /** Chat messages from top to bottom; empty where the picture is no chat screen. */
  readonly messages: readonly ScreenMessage[];
  /** All lines of words, top to bottom, messages included. */
  readonly lines: readonly SeenLine[];
  /** What the file carries beside its pixels; absent where its form is not known. */
  readonly metadata?: PictureMetadata;
}

/** The shell that decodes pictures and reads their words. Rooms only know this shape. */
export interface Eyes {
  /** Throws a HearsayError (`malformed`, `truncated`, `too-large`, `timeout`) where the picture can't be decoded. */
  readonly see: (bytes: Uint8Array, languages: readonly string[]) => Promise<Omit<Sighting, 'item'>>;
}
