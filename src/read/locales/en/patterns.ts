import { onWords } from '../../spaced/token.ts';
import { PROMISE } from './promises.ts';
import { ALLEGE } from './wrongs.ts';

/** Sourceless evidentials, in lower case. */
export const EVIDENTIALS = {
  adverbs: new Set(['reportedly', 'allegedly', 'apparently', 'supposedly', 'purportedly', 'rumouredly']),
  conditional: null,
  passive: onWords(
    /^(?:said|believed|thought|rumoured|rumored|alleged|reported|suspected|understood|claimed|feared|reputed)$/u,
  ),
  opening:
    /^(?:it(?:'s| is| was| has been| had been) (?:(?:also|now|widely|further|being) )?(?:learn(?:ed|t)|understood|reported|rumoured|rumored|claimed|alleged|said|believed|thought|suggested|whispered)(?: online| on the internet| locally| widely)?,? that|it (?:is|was) (?:understood|reported|rumoured|rumored|alleged|said|believed),?|it (?:has |had |later |also |then )?(?:since |also |later |now |further )?(?:emerged|transpired|turned out|came to light|come to light)(?: (?:on|late on|in|this|last|earlier|yesterday|overnight)(?: \w+){0,3})? that|word is(?: that)?|word (?:on|in|around|from) (?:the )?\w+(?: \w+)? is(?: that)?|word has it(?: that)?|rumou?r has it(?: that)?|there (?:is|are|were|was) (?:a )?(?:talk|rumou?rs?|reports?|whispers?|speculation)(?: online)? that|rumou?rs? (?:say|says|said|claim|claimed|have it|spread|circulated)(?: online)? that|(?:we|i) (?:are|am|'m|'re|was|were) told(?: that)?,?|(?:we|i) (?:hear|heard|understand)(?: that)?,?|legend has it(?: that)?|the (?:word|story|rumou?r|talk|gossip) (?:is|was|goes)(?: that)?,?)\s+/u,
  rumour:
    /\b(?:rumou?rs?|speculation|gossip|whispers|unconfirmed reports|talk|claims(?=\s(?:on (?:social|the internet|facebook|messaging)|online|circulating|spreading|going round)))(?:\s+(?:on|in|online|circulating|spreading|going round)(?:\s[\w-]+){0,5}?)?\s+that\s+/u,
  rumourEnd:
    /\s+(?:is|are|was|were|has been|have been|had been) (?:\w+ly )?(?:dismissed|rejected|denied|rubbished|debunked|refuted|ruled out|played down|disputed)\b|\s+(?:is|are|was|were|had been)\s+(?:\w+ly\s+)?(?:false|untrue|wrong|baseless|unfounded|groundless|nonsense|fake|invented|not true|incorrect)\b|\s+(?:quickly |soon |then |also |has |have |had )?(?:spread|circulated|surfaced|swirled|emerged|went round|done the rounds|went viral)(?=\s+(?:within|among|amongst|online|quickly|fast|like|on (?:social|the internet|messaging|\w+ chats?)|in (?:group|chat|the group|local)|this|last|yesterday|overnight|for)\b|\s*[.,;])|,\s+(?:the|his|her|its|their|he|she|they)\b/u,
  tag: /,?\s*\b(?:(?:so )?they say|so i (?:hear|heard|was told|am told)|i (?:hear|heard|am told|was told|have heard|had heard)|we (?:hear|heard|are told|were told)|apparently|so the story goes|it (?:is|was|has been) (?:said|confirmed|claimed|alleged|reported|revealed|understood|believed|announced|feared|rumoured|rumored)(?: online| on the internet| on social media| locally)?|it seems to be said|or so (?:it is said|they say|i heard))$/u,
  privately: [
    ['on', 'condition', 'of'],
    ['on', 'the', 'condition', 'of'],
    ['under', 'condition', 'of', 'anonymity'],
  ],
  passiveLinks: new Set(['to', 'of', 'that']),
  heardContent:
    /\b(?:(?:had|have|has|'d|'ve) (?:only )?heard (?:that (?:the|he|she|it|they|there|an?|his|her|their|we|i|some)|it|from|of|about|the same|as much)|(?:i|we|he|she|they) heard (?:that (?:the|he|she|it|they|there|an?|his|her|their|we|i|some)|it|from|of)|apparently|was told that|been told that|word is|rumou?r has it)\b/u,
  outletCues: new Set(['understand', 'learn']),
  citing: new Set(['citing', 'quoting']),
  bareReports:
    /^(?:(?:some|various|unconfirmed|several|early|initial|online|earlier|multiple|foreign|local|press) )*(?:media )?(?:reports|rumou?rs)(?: (?:in|from|out of|across|on) (?:(?:the|social|local|foreign|several|some) )*[\w-]+(?: (?:media|press|papers|newspapers))?)?$/u,
  tailVerbs: new Set(['heard', 'hears']),
  hedgedShow: /^(?:appear|appears|appeared|seem|seems|seemed|purport|purports|purported)$/u,
};

/** What a content says of its own class, tested in the order of the annotation guide. Lower case. */
export const CLASSES = {
  flatNo: /^(?:no|nope|never|not at all|absolutely not|certainly not)[,.!;–—-]/u,
  confirm:
    /^(?:yes|indeed|correct|it is true|that is (?:true|correct|right))\b|\b(?:it (?:is|was) true that|(?<!not )(?:is|was|are|were) (?:genuine|authentic|real$)|is indeed|was indeed|were indeed|are indeed|did indeed|does indeed|had indeed|has indeed|have indeed)\b/u,
  deny: /\b(?:not a (?:shred|scrap|grain|word) of|i never (?:touched|met|took|said|asked|hit|stole|signed|agreed|spoke)|i did(?:n't| not) do|(?:is|was|are|were) (?:a )?fakes?|not true|untrue|false|baseless|unfounded|groundless|fabricat\w+|nonsense|no truth|out of context|misread|misrepresented|(?:has|have|had|'s|'ve|'d) never (?!seen (?:this|that|it|them|anything|something|such|so|one|the like|a )|been (?:so|more|as|better|worse|to)\b)(?:met|taken|received|seen|signed|paid|asked|been|done|said|touched|spoken|accepted|worked|owned|visited|given|sold|used|made)|pure invention|a lie|lies|(?:is|was|are|were) (?:purely |simply |just )?(?:a )?(?:forger(?:y|ies)|fabrications?|hoax(?:es)?|misquoted)|a rumou?r|never happened|no foundation|without foundation|no plans? to|no such|fairy tales?|fantasy|fiction|absurd|ridiculous|preposterous|fanciful|laughable|malicious(?:ly)?|invented|made[- ]up|rubbish|misinformation|is wrong|are wrong|was wrong|were wrong|inaccurate|as rumou?red|contrary to|hoax|a smear|one-sided|(?:filmed|taken|shot|recorded) (?:\w+ ){0,6}?(?:years?|months?|weeks?) ago|(?:filmed|taken|shot|recorded) (?:in|at) (?:another|a different)|an old (?:picture|photo|photograph|video|clip|image)|no basis|no evidence of|took no part|had nothing to do with|has nothing to do with|doctored|innocent|not (?:the case|what happened|how it (?:happened|was)|involved|responsible|to blame|at fault)|(?:do|does|did)(?: not|n't) (?:recogni[sz]e|accept)|nothing of the (?:kind|sort)|quite the (?:opposite|reverse|contrary)|the opposite is|played no (?:part|role)|no (?:knowledge|involvement|part|hand|role) (?:of|in)|at no (?:time|point|stage)|(?:nobody|no one|none|no (?:one|employee|member|customer|child|patient|pupil|resident|money|payment|law|rule)s?(?: of \w+)?) (?:was|were|has been|have been|had been) (?:ever )?(?:forced|threatened|turned away|put at risk|broken|breached|misled|ignored)|mischaracteri[sz]\w+|distort(?:s|ed|ion)|exaggerat(?:ed|ion|ing)|a misunderstanding|scaremongering|did nothing wrong|done nothing wrong|nothing in it|^(?:it|that|this|he|she|they|i|we) (?:(?:is|was|did|does|do|has|have|are|were)(?:n't| not))$|(?:utterly |totally |completely |categorically |flatly |strongly )?(?:rejects?|denies) (?:the|all|any|every|it|this|these|those|such)\b|^there (?:is|was|were|are|has been|had been|have been) (?:absolutely |simply )?(?:no(?! (?:certainty|guarantees?|decision|timetable|date|deadline|reason|need|alternative|choice|option|doubt|question|way|room|rush|hurry|reply|answer|word|warnings?|money|time|light|signal|power|water|heating)\b)|nothing|never)|no such|inconsistent with the facts|does not exist|do not exist|not correct|incorrect)\b/u,
  negation: /\b(?:not|never|no|none|nobody|nothing|neither|cannot)\b|n't\b/u,
  denyingCues: new Set([
    'insist',
    'stress',
    'maintain',
    'reiterate',
    'respond',
    'counter',
    'retort',
    'reply',
    'swear',
    'protest',
    'clarify',
    'emphasise',
    'emphasize',
    'assure',
    'reassure',
    'answer',
  ]),
  investigate:
    /\b(?:investigat(?:e|es|ed|ing|ion|ions)|inquir(?:y|ies)|enquir(?:y|ies)|prob(?:e|ing)|looking into|look into|looked (?:into|at)|(?:officers|inspectors|investigators|officials|police|staff|team) (?:have |had )?(?:arrived|gone|rushed) (?:at|to) the scene|under review|reviewing|fact-finding|treating (?:the|his|her|it|this|both) ?(?:\w+ ){0,4}as (?:suspicious|unexplained|murder|arson|homicide)|(?:sent|sending|dispatched) (?:people|staff|officers|inspectors|somebody|someone|experts|an? (?:\w+ )?team|teams) to (?:check|verify|investigate|look|the (?:scene|site|spot|area)|inspect|assess)|(?:working|trying|seeking|hoping|efforts|inquiries|enquiries)(?: \w+){0,4} to (?:establish|determine|find out|work out) (?:what|how|why|who|whether|the (?:exact )?(?:cause|facts|circumstances))|(?:internal|independent) review|review (?:had been|was|is) (?:opened|under way|underway|launched)|examining|being examined|testing the|taking samples|being tested|checking|verifying|verification|inner check|audit is under way|case (?:had|has) been (?:opened|filed)|opened a (?:case|file|review|preliminary examination)|preliminary examination|inspectors (?:had|have) been sent|following up|being (?:checked|verified|investigated|looked into|reviewed|examined|assessed)|inspectors (?:were|are) on site|(?:set up|formed|established|assembled|dispatched|put together) (?:a|an|its own) (?:[\w-]+ ){0,3}(?:team|group|task force|panel|commission))\b/u,
  promise: PROMISE,
  lastDay:
    /\b(?:by|before|within|no later than) (?:the (?:end|start|middle|close) of|(?:early|mid|late)[- ]|\d|(?:next|this|mon|tues|wednes|thurs|fri|satur|sun|tonight|tomorrow|noon|midnight|january|february|march|april|may|june|july|august|september|october|november|december|(?:two|three|four|five|six|seven|ten|twenty|thirty|an?) (?:\w+ )?(?:hour|day|week|month|year)))/u,
  bareModal: /^(?:would|will|shall)\b/u,
  anySubject: 'it',
  promiseJoint:
    /,? and (?:that )?(?=(?:(?:it|they|he|she|we|i) )?(?:would|will|shall)\b|(?:the|its|their|his|her|our) (?:\w+ ){1,3}(?:would|will|shall) be\b)/u,
  respond:
    /\b(?:nothing (?:further |more |else )?to (?:add|say)|no (?:further )?comment|no idea|(?:have|has|had|need|needs|needed) to (?:look (?:that|it|this) up|check (?:that|on that|with)|get back to)|^next question$|you(?:'d| would|'ll| will) (?:have|need) to (?:ask|speak to)|(?:would|'d|had) rather not (?:say|comment|answer|discuss|talk)|not going to (?:get into|discuss|comment|talk)|too (?:early|soon) to (?:tell|say)|private matter|(?:not|un)aware|aware of|was aware|had noticed|have noticed|noticed|seen the (?:matter|reports?|post|video|posts|news|messages)|(?:cannot|can't|could not|couldn't|(?:was|were|is|are|be) unable to) (?:discuss|go into|speak (?:about|on)|give (?:any )?(?:details|information))|cannot comment|can't comment|could not comment|unable to comment|d(?:o|oes|id) not (?:comment|discuss)|(?:do|does|did)n't (?:comment|discuss)|not comment|did not know|do not know|don't know|could not say|cannot say|can't say|not (?:clear|sure|familiar|able to say)|would not be drawn|no information|not in a position|had (?:not )?(?:received|heard)(?: of| about)? (?:a|an|the|such|any|no)? ?(?:letter|complaint|complaints|report|reports)|have (?:received|heard about) (?:the|a|your) (?:letter|complaint|complaints|report|reports|matter)|(?:a|one) matter for (?:the )?(?:police|courts?|authorities|prosecutors|coroner|regulator)|neither confirm nor deny|(?:inappropriate|not appropriate|improper) (?:to|for \w+ to) comment|comment (?:later|in due course|at a later)|t(?:akes?|ook) (?:any|all|every|each|such|these|our|its|their) (?:\w+ ){1,4}?(?:extremely |very |incredibly )?seriously|takes? (?:such|the|these|this|all) (?:reports|matter|allegations|concerns|claims|complaints)[\w ]* seriously|took (?:such|the|these|this|all) (?:reports|matter|allegations|concerns|claims|complaints)[\w ]* seriously|not convenient|inconvenient to|(?:could|can|did|does|do)(?: not|n't) (?:recall|remember))\b/u,
  allege: ALLEGE,
  opinion:
    /\b(?:should|ought|hope[ds]?|think|thought|feel|felt|want(?:ed|s)?|deserve[ds]?|disgrace\w*|shame\w*|ashamed|outrage\w*|unfair|angry|worried|wonderful|terrible|love[ds]?|hate[ds]?|prefer\w*|must)\b/u,
  opinionCues: new Set([
    'comment',
    'joke',
    'quip',
    'complain',
    'ask',
    'lament',
    'grumble',
    'call',
    'demand',
    'praise',
    'criticise',
    'criticize',
    'condemn',
    'hope',
  ]),
  rebuffed:
    /^(?:(?:the|these|those|this|that|such|his|her|their|its|all|any) )?(?:\w+ ){0,2}?(?:allegations?|claims?|accusations?|suggestions?|rumou?rs?|reports?|charges?|stories|story|lawsuit|complaints?)\b/u,
  condition: /\b(?:if|unless|would not|will not|won't)\b/u,
  empty:
    /\b(?:nothing (?:further |more |else )?to (?:add|say)|no (?:further )?comment|could not comment|cannot comment|(?:would|will) not (?:be )?comment(?:ing)?|unable to comment)\b/u,
  hedge:
    /\b(?:might|could|possibly|perhaps|maybe|probably|likely|suspected|apparently|allegedly|reportedly|seem(?:s|ed)?|appear(?:s|ed)?|believed|thought|roughly|approximately|estimated|as far as)\b|(?<!\b(?:in|of|on|by|since|until|early|late|mid|last|this|next|from|to|\d{1,2}) )\bmay\b(?! \d)|\b(?:about|around|some|nearly|almost) (?=\d|half|an? (?:dozen|hundred|thousand|third|quarter|fifth|week|month|year)|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty)\b)/u,
  finding: new Set(['find', 'rule', 'conclude', 'show', 'hold', 'indicate']),
};

/** What tells of an answer, or of none. */
export const RESPONSES = {
  plea: /^(?:(?:the|all|both|any|these|those|all the|all of the) )?(?:\w+ )?(?:charges?|counts?|offences?)(?: against (?:him|her|them|it))?$/u,
  denial:
    /\b(?:den(?:y|ies|ied)|disputes?|disputed|rejects?|rejected|refutes?|refuted|contradicts?|contradicted|dismiss(?:es|ed)?) (?:this|that|it|them|these|those|both|all of (?:this|it|them))(?=\W*$|,| (?:on|in|when|and|but|yesterday|last|categorically|completely|strongly|outright|vehemently|through|via|at)\b)/u,
  pending:
    /\b(?:has|have|had) (?:also |since |now )?(?:asked|contacted|approached|emailed|e-mailed|written to) ([^.;:?!]{3,90}?),? for (?:an? |its |their |his |her |further |more )?(?:comments?|response|statement|reply|details|information|clarification)\b/u,
  silence:
    /\b(?:(?:has|have|had) been (?:approached|contacted|asked) for (?:an? )?(?:comment|response|statement|reply)(?=\W*$)|neither [^.]{1,80}? (?:responded|replied|answered|returned|could be reached)|(?:did|had|has|have|does|do)(?: not|n't) (?:yet |immediately |so far |ever )?(?:respond|responded|reply|replied|answer|answered|return|returned|ring|rung|get back|come back|acknowledge)|could(?: not|n't) (?:immediately |yet |at once )?be (?:reached|contacted)|(?:were|was|been|went|gone|have been|had been)(?: not|n't)? (?:immediately )?(?:unanswered|returned|answered) ?|(?:has|have|had)(?: not|n't) (?:yet |so far |publicly )?commented|(?:has|have|had) yet to (?:respond|reply|answer|comment)|no(?:body| one|-one) (?:answered|replied|responded|picked up|returned|was available)|(?:got|received|receiving|getting) no (?:reply|response|answer)|no (?:reply|response|answer) (?:was|had been|has been|came|had come)|without (?:a )?(?:reply|response|answer)|rang out|was switched off|line was engaged|(?:was|were) not (?:immediately )?available(?: for comment)?|(?:was|were) unavailable for comment|unreachable|state of shutdown|never (?:replied|responded|answered|called back)|bounced(?: back)?|not returned|not answered)\b/u,
  refusal:
    /\b(?=[cdghkmnoprsw])(?!\p{L}+(?: not|n't)? (?:(?:want|wish|like|care) )?(?:to )?(?:be (?:named|identified|quoted)|give (?:his|her|their|a) (?:(?:full|real|last) )?name|reveal (?:his|her|their) (?:name|identity)))(?:declin(?:ed|es|ing) (?:to|an?|all|any|our|every|repeated)|refus(?:ed|es|ing) (?:to (?:comment|say|answer|discuss|talk|speak|give|reveal|disclose|name|elaborate|be drawn|respond|confirm)|comment|from the comment|an interview)|would(?: not|n't) (?:say|comment|discuss|be (?:drawn|commenting|discussing|making any)|give|confirm|elaborate|talk|speak|answer|reveal|disclose|name)|will not (?:comment|discuss|be commenting)|neither [^.]{1,80}? (?:wished|wanted|was willing|were willing|would|agreed) (?:to )?(?:comment|speak|talk|say)|(?:did|does|do)(?: not|n't) (?:wish|want) to (?:comment|speak|talk|say|be)|preferred not to (?:comment|say)|did(?: not|n't) (?:immediately )?comment|would neither confirm nor deny|neither confirmed nor denied|(?:had|has|made|offered|gave) no (?:further |immediate |other )?comment|nothing (?:further |more |else )?to (?:add|say)|hung up|put the phone down|kept (?:its|his|her|their) (?:trap shut|silence)|shook (?:his|her) head|waved (?:us|reporters|questions|him|her|them) away|walked (?:off|away) without|cited (?:the )?(?:privacy|confidentiality))\b/u,
  retreat:
    /^(?:(?:gave|gives|giving|offered|offers|provided|set|named) no (?:\w+ )?(?:date|details?|reasons?|timetable|timeline|explanation|figures?|names?)|(?:stop(?:s|ped)?|fell|falls|came|comes) (?:just |well |far )?short of)\b/u,
  callsTo:
    /^(?:[\w’' -]*?)(?:calls?|messages?|emails?|e-mails?|letters?|questions?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|voicemails?|texts?|phone calls?)(?: for comment)?(?: \p{L}+)?(?: to| at| with) (.+)$/iu,
  askedLast:
    /\b(?:asked|contacted|approached|called|rang|phoned|emailed|e-mailed|wrote to|put (?:it|this|that|the \p{L}+) to|questions? to) (?!for\b|if\b|whether\b|about\b|by\b)([^.,;:]{3,60}?)(?= (?:about|for|whether|if|on|by|at|to|why|who|what|when|how)\b|[.,;:]|$)|^\W*([^.,;:]{3,60}?) (?:was|were|has been|have been|had been) (?:asked|contacted|approached)\b/iu,
  fronts:
    /^(.+)['’]s (?:\p{L}+[ -]){0,2}(?:offices?|switchboard|answering (?:service|machine)|headquarters|press (?:office|team|desk)|media team|phones?|line|number|reception|website|call centre)$/iu,
  voices: /\b(?:spokes\w+|press (?:officer|secretary)|(?:head|director) of communications)\b/u,
  butNot:
    /\b(?:but|however|though)\b.*\b(?:not|no|never|misread|misleading|out of context|altered|edited|incomplete|exaggerated)\b/u,
  replyCues: new Set([
    'respond',
    'reply',
    'answer',
    'counter',
    'retort',
    'rebut',
    'hit back',
    'shoot back',
    'fire back',
    'write back',
  ]),
  claimCues: new Set(['claim', 'claims', 'claimed', 'claiming', 'suggested', 'suggesting']),
  asked:
    /\b(?:asked (?:about|whether|if|why|how|by|what|when|where|who|for)|when asked|in (?:response|reply|answer)|in an? (?:response|reply)|approached by|contacted by|when contacted|reached by|pressed on|questioned about|put to (?:him|her|it|them)|responding to|replying to)\b/u,
  contact:
    /\b(?:reporters?|journalists?|we|this (?:news)?paper|our (?:reporter|correspondent))(?: \w+){0,3} (?:called|phoned|rang|dialled|dialed|contacted|got in touch|asked|approached|emailed|e-mailed|wrote to|visited|reached)\b|\b(?:picked up|answered) the (?:phone|telephone)\b|\b(?:got|received) (?:the|a|an) (?:reply|answer|response)\b|\banswered our call\b|\bi (?:\w+ )?(?:rang|phoned|called|emailed|e-mailed|contacted|messaged)\b|(?:^|[.;!?,] |\bso |\band )(?:rang|phoned|emailed|messaged) (?!me|us|him|her|them|back)|\b(?:was|were) asked (?:about|whether|if|why|how)\b/u,
  rumour:
    /\b(?:(?:the|this|that|these|those|his|her|its|their|any|all|such) (?:\w+ )?(?:findings?|charges?|accounts?|stories|story|version|complaints?|criticisms?|verdict|ruling)|rumou?r(?:ed|s)?|on the internet|online|allegations?|claims|accusations?|suggestions?|speculation|reports that)\b|^(?:this|that|it|these|those|them) as\b/u,
  declinedWords:
    /\b(?:(?:talk|speak|ask) to my (?:lawyer|solicitor|agent)|ask my lawyer|leave me alone|no (?:further )?comment|nothing (?:further |more |else )?to (?:add|say)|private matter|(?:cannot|can't|could not|couldn't|(?:was|were|is|are|be) unable to) (?:discuss|go into|speak (?:about|on)|give (?:any )?(?:details|information))|cannot comment|can't comment|could not comment|unable to comment|d(?:o|oes|id) not (?:comment|discuss)|(?:do|does|did)n't (?:comment|discuss)|would not (?:comment|discuss|go into)|^next question$|you(?:'d| would|'ll| will) (?:have|need) to (?:ask|speak to)|not (?:going|prepared|able) to (?:comment|discuss|get into|talk|say)|no idea|too (?:early|soon) to (?:tell|say)|not convenient|inconvenient)\b/u,
};

/** Free indirect speech: backshifted sentences after a cued one, and rhetorical questions with their answers. */
export const FREE_SPEECH = {
  opening: /^(?:it|its|nobody|no one|nothing|none|they|their|there|no|not) /u,
  backshift:
    /\b(?:had (?:never |not |all |already |always )?(?:\w+ed|been|gone|come|taken|given|told|done|made|seen|known|kept|left|lost|paid|sent|written|said)|would(?: not| never)?|could(?: not)?|was too \w+ to)\b/u,
  question: /^(?:would|had|was|were|did|could|had|should|might|has|is|are|will|does) .*\?$/u,
  answer: /^(?:it|not|no|yes|nobody|none|there|they|that|perhaps|possibly|never|he|she) ?/u,
};

/** A body's own mail to the press. */
export const MAIL = {
  attributable:
    /\b(?:attribut\w+ the following|the following (?:is|may be|can be) attribut\w+|on behalf of|statement (?:from|by|of) |please find (?:below )?our (?:statement|answers|response)|our (?:answers|response|statement) (?:is|are|follow)|quote the following|can say the following)\b/u,
  closing:
    /^(?:dear|hello|hi|good (?:morning|afternoon|evening)|thank you|thanks|many thanks|i am sorry|sorry|apologies|kind regards|best regards|regards|best wishes|yours|sincerely|you may|please|i shall not be|i hope this)\b/u,
  end: /^(?:kind regards|best regards|regards|best wishes|yours|sincerely|i shall not be adding|we will not be commenting further)\b/u,
};
