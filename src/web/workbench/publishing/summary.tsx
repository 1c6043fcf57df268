import type { Preview } from '../../../publish/workbench/shapes.ts';
import type { JobWords } from '../adding/words.ts';
import type { Words } from './words.ts';

interface SummaryProps {
  readonly words: Words;
  readonly job: JobWords;
  readonly preview: Preview;
  /** Events that came since it was made. */
  readonly since: number;
  /** Whether it was asked for with what stands in the form. */
  readonly asAsked: boolean;
}

/** The edition in one line of numbers, each leading to its part. */
export function Summary({ words, job, preview, since, asAsked }: SummaryProps) {
  const { claims, keptBack, people, maybePeople, pictures, found, files, bytes } = preview;
  const withheld = people.filter((one) => one.withheld).length;
  const to = (part: string) => () => {
    const heading = document.getElementById(`publishing-${part}-title`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.parentElement?.querySelector<HTMLElement>('button, a, select, input, [tabindex]')?.focus();
  };
  const numbers = [
    ['found', found.length, 'found'],
    ['maybe', maybePeople.length, 'names'],
    ['named', people.length - withheld, 'names'],
    ['withheld', withheld, 'names'],
    ['keptBack', keptBack.length, 'kept'],
    ['pictures', pictures.filter(({ shown }) => shown).length, 'pictures'],
    ['claims', claims.length, 'claims'],
  ] as const;
  return (
    <div class="publishing-summary">
      <p class={since > 0 || !asAsked ? 'publishing-stale' : 'publishing-how'} role="status">
        {since > 0 ? words.stale(since) : asAsked ? words.fresh : words.otherwise} {words.size(files, job.bytes(bytes))}
      </p>
      <ul>
        {numbers.map(([name, count, part]) => (
          <li key={name}>
            <button type="button" class={name === 'found' && count > 0 ? 'publishing-bad' : ''} onClick={to(part)}>
              <b>{count}</b> {words.sums[name](count)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
