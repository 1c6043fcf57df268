import type { Decision } from '../../weigh/decision.ts';
import type { Person } from '../../weigh/ledger.ts';
import { catalogue } from '../catalogue.ts';
import type { Draft } from '../disclose/edition-of.ts';
import type { Dossier } from '../dossier.ts';
import { escaped } from '../html.ts';
import type { Finding } from '../withhold/gate.ts';
import type { Preview, PreviewPerson, PreviewPicture } from './shapes.ts';

/** An edition that was made and not written, with the case that it was made from. */
export interface Previewed {
  readonly head: number;
  readonly options: Preview['options'];
  readonly dossier: Dossier;
  readonly draft: Draft;
  readonly decisions: readonly Decision[];
  readonly pictures: readonly PreviewPicture[];
  readonly found: readonly Finding[];
  /** Every file that would leave, with its text where it is a page in the first language. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly page: string | null }[];
}

/** What would be public and what withheld, for the desk alone: names stand in it. */
export function previewView(made: Previewed): Preview {
  const { head, options, draft, files, pictures, found } = made;
  return {
    edition: draft.edition.number,
    head,
    options,
    claims: publicClaims(made),
    keptBack: [...waiting(made), ...privateLife(made)],
    people: people(made),
    maybePeople: maybePeople(made),
    pictures,
    found,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function publicClaims({ dossier, draft }: Previewed): Preview['claims'] {
  const own = new Map(dossier.claims.map(({ id }) => [draft.publicId(id), id]));
  return draft.edition.dossier.claims.map(({ id, statement, standing }) => ({
    id: own.get(id) ?? id,
    wording: statement,
    label: standing.label,
    waived: draft.edition.waived[id] ?? null,
  }));
}

function waiting({ dossier, draft, decisions }: Previewed): Preview['keptBack'] {
  const claims = new Map(dossier.claims.map((one) => [one.id, one]));
  const asked = new Map(decisions.filter(({ kind }) => kind === 'ask').map(({ seq, at }) => [seq, at]));
  const met = new Set<string>();
  return draft.unheard.flatMap(({ claim, of, due }) => {
    const one = claims.get(claim);
    // A person who is known as a body too is named once.
    if (!one || met.has(`${claim} ${of}`)) return [];
    met.add(`${claim} ${of}`);
    const question = due === null ? undefined : dossier.responses.find((other) => other.due === due);
    return [
      {
        ...{ claim, wording: one.statement, label: one.standing.label, why: 'right-of-reply', of },
        ...{ asked: asked.get(question?.decision ?? -1) ?? null, waitsUntil: due },
      } as const,
    ];
  });
}

function privateLife({ dossier }: Previewed): Preview['keptBack'] {
  const { isWithheld } = catalogue(dossier);
  return dossier.claims.filter(isWithheld).map(({ id, standing }) => ({
    ...{ claim: id, wording: '', label: standing.label, why: 'private-life' },
    ...{ of: null, asked: null, waitsUntil: null },
  }));
}

/** Those who are named first, then the rest by how often they would be met. */
function people({ dossier, draft, decisions, files }: Previewed): readonly PreviewPerson[] {
  const maybe = new Set(undecided(dossier).map(({ name }) => name));
  const named = dossier.people.filter(({ withheld, decision }) => !withheld && decision !== undefined);
  const known = new Map(dossier.people.map((one) => [one.name, one]));
  const pages = files.flatMap(({ page }) => page ?? []);
  const standIns = countedIn(pages);
  const times = (words: string): number => pages.reduce((sum, page) => sum + page.split(escaped(words)).length - 1, 0);
  const told = (one: Person, standIn: string | null): PreviewPerson => {
    const { because, decided } = reasonOf(one, known.get(one.name), decisions);
    return {
      ...one,
      ...{ standIn, because, decided },
      times: standIn === null ? times(one.name) : (standIns.get(escaped(standIn)) ?? 0),
    };
  };
  const withheld = draft.withheld.filter(({ name }) => !maybe.has(name));
  return [
    ...named.map((one) => told(one, null)),
    ...withheld
      .map((one) => {
        const standIn = draft.names(one.name);
        return standIn === one.name
          ? { ...told(one, null), withheld: false, because: 'outlet' as const }
          : told(one, standIn);
      })
      .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1)),
  ];
}

/** How often each stand-in stands in some pages: read once, however many people there are. */
function countedIn(pages: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const [words] of page.matchAll(/\[withheld[^[\]]{0,200}\]/gu)) counts.set(words, (counts.get(words) ?? 0) + 1);
  return counts;
}

function reasonOf(
  person: Person,
  known: Person | undefined,
  decisions: readonly Decision[],
): Pick<PreviewPerson, 'because' | 'decided'> {
  const own = decisions.find(({ seq }) => seq === person.decision);
  if (own) return { because: 'decided', decided: { by: own.by, at: own.at, why: own.why } };
  if (!known) return { because: 'near', decided: null };
  const lacking = decisions.findLast((one) => one.kind === 'disclose' && one.name === person.name);
  if (!lacking) return { because: 'undecided', decided: null };
  return { because: 'lacking', decided: { by: lacking.by, at: lacking.at, why: lacking.why } };
}

/** Names that may be a person's, and on which nobody has decided. */
function undecided({ people, maybePeople = [] }: Dossier): NonNullable<Dossier['maybePeople']> {
  const known = new Set(people.map(({ name }) => name));
  return maybePeople.filter(({ name }) => !known.has(name));
}

const AROUND = 70;

function maybePeople({ dossier }: Previewed): Preview['maybePeople'] {
  const contents = new Map(dossier.texts.map(({ item, content }) => [item, content]));
  return undecided(dossier).map(({ name, item, start, end }) => {
    const content = contents.get(item) ?? '';
    return {
      ...{ name, item },
      before: content.slice(Math.max(0, start - AROUND), start),
      after: content.slice(end, end + AROUND),
    };
  });
}
