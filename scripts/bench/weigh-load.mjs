// A case of ten thousand statements over 2,000 items, nearly every one in words of its own, and how long it takes to weigh.
import { storyOf } from '../eval/weigh/told.mjs';

const ITEMS = 2000;
const STATEMENTS = 10_000;

/** The case, and with `more` one item more, which says something of its own. */
export function loadStory(more = false) {
  const item = (id, paper) => [id, paper, '2040-03-01T08:00:00Z', 'article', 'en'];
  const items = Array.from({ length: ITEMS }, (_, n) => item(`i${n}`, `Paper ${n}`));
  const said = Array.from({ length: STATEMENTS }, (_, n) => [
    `i${n % ITEMS}`,
    n % 11 ? 'say' : 'deny',
    'named-person',
    `Person ${n % 300}`,
    null,
    wordsOf(n),
  ]);
  if (more) {
    items.push(item('late', 'Late paper'));
    said.push(['late', 'say', 'named-person', 'Person 7', null, wordsOf(STATEMENTS + 7)]);
  }
  return storyOf({ items, said });
}

/** Seconds that weighing takes, as the processor counts them (other work on the machine does not show): the whole case, and the case again with one item more. */
export function loadTimes(weighed, rounds) {
  const [story, longer] = [loadStory(), loadStory(true)];
  const timed = (one) => {
    const before = process.cpuUsage();
    weighed(one);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const both = Array.from({ length: rounds }, () => [timed(story), timed(longer)]);
  return { whole: both.map(([first]) => first), again: both.map(([, second]) => second) };
}

const wordsOf = (n) =>
  `${['The', 'A'][n % 2]} clerk of ${['Orten', 'Selby', 'Marl', 'Quoss', 'Tarn'][n % 5]} signed ${n % 900} ledgers for the ${['north', 'south', 'old', 'new'][n % 4]} depot in ${['March', 'April', 'May'][n % 3]} after ${['Ilse Varn', 'Otto Brand', 'Maud Kerr'][(n % 7) % 3]} had asked for ${['fuel', 'paint', 'bolts', 'rope', 'lamps', 'tar'][n % 6]} at the ${['gate', 'yard', 'dock', 'mill'][(n * 7) % 4]} ${n % 700}`;
