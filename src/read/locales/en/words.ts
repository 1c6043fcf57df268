import { onWords } from '../../spaced/token.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Written with a full stop that ends no sentence. */
export const ABBREVIATIONS = set(
  'mr mrs ms mx dr prof st rev fr hon gen col capt cpl lt sgt maj cllr jr sr messrs no nos vs etc approx inc ltd co corp dept e.g i.e eg ie a.m p.m cf al ca est fig vol pp jan feb mar apr jun jul aug sept sep oct nov dec mt rt rep reps sen sens gov govs supt insp det adm cmdr ala ariz calif colo conn del fla ga ill ind kan ky mass mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.h n.j n.y n.c s.c d.c u.s ave blvd bldg ed eds vol ch pt ft dist tel',
);

/** How an English phrase and sentence are built. */
export const SHAPE = {
  headFirst: false,
  freeSubject: false,
  dialogueDashes: false,
  participle: null,
  properName:
    /(?:\p{Lu}\p{L}{0,4}\.(?! (?:The|An?|It|He|She|They|We|I|In|On|At|But|And|His|Her|Its|Their|This|That|No)\b)|\p{Lu}[\p{L}\p{M}’'-]*)(?:(?:[ ](?:of|for|and|&|de|van|von|der))?[ ]\p{Lu}[\p{L}\p{M}’'-]*){0,5}/gu,
  reflexive: /\s(?:him|her|it|them)sel(?:f|ves)$/u,
  oneOfThem: /^(?:one|another|the other)$/u,
  bodyAfter: /\s(?:of|for|at|from|with)\s+(.+)$/u,
  issuedBy: /^(.+?)\s(?:from|by)\s+(.+)$/u,
  honours: /^(?:KC|QC|SC|MP|MSP|MEP|OBE|MBE|CBE|PhD|MD|Esq)[.,]*$/u,
  tradeLead: /(?:er|or|firm|charity|airline|watchdog)$/u,
} as const;

