import { bytesToHex } from '@noble/hashes/utils.js';
import { type Instant, isDay, isInstant } from '../base/time.ts';
import { type Der, malformed, TAG } from './der.ts';

/** The values of a list, taken one after another; every one must be taken. */
export interface Fields {
  /** The next value, which must have this tag. */
  readonly take: (tag: number, what: string) => Der;
  /** The next value where it has this tag, else undefined. */
  readonly maybe: (tag: number) => Der | undefined;
  /** Refuses what is left. */
  readonly end: () => void;
}

/** Reads a sequence (or another constructed value, by its tag) field by field. */
export function fieldsOf(list: Der, what: string, tag: number = TAG.sequence): Fields {
  if (list.tag !== tag) throw malformed(`no ${what}`, list.at);
  let next = 0;
  const maybe = (wanted: number): Der | undefined => {
    const value = list.children[next];
    if (value?.tag !== wanted) return undefined;
    next++;
    return value;
  };
  return {
    maybe,
    take: (wanted, name) => {
      const value = maybe(wanted);
      if (!value) throw malformed(`no ${name}`, list.children[next]?.at ?? list.at + list.bytes.length);
      return value;
    },
    end: () => {
      const value = list.children[next];
      if (value) throw malformed(`an unknown field after the ${what}`, value.at);
    },
  };
}

/** The one value inside a constructed one, such as an explicit tag. */
export function onlyChild({ children, at }: Der, what: string): Der {
  const [only, ...more] = children;
  if (!only || more.length > 0) throw malformed(`not exactly one ${what}`, at);
  return only;
}

/** An object identifier in dots: `1.2.840.113549.1.7.2`. */
export function oidOf({ tag, body, at }: Der): string {
  if (tag !== TAG.oid) throw malformed('no object identifier', at);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of body) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0) {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - root * 40);
    } else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}

/** A whole number from 0 to 2^31, such as a version. */
export function smallOf({ body, at }: Der, what: string): number {
  if (body.length > 4 || (body[0] ?? 0x80) >= 0x80) throw malformed(`${what} out of range`, at);
  return body.reduce((number, byte) => number * 256 + byte, 0);
}

/** A number of any size as the hexadecimal digits of its bytes, without the zero that only says it is positive. */
export const hexOf = ({ body }: Der): string => bytesToHex(body.length > 1 && body[0] === 0 ? body.subarray(1) : body);

/** The bytes of a BIT STRING that holds whole bytes. */
export function bitsOf({ body, at }: Der): Uint8Array {
  if (body[0] !== 0) throw malformed('bits that are not whole bytes', at);
  return body.subarray(1);
}

/** A UTCTime or GeneralizedTime as RFC 5280 and RFC 3161 allow them: with seconds, in UTC. */
export function timeOf({ tag, body, at }: Der): Instant {
  const text = String.fromCharCode(...body.subarray(0, 40));
  const match =
    tag === TAG.utcTime
      ? /^()(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/u.exec(text)
      : /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/u.exec(text);
  const [, hundreds = '', tens = '', month, day, hour, minute, second, fraction = ''] = match ?? [];
  const year = `${hundreds || (Number(tens) < 50 ? '20' : '19')}${tens}`;
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
  const real = match && isDay({ year: Number(year), month: Number(month), day: Number(day) }) && isInstant(instant);
  if (!real || hour === '24') throw malformed('a time that names no moment', at);
  return instant;
}
