import type { PersonWords } from '../../persons/words.ts';
import { CUES } from './cues.ts';
import { DOUBLE_NAMES, GIVEN_NAMES, RARE_NAMES } from './given-names.ts';
import { BODY_NAMES, HEAD_KINDS, OUTLET_NAMES, TITLES } from './sources.ts';
import { WORD_SURNAMES } from './surnames.ts';
import { PRONOUNS, WORDS } from './words.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/u);
const set = (words: string): ReadonlySet<string> => new Set(list(words));
const heads = (...kinds: readonly string[]): readonly string[] =>
  [...HEAD_KINDS].flatMap(([word, kind]) => (kinds.includes(kind) ? [word] : []));

const KIN = list(`
  mother father mum mam mom dad mummy daddy wife husband widow widower son daughter brother sister twin uncle aunt auntie cousin niece nephew
  grandfather grandmother grandad grandpa granddad gran granny nan nana grandma grandson granddaughter grandchild stepson stepdaughter stepmother stepfather
  stepbrother stepsister godson goddaughter godfather godmother fiancé fiancée fiance fiancee girlfriend boyfriend partner ex ex-wife ex-husband ex-girlfriend
  ex-boyfriend brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law spouse sibling child kid baby toddler infant lover mistress
  half-brother half-sister youngest eldest firstborn`);

const YOUNG = list(`
  son daughter child kid baby toddler infant newborn boy girl schoolboy schoolgirl pupil grandson granddaughter grandchild stepson stepdaughter godson
  goddaughter niece nephew youngster teenager teen minor schoolchild youngest year-old`);

/** Plural nouns lead no single name; these singulars lead things as well. */
const PLURAL = /(?:[^su]s|people|men|women)$/u;
const HEADS_OF_THINGS = set('head chair source anonymous veteran');

/** Nouns for people that no source is called by. */
const MORE_ROLES = list(`
  actor actress singer striker goalkeeper midfielder defender winger bowler batsman player footballer golfer jockey trainer author novelist writer poet painter
  artist sculptor photographer composer musician guitarist drummer bassist dancer comedian presenter broadcaster host producer filmmaker director playwright
  architect designer accountant barrister solicitor lawyer attorney judge magistrate philosopher mathematician physicist chemist biologist geologist
  psychologist psychiatrist dentist midwife paramedic firefighter policeman policewoman postwoman milkman dustman docker miner mechanic welder joiner carpenter
  mason roofer plasterer bricklayer labourer dressmaker tailor seamstress cobbler smith blacksmith fishmonger grocer greengrocer florist barber beautician
  cleaner caretaker janitor bouncer doorman chauffeur courier dispatcher conductor stoker bosun mariner seaman seafarer fisherwoman oysterman ferryman boatman
  founder co-founder owner co-owner entrepreneur businessman businesswoman tycoon billionaire millionaire heir heiress banker broker dealer trader salesman
  saleswoman shopkeeper publican landlord landlady innkeeper hotelier restaurateur defendant plaintiff suspect victim survivor casualty hostage prisoner inmate
  convict murderer killer rapist burglar thief robber fraudster gunman attacker assailant hacker drug-dealer schoolboy schoolgirl teenager toddler pupil
  student undergraduate graduate intern trainee apprentice refugee migrant asylum-seeker pensioner retiree widow widower bride groom bridesmaid chum mate friend
  neighbour neighbor colleague co-worker workmate classmate schoolmate flatmate housemate roommate nurse surgeon gp vet pharmacist carer babysitter nanny
  au-pair tutor teacher headteacher lecturer professor librarian archivist curator bookseller editor columnist reporter journalist correspondent blogger vlogger
  influencer youtuber streamer gamer candidate mp politician councillor mayor minister baron duke earl lord lady king queen prince princess secretary clerk
  bookkeeper treasurer purser steward stewardess captain skipper mate pilot navigator engineer technician electrician plumber gardener farmer shepherd
  gamekeeper forester ranger warden guard soldier sailor airman marine sergeant corporal lieutenant officer detective inspector constable commander colonel
  general admiral veteran activist campaigner organiser organizer protester volunteer donor patron benefactor passer-by bystander witness eyewitness walker
  hiker cyclist runner swimmer diver angler climber surfer motorist driver passenger commuter tourist visitor guest lodger tenant squatter resident villager
  islander local native man woman boy girl lad lass bloke guy chap gentleman lady person child kid baby infant newborn grandfather grandmother vicar priest
  rector curate nun monk imam rabbi pastor deacon bishop archbishop head boss manager chief deputy assistant aide adviser advisor consultant analyst economist
  spokesman spokeswoman spokesperson chairman chairwoman chair president vice-president prime-minister premier chancellor governor senator congressman
  congresswoman ambassador consul envoy diplomat translator interpreter scientist researcher historian scholar academic archaeologist explorer astronaut
  inventor programmer developer coder designer user member leader`);

