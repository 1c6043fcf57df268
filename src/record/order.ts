type Data = Readonly<Record<string, unknown>>;

/** What is wrong with shapely data where it stands, or `null`: an event names only what was before it. */
export function misplaced(kind: string, data: Data, seq: number): string | null {
  const earlier = (key: string): string | null =>
    Number(data[key]) < seq ? null : `"${key}" names event ${data[key]}, which was not yet`;
  if (kind === 'unseal' || kind === 'capture' || kind === 'undo') return earlier('event');
  if (kind === 'recovered')
    return Number(data['from']) < Number(data['to']) ? earlierThan(Number(data['to']), seq + 1) : 'it names no events';
  if (kind === 'erase') return misordered(data['events'] as readonly number[], seq);
  if (kind === 'add') return halfIntimate(data);
  return null;
}

const earlierThan = (named: number, seq: number): string | null =>
  named < seq ? null : `it names event ${named}, which was not yet`;

function misordered(events: readonly number[], seq: number): string | null {
  if (events.length === 0) return 'it names no events';
  if (events.some((one, at) => at > 0 && one <= Number(events[at - 1]))) return 'the events it names are not ascending';
  return earlierThan(Math.max(...events.slice(-1)), seq);
}

/** An intimate picture leaves no blob; anything else leaves one. */
function halfIntimate(data: Data): string | null {
  const kept = data['blob'] !== null;
  return kept === (data['size'] !== null) && kept === (data['intimate'] === null)
    ? null
    : 'blob, size and intimate contradict each other';
}