/** The closed word classes of English. */
export const WORDS = {
  that: set('that'),
  pointing: set('that'),
  by: set('by'),
  definite: set('the'),
  articles: set('the a an'),
  determiners: set(
    'the a an this that these those some any each every no another one all both many most several two three four five six seven eight nine ten',
  ),
  possessives: set('my your his her its our their'),
  prepositions: set(
    'of for at in on from with to by about against during after before over under near into across behind between through without within among outside inside since via per around despite upon until towards toward',
  ),
  voicedFrom: new Set<string>(),
  phrasePrepositions: set('of for at from with in near into between by'),
  finiteEnding: onWords(
    /(?:ed|'s|n't|'ll|'d|'re|'ve)$|^(?:had|took|went|came|saw|knew|lost|left|fell|made|gave|got|began|broke|kept|ran|sold|paid|cost|met|put|set|shut|led|held|felt|found|thought|bought|brought|became|stood|grew|rose|sank|wanted|goes|takes|comes|needs|works|looks|means|keeps)$/u,
  ),
  surePast: set(
    'took went came saw knew fell gave began broke grew rose sank stood wrote threw drove flew chose spoke stole wore swore froze ate goes takes comes wants needs gets remains became',
  ),
  standalone: set(
    'all one some many both another several most few those these others each no none two three four five six seven eight nine ten any',
  ),
  expletives: set('there'),
  clausal: set('when while as if because since before until unless where whether than how why what'),
  together: set('both all each'),
  plurals: set('two three four five six seven eight nine ten several some many both these those few'),
  purposes: set('for of about against'),
  greetings: set('goodbye hello thanks farewell sorry grace prayers'),
  ownPossessives: set('my our'),
  issuing: set('issued issues issuing released releases published publishes posted sent circulated made'),
  questions: set('what why how whether if when where who which'),
  gerundEnding: onWords(/^\p{L}{2,}ing$/u),
  nameLinks: set('of and & for the de van von der la le du al bin'),
  conjunctions: set('and or'),
  paused: set('yet then though although nor'),
  contrast: set('but yet while whereas though although nor then'),
  subordinators: set(
    'that because although though while as when where if since after before until unless whether than so whereas once and but or',
  ),
  subjectRelatives: set('who'),
  relatives: set('who which whose whom that where'),
  auxiliaries: set(
    "has have had is are was were be been being do does did will would can could may might shall should must 's 'd 've 'll having",
  ),
  be: set('is are was were be been being'),
  negations: set(
    "not never n't nor neither cannot didn't doesn't don't won't wouldn't can't couldn't hasn't haven't hadn't isn't wasn't weren't refused refuses declined declines unable without failed nobody none nothing",
  ),
  adverbs: set(
    'also later again then now still even only just earlier yesterday today tonight tomorrow once already repeatedly since soon first further meanwhile however too afterwards instead always often twice simply together separately long out likewise moreover nonetheless nevertheless therefore thus hence instead elsewhere rather merely else overnight anyway eventually recently apparently meantime',
  ),
  adverbEnding: onWords(
    /^(?!(?:family|assembly|supply|reply|italy|july|ally|bully|anomaly|monopoly|rally|tally|sally|emily|kelly|molly|polly|holly|billy|willy|reilly|connolly|daily|weekly|belly|jelly)$)\p{L}{3,}ly$/u,
  ),
  infinitive: set('to'),
  modals: set("would could can will may might must should 'd 'll"),
  thoughts: set(
    'believe feel fear guess suspect find show record list prove hold agree respond answer reply comment announce decide report call ask continue repeat note',
  ),
  venturing: set('phoned rang wrote emailed texted went came took stood rose contacted appeared returned'),
  singulars: set('a an another'),
  leads: set('while when although though as if because since after before until once whereas'),
  estimating: set('least most about around over under between'),
  ushers: set('before after while by when without'),
  likewise: set('as'),
  quoting: set(
    'quote quotes quoted quoting cite cites cited citing record records recorded recording report reports reported reporting',
  ),
  conditions: set('if when although though while because unless once'),
  describing: set(
    'other first last next past recent latest new old similar such own previous earlier later further final initial several many more most initial early another western eastern northern southern all both these those late long full brief controversial critical federal united each every two-page key',
  ),
  nounCues: set(
    'document documents state states dispute disputes address addresses comment present respects charge charges promise promises vow vows pledge pledges warning complaint protest protests joke jokes fear fears feel find finds guess quote quotes tweet tweets text texts post message messages show shows cry cries laugh shout shouts praise blame hint hints boast boasts counter counters recall boasting concern yell rule ruling finding findings remark remarks address alarm whisper whispers lament blast blasts storm crow crows bark rage rant rants roar roars label labels brand brands dub advise sigh snap call calls report reports claim claims answer answers comment comments request requests demand demands estimate estimates note notes record records list lists reply order orders post posts',
  ),
  addressed: set('asked contacted approached reached pressed questioned quizzed challenged'),
  nobody: set('no none nobody neither nor'),
  times: set(
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december morning afternoon evening night noon midnight week month year last next this day days hours later earlier early late yesterday today tonight lunchtime weekend overnight',
  ),
  impersonal: set('it'),
  empty: set('so nothing it this that them something more otherwise as little goodbye no'),
  acts: set('order write post submit hold decide agree instruct'),
  askers: set('q question interviewer reporter journalist presenter host moderator editor correspondent'),
  answerers: set('a answer interviewee respondent witness guest caller'),
} as const;

/** Pronouns as sources; "self" is whoever writes. */
export const PRONOUNS: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they' | 'who' | 'self'> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['she', 'she'],
  ['it', 'it'],
  ['they', 'they'],
  ['them', 'they'],
  ['who', 'who'],
  ['which', 'who'],
  ['i', 'self'],
  ['we', 'self'],
  ['me', 'self'],
  ['us', 'self'],
  ['you', 'self'],
]);
