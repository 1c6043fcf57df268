import { BODY_NAMES } from '../../read/locales/en/sources.ts';
import { ZH_HEADS } from '../../read/locales/zh/sources.ts';
import { bareName } from '../../weigh/name.ts';
import type { Dossier } from '../dossier.ts';

/** Two or more words with capitals, small joining words between them: how a body is named in English. */
const RUN =
  /\p{Lu}[\p{L}\p{M}’'.&-]*(?:\s+(?:of|for|and|the|&|de|la)\s+\p{Lu}[\p{L}\p{M}’'.-]*|\s+\p{Lu}[\p{L}\p{M}’'.-]*)+/gu;
/** What a body's name in Chinese may follow on. */
const BEFORE = '(?:^|[\\s，。、；：“”‘’（）《》！？…]|[对向与和及同称说的被由据是指让给在将把])';
const HAN_ENDINGS = [
  '公司',
  '集团',
  '学校',
  '中学',
  '小学',
  '大学',
  '学院',
  '医院',
  '酒店',
  '银行',
  '协会',
  '基金会',
  '委员会',
  '派出所',
  '法院',
  '幼儿园',
  '局',
  '俱乐部',
];
const HAN = new RegExp(
  `${BEFORE}(\\p{Script=Han}{2,12}?(?:${HAN_ENDINGS.join('|')}))(?![\\p{Script=Han}]?(?:长|员|部))`,
  'gu',
);
/** Words of talk that no name holds. */
const TALK = /[我你他她它的是了这那个跟都就吗吧呢唉啊哪谁]|一个/u;
const GENERIC = new Set(ZH_HEADS.body.split(' '));
const BODIES = new Set(BODY_NAMES);

/** Bodies of the case by the bare form of their names: who spoke, was asked, promised or could be asked. Outlets are none. */
export function knownBodies({ origins, responses, commitments, claims, items }: Dossier): ReadonlyMap<string, string> {
  const outlets = new Set(items.flatMap(({ publisher }) => (publisher ? [bareName(publisher)] : [])));
  const spoke = new Set(
    origins.filter(({ kind }) => kind === 'body').flatMap(({ name }) => (name ? [bareName(name)] : [])),
  );
  const people = new Set(
    origins.filter(({ kind }) => kind === 'person').flatMap(({ name }) => (name ? [bareName(name)] : [])),
  );
  const names = [
    ...origins.filter(({ kind }) => kind === 'body').flatMap(({ name }) => name ?? []),
    ...responses.map(({ body }) => body),
    ...commitments.map(({ by }) => by),
    ...claims.flatMap(({ standing }) => standing.next.map(({ of }) => of)),
  ];
  return new Map(
    names
      .filter((name) => isName(name) && !people.has(bareName(name)))
      .filter((name) => !outlets.has(bareName(name)) || spoke.has(bareName(name)))
      .map((name) => [bareName(name), name]),
  );
}

/** Bodies that some words name: those of the case, and such as only their names show to be bodies. */
export function bodiesIn(words: string, known: ReadonlyMap<string, string>): readonly string[] {
  const bare = ` ${bareName(words)} `;
  const found = new Map<string, string>();
  for (const [key, name] of known)
    if (/\p{Script=Han}/u.test(key) ? bare.includes(key) : holds(bare, key)) found.set(key, name);
  for (const [run] of words.matchAll(RUN)) {
    const key = bareName(run);
    if (BODIES.has(headOf(key)) && !within(key, found)) found.set(key, run);
  }
  for (const [, name = ''] of words.matchAll(HAN))
    if (!GENERIC.has(name) && !TALK.test(name) && !within(name, found)) found.set(name, name);
  return [...found.values()];
}

/** The word that says what sort of thing a name names: its last, or the one before “of”. */
const headOf = (key: string): string => (key.split(/ (?:of|for) /u)[0] ?? key).split(' ').at(-1) ?? '';

const isName = (name: string): boolean => /\p{Lu}|\p{Script=Han}{3}/u.test(name);
const holds = (bare: string, key: string): boolean => {
  const at = bare.indexOf(key);
  return at > 0 && !/[\p{L}\p{N}]/u.test(bare.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(bare.charAt(at + key.length));
};
const within = (key: string, found: ReadonlyMap<string, string>): boolean =>
  [...found.keys()].some((other) => other.includes(key) || key.includes(other));
