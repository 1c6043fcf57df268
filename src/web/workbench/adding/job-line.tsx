import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Job } from '../../../publish/workbench/shapes.ts';
import type { RoomProps } from '../room.ts';
import type { JobWords } from './words.ts';
import './job-line.css';

interface JobLineProps {
  readonly job: Job;
  readonly words: JobWords;
  readonly api: RoomProps['api'];
  readonly say: RoomProps['say'];
  /** What came of it, in words. */
  readonly outcome: string | null;
}

/** How far a job is: what, how many of how many, how long yet; what could not be taken; and a way to stop it. */
export function JobLine({ job, words, api, say, outcome }: JobLineProps) {
  const { kind, state, step, done, total, left, faults } = job;
  const working = state === 'working' || state === 'waiting';
  const elapsed = useSeconds(working);
  const how = [
    working ? words.step(step) : (outcome ?? words.states[state]),
    ...(working && total > 0 ? [words.of(done, total)] : []),
    ...(working && left !== null && left > 0 ? [words.left(left)] : []),
    ...(working && (left === null || left === 0) && elapsed > 1 ? [words.elapsed(elapsed)] : []),
  ];
  const cancel = (): void => {
    api.remove(`/jobs/${job.id}`).catch((cause: unknown) => say(messageOf(cause), 'wrong'));
  };
  return (
    <div class={`job-line job-${state}`}>
      <p class="job-words">
        <b>{words.kinds[kind]}</b> <span>{how.join(' · ')}</span>
      </p>
      <progress
        class="job-bar"
        aria-label={words.progress}
        max={Math.max(1, total)}
        value={working ? done : Math.max(1, total)}
      />
      <span class="job-do">
        {working && (kind === 'add' || kind === 'preview') ? (
          <button type="button" aria-label={words.cancelWhat(words.kinds[kind])} onClick={cancel}>
            {words.cancel}
          </button>
        ) : null}
      </span>
      {faults.length > 0 ? <Faults faults={faults} words={words} say={say} /> : null}
    </div>
  );
}

/** Seconds for which something has been under way: where nobody can tell how long yet, how long so far. */
function useSeconds(working: boolean): number {
  const [seconds, set] = useState(0);
  useEffect(() => {
    if (!working) return;
    const since = performance.now();
    const ticking = setInterval(() => set(Math.round((performance.now() - since) / 1000)), 1000);
    return () => clearInterval(ticking);
  }, [working]);
  return seconds;
}

interface FaultsProps {
  readonly faults: readonly string[];
  readonly words: JobWords;
  readonly say: RoomProps['say'];
}

/** What could not be done, each in a line, to be copied. */
export function Faults({ faults, words, say }: FaultsProps) {
  const copy = (): void => {
    navigator.clipboard.writeText(faults.join('\n')).then(
      () => say(words.copied),
      (cause: unknown) => say(messageOf(cause), 'wrong'),
    );
  };
  return (
    <details class="job-faults" open={faults.length < 6}>
      <summary>{words.faults(faults.length)}</summary>
      <ol>
        {faults.map((one, at) => (
          <li key={`${at} ${one}`}>{one}</li>
        ))}
      </ol>
      <button type="button" onClick={copy}>
        {words.copy}
      </button>
    </details>
  );
}
