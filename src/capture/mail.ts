import PostalMime, { type Email } from 'postal-mime';
import { takeApart } from './blocks.ts';
import { Composer } from './composer.ts';
import { creditsIn } from './credit.ts';
import type { Draft } from './draft.ts';
import { parsePage } from './page.ts';
import { stampIn } from './stamp.ts';

/** A mail as its head lines, then paragraphs with quoted mail and signature told apart (RFC 5322, MIME). */
export async function mailToDraft(bytes: Uint8Array): Promise<Draft | null> {
  const mail = await PostalMime.parse(bytes.slice());
  const raw = mail.text?.trim() ? mail.text : mail.html ? wordsOfHtml(mail.html) : '';
  const head = headLines(mail);
  if (raw.trim() === '' && head.length === 0) return null;
  const composer = new Composer();
  for (const [at, line] of head.entries()) composer.add(line, 'metadata', [], at === 0 ? '' : '\n');
  const author = mail.from ? nameOf(mail.from) : null;
  const published = dateOf(mail);
  const passages = passagesOf(raw.replace(/\r\n?/g, '\n'));
  const attachments = mail.attachments.flatMap((one) => one.filename ?? []);
  for (const { text, kind } of passages) composer.add(text, kind);
  if (attachments.length > 0) composer.add(`Attachments: ${attachments.join(', ')}`, 'metadata');
  const end = composer.content.length;
  composer.voices.push({ start: 0, end, kind: 'mail', author, published, passedOn: false, attachments });
  for (const zone of composer.zones) {
    if (zone.kind !== 'quoted-mail') continue;
    const { start, end: stop } = zone;
    const quoted = composer.content.slice(start, stop);
    const attribution = quoted.split('\n', 3).join(' ');
    composer.voices.push({
      ...{ start, end: stop, kind: 'mail', author: writerIn(attribution), published: null },
      ...{ passedOn: true, attachments: [] },
    });
  }
  composer.credits.push(...creditsIn(composer.content));
  return composer.draft({ title: mail.subject?.trim() || null, author, published });
}

function headLines(mail: Email): string[] {
  const to = (mail.to ?? []).map(nameOf).join(', ');
  const field = (key: string): string => mail.headers.find((one) => one.key === key)?.value.trim() ?? '';
  return [
    ['From', mail.from ? nameOf(mail.from) : ''],
    ['To', to],
    ['Date', field('date')],
    ['Subject', mail.subject?.trim() ?? ''],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
}

const nameOf = (address: { readonly name?: string | undefined; readonly address?: string | undefined }): string =>
  address.name?.trim() || address.address?.trim() || '';

/** The `Date` field in its own offset: the library's `date` would turn it to UTC. */
function dateOf(mail: Email): string | null {
  const raw = mail.headers.find((one) => one.key === 'date')?.value ?? '';
  return stampIn(raw.replace(/(\d{2}:\d{2}(?::\d{2})?)\s{1,3}([+-]\d{4})/, '$1 $2'))?.value ?? mail.date ?? null;
}

function wordsOfHtml(html: string): string {
  const document = parsePage(html);
  return takeApart(document.body ?? document.documentElement, true)
    .blocks.map((block) => (block.element.closest('blockquote') ? block.text.replace(/^/gm, '> ') : block.text))
    .join('\n\n');
}

interface Passage {
  readonly text: string;
  readonly kind: 'body' | 'quoted-mail' | 'signature';
}

const CUT = /^(?:-{3,} ?(?:original message|forwarded message|原始邮件|转发邮件) ?-{3,}|_{20,})$/iu;
const SAID = /^(?:on .{6,120} wrote:|.{0,60}\d{4}年.{4,80}写道[:：])$/iu;
const CLOSING =
  /^(?:(?:kind|best|warm|many)? ?regards|yours (?:sincerely|faithfully|truly)|sincerely|best wishes|此致|敬礼|顺颂.{1,6})[,，.!！]?$/iu;

/** Paragraphs of a mail's body. What starts with `>` or follows a forwarding line is somebody's earlier mail. */
function passagesOf(body: string): Passage[] {
  const passages: Passage[] = [];
  let kind: Passage['kind'] = 'body';
  let below: Passage['kind'] = 'body';
  let lines: string[] = [];
  const close = (): void => {
    const text = lines.join('\n').trim();
    if (text) passages.push({ text, kind });
    lines = [];
  };
  for (const line of body.split('\n')) {
    const trimmed = line.trim();
    if (CUT.test(trimmed)) below = 'quoted-mail';
    else if (below === 'body' && (/^-- ?$/.test(line) || CLOSING.test(trimmed))) below = 'signature';
    const isQuoted = trimmed.startsWith('>') || SAID.test(trimmed) || below === 'quoted-mail';
    const next = isQuoted ? 'quoted-mail' : below;
    if (trimmed === '' && kind === 'body') close();
    else if (trimmed !== '' && next !== kind) {
      close();
      kind = next;
    }
    lines.push(line.replace(/^\s*(?:>\s?)+/u, ''));
  }
  close();
  return passages;
}

/** Who is named in "On …, Name wrote:". */
const writerIn = (line: string): string | null =>
  /(?:^|,\s|\d\s)(?<name>[^,<>\n\d]{2,60}?)\s*(?:<[^<>\n]{3,80}>\s*)?(?:wrote:|写道[:：])/u
    .exec(line)
    ?.groups?.['name']?.trim() ??
  /^(?:From|发件人)[:：]\s*(?<name>[^<\n]{2,60})/mu.exec(line)?.groups?.['name']?.trim() ??
  null;
