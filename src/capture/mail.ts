import PostalMime, { type Email } from 'postal-mime';
import { takeApart } from './blocks.ts';
import { Composer } from './composer.ts';
import { creditsIn } from './credit.ts';
import type { PageElement } from './dom.ts';
import type { Draft } from './draft.ts';
import { mailParts } from './mail-body.ts';
import { parsePage } from './page.ts';
import { deskOf, isDesk } from './publisher-words.ts';
import { stampIn } from './stamp.ts';
import type { Relation, Voice } from './text.ts';

/** A mail as its head lines, then paragraphs with quoted mail and signature told apart (RFC 5322, MIME). */
export async function mailToDraft(bytes: Uint8Array): Promise<Draft | null> {
  const mail = await PostalMime.parse(new Uint8Array(bytes));
  const raw = mail.text?.trim() ? mail.text : mail.html ? wordsOfHtml(mail.html) : '';
  const head = headLines(mail);
  if (raw.trim() === '' && head.length === 0) return null;
  const composer = new Composer();
  for (const [at, line] of head.entries()) composer.add(line, 'metadata', [], at === 0 ? '' : '\n');
  const author = senderOf(mail);
  const publisher = author && isDesk(author) ? (deskOf(author) ?? signedFor(raw)) : null;
  const published = dateOf(mail);
  const attachments = mail.attachments.map(
    (one, at) => one.filename?.trim() || `attachment ${at + 1} (${one.mimeType || 'unknown type'})`,
  );
  const passer = { by: author, byPublished: published };
  const earlier = addParts(composer, raw.replace(/\r\n?/g, '\n'), passer);
  if (attachments.length > 0) composer.add(`Attachments: ${attachments.join(', ')}`, 'metadata');
  const end = composer.content.length;
  composer.voices.push({ start: 0, end, kind: 'mail', author, published, passedOn: false, attachments }, ...earlier);
  composer.credits.push(...creditsIn(composer.content));
  return composer.draft({ title: mail.subject?.trim() || null, author, publisher, published });
}

/** Lays the body out; the voices of the earlier mails in it, each its writer's. */
function addParts(composer: Composer, body: string, passer: Pick<Relation, 'by' | 'byPublished'>): Voice[] {
  return mailParts(body).flatMap(({ kind, head, text, author, published, isForward }) => {
    if (head) composer.add(head, kind);
    const span = composer.add(text, kind, [], head ? '\n' : '\n\n');
    if (kind !== 'quoted-mail') return [];
    const relation: Relation = { kind: isForward ? 'forward' : 'quote', to: null, ...passer };
    return [{ ...span, kind: 'mail', author, published, passedOn: true, attachments: [], relation }];
  });
}

function headLines(mail: Email): string[] {
  const to = (mail.to ?? []).map(nameOf).join(', ');
  const field = (key: string): string => mail.headers.find((one) => one.key === key)?.value.trim() ?? '';
  return [
    ['From', senderOf(mail) ?? ''],
    ['To', to],
    ['Date', field('date')],
    ['Subject', mail.subject?.trim() ?? ''],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
}

const nameOf = (address: { readonly name?: string | undefined; readonly address?: string | undefined }): string =>
  address.name?.trim() || address.address?.trim() || '';

/** Who sent it. A comma that should have been quoted (RFC 5322, 3.4) parts no name in two. */
function senderOf(mail: Email): string | null {
  if (!mail.from) return null;
  const whole = mail.headers.find((one) => one.key === 'from')?.value ?? '';
  const name = mail.from.address ? '' : (/^([^<>"=@]{2,200}?)\s*<[^<>]+>\s*$/u.exec(whole)?.[1] ?? '');
  return name.trim() || nameOf(mail.from);
}

/** The body for which a desk's mail is signed: in the line of the desk, or below it. */
function signedFor(body: string): string | null {
  const own = mailParts(body.replace(/\r\n?/g, '\n')).filter(({ kind }) => kind !== 'quoted-mail');
  const lines = own.flatMap(({ text }) => text.split('\n')).flatMap((line) => line.trim() || []);
  const last = lines.slice(-SIGNATURE);
  for (const [at, line] of last.entries()) {
    const named = deskOf(line) ?? (isDesk(line) ? last[at + 1] : undefined);
    if (named && named.length <= 60) return named;
  }
  return null;
}

/** Lines of a signature, at most. */
const SIGNATURE = 8;

/** The `Date` field in its own offset: the library's `date` would turn it to UTC. */
function dateOf(mail: Email): string | null {
  const raw = mail.headers.find((one) => one.key === 'date')?.value ?? '';
  return stampIn(raw.replace(/(\d{2}:\d{2}(?::\d{2})?)\s{1,3}([+-]\d{4})/, '$1 $2'))?.value ?? mail.date ?? null;
}

/** The words of a mail that has them as HTML only: what stands in a quotation is marked so, by its depth. */
function wordsOfHtml(html: string): string {
  const document = parsePage(html);
  return takeApart(document.body ?? document.documentElement, true)
    .blocks.map(({ element, text }) => {
      const mark = '> '.repeat(Math.min(20, depthOf(element)));
      return mark ? text.replace(/^/gm, mark) : text;
    })
    .join('\n\n');
}

function depthOf(element: PageElement): number {
  let depth = 0;
  for (let at = element.closest('blockquote'); at; at = at.parentElement?.closest('blockquote') ?? null) depth++;
  return depth;
}
