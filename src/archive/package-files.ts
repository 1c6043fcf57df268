import { HearsayError } from '../base/error.ts';
import { type Check, failed, type Place } from './check.ts';
import { Flaw } from './flaw.ts';
import type { Zip, ZipEntry } from './zip.ts';

/** The files of a WACZ by name, each with its place in the outermost file. */
export class PackageFiles {
  readonly zip: Zip;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #base: number;

  /** `base` is where the WACZ begins in the outermost file. */
  constructor(zip: Zip, base: number) {
    this.zip = zip;
    this.#base = base;
    this.#entries = new Map(zip.entries.filter(({ name }) => !name.endsWith('/')).map((entry) => [entry.name, entry]));
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  below(folder: string): readonly string[] {
    return this.names.filter((name) => name.startsWith(`${folder}/`));
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  isStored(name: string): boolean {
    return this.#entries.get(name)?.method === 'stored';
  }

  /** The bytes of a file; `null` where there is none of that name. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    return entry ? this.zip.content(entry) : null;
  }

  /** Where a file begins in the outermost file, if its bytes lie there as they are. */
  startOf(name: string): number | null {
    const entry = this.#entries.get(name);
    return entry?.method === 'stored' ? this.#base + entry.dataStart : null;
  }

  /** Where a file lies, or a part of it: a packed file has no parts to point at. */
  place(name: string, part: Place | null = null): Place | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    const start = this.startOf(name);
    return part !== null && start !== null
      ? { start: start + part.start, end: start + part.end }
      : { start: this.#base + entry.start, end: this.#base + entry.end };
  }

  /** What went wrong with a file, as a finding. Anything but an expected failure goes on. */
  fault(check: string, name: string, cause: unknown): Check {
    if (!(cause instanceof HearsayError)) throw cause;
    return failed(check, cause.message, this.place(name, cause instanceof Flaw ? cause : null));
  }
}
