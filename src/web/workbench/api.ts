import type { Job } from '../../publish/workbench/shapes.ts';

/** What the server answered where it did not do what was asked: its code, and what to do next. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
  }
}

/** Something that the server says by itself. */
export type News =
  | { readonly kind: 'job'; readonly job: Job }
  /** The journal of a case grew, or its dossier was weighed anew: `head` is its last event. */
  | { readonly kind: 'case'; readonly case: string; readonly head: number }
  | { readonly kind: 'weighed'; readonly case: string; readonly head: number };

/** The server, as the pages speak to it. Paths begin after `/api/v1`. */
export interface Api {
  readonly get: <T>(path: string, signal?: AbortSignal) => Promise<T>;
  readonly post: <T>(path: string, body: unknown) => Promise<T>;
  readonly put: <T>(path: string, body: unknown) => Promise<T>;
  readonly remove: <T>(path: string) => Promise<T>;
  /** Files go as they are; `sent` hears how much is on its way. */
  readonly send: <T>(path: string, files: readonly File[], sent: (bytes: number) => void) => Promise<T>;
  /** A picture as an address for this page alone; whoever asked revokes it. */
  readonly picture: (path: string) => Promise<string>;
  /** Hears news until it is told to stop; comes back by itself where the line breaks, and says so. */
  readonly listen: (heard: (news: News) => void, line: (up: boolean) => void) => () => void;
}
