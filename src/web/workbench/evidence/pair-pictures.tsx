import { difference } from '../../../publish/altered-words.ts';
import type { PairView } from '../../../publish/workbench/shapes.ts';
import type { ImagePair } from '../../../trace/image-pair.ts';
import type { Api } from '../api.ts';
import type { Route } from '../route.ts';
import { Picture, type Region } from './picture.tsx';
import type { Words } from './words.ts';

/** Two pictures beside one another, with what they share and what differs drawn over both and told beneath. */
export function PairPictures(props: {
  readonly api: Api;
  readonly route: Route;
  readonly view: PairView;
  readonly pair: ImagePair;
  readonly words: Words;
}) {
  const { api, route, view, pair, words } = props;
  const isTurned = pair.left !== view.left.row.id;
  const regions = (side: 'left' | 'right'): readonly Region[] => {
    const own = isTurned ? (side === 'left' ? 'right' : 'left') : side;
    return [
      ...(pair.place ? [{ box: pair.place[own], kind: 'same' as const }] : []),
      ...[...(pair.differs ?? []), ...pair.altered].map((one) => ({ box: one[own], kind: 'differs' as const })),
    ];
  };
  const all = regions('left');
  const count = (kind: Region['kind']): number => all.filter((one) => one.kind === kind).length;
  return (
    <section class="evidence-pictures">
      <p>
        <b>{words.relations[pair.relation]}</b>{' '}
        <span class="fine">{words.regions(count('same'), count('differs'))}</span>
      </p>
      <p class="fine evidence-legend">
        {(['same', 'differs'] as const).map((kind) => (
          <span key={kind} class={kind}>
            {words.legend[kind]}
          </span>
        ))}
      </p>
      <Messages {...{ pair, isTurned, words }} />
      <div class="evidence-two">
        {(['left', 'right'] as const).map((side) => (
          <Picture key={side} {...{ api, route, row: view[side].row, regions: regions(side), words }} />
        ))}
      </div>
    </section>
  );
}

/** Messages that the two pictures show otherwise, or that only one of them shows, each in a row. */
function Messages({
  pair,
  isTurned,
  words,
}: {
  readonly pair: ImagePair;
  readonly isTurned: boolean;
  readonly words: Words;
}) {
  const inOrder = <T,>(left: T, right: T): readonly [T, T] => (isTurned ? [right, left] : [left, right]);
  const rows = [
    ...pair.altered.map(({ leftText, rightText, left }) => ({
      ...{ what: words.altered, at: left.y, sides: inOrder<string | null>(leftText, rightText) },
    })),
    ...(pair.missing ?? []).map(({ from, text, box }) => ({
      ...{ what: words.onlyHere, at: box.y },
      sides: inOrder(from === 'left' ? text : null, from === 'right' ? text : null),
    })),
  ].sort((a, b) => a.at - b.at);
  if (rows.length === 0) return null;
  return (
    <table class="evidence-messages">
      <caption>{words.messages}</caption>
      <thead>
        <tr>
          <th scope="col">{words.left}</th>
          <th scope="col">{words.right}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, at, sides: [mine, theirs] }) => (
          <tr key={`${what} ${at} ${mine}`}>
            {(
              [
                [mine, theirs],
                [theirs, mine],
              ] as const
            ).map(([one, other], place) => (
              <td key={place}>
                {one === null ? <span class="fine">{words.notHere}</span> : <Message {...{ what, one, other }} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Message(props: { readonly what: string; readonly one: string; readonly other: string | null }) {
  const { what, one, other } = props;
  const [before, differs, after] = difference(one, other ?? '');
  return (
    <>
      <span class="fine">{what}</span>{' '}
      <span dir="auto">
        {before}
        {differs === '' ? null : <mark>{differs}</mark>}
        {after}
      </span>
    </>
  );
}
