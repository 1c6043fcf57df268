import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { ItemView } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import type { Route } from '../route.ts';
import { Picture } from './picture.tsx';
import type { Words } from './words.ts';

/** The item as it was captured: in a frame of another origin, in which nothing runs. Asked for, it is shown once. */
export function Captured(props: {
  readonly api: Api;
  readonly route: Route;
  readonly view: ItemView;
  readonly words: Words;
  readonly shown: boolean;
  readonly open: (shown: boolean) => void;
}) {
  const { api, route, view, words, shown, open } = props;
  const isPicture = view.item.mediaType.startsWith('image/') && view.item.mediaType !== 'image/svg+xml';
  const [url, set] = useState<string | null>(null);
  const [wrong, tell] = useState<string | null>(null);
  useEffect(() => {
    set(null);
    tell(null);
    if (!shown || isPicture) return;
    let left = false;
    const path = `/cases/${encodeURIComponent(route.case ?? '')}/frames/${encodeURIComponent(view.item.id)}`;
    api
      .post<{ readonly url: string }>(path, {})
      .then((one) => left || set(one.url))
      .catch((cause: unknown) => left || tell(messageOf(cause)));
    return () => {
      left = true;
    };
  }, [shown, view.item.id]);
  return (
    <section class="evidence-captured">
      <h2>{words.captured}</h2>
      <p class="fine">
        {words.capturedHow}{' '}
        <button type="button" aria-expanded={shown} onClick={() => open(!shown)}>
          {shown ? words.hideCaptured : words.showCaptured} <kbd>v</kbd>
        </button>
      </p>
      {wrong === null ? null : <p role="alert">{wrong}</p>}
      {shown && isPicture ? <Picture {...{ api, route, row: view.row, regions: [], words }} /> : null}
      {shown && !isPicture && wrong === null ? (
        <div class="evidence-frame">
          {url === null ? (
            <p role="status">{words.drawing}</p>
          ) : (
            <iframe src={url} sandbox="" title={`${words.captured}: ${view.item.file}`} referrerpolicy="no-referrer" />
          )}
        </div>
      ) : null}
    </section>
  );
}
