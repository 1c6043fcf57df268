import { bareFacts, type Facts } from '../capture/facts.ts';
import { type CaptureOptions, capturePage, type WebCapture } from '../net/page-capture.ts';
import { openWorld } from '../net/world.ts';
import type { Taken } from './taking-in.ts';

/** Captures a page as evidence: a WARC of all that was asked and answered. Gives what could not be had beside it. */
export async function webEvidence(
  url: string,
  options: Pick<CaptureOptions, 'ignoreRobots' | 'rendering' | 'signal'>,
): Promise<{ readonly taken: Taken; readonly capture: WebCapture }> {
  const capture = await capturePage(url, { ...options, world: openWorld() });
  const known = factsOfPage(capture);
  const facts = bareFacts(known.file, known);
  return { taken: { facts, bytes: capture.warc.bytes, from: 'web' }, capture };
}

/** What a capture says of itself. */
export const factsOfPage = ({ page, at }: WebCapture): Pick<Facts, 'file' | 'url' | 'captured'> => ({
  file: fileName(page.url, at),
  url: page.url,
  captured: at,
});

/** `example.org-news-gate-20310617T090000Z.warc.gz`: where and when, in characters that every system takes. */
function fileName(url: string, at: string): string {
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `web/${place}-${at.replaceAll(/[-:]|\.\d+/g, '')}.warc.gz`;
}
