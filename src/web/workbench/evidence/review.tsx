import { WORDS } from '../../../publish/words/languages.ts';
import type { ItemView } from '../../../publish/workbench/shapes.ts';
import { CLASSES, SOURCE_KINDS } from '../../../read/statement.ts';
import { AskForm } from '../parts/ask-form.tsx';
import type { RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import { type Correcting, correctionOf } from './correction.ts';
import type { Words } from './words.ts';

export type Deed = 'correct' | 'reject';
type Statement = ItemView['statements'][number];

/** The chosen statement: who says what on whose word; it can be taken as right, corrected, or taken out. */
export function Review(props: {
  readonly view: ItemView;
  readonly at: number;
  readonly looked: ReadonlySet<string>;
  readonly deed: Deed | null;
  readonly start: (deed: Deed | null) => void;
  readonly step: (by: 1 | -1) => void;
  /** Looked at, and on to the next. */
  readonly accept: () => void;
  readonly look: () => void;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly decide: RoomProps['decide'];
  readonly say: RoomProps['say'];
}) {
  const { view, at, looked, deed, start, step, accept, words, tongue, route } = props;
  const { statements } = view;
  const one = statements[at];
  return (
    <section class="evidence-review">
      <h2>{one ? words.statement(at + 1, statements.length) : words.layers.said}</h2>
      <p class="fine evidence-steps">
        <button type="button" aria-label={words.keys.before} onClick={() => step(-1)} disabled={at <= 0}>
          ← <kbd>k</kbd>
        </button>
        <button
          type="button"
          aria-label={words.keys.next}
          onClick={() => step(1)}
          disabled={at >= statements.length - 1}
        >
          → <kbd>j</kbd>
        </button>
        <span>{words.looked(statements.filter(({ id }) => looked.has(id)).length, statements.length)}</span>
      </p>
      <div aria-live="polite">
        {one ? (
          <Facts {...{ one, words, tongue, route, isLooked: looked.has(one.id) }} />
        ) : (
          <p class="fine">{statements.length === 0 ? words.noStatements : words.choose}</p>
        )}
      </div>
      {one && deed === null ? (
        <p class="evidence-deeds">
          <button type="button" onClick={accept}>
            {words.accept} <kbd>a</kbd>
          </button>
          <button type="button" onClick={() => start('correct')}>
            {words.correct} <kbd>c</kbd>
          </button>
          <button type="button" onClick={() => start('reject')}>
            {words.reject} <kbd>x</kbd>
          </button>
        </p>
      ) : null}
      {one && deed !== null ? <Form {...props} one={one} deed={deed} /> : null}
    </section>
  );
}

function Facts(props: {
  readonly one: Statement;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly isLooked: boolean;
}) {
  const { one, words, tongue, route, isLooked } = props;
  const { sourceKinds } = WORDS[tongue];
  const chain = one.chain.map(({ name, kind }) => name ?? sourceKinds[kind]);
  const facts = [
    [words.class, words.classes[one.class]],
    [words.polarity, one.polarity === 'positive' ? words.positive : words.negative],
    ...(one.cue && one.cue.quote !== '' ? ([[words.cue, `“${one.cue.quote}”`]] as const) : []),
    ...(chain.length > 1 ? ([[words.chain, chain.join(' ← ')]] as const) : []),
    [words.by, words.readers[one.by]],
  ] as const;
  return (
    <>
      <blockquote dir="auto">{one.quote}</blockquote>
      <p>
        <b dir="auto">{one.source.name ?? sourceKinds[one.source.kind]}</b>{' '}
        <span class="fine">
          {[
            ...(one.source.name === null ? [] : [sourceKinds[one.source.kind]]),
            ...(one.hedged ? [words.hedged] : []),
            ...(one.carrier ? [words.carrier] : []),
          ].join(' · ')}
        </span>
      </p>
      <dl class="evidence-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="fine">
        {one.claim === null ? (
          words.noClaim
        ) : (
          <a href={hashOf({ ...route, room: 'claim', id: one.claim, query: {} })}>{words.claim}</a>
        )}
        {isLooked ? ` · ${words.accepted}` : ''}
      </p>
    </>
  );
}

function Form(props: Parameters<typeof Review>[0] & { readonly one: Statement; readonly deed: Deed }) {
  const { one, deed, start, accept, look, words, tongue, decide, say } = props;
  const close = (): void => start(null);
  const shared = { submit: words.write, cancel: words.cancel, close };
  const reason = { name: 'why', label: words.reason };
  if (deed === 'reject')
    return (
      <AskForm
        {...shared}
        title={words.reject}
        fields={[{ ...reason, label: `${words.rejectHow} ${words.reason}` }]}
        done={async ({ why = '' }) => {
          const done = (await decide('correct', { statement: one.id, drop: true }, why || null)) !== null;
          if (done) accept();
          return done;
        }}
      />
    );
  const { sourceKinds } = WORDS[tongue];
  return (
    <AskForm
      {...shared}
      title={words.correct}
      fields={[
        {
          name: 'class',
          label: words.class,
          value: one.class,
          choice: CLASSES.map((kind) => [kind, words.classes[kind]]),
        },
        {
          ...{ name: 'polarity', label: words.polarity, value: one.polarity },
          choice: [
            ['positive', words.positive],
            ['negative', words.negative],
          ],
        },
        {
          ...{ name: 'hedged', label: words.hedged, value: one.hedged ? 'yes' : 'no' },
          choice: [
            ['no', words.no],
            ['yes', words.yes],
          ],
        },
        {
          ...{ name: 'kind', label: words.sourceKind, value: one.source.kind },
          choice: SOURCE_KINDS.map((kind) => [kind, sourceKinds[kind]]),
        },
        { name: 'name', label: words.sourceName, value: one.source.name ?? '' },
        reason,
      ]}
      done={async ({ why = '', ...values }) => {
        const correction = correctionOf(one, values as unknown as Correcting);
        if (correction === null) say(words.nothingChanged, 'wrong');
        if (correction === null || (await decide('correct', correction, why || null)) === null) return false;
        look();
        return true;
      }}
    />
  );
}
