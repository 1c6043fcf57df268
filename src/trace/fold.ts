import { Converter } from 'opencc-js/t2cn';

/** A text reduced to what a copyist keeps: letters and digits without case, marks, width or script variant, each with its place. */
export interface Folded {
  /** UTF-16 units of the folded text. */
  readonly units: Uint16Array;
  /** Where the character behind a unit starts in the original. */
  readonly from: Int32Array;
  /** Where it ends, combining marks included. */
  readonly to: Int32Array;
}

/**
 * Folds by NFKC, case, marks and Traditional to Simplified; drops all but letters and digits (digits date versions).
 * Characters for which `keep` is 0 are left out.
 */
export function fold(text: string, keep?: Uint8Array): Folded {
  const out = new Grow(text.length);
  for (let at = 0; at < text.length; ) {
    const unit = PLAIN[text.charCodeAt(at)] ?? MANIFOLD;
    if (unit !== MANIFOLD) {
      if (unit !== 0 && (keep === undefined || keep[at] !== 0)) out.push(unit, at, at + 1);
      at++;
      continue;
    }
    const end = at + sizeAt(text, at);
    if (keep === undefined || keep[at] !== 0) {
      const folded = end - at === 1 ? foldUnit(text.charCodeAt(at)) : foldCharacter(text.slice(at, end));
      if (folded === '' && isMark(text, at, end - at)) out.stretch(at, end);
      for (let i = 0; i < folded.length; i++) out.push(folded.charCodeAt(i), at, end);
    }
    at = end;
  }
  return out.done();
}

/** The folded text as a string: a key for equality. */
export function foldText(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const size = sizeAt(text, at);
    out += size === 1 ? foldUnit(text.charCodeAt(at)) : foldCharacter(text.slice(at, at + size));
    at += size;
  }
  return out;
}

/** How many bytes of UTF-8 a folded unit stands for: the measure of length that treats scripts alike. */
export const bytesOf = (unit: number): number => (unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);

const simplify = Converter({ from: 't', to: 'cn' });
const memo: (string | undefined)[] = new Array<string | undefined>(0x10000);

/** Units that become one unit, or 0 for none, as far as seen; the others are looked at each time. */
const MANIFOLD = 0xffff;
const PLAIN = new Uint16Array(0x10000).fill(MANIFOLD);

function foldUnit(unit: number): string {
  const known = memo[unit];
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  const folded = foldCharacter(character);
  memo[unit] = folded;
  const isWhole = (unit & 0xf800) !== 0xd800;
  if (folded.length === 1) PLAIN[unit] = folded.charCodeAt(0);
  else if (folded === '' && isWhole && !isMark(character, 0, 1)) PLAIN[unit] = 0;
  return folded;
}

function foldCharacter(character: string): string {
  const plain = character.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  const kept = plain.replace(/[^\p{L}\p{N}]/gu, '');
  return /\p{Script=Han}/u.test(kept) ? simplify(kept) : kept;
}

function sizeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

const isMark = (text: string, at: number, size: number): boolean =>
  text.charCodeAt(at) >= 0x300 && /^\p{M}/u.test(text.slice(at, at + size));

/** Longer texts than this get room of their own, which is not kept. */
const COMMON = 1 << 17;

/** Room for one text, used again for the next: to make it for each costs more than the folding. */
interface Room {
  units: Uint16Array;
  from: Int32Array;
  to: Int32Array;
}

const roomFor = (length: number): Room => ({
  units: new Uint16Array(length),
  from: new Int32Array(length),
  to: new Int32Array(length),
});

let common: Room | undefined;

/** Typed arrays that grow: a fold may be longer than its text (ﬁ, ㎏). */
class Grow {
  private readonly room: Room;
  private length = 0;

  constructor(length: number) {
    if (length > COMMON) this.room = roomFor(length + 8);
    else {
      common ??= roomFor(2 * COMMON);
      this.room = common;
    }
  }

  push(unit: number, from: number, to: number): void {
    const { room } = this;
    if (this.length === room.units.length) this.double();
    room.units[this.length] = unit;
    room.from[this.length] = from;
    room.to[this.length++] = to;
  }

  /** A combining mark belongs to the letter before it, where that letter was kept. */
  stretch(at: number, end: number): void {
    for (let i = this.length - 1; i >= 0 && this.room.to[i] === at; i--) this.room.to[i] = end;
  }

  done(): Folded {
    const { units, from, to } = this.room;
    return { units: units.slice(0, this.length), from: from.slice(0, this.length), to: to.slice(0, this.length) };
  }

  private double(): void {
    const { room } = this;
    const wider = roomFor(room.units.length * 2);
    wider.units.set(room.units);
    wider.from.set(room.from);
    wider.to.set(room.to);
    Object.assign(room, wider);
  }
}
