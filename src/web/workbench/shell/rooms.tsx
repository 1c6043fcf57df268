import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ClaimRoom } from '../claim/claim-room.tsx';
import type { RoomProps } from '../room.ts';
import type { Route } from '../route.ts';
import { StoryRoom } from '../story/story-room.tsx';
import { CasesRoom } from './cases-room.tsx';
import { wordsOf } from './languages.ts';

type View = ComponentType<RoomProps>;

/** Views that come with the page. */
const HERE: Partial<Record<Route['room'], View>> = { cases: CasesRoom, story: StoryRoom, claim: ClaimRoom };

/** Views that are fetched when somebody goes there. */
const LATER: Partial<Record<Route['room'], () => Promise<View>>> = {
  evidence: async () => (await import('../evidence/evidence-room.tsx')).EvidenceRoom,
  pair: async () => (await import('../evidence/pair-room.tsx')).PairRoom,
  spread: async () => (await import('../spread/spread-room.tsx')).SpreadRoom,
  adding: async () => (await import('../adding/adding-room.tsx')).AddingRoom,
  publishing: async () => (await import('../publishing/publishing-room.tsx')).PublishingRoom,
  log: async () => (await import('../log/log-room.tsx')).LogRoom,
};

/** The view at a place. */
export function Room(props: RoomProps) {
  const { route, tongue } = props;
  const words = wordsOf(tongue);
  const [came, keep] = useState<{ readonly room: string; readonly View: View } | 'failed' | null>(null);
  const View = HERE[route.room] ?? (came !== null && came !== 'failed' && came.room === route.room ? came.View : null);
  useEffect(() => {
    const fetched = LATER[route.room];
    if (!fetched) return;
    let gone = false;
    fetched()
      .then((one) => gone || keep({ room: route.room, View: one }))
      .catch(() => gone || keep('failed'));
    return () => {
      gone = true;
    };
  }, [route.room]);
  return (
    <main id="main" tabIndex={-1} class={`shell-main shell-main-${route.room}`}>
      {View ? <View key={`${route.case} ${route.room}`} {...props} /> : null}
      {came === 'failed' && !View ? <p role="alert">{words.notLoaded}</p> : null}
    </main>
  );
}
