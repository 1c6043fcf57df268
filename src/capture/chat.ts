import { trimSpan } from '../base/span.ts';
import { chatClock } from './chat-clock.ts';
import type { ChatForm, ChatHead } from './chat-line.ts';
import { TELEGRAM } from './chat-telegram.ts';
import { NAMES_ONLY, WECHAT } from './chat-wechat.ts';
import { WHATSAPP } from './chat-whatsapp.ts';
import { messageWords } from './chat-words.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import type { Voice, Zone } from './text.ts';

/**
 * A message export or copy as text: its words stay as captured, and every message is a voice. Null where the text is no
 * such thing.
 */
export function chatToText(source: string, facts: Facts): Draft | null {
  const content = source.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const lines = linesOf(content);
  const heads = FORMS.map((form) => headsOf(form, lines)).find((found) => found !== null);
  if (!heads) return null;
  const zones: Zone[] = [];
  const voices: Voice[] = [];
  const stamps = heads.flatMap(({ head }) => head.stamp ?? []);
  const clock = chatClock(stamps, content, facts);
  const opening = trimSpan(content, { start: 0, end: heads[0]?.start ?? 0 });
  if (opening.end > opening.start) zones.push({ kind: 'metadata', ...opening });
  for (const [index, placed] of heads.entries()) {
    const end = heads[index + 1]?.start ?? content.length;
    if (placed.head.isSystem) clock.separate(content.slice(placed.start, Math.min(end, placed.start + 200)));
    const read = messageOf(content, placed, end);
    zones.push(...read.zones);
    if (!read.voice) continue;
    const stamp = placed.head.stamp;
    voices.push({ ...read.voice, published: stamp === null ? null : clock.read(stamp) });
  }
  const title = /^(?:群聊|Group|聊天记录)\s?[:：]\s?([^\n]{1,80})$/mu.exec(content.slice(0, 2000))?.[1]?.trim() ?? null;
  const own = { author: null, published: null, modified: null, publisher: null, url: null, language: null };
  return { content, zones, voices, links: [], credits: [], title, ...own };
}

const FORMS: readonly ChatForm[] = [WHATSAPP, TELEGRAM, WECHAT, NAMES_ONLY];

interface Line {
  readonly start: number;
  readonly text: string;
}
interface PlacedHead {
  readonly start: number;
  readonly lineEnd: number;
  readonly head: ChatHead;
}

function linesOf(content: string): Line[] {
  let start = 0;
  return content.split('\n').map((text) => {
    const line = { start, text };
    start += text.length + 1;
    return line;
  });
}

/** The heads of a text in one form; null unless it opens with one (but for a short preamble) and is made of them. */
function headsOf(form: ChatForm, lines: readonly Line[]): PlacedHead[] | null {
  const heads: PlacedHead[] = [];
  let filled = 0;
  let before = 0;
  for (const { start, text } of lines) {
    if (!text.trim()) continue;
    filled++;
    const head = form.head(text);
    if (head) heads.push({ start, lineEnd: start + text.length, head });
    else if (heads.length === 0 && ++before > 5) return null;
  }
  const messages = heads.filter(({ head }) => !head.isSystem);
  const least = form === NAMES_ONLY ? 3 : 2;
  const isWhole = filled <= messages.length * 2 + 1 && messages.length === 1 && form !== NAMES_ONLY;
  const authors = new Set(messages.map(({ head }) => head.author));
  if (messages.length < least && !isWhole) return null;
  if (form === NAMES_ONLY && (authors.size === messages.length || filled > messages.length * 4)) return null;
  return heads.length * 12 >= filled ? heads : null;
}

function messageOf(content: string, placed: PlacedHead, end: number): { zones: Zone[]; voice: Voice | null } {
  const { head, start, lineEnd } = placed;
  if (head.isSystem) return { zones: systemZones(content, start, lineEnd, end), voice: null };
  const textStart = Math.min(start + head.textAt, content.length);
  const header: Zone = { kind: 'metadata', ...trimSpan(content, { start, end: textStart }) };
  const whole = trimSpan(content, { start: textStart, end });
  const text = content.slice(whole.start, whole.end);
  const words = messageWords(text);
  const body = trimSpan(content, { start: whole.start + words.bodyAt, end: whole.start + words.bodyEnd });
  const zones: Zone[] = [header];
  if (words.bodyAt > 0) zones.push({ kind: 'metadata', ...trimSpan(content, { start: whole.start, end: body.start }) });
  if (words.isNotice && text) zones.push({ kind: 'metadata', ...body });
  if (whole.end > body.end && words.bodyEnd < text.length)
    zones.push({ kind: 'metadata', ...trimSpan(content, { start: body.end, end: whole.end }) });
  const { passedOn, attachments } = words;
  const isEmpty = body.start === body.end || (words.isNotice && attachments.length === 0);
  if (isEmpty && attachments.length === 0) return { zones, voice: null };
  return { zones, voice: { kind: 'message', ...body, author: head.author, published: null, passedOn, attachments } };
}

/** The app's line, and what stands under it until the next head. */
function systemZones(content: string, start: number, lineEnd: number, end: number): Zone[] {
  const line = trimSpan(content, { start, end: lineEnd });
  const rest = trimSpan(content, { start: lineEnd, end });
  const zones: Zone[] = [{ kind: 'metadata', ...line }];
  if (rest.end > rest.start) zones.push({ kind: 'metadata', ...rest });
  return zones;
}
