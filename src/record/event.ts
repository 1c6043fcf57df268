import type { Digest } from '../base/digest.ts';
import { messageOf } from '../base/error.ts';
import type { Facts } from '../capture/facts.ts';
import { isDecisionKind, parseDecision } from '../weigh/decision.ts';
import { misplaced } from './order.ts';
import {
  type Check,
  count,
  digestText,
  hexadecimal,
  listOf,
  misshapen,
  oneOf,
  orNull,
  record,
  type Shape,
  shaped,
  text,
} from './shape.ts';

/** What the first event says of its case. */
export interface CaseData {
  readonly format: 'hearsay/case/1';
  readonly id: string;
  readonly title: string;
  readonly languages: readonly string[];
  /** The verifier key of the desk, as C2SP signed notes write it. */
  readonly key: string;
}

/** One piece of evidence. */
export interface AddData {
  /** `null` where the picture is intimate: nothing of it is kept but the commitment. */
  readonly blob: Digest | null;
  readonly size: number | null;
  readonly facts: Facts;
  readonly from: 'file' | 'web' | 'archive';
  readonly intimate: null | { readonly commitment: Digest; readonly secret: string };
}

/** Evidence encrypted to named recipients. */
export interface SealData {
  readonly evidence: Digest;
  readonly facts: Digest;
  readonly size: number;
  readonly recipients: readonly string[];
}

/** A token that bears witness to a checkpoint's time, or (`wait`) one that has not come. */
export interface StampData {
  readonly size: number;
  readonly checkpoint: Digest;
  readonly kind: 'rfc3161' | 'ots';
  readonly authority: string;
  readonly blob: Digest;
}
export type WaitData = Omit<StampData, 'blob'> & { readonly why: string };

/** An edition of the public record: docs/published-format.md. */
export interface PublishData {
  /** 1, 2, 3 … */
  readonly edition: number;
  readonly asOf: string;
  readonly languages: readonly string[];
  /** SHA-256 of the file `seal/manifest`. */
  readonly manifest: Digest;
  /** The blob that holds the edition as it was published: what the next one tells its changes from. */
  readonly dossier: Digest;
  /** The manifest of the edition before. */
  readonly previous: Digest | null;
  /** How many events are disclosed with it, this one included: none can be left out untold. */
  readonly disclosed: number;
}

/** A page taken again. */
export interface CaptureData {
  readonly event: number;
  readonly outcome: 'same' | 'changed' | 'gone' | 'unknown';
  readonly blob: Digest | null;
  readonly url: string;
  readonly status: number;
}

const FACTS: Shape = {
  file: text,
  url: orNull(text),
  publisher: orNull(text),
  author: orNull(text),
  published: orNull(text),
  captured: orNull(text),
  lang: orNull(text),
  note: orNull(text),
};
/** A policy: what it holds is the affair of those who weigh by it, its name goes into hearsay.json. */
const named: Check = (value) =>
  record(value) ?? (text((value as { readonly name?: unknown }).name) === null ? null : 'an object with a name');
const ABOUT_TOKEN: Shape = {
  size: count,
  checkpoint: digestText,
  kind: oneOf('rfc3161', 'ots'),
  authority: text,
};

/** The events that are no decisions, each with the shape of its data. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  case: {
    format: oneOf('hearsay/case/1'),
    id: hexadecimal(32),
    title: text,
    languages: listOf(text),
    key: text,
  },
  key: { key: text, why: text },
  recovered: { from: count, to: count },
  policy: { policy: named },
  add: {
    blob: orNull(digestText),
    size: orNull(count),
    facts: shaped(FACTS),
    from: oneOf('file', 'web', 'archive'),
    intimate: orNull(shaped({ commitment: digestText, secret: hexadecimal(64) })),
  },
  seal: { evidence: digestText, facts: digestText, size: count, recipients: listOf(text) },
  unseal: { event: count, why: text },
  erase: { events: listOf(count), why: text },
  capture: {
    event: count,
    outcome: oneOf('same', 'changed', 'gone', 'unknown'),
    blob: orNull(digestText),
    url: text,
    status: count,
  },
  undo: { event: count, why: text },
  checkpoint: { note: text },
  cosign: { note: text },
  stamp: { ...ABOUT_TOKEN, blob: digestText },
  wait: { ...ABOUT_TOKEN, why: text },
  publish: {
    edition: count,
    asOf: text,
    languages: listOf(text),
    manifest: digestText,
    dossier: digestText,
    previous: orNull(digestText),
    disclosed: count,
  },
};

/** Kinds whose bodies stay: without them keys, erasures and what is in force could not be told. */
export const LASTING: readonly string[] = ['case', 'key', 'recovered', 'erase', 'undo', 'checkpoint', 'cosign'];

/** What is wrong with an event's data, or `null`. Of a decision only the kind is known here. */
export function wrongData(kind: string, data: unknown): string | null {
  const shape = Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  if (!shape) return isDecisionKind(kind) ? wrongDecision(kind, data) : `no kind of event is called "${kind}"`;
  const wrong = misshapen(data, shape);
  return wrong === null ? null : `its data should be an object ${wrong}`;
}

function wrongDecision(kind: string, data: unknown): string | null {
  try {
    const known = Object.keys(parseDecision(kind, data)).filter((key) => key !== 'kind');
    const left = known.find((key) => !Object.hasOwn(data as object, key));
    return left === undefined ? null : `its data should be an object with the key "${left}"`;
  } catch (cause) {
    return messageOf(cause);
  }
}

/** What is wrong with an event's data, in itself and where it stands, or `null`. */
export const wrongEvent = (kind: string, data: Readonly<Record<string, unknown>>, seq: number): string | null =>
  wrongData(kind, data) ?? misplaced(kind, data, seq);

const BLOBS: Readonly<Record<string, readonly string[]>> = {
  add: ['blob'],
  capture: ['blob'],
  stamp: ['blob'],
  seal: ['evidence', 'facts'],
  publish: ['dossier'],
};

/** The blobs that an event names. */
export function blobsOf(kind: string, data: Readonly<Record<string, unknown>>): readonly Digest[] {
  return (BLOBS[kind] ?? []).map((key) => data[key]).filter((one): one is Digest => typeof one === 'string');
}
