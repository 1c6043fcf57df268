import { useEffect, useRef } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { JobWords } from '../adding/words.ts';
import type { RoomProps } from '../room.ts';
import { GateFindings } from './gate-findings.tsx';
import type { Told } from './options.ts';
import type { Words } from './words.ts';

interface PublishedProps {
  readonly words: Words;
  readonly job: JobWords;
  readonly told: Told;
  /** Where it was written; empty where that was before this view was opened. */
  readonly to: string;
  readonly say: RoomProps['say'];
}

/** What became of an edition: its files, its checkpoint, and how anybody checks it. */
export function Published({ words, job, told, to, say }: PublishedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was published before this view was opened stands there quietly.
    if (to !== '') heading.current?.focus();
  }, []);
  const { edition, claims, items, files, bytes, checkpoint, found } = told;
  if (checkpoint === null)
    return (
      <div class="publishing-done">
        <p class="publishing-stop">{words.notPublished}</p>
        <GateFindings words={words} found={found} />
      </div>
    );
  const copy = (): void => {
    navigator.clipboard.writeText(checkpoint).then(
      () => say(words.copied),
      (cause: unknown) => say(messageOf(cause), 'wrong'),
    );
  };
  return (
    <section class="publishing-done" aria-labelledby="publishing-done-title">
      <h2 id="publishing-done-title" ref={heading} tabIndex={-1}>
        {words.published(edition)}
      </h2>
      <p>
        {to === '' ? '' : `${words.publishedIn(to)} `}
        {words.counts(claims, items, files, job.bytes(bytes))}
      </p>
      <h3>{words.verify}</h3>
      <p>{words.verifyHow(to === '' ? '…' : to)}</p>
      <h3>{words.checkpoint}</h3>
      <p class="publishing-how">{words.checkpointHow}</p>
      <pre>{checkpoint}</pre>
      <button type="button" onClick={copy}>
        {words.copy}
      </button>
    </section>
  );
}
