import type { Spread } from '../../../publish/workbench/shapes.ts';
import type { Wanted } from './lit.ts';
import { laneWords } from './scene.ts';
import type { Words } from './words.ts';

interface FiltersProps {
  readonly spread: Spread;
  readonly words: Words;
  readonly wanted: Wanted;
  readonly want: (wanted: Partial<Wanted>) => void;
  readonly said: string;
}

const KINDS = ['whole', 'part', 'reworded', 'translation', 'picture'] as const;
const LABELS = ['confirmed', 'corroborated', 'contested', 'denied', 'single-source', 'unsourced', 'retracted'] as const;

/** What to show: words, a publisher, how it was copied, how its claims stand. Only what there is can be asked for. */
export function SpreadFilters({ spread, words, wanted, want, said }: FiltersProps) {
  const kinds = KINDS.filter((one) => spread.edges.some(({ kind }) => kind === one));
  const labels = LABELS.filter((one) => spread.nodes.some((node) => node.labels.includes(one)));
  return (
    <search class="spread-filters" aria-label={words.filters}>
      <label>
        <span>{words.find}</span>
        <input type="search" value={wanted.words} onInput={({ currentTarget: { value } }) => want({ words: value })} />
      </label>
      <Choice name={words.lane} value={wanted.lane} any={words.any} choose={(lane) => want({ lane })}>
        {spread.lanes.map((lane) => [lane, laneWords(lane, words)])}
      </Choice>
      <Choice name={words.kind} value={wanted.kind} any={words.any} choose={(kind) => want({ kind })}>
        {kinds.map((kind) => [kind, words.kinds[kind]])}
      </Choice>
      <Choice name={words.label} value={wanted.label} any={words.any} choose={(label) => want({ label })}>
        {labels.map((label) => [label, words.labels[label]])}
      </Choice>
      <output>{said}</output>
    </search>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly any: string;
  readonly choose: (value: string) => void;
  readonly children: readonly (readonly [string, string])[];
}

const Choice = ({ name, value, any, choose, children }: ChoiceProps) =>
  children.length === 0 ? null : (
    <label>
      <span>{name}</span>
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{any}</option>
        {children.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