const NOT_NAMES = list(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter christmas easter ramadan eid diwali hanukkah lent new-year halloween
  english british scottish welsh irish american french german dutch belgian spanish portuguese italian swiss austrian polish czech slovak hungarian romanian
  bulgarian greek turkish russian ukrainian belarusian norwegian swedish danish finnish icelandic chinese japanese korean indian pakistani bangladeshi thai
  vietnamese indonesian filipino malaysian australian canadian mexican brazilian argentine chilean peruvian colombian cuban african nigerian kenyan egyptian
  moroccan algerian israeli palestinian lebanese syrian iraqi iranian saudi afghan european asian arab jewish muslim christian catholic protestant hindu buddhist
  sikh mandarin latin hebrew arabic western eastern northern southern
  england britain scotland wales ireland america usa uk us eu france germany netherlands holland belgium spain portugal italy switzerland austria poland
  russia ukraine norway sweden denmark finland iceland china japan korea india pakistan bangladesh thailand vietnam indonesia philippines malaysia singapore
  australia canada mexico brazil argentina chile peru colombia cuba africa nigeria kenya egypt morocco algeria israel palestine lebanon syria iraq iran
  afghanistan turkey greece hungary romania bulgaria croatia serbia albania europe asia london paris berlin madrid rome vienna brussels moscow washington
  beijing shanghai tokyo delhi mumbai sydney toronto york california texas florida atlantic pacific mediterranean baltic arctic antarctic
  internet facebook twitter google youtube instagram whatsapp telegram tiktok wechat weibo wikipedia microsoft apple amazon netflix reddit linkedin snapchat
  signal android iphone windows linux photoshop excel word powerpoint pdf god allah lord heaven bible koran qur'an
  yes no ok okay please thanks thank sorry hello hi hey dear oh ah well wow lol omg btw fyi ps nb re fw fwd cc bcc from sent subject date to attachment attached
  photo photograph picture image video watch read listen click subscribe share follow sign log search home menu contact about privacy terms cookie cookies
  copyright rights reserved more latest related comments comment reply report opinion business sport sports culture politics weather world local national
  breaking exclusive live update updated published posted edited correction editorial letters obituary review interview analysis feature column gallery
  source sources note notes page part chapter section figure table appendix annex item article paragraph clause version edition volume issue number no
  mr mrs ms miss dr prof sir dame mx messrs name names today yesterday tomorrow tonight morning afternoon evening night noon midnight
  according despite however meanwhile nevertheless although because since while when where what who whom whose why how which whether if unless until
  after before during between among against about above below under over into onto upon within without through across along around behind beyond
  perhaps maybe indeed instead otherwise therefore thus hence besides moreover furthermore also then there here now soon later earlier once twice again
  still yet even just only almost nearly quite rather very too so such each every either neither both all some any many much most few several other another
  one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion first second third fourth fifth
  last next former latter same own good great big small old new young long short high low early late best better worst worse right wrong true false
  nobody nothing nowhere somebody someone something somewhere anybody anyone anything anywhere everybody everyone everything everywhere
  asked told speaking writing reporting given having being seen known people others ask call tell say speak keep let make take get go come see look think
  know want need try use find give work put leave feel seem turn start show hear play run move like live believe hold bring happen write provide sit stand
  lose pay meet include continue set learn change lead understand stop create open close residents locals officials police staff workers parents neighbours
  neighbors witnesses experts critics sources insiders readers viewers users members customers passengers drivers students pupils teachers children
  inside outside near off on in at by for with of to up down out a an the and or nor but as it its he she his her him they them their we us our i me my you your
  this that these those isn't wasn't don't didn't can't won't couldn't wouldn't shouldn't i'm i've i'd i'll it's he's she's we're they're you're that's there's
  what's who's here's let's not is are was were be been has have had do does did can could shall should would must might ought
  vitamin covid wifi wi-fi bluetooth gps cctv dna hiv aids nhs vat ltd plc inc act bill law treaty agreement charter amendment constitution
  north south east west northeast northwest southeast southwest central upper lower greater inner outer mid
  total turnover bid bids lot lots tender tenders budget cost costs price prices date dates time times amount sum invoice receipt contract ref reference
  confidential draft final urgent important notice minutes agenda`);

/** Words in the names of bodies and products that no source is called by. */
const MORE_BODIES = list(`
  primary secondary grammar infants juniors nursery comprehensive preschool kindergarten catering kitchens foods bureau division corps command squadron regiment
  battalion brigade fleet program programme software app platform windows edition award awards prize newsdesk newsroom desk moderator admin team staff`);

const PLACES = list(`
  san santa los las fort hong kong angeles mt st new flight air airlines airways
  street road lane avenue square place court crescent terrace close drive way row alley walk parade mews gate bridge hill mount mountain mountains valley
  river lake loch sea ocean bay gulf cape coast beach island islands isle isles peninsula point head cliff cliffs creek stream brook canal lock falls forest wood woods
  moor heath marsh fen meadow field fields farm park gardens green common village town city borough county parish district province state region
  harbour harbor port quay quays pier wharf dock docks marina jetty station airport terminal junction roundabout motorway highway estate castle palace
  tower abbey cathedral chapel church mosque temple synagogue cemetery school college university hospital hotel inn arms pub bar café cafe restaurant
  theatre cinema museum library gallery stadium arena centre center mall market house hall lodge cottage manor villa mansion building buildings block flats
  road-bridge reservoir dam weir mill mine quarry lighthouse sound strait channel basin estuary spit sands shore heights ridge peak summit glacier desert
  cup prize award medal trophy championship league final open grand-prix festival fair carnival parade week day night year eve
  act bill report inquiry review plan project programme scheme fund account code protocol survey study index initiative campaign
  ferry bus train tram line express class mark type model series edition version`);

export const EN_PERSONS: PersonWords = {
  languages: ['en'],
  titles: new Set([
    ...TITLES,
    ...list(
      'messrs mesdames sgt. cllr. lady baroness baron viscount earl duke duchess count countess sheik sultan emir ayatollah mullah ustad pandit swami nurse auntie aunty aunt uncle gran granny nan grandma grandpa grandad mum dad cousin',
    ),
  ]),
  plainTitles: set('mr mrs ms miss mx dr prof professor cllr councillor sgt pc supt insp rev mme mlle herr frau'),
  acronyms: set('ceo cfo coo cto cmo md pm mp mep msp dj pc dc ds di dci gp'),
  greetings: set(
    'dear hi hello hey hiya morning thanks cheers sorry rip bye goodbye congratulations congrats happy poor attn attention',
  ),
  bylines: set(
    'by reporting photograph photographs photo photos picture pictures words text story author writer editor edited illustration illustrations',
  ),
  given: new Set([...GIVEN_NAMES].filter((name) => !DOUBLE_NAMES.has(name))),
  rare: RARE_NAMES,
  double: DOUBLE_NAMES,
  surnames: WORD_SURNAMES,
  notNames: new Set([
    ...NOT_NAMES,
    ...WORDS.prepositions,
    ...WORDS.auxiliaries,
    ...WORDS.determiners,
    ...WORDS.adverbs,
    ...WORDS.subordinators,
    ...WORDS.negations,
    ...WORDS.questions,
    ...PRONOUNS.keys(),
  ]),
  bodies: new Set([...BODY_NAMES, ...OUTLET_NAMES, ...MORE_BODIES]),
  places: new Set(PLACES),
  things: set(
    'ship boat ferry trawler vessel yacht tug barge tanker freighter lifeboat dredger dog cat horse pony puppy kitten parrot whale storm hurricane typhoon cyclone pub inn hotel restaurant café bakery bar club ward street road lane estate company firm brand band song album film novel book play opera app game programme operation project ss mv hms mt',
  ),
  roles: new Set(
    [...heads('unnamed-official', 'unnamed-person', 'party'), ...MORE_ROLES].filter(
      (word) => !PLURAL.test(word) && !HEADS_OF_THINGS.has(word),
    ),
  ),
  roleEnding: /\p{L}{3}(?:er|or|ist|an|woman|ess|eer|ant|ent|crat|ese|ish)$/u,
  leading: set('head chair chief deputy second'),
  offices: new Set(heads('unnamed-official').filter((word) => !PLURAL.test(word))),
  kin: new Set(KIN),
  young: new Set(YOUNG),
  bodyNouns: new Set(heads('named-body', 'outlet', 'crowd', 'artefact')),
  saying: new Set(CUES.flatMap(({ forms }) => forms)),
  doing: set(`
    smiled smiles laughed laughs cried cries wept sobbed sighed nodded nods shrugged blushed frowned yawned slept sleeps woke wakes sat sits stood walked walks ran runs drove drives rode
    cycled swam swims climbed fell drowned died dies lived lives married marries divorced retired retires resigned resigns quit moved grew studied studies
    graduated enrolled worked works wore wears ate eats drank drinks cooked phoned rang texted emailed whispered shouted screamed yelled muttered murmured
    thinks thought knows knew remembers remembered forgot loves loved hates hated likes liked wants wanted hopes hoped wishes feels felt fears feared
    suffered suffers collapsed fainted recovered survived gave bore hugged kissed stared glanced looked watched listened heard saw sees seen born arrested jailed imprisoned
    convicted sentenced acquitted bailed charged questioned interviewed handcuffed killed murdered stabbed shot injured hurt wounded hospitalised hospitalized
    treated beaten raped assaulted abused kidnapped buried cremated baptised christened raised educated hired sacked fired dismissed suspended promoted appointed elected
    nicknamed spotted photographed pictured sitting standing walking waiting crying smiling sleeping driving living pregnant married divorced widowed engaged
    missing dead alive ill sick unconscious drunk sober asleep awake tired angry upset sorry happy sad afraid proud shy whose herself himself
    ’s-dad plays played sings sang teaches taught wrote writes paints painted joined left returned arrived visited attended met begged pleaded swore
    came went goes comes stayed stays sent took lost found helped helps carried`),
  towards: set(
    'told asked texted phoned rang emailed called married met hugged kissed blamed thanked visited accused praised arrested sacked fired hired dated divorced adopted raised loved loves hates knows knew saw with named mentioned invited interviewed questioned murdered killed stabbed dumped fancied jailed sentenced convicted acquitted fined detained charged summoned suspended promoted appointed elected beat attacked hurt followed watched recognised recognized remembers remember remembered misses missed trusted trusts helped warned begged joined raped abused rescued treated examined',
  ),
  called: set('named called née nee aka a.k.a nicknamed christened dubbed'),
  belongings: set(`
    house home flat bedroom kitchen garden phone mobile email mails inbox letter diary wallet handbag bag coat car van bike boat dog cat job career salary wages pay pension bank
    life death birth birthday wedding funeral marriage divorce childhood health illness cancer pregnancy body face hand hands head voice eyes hair name surname
    family parents children kids side behalf lawyer solicitor boss colleagues friends story account version statement words answer reply remarks comments
    resignation arrest trial appeal conviction sentence bail signature handwriting desk office room place daughter's mum's`),
  auxiliaries: set(
    "is was are were has had have will would can could did does been being 's 'd isn't wasn't hasn't hadn't didn't doesn't won't wouldn't couldn't can't never also then now still just once later always often reportedly allegedly apparently already not",
  ),
  placeWords: set(
    'in at near across around outside inside towards toward off via through into throughout beyond above below above along onto upon',
  ),
  definite: set('the'),
  determiners: set('the a an his her their its our my your one another this that'),
  linking: set(
    'van von der de den del della di da du dos das la le el al bin ibn bint abu ter ten zu st af av und y mac o',
  ),
  honours: set('kc qc sc mp msp mep ms am ma obe mbe cbe phd md esq jr sr ii iii iv bsc ba frs rn jp'),
  reflexive: /\b(?:himself|herself)\b/u,
  ageAfter:
    /^(?:,? \(?aged? |, |,? ?\()(?:now )?(\d{1,3})(?: years old)?(?=[),.;:]|\s+(?:and|from|of|who|years?|was|is|at|when)\b|$)/u,
  ageBefore: /\b(\d{1,3})[- ]years?[- ]old(?: [\p{L}-]+){0,3},? $/u,
  harmAfter:
    /^(?:,[^,.]{0,60},)? (?:was |were |is |had been |has been |died|drowned|who (?:was|died)|’s (?:death|murder|body))?(?:later |found |then |also )?(?:killed|murdered|stabbed|raped|assaulted|abused|injured|hurt|wounded|dead|drowned|died|’s (?:death|murder|body)|attacked|beaten|kidnapped|missing|bullied|harassed|groomed|trafficked)\b/u,
  harmBefore:
    /\b(?:victims?|the late|death of|murder of|killing of|rape of|body of|injured|dead|deceased|missing|survivors?|funeral of|casualt(?:y|ies)|bereaved)[, ]+(?:[\p{L}-]+ ){0,1}$/u,
  signing:
    /^(?:(?:kind|best|warm|warmest) )?(?:regards|wishes|best|love|cheers|thanks|thank you|many thanks|yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely|faithfully|x+|respectfully|take care|all the best|signed|with love)[ ,.!x]*$/iu,
  pronoun: /^[^.!?\n]{0,60}\b(?:he|she|his|her|him)\b/u,
  who: /^,? (?:who\b|whose (?:[\p{Ll}-]+ )?(?:wife|husband|son|daughter|brother|sister|mother|father|partner|girlfriend|boyfriend|children|parents|family|name|house|home|flat|car|boat|phone|job)\b)/u,
  andKin:
    /^,? and (?:his|her|their) (?:[\p{Ll}-]+ )?(?:wife|husband|son|daughter|brother|sister|mother|father|partner|girlfriend|boyfriend|children|parents|family|friend|colleague)/u,
  naming:
    /\b(?:names?(?: (?:only|simply|just|is|was|as|of|being))+|known (?:only |simply |locally |to friends )?as|go(?:es|ing)? by|went by|(?:introduced|identified|described|signed) (?:himself |herself |themselves )?(?:only |simply )?as)$/u,
  firmAfter: /^ (?:&|and (?:Sons|Co|Partners|Daughters|Brothers)\b)/u,
  according:
    /\b(?:according to|next to|beside|together with|along with|on behalf of|in the name of|signed by|written by|addressed to)$/u,
  roleLinks: set('for of at with from in to'),
  familyAfter: /^ (?:family|household|parents|sisters|brothers|twins|children|siblings|couple)\b/u,
};
