// Adds to a case until it is killed: evidence and the event that names it, and tells each event once it is acknowledged.
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [dist, folder, rounds = 'for ever'] = process.argv.slice(2);
const at = (path) => import(pathToFileURL(`${dist}/${path}`).href);
const [{ openWriter }, { openDesk }, { putBlobs }] = await Promise.all([
  at('store/case.js'),
  at('store/desk.js'),
  at('store/blobs.js'),
]);
const none = { url: null, publisher: null, author: null, published: null, captured: null, lang: null, note: null };
const tell = (text) => writeSync(1, `${text}\n`);
const names = (events) => events.map((one) => one.seq).join(' ');

const desk = await openDesk(process.env.HEARSAY_DESK);
const writer = await openWriter(folder, { desk, by: 'crash test', now: Date.now });
tell('open');
for (let round = 0; rounds === 'for ever' || round < Number(rounds); round++) {
  const bytes = new TextEncoder().encode(`note ${process.pid} ${round} ${'the gate was shut '.repeat(round % 9)}`);
  const [blob] = await putBlobs(folder, [bytes]);
  const facts = { file: `${process.pid}-${round}.txt`, ...none };
  const data = { blob, size: bytes.length, facts, from: 'file', intimate: null };
  const added = await writer.append([{ kind: 'add', data }]);
  tell(`ack ${names(added)}`);
  const ask = { of: 'River Board', question: `Question ${round}?`, through: null, claim: null, why: null };
  tell(`ack ${names(await writer.append(Array.from({ length: round % 5 }, () => ({ kind: 'ask', data: ask }))))}`);
  if (round % 7 === 6) {
    const gone = added.map((one) => one.seq);
    const erased = await writer.append([{ kind: 'erase', data: { events: gone, why: 'a test' } }]);
    tell(`ack ${names(erased)}`);
    await writer.eraseBodies(gone);
  }
  if (round % 4 === 3) await writer.seal();
}
await writer.close();
tell('closed');
