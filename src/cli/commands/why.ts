import { HearsayError } from '../../base/error.ts';
import { weighedCase } from '../../desk/case-dossier.ts';
import { openProgress } from '../../desk/progress.ts';
import type { Dossier } from '../../hearsay.ts';
import { whyWords } from '../../publish/wording.ts';
import { readCase } from '../../store/case.ts';
import type { Claim } from '../../weigh/ledger.ts';
import { plain } from '../paint.ts';
import { arguments_, instantOf } from '../words.ts';

export const why = {
  usage: 'hearsay why <case> <claim> [--as-of INSTANT] [--json]',
  does: 'prints why a claim stands where it does: each rule, what it looked at, the words it rests on',
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, { 'as-of': { type: 'string' }, json: { type: 'boolean' } });
    const [folder, ...asked] = paths;
    if (!folder || asked.length === 0)
      throw new HearsayError(
        'usage',
        'why wants a case and a claim: hearsay why <case> <claim id or some of its words>',
      );
    const { root, history } = await readCase(folder);
    const asOf = instantOf(values['as-of'], '--as-of');
    const { dossier } = await weighedCase(root, history, asOf, openProgress(process.stderr, Date.now));
    const claim = claimOf(dossier, asked.join(' '));
    if (values['json']) process.stdout.write(`${JSON.stringify(claim)}\n`);
    else process.stdout.write(`${reasonLines(dossier, claim).map(plain).join('\n')}\n`);
    return 0;
  },
};

/** A claim by its id, by that of one of its statements, or by words that are in no other. */
function claimOf({ claims, statements }: Dossier, asked: string): Claim {
  const of = statements.find((one) => one.id === asked)?.claim;
  const named = claims.filter((one) => one.id === asked || one.id === of);
  const found =
    named.length > 0 ? named : claims.filter((one) => one.statement.toLowerCase().includes(asked.toLowerCase()));
  const [first, ...more] = found;
  if (!first)
    throw new HearsayError('not-found', `no claim is called or says “${asked}”; \`hearsay show --json\` lists them`);
  if (more.length === 0) return first;
  const some = found.slice(0, 5).map((one) => `${one.id} “${one.statement.slice(0, 60)}”`);
  throw new HearsayError('usage', `${found.length} claims say “${asked}”: ${some.join('; ')}; give an id`);
}

function reasonLines(dossier: Dossier, claim: Claim): readonly string[] {
  const statements = new Map(dossier.statements.map((one) => [one.id, one]));
  const files = new Map(dossier.items.map((one) => [one.id, one.file]));
  const because = (one: Claim['standing']['reasons'][number]['because'][number]): string => {
    if ('text' in one) return one.text;
    if ('copy' in one) return `copied: ${one.copy.map((item) => files.get(item) ?? item).join(' and ')}`;
    if (!('statement' in one)) return JSON.stringify(one);
    const said = statements.get(one.statement);
    return said
      ? `${said.source.name ?? said.source.kind}: “${said.quote}” (${files.get(said.item) ?? said.item})`
      : one.statement;
  };
  return [
    `“${claim.statement}”`,
    `${claim.standing.label}. ${whyWords(claim)}`,
    ...claim.standing.reasons.flatMap((reason) => [
      `${reason.held ? 'held' : 'did not hold'}: ${reason.rule}`,
      ...reason.because.map((one) => `    ${because(one)}`),
    ]),
    ...claim.standing.next.map((one) => `ask ${one.of}: ${one.ask} (would make it ${one.would})`),
  ];
}
