import { isInstant } from '../../base/time.ts';
import type { Edition } from '../edition.ts';
import {
  DESK,
  EDITION,
  type Fields,
  isThing,
  named,
  POLICY,
  PREFIX,
  pageName,
  publisherName,
  publishersOf,
  qualified,
  WEIGHING,
} from './prov-name.ts';

const fromTo = (used: string, made: string, more: Fields = {}): Fields => ({
  'prov:usedEntity': named(used),
  'prov:generatedEntity': named(made),
  ...more,
});

/** Copies of a known direction, later states of pages, quotations of items, and the papers that statements go back to. */
export function derivations({ dossier }: Edition): readonly Fields[] {
  const copies = dossier.copies.flatMap(({ left, right, direction, direct, kind, credited }) => {
    if (!direct || (direction !== 'left-first' && direction !== 'right-first')) return [];
    const [from, to] = direction === 'left-first' ? [left, right] : [right, left];
    const verbatim = kind === 'whole' || kind === 'part';
    const type = verbatim ? { 'prov:type': qualified('prov:Quotation') } : {};
    return [fromTo(from, to, { ...type, [`${PREFIX}:kind`]: kind, [`${PREFIX}:credited`]: credited })];
  });
  const versions = dossier.versions.flatMap((group) =>
    group.slice(1).map((later, at) => fromTo(group[at] ?? later, later, { 'prov:type': qualified('prov:Revision') })),
  );
  const quotations = dossier.statements.map(({ id, item }) =>
    fromTo(item, id, { 'prov:type': qualified('prov:Quotation') }),
  );
  const papers = dossier.origins
    .filter(isThing)
    .flatMap(({ id, statements }) =>
      statements.map((one) => fromTo(id, one, { 'prov:type': qualified('prov:PrimarySource') })),
    );
  return [...copies, ...versions, ...quotations, ...papers];
}

/** Copies without a known direction, and those from a third text. */
export const alternates = ({ dossier }: Edition): readonly Fields[] =>
  dossier.copies
    .filter(({ direct, direction }) => direct && (direction === 'unknown' || direction === 'common-source'))
    .map(({ left, right }) => ({ 'prov:alternate1': named(left), 'prov:alternate2': named(right) }));

/** Saved states of one page. */
export const specials = ({ dossier }: Edition): readonly Fields[] =>
  dossier.versions.flatMap((group, at) =>
    group.map((item) => ({ 'prov:specificEntity': named(item), 'prov:generalEntity': pageName(at) })),
  );

/** Items to who published them, statements to who says so, the edition to the desk. */
export function attributions(edition: Edition): readonly Fields[] {
  const { items, origins } = edition.dossier;
  const publishers = new Map(publishersOf(edition).map((one, at) => [one, publisherName(at)]));
  const published = items.flatMap(({ id, publisher }) => {
    const agent = publisher === null ? undefined : publishers.get(publisher);
    return agent ? [{ 'prov:entity': named(id), 'prov:agent': agent }] : [];
  });
  const said = origins
    .filter((one) => !isThing(one))
    .flatMap(({ id, statements }) => statements.map((one) => ({ 'prov:entity': named(one), 'prov:agent': named(id) })));
  return [{ 'prov:entity': EDITION, 'prov:agent': DESK }, ...published, ...said];
}

export function generations({ dossier, published }: Edition): readonly Fields[] {
  const time = isInstant(published) ? { 'prov:time': published } : {};
  const all = [EDITION, ...dossier.claims.map(({ id }) => named(id))];
  return all.map((one) => ({ 'prov:entity': one, 'prov:activity': WEIGHING, ...time }));
}

export const uses = ({ dossier }: Edition): readonly Fields[] =>
  dossier.items.map(({ id }) => ({ 'prov:activity': WEIGHING, 'prov:entity': named(id) }));

export const associations = (_: Edition): readonly Fields[] => [
  { 'prov:activity': WEIGHING, 'prov:agent': DESK, 'prov:plan': POLICY },
];

/** Items and claims of the edition, statements of a claim. */
export function members({ dossier }: Edition): readonly Fields[] {
  const within = (collection: string, id: string): Fields => ({
    'prov:collection': collection,
    'prov:entity': named(id),
  });
  return [
    ...[...dossier.items, ...dossier.claims].map(({ id }) => within(EDITION, id)),
    ...dossier.claims.flatMap(({ id, statements }) => statements.map((one) => within(named(id), one))),
  ];
}
