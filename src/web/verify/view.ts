import type { Check, FileFault } from '../../base/check.ts';
import type { Examined } from '../../seal/verify-edition.ts';
import { outcomeOf, outcomeSaid } from './outcome.ts';
import type { Words } from './words.ts';

/** So many faults of one check are told; a folder that is wholly another has as many as it has files. */
const SHOWN = 200;

/** An element with what it holds; nothing is ever read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  about: Readonly<Record<string, string>>,
  ...holds: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(about)) made.setAttribute(key, value);
  made.append(...holds);
  return made;
}

/** The part of the page with this id. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/** Puts the words of a language where the page has none of its own making. */
export function showWords(words: Words): void {
  document.documentElement.lang = words.lang;
  document.title = words.title;
  for (const one of document.querySelectorAll<HTMLElement>('[data-say]')) {
    const said = words[one.dataset['say'] as keyof Words];
    if (typeof said === 'string') one.textContent = said;
  }
  part('tongues').setAttribute('aria-label', words.languages);
  part('limits').replaceChildren(...words.limitsText.map((one) => element('li', {}, one)));
}

/** How far it is. */
export function showProgress(words: Words, at: { readonly done: number; readonly total: number } | null): void {
  part('progress').hidden = at === null;
  if (at === null) return;
  const bar = part('bar') as HTMLProgressElement;
  bar.max = Math.max(at.total, 1);
  bar.value = at.done;
  bar.setAttribute('aria-label', words.caption);
  part('count').textContent = at.total === 0 ? words.starting : words.working(at.done, at.total);
}

/** The answer in sentences, then the table. */
export function showFound(words: Words, { checks, edition }: Examined): void {
  const outcome = outcomeOf(checks);
  const [first, ...more] = outcomeSaid(words, checks, edition);
  const sentences = more.filter((one) => one !== '').map((one) => element('p', {}, one));
  const tone = outcome === 'whole' ? 'passed' : 'failed';
  part('answer').replaceChildren(
    element('div', { class: `outcome ${tone}` }, element('strong', {}, first), ...sentences),
  );
  const key = edition?.key ? [element('h2', {}, words.desk), element('p', {}, element('code', {}, edition.key))] : [];
  part('found').replaceChildren(...(outcome === 'nothing' ? [] : [tableOf(words, checks), ...key]));
}

function tableOf(words: Words, checks: readonly Check[]): HTMLElement {
  const head = element(
    'tr',
    { role: 'row' },
    ...words.columns.map((one) => element('th', { scope: 'col', role: 'columnheader' }, one)),
  );
  const rows = checks.map((one) => rowOf(words, one));
  const caption = element('caption', {}, words.caption);
  // The roles are said again: on a narrow screen the style takes the table apart, and some browsers its meaning with it.
  const [top, body] = [element('thead', { role: 'rowgroup' }, head), element('tbody', { role: 'rowgroup' }, ...rows)];
  return element('table', { role: 'table' }, caption, top, body);
}

function rowOf(words: Words, { check, result, detail, faults }: Check): HTMLElement {
  const [name, asks] = words.checks[check] ?? [check, ''];
  const tone = result === 'not run' ? 'none' : result;
  const mark = { passed: '✓ ', failed: '✗ ', 'not run': '– ' }[result];
  const shown = faults.slice(0, SHOWN).map((one) => element('li', {}, ...faultOf(words, one)));
  const more = faults.length > SHOWN ? [element('li', {}, words.more(faults.length - SHOWN))] : [];
  const found = result === 'failed' ? [element('ul', {}, ...shown, ...more)] : [words.say(detail)];
  return element(
    'tr',
    { role: 'row' },
    element('td', { class: `result ${tone}`, role: 'cell' }, mark + words.results[result]),
    element('th', { scope: 'row', role: 'rowheader' }, element('b', {}, name), element('span', {}, asks)),
    element('td', { role: 'cell' }, ...found),
  );
}

function faultOf(words: Words, { file, start, end, what }: FileFault): readonly (Node | string)[] {
  const place = end > start ? words.bytes(start, end) : '';
  return [element('code', {}, file), words.fault(place, words.say(what))];
}
