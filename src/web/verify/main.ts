import type { Check } from '../../base/check.ts';
import { parseCheckpoint, parseNote, parseVerifierKey } from '../../log/index.ts';
import type { FolderReader, KnownOutside } from '../../seal/folder.ts';
import { type Examined, examineEdition, verifyEdition } from '../../seal/verify-edition.ts';
import { besideReader } from './beside.ts';
import { type Picked, pickedFrom, pickedFromDrop, pickedReader } from './picked.ts';
import { element, part, showFound, showProgress, showWords } from './view.ts';
import type { Tongue, Words } from './words.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

const WORDS: Readonly<Record<Tongue, Words>> = { en: EN, zh: ZH };

/** What the page knows; everything that is seen follows from it. */
const state = {
  tongue: (navigator.language.startsWith('zh') ? 'zh' : 'en') as Tongue,
  /** The folder handed over; null for the one in which the page lies. */
  picked: null as Picked | null,
  known: { keys: [], witnesses: [], since: [], anchors: null } as KnownOutside,
  found: null as Examined | null,
  /** Counts the runs: what an earlier one finds is no longer shown. */
  run: 0,
};

const words = (): Words => WORDS[state.tongue];
const isServed = /^https?:$/u.test(location.protocol);

/** Checks the folder at hand, and shows what was found. */
async function check(): Promise<void> {
  const run = ++state.run;
  state.found = null;
  part('answer').replaceChildren();
  part('found').replaceChildren();
  const step = (done: number, total: number): void => {
    if (run === state.run) showProgress(words(), { done, total });
  };
  step(0, 0);
  const found = await examineEdition(readerOf(step), state.known);
  if (run !== state.run) return;
  state.found = found;
  showProgress(words(), null);
  showFound(words(), found);
}

const readerOf = (step: (done: number, total: number) => void): FolderReader =>
  state.picked ? pickedReader(state.picked, step) : besideReader(new URL('.', location.href), step);

function speak(tongue: Tongue): void {
  state.tongue = tongue;
  showWords(words());
  if (state.found) showFound(words(), state.found);
  for (const button of part('tongues').querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button.lang === words().lang));
}

function take(picked: Picked): void {
  state.picked = picked;
  chooseLater();
  void check().then(() => part('answer').focus());
}

/** Choosing a folder comes after what was found in one. */
function chooseLater(): void {
  part('found').after(part('choose'));
  part('pick-how').dataset['say'] = isServed ? 'again' : 'another';
  showWords(words());
}

/** What the reader knows from elsewhere; null where it can't be read, which is said beside the field. */
async function knownNow(): Promise<KnownOutside | null> {
  const keys = (part('key') as HTMLInputElement).value.split(/\s+/u).filter((one) => one !== '');
  const [file] = (part('since') as HTMLInputElement).files ?? [];
  const note = file ? await file.slice(0, 1_000_001).text() : null;
  const badKey = keys.some((one) => !holds(() => parseVerifierKey(one)));
  const badSince = note !== null && !holds(() => parseCheckpoint(parseNote(note).text));
  part('key-bad').textContent = badKey ? words().badKey : '';
  part('since-bad').textContent = badSince ? words().badSince : '';
  part('key').setAttribute('aria-invalid', String(badKey));
  part('since').setAttribute('aria-invalid', String(badSince));
  if (badKey || badSince) return null;
  return { ...state.known, keys, since: note === null ? [] : [note] };
}

function holds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** A place that takes what is dropped on it. */
function droppable(place: HTMLElement, take: (data: DataTransfer) => void): void {
  const over = (event: DragEvent, is: boolean): void => {
    event.preventDefault();
    place.classList.toggle('over', is);
  };
  place.addEventListener('dragover', (event) => over(event, true));
  place.addEventListener('dragleave', (event) => over(event, false));
  place.addEventListener('drop', (event) => {
    over(event, false);
    if (event.dataTransfer) take(event.dataTransfer);
  });
}

function begin(): void {
  for (const [tongue, { own, lang }] of Object.entries(WORDS)) {
    const button = element('button', { type: 'button', lang }, own);
    button.addEventListener('click', () => speak(tongue as Tongue));
    part('tongues').append(button);
  }
  // Served, the page reads what lies beside it.
  if (isServed) chooseLater();
  speak(state.tongue);
  const folder = part('folder') as HTMLInputElement;
  folder.addEventListener('change', () => {
    if (folder.files?.length) take(pickedFrom(folder.files));
  });
  droppable(part('choose'), (data) => {
    const entries = [...data.items].map((one) => one.webkitGetAsEntry()).filter((one) => one !== null);
    const files = pickedFrom(data.files);
    // What can't be read, or was no folder, is looked at as it is: the answer says that no record is there.
    if (entries.length === 0) take(files);
    else void pickedFromDrop(entries).then(take, () => take(files));
  });
  droppable(part('since-place'), (data) => {
    (part('since') as HTMLInputElement).files = data.files;
  });
  // Dropped beside the places for it, a file must not take the place of the page.
  for (const kind of ['dragover', 'drop']) addEventListener(kind, (event) => event.preventDefault());
  part('known').addEventListener('submit', (event) => {
    event.preventDefault();
    void knownNow().then((known) => {
      if (known === null) return;
      state.known = known;
      if (isServed || state.picked) void check().then(() => part('answer').focus());
    });
  });
  part('choose').hidden = false;
  if (isServed) void check();
}

/** For programs: the checks of a folder given as bytes by path. */
const verify = (files: Readonly<Record<string, Uint8Array>>, known = state.known): Promise<readonly Check[]> =>
  verifyEdition(
    {
      list: async () => Object.keys(files),
      read: async (path) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null),
    },
    known,
  );
Object.assign(globalThis, { hearsay: { verify } });

begin();
