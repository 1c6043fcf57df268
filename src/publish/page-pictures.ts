import type { Transcript } from '../trace/image-pair.ts';
import type { Observation } from '../trace/observation.ts';
import { alteredWords, difference, type TwoWordings } from './altered-words.ts';
import type { View } from './catalogue.ts';
import { folded, html, type Markup, NOTHING } from './html.ts';
import { langOf, shownIn } from './quoted.ts';
import { squeezed } from './repeats.ts';
import { fileName } from './wording.ts';

/** Which pictures show the same, what differs between them, and the conversations that they show, in words. */
export function pictures(view: View): Markup {
  const { images, transcripts } = view.dossier;
  const { pictures: text } = view.words;
  if (images.length === 0 && transcripts.length === 0) return NOTHING;
  const differ = alteredWords(images);
  const all = new Set(images.flatMap(({ left, right }) => [left, right]));
  const pairs = images.map(
    ({ relation, left, right }) => html`<li>${text.pair(relation, names(view, [left]), names(view, [right]))}</li>`,
  );
  return html`<section id="pictures"><h2>${text.heading}</h2>
<p>${text.same(all.size, images.length)}</p>
${differ.length > 0 ? html`<h3>${text.differ}</h3><ul class="pairs">${differ.map((one) => sideBySide(view, one))}</ul>` : NOTHING}
${folded(text.pairs(images.length), [html`<ul>${pairs}</ul>`])}
${conversations(view)}</section>`;
}

function sideBySide(view: View, { left, right }: TwoWordings): Markup {
  const cell = (own: TwoWordings['left'], other: TwoWordings['left']): Markup => {
    const [before, differs, after] = difference(view.shown(own.words), view.shown(other.words));
    return html`<div><blockquote${langOf(own.words, null, view.words.language)} dir="auto">${before}<mark>${differs}</mark>${after}</blockquote><p class="fine">${names(view, own.items)}</p></div>`;
  };
  return html`<li>${cell(left, right)}${cell(right, left)}</li>`;
}

const names = (view: View, ids: readonly string[]): Markup => {
  const all = ids.map((id) => shownIn(view, fileName(view.item(id)?.file ?? id)));
  return html`${all.map((one, at) => html`${at > 0 ? view.words.marks.list : ''}${one}`)}`;
};

function conversations(view: View): Markup {
  const differs = (one: Transcript): number => (one.messages.some(({ altered }) => altered) ? 0 : 1);
  const told = view.dossier.transcripts
    .filter((one) => one.messages.length > 1)
    .sort((a, b) => differs(a) - differs(b) || b.messages.length - a.messages.length);
  if (told.length === 0) return NOTHING;
  const { say, caution } = view.words.pictures;
  return html`<h3>${say}</h3><p class="fine">${caution}</p>
<div class="chats">${told.map((one) => chat(view, one))}</div>`;
}

type Message = Transcript['messages'][number];

function chat(view: View, { items, messages, observations = [] }: Transcript): Markup {
  const claimed = claimedIn(view, items);
  const isTold = messages.some(({ altered, text }) => altered || claimed(text));
  if (!isTold && observations.length === 0) return NOTHING;
  const lines: Markup[] = [];
  let left = 0;
  const close = (): void => {
    if (left > 0) lines.push(html`<li class="centre">${view.words.pictures.notGiven(left)}</li>`);
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
  return html`<figure class="chat"><figcaption>${names(view, items)}</figcaption><ol>${lines}</ol>${oddities(view, observations)}</figure>`;
}

function oddities(view: View, observations: readonly Observation[]): Markup {
  if (observations.length === 0) return NOTHING;
  const rows = observations.map(
    (one) => html`<li>${names(view, [one.item])}${view.words.marks.colon}${view.words.pictures.odd(one)}</li>`,
  );
  return html`<ul class="fine">${rows}</ul>`;
}

function bubble(view: View, { side, text, time, altered }: Message): Markup {
  const words = altered ? html`<mark>${view.shown(text)}</mark>` : html`${view.shown(text)}`;
  const note = [time ? view.shown(time) : '', altered ? view.words.pictures.differs : ''].filter(Boolean).join(' · ');
  return html`<li class="${side}"><span${langOf(text, null, view.words.language)} dir="auto">${words}</span>${note ? html` <small>${note}</small>` : NOTHING}</li>`;
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
