import type { CueVerb, Frame } from '../../spaced/lexicon.ts';
import type { StatementClass } from '../../statement.ts';

/** Verbs by what may follow; forms are written out, so that nothing is guessed about irregular verbs. */
const TABLE: readonly (readonly [frames: string, verbs: string, kind?: StatementClass | undefined, object?: RegExp])[] =
  [
    [
      'clause',
      'say says said saying; claim claims claimed claiming; insist insists insisted insisting; maintain maintains maintained maintaining; argue argues argued arguing; reiterate reiterates reiterated reiterating; stress stresses stressed stressing; explain explains explained explaining; add adds added adding; state states stated stating; declare declares declared declaring; contend contends contended contending; assert asserts asserted asserting; reckon reckons reckoned reckoning; remark remarks remarked remarking; recall recalls recalled recalling; boast boasts boasted boasting; joke jokes joked joking; quip quips quipped quipping; repeat repeats repeated repeating; mention mentions mentioned mentioning; predict predicts predicted predicting; complain complains complained complaining; concur concurs concurred; conclude concludes concluded concluding; testify testifies testified testifying; swear swears swore sworn swearing; counter counters countered countering; respond responds responded responding; reply replies replied replying; answer answers answered answering; hint hints hinted hinting; opine opines opined; comment comments commented commenting; emphasise emphasises emphasised emphasising; emphasize emphasizes emphasized emphasizing; grumble grumbles grumbled; retort retorts retorted retorting; protest protests protested protesting; lament laments lamented lamenting; warn warns warned warning; believe believes believed; feel feels felt; tweet tweets tweeted tweeting; relate relates related; disclose discloses disclosed disclosing; stipulate stipulates stipulated; deplore deplores deplored; guess guesses guessed; speculate speculates speculated speculating; suspect suspects; fear fears feared; clarify clarifies clarified clarifying; underline underlines underlined underlining',
    ],
    [
      'that np',
      'announce announces announced announcing; reveal reveals revealed revealing; estimate estimates estimated estimating; introduce introduces introduced introducing; recommend recommends recommended recommending; condemn condemns condemned condemning; criticise criticises criticised criticising; criticize criticizes criticized criticizing; praise praises praised praising; reaffirm reaffirms reaffirmed',
    ],
    [
      'clause',
      'suggest suggests suggested suggesting; announce announces announced; reveal reveals revealed; estimate estimates estimated; introduce introduces introduced',
    ],
    [
      'that',
      'express expresses expressed expressing; voice voices voiced; find finds found; rule rules ruled ruling; report reports reported reporting; note notes noted noting; propose proposes proposed; recount recounts recounted; calculate calculates calculated; imply implies implied implying; record records recorded; certify certifies certified; demand demands demanded demanding',
    ],
    [
      'np',
      'demand demands demanded demanding',
      undefined,
      /^(?:talks|action|answers|justice|proof|compensation|reforms?)\b|^(?:an?|the|his|her|its|their|more|urgent|immediate|full) (?:\w+ )?(?:talks|meeting|action|justice|proof|apology|inquiry|investigation|explanation|resignation|compensation|refund|answers?|recount|review|return|release)\b/u,
    ],
    [
      'that artefact',
      'show shows showed showing shown; indicate indicates indicated indicating; suggest suggests suggested; record records recorded; list lists listed; document documents documented; find finds found; reveal reveals revealed; depict depicts depicted; contain; confirm confirms confirmed; prove proves proved; state states stated; read reads',
    ],
    ['np ing', 'describe describes described describing', undefined, /\bas\b|["“‘]/u],
    [
      'telling',
      'break breaks broke; spread spreads spreading; repeat repeats repeated; make makes made; carry carries carried; share shares shared; circulate circulates circulated; publish publishes published',
    ],
    ['clause', 'understand understands; learn learned learnt'],
    [
      'for',
      'call calls called calling; appeal appeals appealed appealing; warn warns warned warning; complain complains complained complaining',
    ],
    [
      'np',
      'welcome welcomes welcomed welcoming',
      undefined,
      /\b(?:findings?|recommendations?|outcome|apology|pledge|commitment|funding|investment|appointment|sentence|arrests?|step|proposals?|decision|news|ruling|report|verdict|move|announcement|results?|review|inquiry|plans?|deal|agreement)\b/u,
    ],
    [
      'np',
      'call calls called; dub dubs dubbed; label labels labelled labeled; brand brands branded; deem deems deemed; hail hails hailed',
      undefined,
      /["“‘]|\b(?:an?|the|its|their) \w+ (?:of )?(?:an? )(?!.*\b(?:police|ambulance|meeting|press)\b)|\b(?:laughable|absurd|ridiculous|unfair|baseless|misleading|disgraceful|shameful|outrageous|nonsense|false|untrue|lies|fiction|a hoax|rubbish|premature|unacceptable|unfounded|unhelpful|cowardly|reckless|cruel|heartless|insulting|irresponsible|inaccurate|wrong|overdue|encouraging|historic|tragic|derisory|disappointing|appalling|shocking|alarming|damning|heartbreaking|baffling|bizarre|regrettable|proportionate|disproportionate|inadequate|excessive|unjust|fair|necessary|unnecessary|essential|vital|crucial|welcome|a (?:lie|disgrace|scandal|shambles|farce|mistake|smear|stunt|betrayal|triumph|victory|mess|joke|insult))(?= [.,;!?]|$)|^(?:it|him|her|them|this|that) (?:an?|the|\w+(?:ful|less|ous|ic|al|ive|able|ed|ing)\b)/u,
    ],
    [
      'np',
      'put puts',
      undefined,
      /^(?:the|its|his|her|their) (?:\w+ )?(?:figures?|number|toll|cost|costs|depth|loss|losses|total|price|bill|damage|value|turnout|chances|death toll)\b|^(?:the|its|his|her|their) (?:\w+ ){1,3}at (?:\S+ ){0,3}?(?:[€$£]?\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?)/u,
    ],
    [
      'that',
      'write writes wrote written writing; observe observes observed observing; stipulate stipulates stipulated; order orders ordered; decide decides decided; hold holds held; agree agrees agreed; prove proves proved; caution cautions cautioned cautioning; post posts posted posting; submit submits submitted; determine determines determined; request requests requested requesting; require requires required requiring; plead pleads pleaded; advise advises advised advising',
    ],
    [
      'direct',
      'ask asks asked asking; cry cries cried crying; shout shouts shouted shouting; whisper whispers whispered whispering; laugh laughs laughed; sigh sighs sighed; snap snaps snapped; mutter mutters muttered; exclaim exclaims exclaimed; sniff sniffs sniffed; yell yells yelled; beg begs begged; continue continues continued continuing; interject interjects interjected; fume fumes fumed; thunder thundered; blast blasts blasted; scream screams screamed; chant chants chanted; muse mused; crow crowed; enthuse enthused; recite recites recited; sob sobbed sobs; wail wailed wails; groan groaned groans; hiss hissed; growl growled; roar roared roars; bark barked; bellow bellowed; gasp gasped gasps; chuckle chuckled chuckles; murmur murmured murmurs; goes; rant ranted; rage raged; storm stormed; gush gushed; text texted texting; message messaged; think thinks; disagree disagrees disagreed',
    ],
    [
      'person clause',
      'tell tells told telling; assure assures assured assuring; inform informs informed informing; remind reminds reminded reminding; reassure reassures reassured',
    ],
    [
      'person that',
      'instruct instructs instructed instructing; advise advises advised advising; caution cautions cautioned; warn warns warned warning',
    ],
    [
      'person to',
      'urge urges urged urging; ask asks asked asking; advise advises advised; implore implores implored; beg begs begged; encourage encourages encouraged; remind reminds reminded',
    ],
    [
      'clause np ing',
      'confirm confirms confirmed confirming; acknowledge acknowledges acknowledged acknowledging; admit admits admitted admitting; concede concedes conceded conceding; verify verifies verified verifying; corroborate corroborates corroborated; authenticate authenticated',
      'confirm',
    ],
    [
      'for',
      'apologise apologises apologised apologising; apologize apologizes apologized apologizing',
      'confirm',
      /^(?!(?:any|the|all|this) (?:\w+ )?(?:inconveniences?|delays?|disruptions?|disturbances?|wait|trouble|confusion)\b)/u,
    ],
    ['clause np ing', 'deny denies denied denying', 'deny'],
    [
      'that np',
      'dispute disputes disputed disputing; refute refutes refuted refuting; rebut rebuts rebutted rebutting; rubbish rubbished; contradict contradicts contradicted; debunk debunks debunked; disown disowned; repudiate repudiates repudiated',
      'deny',
    ],
    [
      'np',
      'reject rejects rejected rejecting; dismiss dismisses dismissed dismissing',
      'deny',
      /\b(?:claims?|allegations?|accusations?|suggestions?|rumou?rs?|reports?|charges?|criticism|story|stories|idea|notion|account|complaints?|figures?|talk|as|version|speculation|concerns|fears|accounts|theory|theories)\b/u,
    ],
    [
      'that np',
      'accept accepts accepted accepting',
      'confirm',
      /\b(?:findings?|responsibility|blame|criticisms?|recommendations?|liability|ruling|fine|penalty|judge?ment|conclusions?|decision|verdict|mistakes?|failings?)\b/u,
    ],
    ['clause np', 'allege alleges alleged alleging', 'allege'],
    [
      'np',
      'accuse accuses accused accusing; blame blames blamed blaming; denounce denounces denounced denouncing',
      'allege',
    ],
    [
      'to clause',
      'promise promises promised promising; pledge pledges pledged pledging; vow vows vowed vowing; undertake undertakes undertook undertaken; guarantee guarantees guaranteed guaranteeing',
      'promise',
    ],
    ['np', 'promise promises promised promising; pledge pledges pledged pledging', 'promise'],
    ['person to clause', 'promise promises promised promising', 'promise'],
    ['to', 'agree agrees agreed agreeing'],
    ['to', 'commit commits committed committing', 'promise'],
  ];

const FRAMES: ReadonlySet<string> = new Set<Frame>([
  'clause',
  'that',
  'to',
  'ing',
  'np',
  'person',
  'for',
  'artefact',
  'telling',
]);
const isFrame = (word: string): word is Frame => FRAMES.has(word);

/** The cue verbs of English. Rows of one verb are joined. */
export const CUES: readonly CueVerb[] = joined();

interface Growing {
  readonly forms: Set<string>;
  readonly frames: Set<Frame>;
  class: StatementClass | null;
  object: RegExp | null;
}

function joined(): readonly CueVerb[] {
  const all = new Map<string, Growing>();
  for (const [frames, verbs, kind, object] of TABLE)
    for (const verb of verbs.split(';')) {
      const forms = verb.trim().split(' ');
      const lemma = forms[0] ?? '';
      const known = all.get(lemma) ?? { forms: new Set(), frames: new Set(), class: null, object: null };
      for (const form of forms) known.forms.add(form);
      for (const frame of frames.split(' ')) if (isFrame(frame)) known.frames.add(frame);
      known.class = kind ?? known.class;
      known.object = object ?? known.object;
      all.set(lemma, known);
    }
  return [...all].map(([lemma, one]) => ({ ...one, lemma, forms: [...one.forms] }));
}

/** Verbs that speak only with their particle: "hit back", "pointed out that". */
export const PHRASAL: ReadonlyMap<string, CueVerb> = new Map(
  (
    [
      [
        'back',
        'hit hits hitting; shoot shot shooting; fire fired fires firing; write wrote writes writing; text texted texts',
        'clause',
        null,
      ],
      ['of', 'speak speaks spoke speaking', 'np', null],
      ['out', 'point points pointed pointing', 'clause', null],
      ['out', 'rule rules ruled ruling', 'np ing', 'deny'],
      [
        'off',
        'laugh laughs laughed laughing; brush brushes brushed brushing; shrug shrugs shrugged shrugging',
        'np',
        'deny',
      ],
      ['clear', 'make makes made making', 'that', null],
      ['in', 'chime chimed chimes', 'clause', null],
      ['on', 'go goes went', '', null],
    ] as const
  ).flatMap(([particle, verbs, frames, kind]) =>
    verbs.split('; ').flatMap((forms) => {
      const all = forms.split(' ');
      const verb: CueVerb = {
        lemma: `${all[0] ?? ''} ${particle}`,
        forms: all.map((form) => `${form} ${particle}`),
        frames: new Set(frames.split(' ').filter(isFrame)),
        class: kind,
        object: null,
      };
      return all.map((form) => [`${form} ${particle}`, verb] as const);
    }),
  ),
);

/** Verbs of saying in another sense, with the words that follow them. */
export const IDIOMS =
  /^(?:answer\w* (?:(?:the|his|her|its|their|our|a|my) )?(?:\p{L}+'s )?(?:\p{L}+ )?(?:phones?|telephone|calls?|doors?|intercom|questions?)|call(?:s|ed|ing)? (?:for (?:help|(?:an? |the )?(?:ambulance|police|taxi|cab|doctor|nurse|vote|volunteers|tenders))|(?:him|her|it|them)sel(?:f|ves)|off|in|round|back|at|on the|an? ambulance|the police|police|999|911)|report(?:s|ed)? (?:for|to work|to the)|(?:hold|held|holds) (?:a|an|the|its|their|his|her|talks|off|up|back|out|hands?)|found? (?:guilty|himself|herself)|t(?:ells?|old|elling) (?:an?|the|another|his|her|their|its) (?:\w+ )?(?:story|stories|tale|joke|lies?)|told off|said (?:goodbye|hello|grace|sorry)|posted? (?:to|off|through)|add(?:s|ed|ing)? (?:to|up|insult)|recall(?:s|ed|ing)? (?:to|its|all|around|nearly|more than|\d[\d,.]*|(?:the|a|some|several) (?:\w+ )?(?:product|batch|car|vehicle|range|line|model|item|lot)(?:e?s)?)|charged? with|record(?:s|ed)? (?:a|an|the|its) |express(?:es|ed)? (?:train|delivery)|wrote (?:off|down)|suspects? (?:in|were|was|are)|shot back to|went on (?:strike|holiday|trial|sale|display|fire|show))(?!\p{L})/u;
