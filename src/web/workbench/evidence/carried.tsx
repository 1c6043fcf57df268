import type { PictureMetadata } from '../../../capture/picture-metadata.ts';
import type { Api } from '../api.ts';
import { useFetched } from '../parts/use-fetched.ts';
import type { Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import { CARRIED_WORDS } from './carried-words.ts';

/** What the file of a picture carries beside its pixels. */
export function Carried(props: {
  readonly api: Api;
  readonly route: Route;
  readonly item: string;
  readonly tongue: Tongue;
}) {
  const { api, route, item, tongue } = props;
  const words = CARRIED_WORDS[tongue];
  const path = `/cases/${encodeURIComponent(route.case ?? '')}/items/${encodeURIComponent(item)}/metadata`;
  const { value, wrong, code, stale } = useFetched<PictureMetadata | null>(api, path, 0);
  // Of what the desk does not keep, nothing is to be read.
  if ((stale && wrong === null) || code === 'not-permitted') return null;
  const rows = value ? rowsOf(value, tongue) : [];
  return (
    <section class="evidence-carried">
      <h2>{words.title}</h2>
      {wrong === null ? (
        <p class="fine">{rows.length === 0 ? words.nothing : words.how}</p>
      ) : (
        <p role="alert">{wrong}</p>
      )}
      {rows.length === 0 ? null : (
        <dl class="evidence-facts">
          {rows.map(([term, said]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">{said}</dd>
            </div>
          ))}
        </dl>
      )}
      {value?.credentials?.signer ? <p class="fine">{words.unlisted}</p> : null}
    </section>
  );
}

/** Terms and what is said of them; what the file does not hold is left out. */
function rowsOf(held: PictureMetadata, tongue: Tongue): readonly (readonly [string, string])[] {
  const words = CARRIED_WORDS[tongue];
  const { place, credentials } = held;
  const list = (many: readonly string[] | undefined): string | null => (many?.length ? many.join(', ') : null);
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [words.taken, held.taken],
    [words.changed, held.changed],
    [words.device, held.device],
    [words.software, held.software],
    [words.author, held.author],
    [words.caption, held.caption],
    [words.place, place && `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`],
    [
      words.credentials,
      credentials && `${words.states[credentials.state]} ${credentials.synthetic ? words.synthetic : ''}`.trim(),
    ],
    [words.signer, credentials?.signer],
    [words.signed, credentials?.signed],
    [words.program, credentials?.program],
    [words.deeds, list(credentials?.deeds)],
    [words.parts, list(credentials?.parts)],
    [words.failures, list(credentials?.failures)],
    [words.address, credentials?.address],
  ];
  return rows.flatMap(([term, said]) => (said ? [[term, said] as const] : []));
}
