import { stampIn } from './stamp.ts';

/** A stretch of a mail's body by one writer. */
export interface MailPart {
  readonly kind: 'body' | 'quoted-mail' | 'signature';
  /** The lines that name an earlier mail's writer and date, as printed; empty for the mail's own words. */
  readonly head: string;
  readonly text: string;
  /** Whose earlier mail it is, where the lines above it say so. */
  readonly author: string | null;
  readonly published: string | null;
  readonly isForward: boolean;
}

interface Writer {
  readonly head: string;
  readonly author: string | null;
  readonly published: string | null;
  readonly isForward: boolean;
}

const OWN: Writer = { head: '', author: null, published: null, isForward: false };
const CUT =
  /^[-_*= ]{0,40}(?:original message|begin forwarded message|forwarded message|forwarded by .{1,60}|原始邮件|原始郵件|转发邮件|转发的邮件|轉寄郵件|ursprüngliche nachricht|message d['’]origine|mensaje original)[-_*= :：]{0,40}$|^_{20,}$/iu;
const FORWARD = /forward|转发|轉寄/iu;
const SAID =
  /^(?:on .{6,200}|.{0,60}\d{4}.{4,120}|le .{6,120}|am .{6,120}|el .{6,120}) ?(?:wrote|写道|寫道|a écrit|schrieb.{0,60}|escribió) ?[:：]$/iu;
const SAID_OPEN = /^(?:on|le|am|el) .{0,40}\d/iu;
const FIELD =
  /^\*{0,2}(?<name>from|sent|date|to|cc|bcc|subject|reply-to|发件人|发送时间|日期|时间|收件人|抄送|主题|寄件者|收件者|主旨|von|gesendet|an|betreff|de|envoyé|à|objet|enviado|para|asunto)\*{0,2}\s{0,2}[:：]\*{0,2}\s{0,3}(?<value>.{0,300})$/iu;
const FROM = /^(?:from|发件人|寄件者|von|de)$/iu;
const WHEN = /^(?:sent|date|发送时间|日期|时间|gesendet|envoyé|enviado)$/iu;
const CLOSING =
  /^(?:(?:kind|best|warm|many)? ?regards|yours (?:sincerely|faithfully|truly)|sincerely|best wishes|cheers|此致|敬礼|顺颂.{1,6}|祝好)[,，.!！]?$/iu;

/** Cuts a body into what its writer says, the signature, and earlier mails each with the writer it names. */
export function mailParts(body: string): MailPart[] {
  const cutter = new Cutter(body.split('\n'));
  return cutter.parts();
}

class Cutter {
  readonly #lines: readonly string[];
  readonly #found: MailPart[] = [];
  readonly #shown = new Set<Writer>();
  /** Who writes at each depth of `>`, below the last forwarding line. */
  #writers: Writer[] = [OWN];
  #kind: MailPart['kind'] = 'body';
  #level = 0;
  #text: string[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  parts(): MailPart[] {
    for (let at = 0; at < this.#lines.length; ) at = this.#line(at);
    this.#close();
    return this.#found;
  }

  /** Reads the line at `at`; gives the next one to read. */
  #line(at: number): number {
    const { level, text } = leveled(this.#lines[at] ?? '');
    const header = this.#headerAt(at, level);
    if (header) {
      this.#close();
      this.#writers = [...this.#writers.slice(0, level), header.writer];
      [this.#kind, this.#level] = ['quoted-mail', level];
      return header.next;
    }
    const said = this.#saidAt(at, level);
    if (said) {
      this.#close();
      this.#writers = [...this.#writers.slice(0, said.level), said.writer];
      if (said.level === level) [this.#kind, this.#level] = ['quoted-mail', level];
      return said.next;
    }
    if (text === '' && (level === this.#level || level === 0)) {
      if (this.#kind === 'body') this.#close();
      else this.#text.push('');
      return at + 1;
    }
    if (level !== this.#level) {
      this.#close();
      this.#level = level;
      this.#kind = level > 0 || this.#writers[0] !== OWN ? 'quoted-mail' : 'body';
    }
    const isEnd = /^-- ?$/.test(this.#lines[at] ?? '') || CLOSING.test(text);
    if (this.#kind === 'body' && level === 0 && isEnd) {
      this.#close();
      this.#kind = 'signature';
    }
    this.#text.push(text);
    return at + 1;
  }

  #close(): void {
    const text = this.#text.join('\n').trim();
    this.#text = [];
    const writer = this.#kind === 'quoted-mail' ? (this.#writers[this.#level] ?? OWN) : OWN;
    if (!text) return;
    const head = this.#shown.has(writer) ? '' : writer.head;
    this.#shown.add(writer);
    this.#found.push({ ...writer, head, kind: this.#kind, text });
  }

  /** A forwarding line, or a block of header fields that stands in the text. */
  #headerAt(at: number, level: number): { writer: Writer; next: number } | null {
    const isCut = CUT.test(leveled(this.#lines[at] ?? '').text);
    let next = isCut ? at + 1 : at;
    while (isCut && next < at + 4 && leveled(this.#lines[next] ?? 'x').text === '') next++;
    const head: string[] = [];
    let [author, published]: [string | null, string | null] = [null, null];
    for (; next < this.#lines.length && head.length < 12; next++) {
      const line = leveled(this.#lines[next] ?? '');
      const field = line.level === level ? FIELD.exec(line.text)?.groups : undefined;
      if (!field) break;
      head.push(line.text);
      if (FROM.test(field['name'] ?? '')) author ??= nameIn(field['value'] ?? '');
      if (WHEN.test(field['name'] ?? '')) published ??= stampIn(field['value'] ?? '')?.value ?? null;
    }
    if (!isCut && (head.length < 3 || author === null)) return null;
    const mark = leveled(this.#lines[at] ?? '').text;
    const lines = isCut ? [mark, ...head] : head;
    return { writer: { head: lines.join('\n'), author, published, isForward: isCut && FORWARD.test(mark) }, next };
  }

  /** "On …, Name wrote:", over one line or two, and the depth at which that name's mail follows. */
  #saidAt(at: number, level: number): { writer: Writer; next: number; level: number } | null {
    const first = leveled(this.#lines[at] ?? '').text;
    const second = leveled(this.#lines[at + 1] ?? '').text;
    const isOne = SAID.test(first);
    const isTwo = !isOne && SAID_OPEN.test(first) && first.length < 160 && SAID.test(`${first} ${second}`);
    if (!isOne && !isTwo) return null;
    const head = isOne ? first : `${first}\n${second}`;
    const line = head.replace('\n', ' ');
    const writer = { head, author: writerIn(line), published: stampIn(line)?.value ?? null, isForward: false };
    const next = at + (isOne ? 1 : 2);
    const below = this.#lines.slice(next, next + 4).map(leveled);
    const isDeeper = (below.find((one) => one.text !== '')?.level ?? 0) > level;
    return { writer, next, level: isDeeper ? level + 1 : level };
  }
}

const leveled = (line: string): { level: number; text: string } => {
  const mark = /^\s{0,3}(?:>\s?){1,100}/u.exec(line)?.[0] ?? '';
  return { level: mark.split('>').length - 1, text: line.slice(mark.length).trim() };
};

const nameIn = (value: string): string | null =>
  value
    .replace(/<[^<>]{0,200}>|\[mailto:[^\]]{0,200}\]/giu, '')
    .replace(/^["'“\s]+|["'”;；\s]+$/gu, '')
    .trim() ||
  (/<([^<>\s]{3,120})>/u.exec(value)?.[1] ?? null);

/** Who is named in "On …, Name wrote:". */
const writerIn = (line: string): string | null =>
  /(?:^|[,，]\s{0,2}|\d\s{1,2}|[ap]m\s{1,2})(?![ap]m\b)(?<name>[^,，<>\n\d]{2,60}?)\s*(?:<[^<>\n]{3,80}>\s*)?(?:wrote|写道|寫道|a écrit|escribió)\s?[:：]/iu
    .exec(line)
    ?.groups?.['name']?.trim() ?? null;
