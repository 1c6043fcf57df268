import { collect } from './collect.js';
import { casesOn, deskAt, Refused, sendPage } from './desk.js';

/** Firefox calls it `browser`; both answer with promises. */
const web = globalThis.browser ?? globalThis.chrome;

/** A longer document is not sent; the desk takes up to 64 MB with the picture. */
const MOST = 16_000_000;
/** A picture larger than this is taken again as JPEG, and left out where that is no smaller. */
const PICTURE_MOST = 12_000_000;

/** @type {(key: string, ...parts: string[]) => string} */
const says = (key, ...parts) => web.i18n.getMessage(key, parts) || key;

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is missing`);
  return found;
}

const connect = part('connect', HTMLFormElement);
const send = part('send', HTMLFormElement);
const address = part('address', HTMLInputElement);
const cases = part('case', HTMLSelectElement);
const picture = part('picture', HTMLInputElement);
const said = part('said', HTMLParagraphElement);

for (const element of document.querySelectorAll('[data-says]'))
  element.textContent = says(element.getAttribute('data-says') ?? '');
document.documentElement.lang = web.i18n.getUILanguage();
connect.addEventListener('submit', (event) => {
  event.preventDefault();
  void joined();
});
send.addEventListener('submit', (event) => {
  event.preventDefault();
  void sent();
});
part('forget', HTMLButtonElement).addEventListener('click', () => void forget());
await begin();

/** Shows what can be done: the address is asked for once, then only the case. */
async function begin() {
  const { desk } = await web.storage.local.get('desk');
  connect.hidden = desk !== undefined;
  send.hidden = true;
  if (desk === undefined) return address.focus();
  const tab = await tabAtHand();
  part('page', HTMLParagraphElement).textContent = tab?.title ?? tab?.url ?? '';
  await listed(desk);
}

/** @param {import('./desk.js').Desk} desk */
async function listed(desk) {
  try {
    const all = await casesOn(desk);
    const { last } = await web.storage.local.get('last');
    cases.replaceChildren(
      ...all.map(({ name, title }) => new Option(title === '' ? name : title, name, name === last, name === last)),
    );
    send.hidden = false;
    if (all.length === 0) tell('noCase', 'bad');
  } catch (cause) {
    send.hidden = true;
    connect.hidden = false;
    refused(cause);
  }
}

async function joined() {
  const desk = deskAt(address.value);
  if (desk === null) return tell('noAddress', 'bad');
  // Firefox asks whoever installed it whether it may speak to this machine; it wants to be asked at once.
  const may = await web.permissions.request({ origins: ['http://127.0.0.1/*'] }).catch(() => true);
  if (!may) return tell('notAllowed', 'bad');
  await web.storage.local.set({ desk });
  address.value = '';
  tell('');
  return begin();
}

async function forget() {
  await web.storage.local.remove(['desk', 'last']);
  tell('');
  await begin();
}

async function sent() {
  const button = /** @type {HTMLButtonElement} */ (send.querySelector('[type=submit]'));
  const { desk } = await web.storage.local.get('desk');
  button.disabled = true;
  tell('sending');
  try {
    const page = await taken();
    if (page === null) return;
    await web.storage.local.set({ last: cases.value });
    const { state, faults } = await sendPage(desk, cases.value, page);
    if (state === 'failed' || faults.length > 0) say(faults.join(' ') || says('failed'), 'bad');
    else tell(page.screenshot === null && picture.checked ? 'doneWithout' : 'done', 'good');
  } catch (cause) {
    refused(cause);
  } finally {
    button.disabled = false;
  }
}

/** @returns {Promise<import('./desk.js').Page | null>} The page as it is now; null where it may not be looked into. */
async function taken() {
  const tab = await tabAtHand();
  if (tab?.id === undefined) return tell('noPage', 'bad');
  const captured = new Date().toISOString();
  const screenshot = picture.checked ? await pictured(tab.windowId) : null;
  const results = await web.scripting
    .executeScript({ target: { tabId: tab.id }, func: collect, args: [MOST] })
    .catch(() => []);
  /** @type {import('./collect.js').Collected | undefined} */
  const found = results[0]?.result;
  if (!found || !/^https?:/u.test(found.url)) return tell('noPage', 'bad');
  if (found.html === '') return say(says('tooLarge', String(Math.ceil(found.length / 1e6))), 'bad');
  const { url, title, html, selection } = found;
  return { url, title, html, selection: selection === '' ? null : selection, screenshot, captured };
}

/** @param {number} windowId @returns {Promise<string | null>} What is seen of the page; null where the browser gives none. */
async function pictured(windowId) {
  const png = await web.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => null);
  if (png === null || png.length <= PICTURE_MOST) return png;
  const jpeg = await web.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality: 85 }).catch(() => null);
  return jpeg !== null && jpeg.length <= PICTURE_MOST ? jpeg : null;
}

/** The page that somebody looks at; where this stands in a tab of its own (`?tab=7`), the tab that is named. */
async function tabAtHand() {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return web.tabs.get(named).catch(() => undefined);
  return (await web.tabs.query({ active: true, currentWindow: true }))[0];
}

/** @param {unknown} cause */
function refused(cause) {
  if (!(cause instanceof Refused)) say(String(cause), 'bad');
  else if (cause.code === 'refused') say(cause.said ?? says('failed'), 'bad');
  else tell(cause.code === 'wrong-token' ? 'wrongToken' : 'noAnswer', 'bad');
}

/** @param {string} key @param {'' | 'good' | 'bad'} [tone] @returns {null} */
function tell(key, tone = '') {
  return say(key === '' ? '' : says(key), tone);
}

/** @param {string} words @param {'' | 'good' | 'bad'} tone @returns {null} */
function say(words, tone) {
  said.textContent = words;
  said.className = tone;
  return null;
}
