import type { SiteWords } from './site-words.ts';

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The pages in English. */
export const SITE_EN: SiteWords = {
  pages: {
    story: 'The story',
    claims: 'Claims',
    spread: 'Who copied whom',
    answers: 'Answers and promises',
    evidence: 'Evidence',
    corrections: 'Corrections',
    method: 'Method',
    verify: 'Check this record yourself',
  },
  menu: 'Pages',
  skip: 'To the content',
  own: 'English',
  edition: (number, when) => `Edition ${number}, ${when}`,
  standFirst:
    'What each claim in this story rests on: who says it on whose word, who copied whom, and how many independent origins stand behind it. It does not say what is so.',
  noClaims: 'No claims are published.',
  allClaims: (n) => `All ${counted(n, 'claim')} in one list`,
  moreClaims: (n) => `and ${counted(n, 'more claim')}`,
  origins: (n) => (n === 0 ? 'no origin' : counted(n, 'independent origin')),
  carriers: (n) => `carried by ${counted(n, 'item')}`,
  since: (when) => `Stands so since ${when}`,
  keptBack: {
    'private-life': (n) => `${counted(n, 'claim')} about private life: counted here, not worded.`,
    'right-of-reply': (n) =>
      `${counted(n, 'claim')} kept back until those named in ${n === 1 ? 'it' : 'them'} have been asked and had time to answer.`,
  },
  open: 'Still open: who could answer',
  waived: 'Published before everybody named had answered. The editor’s reason:',
  history: 'What has changed',
  embed: 'Show this claim on another page',
  embedHint: 'A frame, or words that need none. Put the address of this record before the path.',
  embedTitle: 'What a claim rests on',
  gone: (edition, when) => `This claim is no longer part of the record, since edition ${edition} of ${when}`,
  goneInto: 'Its statements are part of another claim now',
  wasWorded: 'It was worded:',
  correctionsLead:
    'Every change from one edition to the next is listed here by itself, with its date and its cause. An address that was published goes on telling what became of it.',
  noCorrections: 'No standing moved and no wording changed.',
  firstEdition: 'This is the first edition: nothing has been corrected.',
  additions: (n) => `${counted(n, 'addition')}: new claims, more or fewer origins, names`,
  because: 'Because of',
  passed: (day) => `${day}, which passed`,
  decided: (kind, when) => `the editor’s decision “${kind}” of ${when}`,
  change: {
    standing: 'Standing',
    'claim-new': 'New claim',
    'claim-gone': 'Claim gone',
    wording: 'Worded anew',
    support: 'Origins',
    promise: 'Promise',
    response: 'Answer',
    name: 'Name',
  },
  becomes: (from, to) => `${from} → ${to}`,
  support: (from, to, side) => (from === to ? '' : `${side} it ${from} → ${to}`),
  nameShown: 'A name is given now:',
  nameWithheld: 'A name is no longer given.',
  answersLead: 'Who was asked and what came back; who promised what, and whether its day has come.',
  evidenceLead:
    'Everything that the record was made from. A digest tells which bytes were meant; it is withheld where it could lead to a private person.',
  spreadLead:
    'Drawn from the texts themselves, left to right in time. Where it can’t be told which came first, the line says so.',
  moreSpread: 'All of it: who copied whom',
  plates: 'Pictures, as they may be seen',
  platesLead: 'Everything is covered but words that name nobody who is withheld.',
  pictureAlt: (words) => (words ? `A picture, covered but for these words: ${words}` : 'A picture, wholly covered'),
  verifyLine: 'check that nothing was changed',
  data: 'data',
  feed: 'Changes as a feed',
  feedEdition: (number, claims, corrections) =>
    `Edition ${number}: ${counted(claims, 'claim')}, ${counted(corrections, 'correction')}`,
  method: {
    lead: [
      'This record was made with Hearsay from captured posts, articles, screenshots and documents, by written rules. It says what each claim rests on; it never says what is true.',
      'A program reads who says what on whose word, finds which texts were made from which, and counts how many origins are independent of each other. Copies, reposts and quotations of one and the same origin count once. People at the desk corrected what it misread; every such decision stands in a log.',
      '“Independent” means independent among what was collected, as far as it could be traced. What nobody collected is not here.',
    ],
    withheld: 'Who is left out',
    withheldText: [
      'No private person is named here unless an editor decided so, with a reason. Where a name stood, words in square brackets that begin with “withheld” stand now, with the role where the role is of public interest. Of children, victims and private life, two people must decide.',
      'Claims about private life are counted and not worded. Pictures show only words that name nobody who is withheld. A verbatim quotation can be searched for elsewhere: where that would lead to a private person, do not.',
    ],
    policy: 'The policy',
    policyLead: (name) =>
      `Standings follow the written policy “${name}”. The first rule that holds gives the label. Its digest:`,
    columns: ['Label', 'Where', 'Rule'],
    ranks: 'Ranks of an origin, the weakest first:',
    sides: { for: 'for it:', against: 'against it:' },
    atLeast: (rank) => `${rank} or stronger`,
    atMost: (rank) => `nothing stronger than ${rank}`,
    origins: (n) => `${counted(n, 'independent origin')} or more`,
    competent: 'a body competent for it, on the record, or a document in hand',
    takenBack: 'whoever stood behind it took it back',
    reply: (body, other) =>
      `Before a claim about somebody is published they are asked, and given time to answer: a public body ${counted(body, 'hour')}, anybody else ${counted(other, 'hour')}. Where an editor did not wait, the claim’s page says why.`,
    check: 'How to check it',
    checkText: [
      'Every file of this record is listed with its digest in seal/manifest, and the desk’s log, signed, holds that list. The page “verify.html” checks all of it in your browser, without a network. A forged record could bring a forged page: compare the key below with one you know from elsewhere, or check with a program of your own (sha256sum -c seal/manifest; tools/verify.py of Hearsay).',
    ],
    key: 'The key of the desk:',
    dataLead: 'The same record for programs:',
    files: {
      'dossier.json': 'everything that this edition says, as one document',
      'claims.csv': 'the claims with their standings, for a spreadsheet',
      'items.csv': 'the evidence',
      'statements.csv': 'who says what, on whose word',
      'prov.json': 'who was made from whom, as W3C PROV',
      'entities.ftm.json': 'the same as FollowTheMoney entities, for OpenAleph and the like',
      'feed.xml': 'changes, as Atom',
    },
  },
};
