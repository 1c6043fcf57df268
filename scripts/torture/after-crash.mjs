// What a case must be after its writer died: it opens, holds every acknowledged event, and verifies once taken up.
import { pathToFileURL } from 'node:url';

/** Makes a case and looks at it after a crash, with the built program. */
export async function caseWatch(dist) {
  const at = (path) => import(pathToFileURL(`${dist}/${path}`).href);
  const [{ createCase, openWriter, readCase }, { openDesk }, { verifyCase }, { dropNameless }] = await Promise.all([
    at('store/case.js'),
    at('store/desk.js'),
    at('store/verify-case.js'),
    at('store/rebuild.js'),
  ]);
  const hand = async () => ({ desk: await openDesk(process.env.HEARSAY_DESK), by: 'crash test', now: Date.now });
  const nothing = { keys: [], witnesses: [], since: [], anchors: null };
  return {
    make: async (folder) => createCase(folder, { title: 'Crash', languages: [] }, await hand()),
    /** What is wrong after a crash, as words; empty where nothing is. */
    async wrong(folder, acknowledged) {
      let read;
      try {
        read = await readCase(folder);
      } catch (error) {
        return [`does not open: ${error.message}`];
      }
      const there = new Set(read.journal.lines.map((line) => line.head.seq));
      const lost = acknowledged.filter((seq) => !there.has(seq));
      const faults = read.journal.faults.map((fault) => `journal: ${fault.what}`);
      const evidence = new Set(read.history.evidence.map((one) => one.seq));
      try {
        const writer = await openWriter(folder, await hand());
        await dropNameless(folder, writer.history());
        await writer.close();
      } catch (error) {
        return [`does not open to write: ${error.message}`];
      }
      const failed = (await verifyCase(folder, nothing)).filter((one) => one.result === 'failed');
      return [
        ...lost.map((seq) => `lost: event ${seq}`),
        ...faults,
        ...failed.flatMap((one) => one.faults.map((fault) => `${one.check}: ${fault.file}: ${fault.what}`)),
        ...(evidence.size === 0 && acknowledged.length > 40 ? ['no evidence is left'] : []),
      ];
    },
  };
}

/** The acknowledged events in what the child told. */
export const acknowledgedIn = (text) =>
  [...text.matchAll(/^ack (.*)$/gmu)].flatMap(([, numbers]) => numbers.split(' ').filter(Boolean).map(Number));
