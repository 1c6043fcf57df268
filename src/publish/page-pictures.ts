import type { ImagePair, Transcript } from '../trace/image-pair.ts';
import { alteredWords, difference, type TwoWordings } from './altered-words.ts';
import type { View } from './catalogue.ts';
import { folded, html, type Markup, NOTHING } from './html.ts';
import { langOf, spoken } from './quoted.ts';
import { squeezed } from './repeats.ts';
import { plural } from './summary.ts';
import { fileName } from './wording.ts';

const RELATION: Record<ImagePair['relation'], string> = {
  identical: 'are the same picture',
  recompressed: 'are the same picture, compressed anew',
  resized: 'are the same picture in two sizes',
  cropped: 'are the same picture, one cut smaller',
  overlaps: 'show overlapping parts of the same thing',
  edited: 'are the same picture with a difference',
};

/** Which pictures show the same, what differs between them, and the conversations that they show, in words. */
export function pictures(view: View): Markup {
  const { images, transcripts } = view.dossier;
  if (images.length === 0 && transcripts.length === 0) return NOTHING;
  const differ = alteredWords(images);
  return html`<section id="pictures"><h2>Pictures</h2>
<p>${plural(new Set(images.flatMap(({ left, right }) => [left, right])).size, 'picture')} ${images.length === 1 ? 'shows' : 'show'} the same thing as another.</p>
${differ.length > 0 ? html`<h3>Where they differ</h3><ul class="pairs">${differ.map((one) => sideBySide(view, one))}</ul>` : NOTHING}
${folded(`${plural(images.length, 'pair')} of pictures`, [html`<ul>${images.map((pair) => html`<li>${names(view, [pair.left, pair.right], ' and ')} ${RELATION[pair.relation]}.</li>`)}</ul>`])}
${conversations(view)}</section>`;
}

function sideBySide(view: View, { left, right }: TwoWordings): Markup {
  const cell = (own: TwoWordings['left'], other: TwoWordings['left']): Markup => {
    const [before, differs, after] = difference(view.shown(own.words), view.shown(other.words));
    return html`<div><blockquote${langOf(own.words, null)} dir="auto">${before}<mark>${differs}</mark>${after}</blockquote><p class="fine">${names(view, own.items)}</p></div>`;
  };
  return html`<li>${cell(left, right)}${cell(right, left)}</li>`;
}

const names = (view: View, ids: readonly string[], between = ', '): Markup =>
  spoken(view.shown(ids.map((id) => fileName(view.item(id)?.file ?? id)).join(between)));

function conversations(view: View): Markup {
  const differs = (one: Transcript): number => (one.messages.some(({ altered }) => altered) ? 0 : 1);
  const told = view.dossier.transcripts
    .filter((one) => one.messages.length > 1)
    .sort((a, b) => differs(a) - differs(b) || b.messages.length - a.messages.length);
  if (told.length === 0) return NOTHING;
  return html`<h3>What the pictures say</h3><p class="fine">Read by character recognition, which can misread. Only messages that a claim rests on, or that differ between pictures, are given; the rest of a conversation is its writers’ own. Who took part is not known.</p>
<div class="chats">${told.map((one) => chat(view, one))}</div>`;
}

type Message = Transcript['messages'][number];

function chat(view: View, { items, messages }: Transcript): Markup {
  const claimed = claimedIn(view, items);
  if (!messages.some(({ altered, text }) => altered || claimed(text))) return NOTHING;
  const lines: Markup[] = [];
  let left = 0;
  const close = (): void => {
    if (left > 0) lines.push(html`<li class="centre">${plural(left, 'message')} not given</li>`);
    left = 0;
  };
  for (const message of messages) {
    if (!message.altered && !claimed(message.text)) left++;
    else {
      close();
      lines.push(bubble(view, message));
    }
  }
  close();
  return html`<figure class="chat"><figcaption>${names(view, items)}</figcaption><ol>${lines}</ol></figure>`;
}

function bubble(view: View, { side, text, time, altered }: Message): Markup {
  const words = altered ? html`<mark>${view.shown(text)}</mark>` : html`${view.shown(text)}`;
  const note = [time ? view.shown(time) : '', altered ? 'differs' : ''].filter(Boolean).join(' · ');
  return html`<li class="${side}"><span${langOf(text, null)} dir="auto">${words}</span>${note ? html` <small>${note}</small>` : NOTHING}</li>`;
}

/** Whether a message holds words, or is within words, that a claim rests on which is not withheld. */
function claimedIn(view: View, items: readonly string[]): (text: string) => boolean {
  const inside = new Set(items);
  const quotes = view.dossier.claims
    .filter((claim) => !view.isWithheld(claim))
    .flatMap((claim) => claim.statements)
    .flatMap((id) => view.statement(id) ?? [])
    .filter(({ item }) => inside.has(item))
    .map(({ quote }) => squeezed(quote))
    .filter((quote) => quote.length > 3);
  return (text) => {
    const words = squeezed(text);
    return words.length > 3 && quotes.some((quote) => words.includes(quote) || quote.includes(words));
  };
}
