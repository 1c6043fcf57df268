import type { Draft } from './draft.ts';
import type { Credit, Link, Voice, Zone, ZoneKind } from './text.ts';

/** A link within a paragraph, before the paragraph has its place. */
export interface InnerLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Lays paragraphs one below the other and keeps account of what each is. */
export class Composer {
  #content = '';
  readonly zones: Zone[] = [];
  readonly links: Link[] = [];
  readonly credits: Credit[] = [];
  readonly voices: Voice[] = [];

  get content(): string {
    return this.#content;
  }

  /** Where the next paragraph will start. */
  get next(): number {
    return this.#content === '' ? 0 : this.#content.length + 2;
  }

  /** Adds a paragraph; `joint` is what stands between it and the one before. */
  add(text: string, kind: ZoneKind, links: readonly InnerLink[] = [], joint = '\n\n'): { start: number; end: number } {
    if (this.#content !== '') this.#content += joint;
    const start = this.#content.length;
    this.#content += text;
    const end = this.#content.length;
    if (kind !== 'body') this.zones.push({ start, end, kind });
    for (const link of links) this.links.push({ start: start + link.start, end: start + link.end, href: link.href });
    return { start, end };
  }

  /** The draft, with nothing said of the file yet but what the caller gives. */
  draft(said: Partial<Omit<Draft, 'content' | 'zones' | 'voices' | 'links' | 'credits'>>): Draft {
    const { zones, voices, links, credits } = this;
    return {
      ...{ content: this.#content, zones, voices, links, credits },
      ...{ title: null, author: null, published: null, modified: null, publisher: null, url: null, language: null },
      ...said,
    };
  }
}
