import type { HeadKind } from '../../spaced/lexicon.ts';

export { FIRST_NAMES } from './given-names.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Nouns whose phrase is a source of one kind. Plural forms that differ in kind are entered on their own. */
const HEADS: Readonly<Record<HeadKind, string>> = {
  'named-body': `
    mall cinema cafe café pub gym salon nightclub hostel hospice shelter casino racecourse stadium groups companies firms unions banks airlines hospitals charities agencies bodies regulators organisations organizations businesses ministries departments suppliers
    police council councils ministry hospital company firm authority authorities court tribunal government department agency bureau union trust
    university college school schools academy committee commission board corporation association federation foundation institute laboratory
    centre center charity church diocese parish club brigade service force constabulary army navy coastguard parliament senate congress assembly
    cabinet office prosecutors prosecutor's bank insurer insurers retailer supermarket manufacturer maker operator airline railway
    developer contractor supplier utility group consortium partnership party campaign regulator watchdog inspectorate ombudsman auditors
    chamber embassy consulate treasury exchequer observatory museum library gallery theatre port harbour airport station zoo hotel restaurant
    factory plant brewery mill mine shipyard refinery management administration leadership headquarters chiefs bosses team
    organisation organization body platform network carrier studio label league society fund exchange clinic surgery
    practice nursery kindergarten prison jail jury inquiry panel secretariat directorate municipality borough county
    state republic nation eu un nato who kremlin pentagon legislature crown provider startup start-up conglomerate
    institution faculty dealership chain co-op cooperative workshop squad unit taskforce task-force fire-brigade ambulance rescuers
    seller shop store merchant distributor importer exporter brand vendor garage depot abattoir farm dairy bakery
    employer employers publisher customs detectives investigators`,
  outlet: `
    television tv radio 
    newspaper paper magazine broadcaster tabloid broadsheet weekly daily media press wire outlet outlets
    newsroom journal gazette reporter reporters correspondent correspondents columnist newspapers papers newsletter podcast programme`,
  'unnamed-official': `
    bishop archbishop vicar priest abbot rabbi imam dean provost 
    spokesman spokeswoman spokesperson spokespeople spokesmen official officials officer officers staff principal headteacher headmaster headmistress
    head director manager secretary minister mayor governor ambassador commissioner inspector superintendent constable sergeant detective
    chairman chairwoman chair chairperson leader leaders president executive executives treasurer bursar registrar clerk curator administrator coordinator
    councillor councillors lawmaker lawmakers senator senators prosecutor judge coroner magistrate dean rector provost warden matron
    aide aides adviser advisers advisor advisors deputy chief commander captain boss receptionist employee employees
    representative representatives dispatcher auditor engineer surveyor planner receiver liquidator trustee trustees
    diplomat diplomats foreman supervisor sheriff marshal vice-president staffer staffers premier mp mps msp msps mep meps congressman congresswoman legislator legislators backbencher backbenchers peer peers whip envoys ministers mayors governors managers directors inspectors judges commissioners trustee chiefs-of-staff organiser organisers organizer organizers
    chancellor attaché envoy harbourmaster harbormaster steward fire-chief postmaster stationmaster`,
  'unnamed-person': `
    forecaster forecasters mate mates pal pals housemate flatmate roommate classmate workmate bloke guy guys lady gentleman 
    man woman boy girl person nurse doctor teacher student pupil worker witness neighbour neighbor resident passenger driver customer
    passer-by bystander shopper farmer fisherman villager tenant landlord landlady banker analyst analysts expert experts source sources insider
    insiders critic critics scientist scientists researcher researchers academic academics economist economists historian historians
    colleague friend friends user commenter blogger cleaner guard patient parent lad skipper surgeon plumber builder
    caller reader viewer volunteer protester owner trader stallholder hairdresser porter vet electrician fan visitor
    tourist guest subscriber buyer commuter cyclist walker jogger motorist client whistleblower observers observer specialists specialist
    carer cook chef pilot sailor diver gardener coach butcher baker postman deckhand apprentice trainee lecturer professor activist
    campaigner veteran pensioner investor ex-employee someone somebody anonymous colleagues professors juror jurors cashier barman barmaid waiter waitress busker jeweller`,
  crowd: `
    residents netizens people users villagers parents locals neighbours neighbors passengers students pupils shoppers customers tourists
    workers farmers anglers fishermen protesters demonstrators activists campaigners commuters motorists drivers cyclists fans viewers readers
    commenters witnesses bystanders passers-by onlookers eyewitnesses tenants visitors volunteers traders shopkeepers stallholders
    others many everyone everybody some most public crowd community folk folks internet supporters opponents members teachers nurses doctors
    patients subscribers buyers consumers taxpayers voters investors homeowners householders guests hikers walkers
    players musicians miners dockers skippers pensioners families mothers fathers townspeople citizens bloggers posters posts surfers dwellers`,
  artefact: `
    request requests copy copies extract extracts excerpt excerpts draft drafts 
    version versions story headline screengrab screengrabs leaflets flyer flyers report reports document documents minutes letter letters email emails e-mail e-mails memo memos memorandum notice notices sign signs footage
    video videos clip recording recordings audio tape photo photos photograph photographs picture pictures image images screenshot screenshots
    log logs logbook record records contract contracts invoice invoices receipt receipts ledger ledgers file files transcript
    transcripts message messages chat chats map maps plan plans chart charts data figures statistics study studies
    survey surveys poll polls test tests analysis audit audits census gauge meter sensor sensors thermometer barometer camera cameras cctv
    plaque poster leaflet leaflets inscription note notes diary diaries certificate certificates permit licence license deed deeds
    will register registers database spreadsheet spreadsheets timetable schedule agenda filing filings accounts summary
    indictment charge-sheet manual guidelines rules act bill code website page app display screen
    investigation investigations probe assessment assessments inspection inspections calculations estimates
    readings reading satellite radar instruments instrument soundings banner placard ticket tickets voicemail slip list lists rumour rumours
    rumor rumors thread dossier evidence findings research article articles statement statements announcement announcements
    bulletin communique circular advert advertisement brochure handbook booklet pamphlet envelope label labels tag headstone post clock review reviews ruling judgment affidavit affidavits deposition paperwork correspondence texts text tweet tweets caption`,
  party: `
    family relatives relative father mother wife husband widow widower son daughter brother sister uncle aunt cousin grandfather
    grandmother lawyer lawyers attorney attorneys solicitor solicitors barrister counsel plaintiff plaintiffs defendant defendants accused
    suspect suspects claimant claimants complainant complainants victim victims applicant appellant respondent side sides sister-in-law
    brother-in-law mother-in-law father-in-law couple ex-wife ex-husband agent agents fiancé fiancée partner defence defense
    petitioner petitioners heirs publicist publicists`,
};

/** Head noun to kind. */
export const HEAD_KINDS: ReadonlyMap<string, HeadKind> = new Map(
  kinds().flatMap((kind) => list(HEADS[kind]).map((word) => [word, kind] as const)),
);

function kinds(): readonly HeadKind[] {
  return ['named-body', 'artefact', 'outlet', 'unnamed-official', 'unnamed-person', 'crowd', 'party'];
}

/** Words that make a capitalised name the name of a body. */
export const BODY_NAMES = list(`
  police council ministry hospital company authority court government department agency bureau union trust university college school academy
  committee commission board corporation association federation foundation institute charity church diocese parish club brigade service services
  constabulary army navy coastguard parliament senate congress assembly office bank insurance group party ltd limited inc plc llc gmbh co corp
  shipping airlines airways rail railways railway energy power water gas electric oil foods motors marine dredging works construction
  holdings partners industries laboratories labs pharma systems technologies technology software logistics transport housing network infirmary
  general museum library gallery theatre port harbour airport hotel society league chamber embassy treasury customs prosecutors house hall
  clinic centre center station mines mill brewery stores supermarkets telecom & sons bros brothers estates properties capital
  homes farms taxis trains buses trams ferries coaches tours travel media studios pictures records films games toys drinks wines chemicals plastics metals
  steel timber cement concrete builders developments developers lettings finance financial solutions consulting consultancy security engineering aviation
  aerospace fisheries seafoods electronics medical care healthcare executive foundry quarries quarry freight haulage couriers stores markets supermarket
  dredging towing salvage shipbuilding catering printing publishing trading mining fishing farming packaging roofing plumbing cleaning lending brewing
  consulting marketing manufacturing processing milling recycling heating lighting clothing staffing gaming betting banking building drilling
  workers inspectorate alliance institution organisation organization centre archive zoo gardens park parks trustees prison jail school schools
  city town county borough district township village secretariat directorate inspectorate regulator ombudsman watchdog
  ag sa bv nv ab oy asa spa srl pty
  lines line storage mutual assurance insurers aggregates ceramics textiles dairies tyres biscuits bakeries canneries refrigeration ventilation insulation
  scaffolding demolition excavations minerals quarrying forestry ventures enterprises innovations analytics robotics biotech genetics therapeutics
  diagnostics wholesale retail cinemas arcades leisure resorts hotels inns caterers hospitality outfitters upholstery laundries cleaners recyclers
  disposal sanitation sewage utilities networks communications broadband mobile interactive casino lottery racecourse stables securities investments
  equity pensions mortgages credit lenders loans underwriters actuaries solicitors architects surveyors associates advisory consultants recruitment
  agencies coalition syndicate cooperative collective forum initiative institutes philharmonic orchestra playhouse docks shipyard shipyards tramways
  bakery butchers florists jewellers pharmacy pharmacies dental surgery surgeries residences apartments fc afc rfc wanderers albion
  meats poultry seafood produce kitchens windows glazing carpets shoes fashions furniture cycles autos boats yachts cruises holidays flights hire
  rentals parking parcels supplies products goods brands optics dentistry dairy creamery vineyards spirits coffee snacks solar renewables
  petroleum biofuels machinery instruments components fabrics knitwear cosmetics nutrition supplements fitness campaign campaigners
  team force squad unit taskforce patrol campaign movement street cross
  united rovers athletic tribunal registry greens labour conservatives democrats republicans un eu nato fire ambulance nhs health`);

/** Words that make a capitalised name the name of an outlet. */
export const OUTLET_NAMES = list(`
  times post herald gazette news mail echo courier tribune chronicle journal radio tv television today telegraph guardian observer independent
  standard star sun mirror express press broadcasting daily weekly reuters bbc cnn bulletin argus examiner inquirer enquirer sentinel advertiser
  mercury dispatch globe ledger recorder insider newswire wire agence xinhua bloomberg magazine review fm online leader register now live newsline bugle clarion digest intelligencer tonight`);

/** Words that end the name of a body or an outlet and nobody's surname, whatever first name it begins with: "Florence Council". */
export const NO_SURNAMES = list(`
  police council ministry hospital company authority government department agency bureau trust university college academy
  committee commission board corporation association federation foundation institute charity diocese brigade service services
  constabulary army navy coastguard parliament senate congress assembly office insurance limited ltd inc plc llc society league
  embassy treasury customs clinic centre center airport harbour library museum theatre gallery infirmary surgery inspectorate
  ombudsman tribunal coalition alliance institution organisation organization secretariat directorate prison jail zoo trustees
  cooperative airlines airways railway railways ferries trams buses taxis logistics industries laboratories holdings technologies
  fc afc rfc school schools district borough township racecourse shipyard shipyards orchestra philharmonic hotel hotels pharmacy
  union unions utilities securities pharmaceuticals broadcasting times gazette herald chronicle tribune journal telegraph observer
  radio tv television news bulletin dispatch courier newswire magazine team squad unit taskforce campaign movement street`);

/** Titles before a name. */
export const TITLES = list(`
  mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend father sister brother mayor judge justice captain capt colonel col
  general gen major sergeant sgt lieutenant lt inspector superintendent constable minister president governor senator councillor cllr
  ambassador king queen prince princess pope bishop archbishop rabbi imam coach chancellor premier secretary commissioner sheriff chief
  detective acting nurse director principal headteacher spokesman spokeswoman spokesperson chairman chairwoman coroner treasurer rep sen gov reps sens congressman congresswoman lawmaker representative deputy vice-president adm admiral cmdr commander lieut det supt insp pc pastor deacon cardinal monsignor sheikh first-minister taoiseach speaker attorney counsel cpl corporal private bailiff`);

/** Words that tell he from she. */
export const GENDER_WORDS: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...list(
    'mr sir lord father brother king prince man boy spokesman chairman husband son uncle grandfather lad landlord headmaster fisherman widower brother-in-law father-in-law postman policeman',
  ).map((word) => [word, 'he'] as const),
  ...list(
    'mrs ms miss dame lady mother sister queen princess woman girl spokeswoman chairwoman wife daughter aunt grandmother landlady headmistress widow matron sister-in-law mother-in-law policewoman',
  ).map((word) => [word, 'she'] as const),
]);

const PUBLIC =
  'council|ministry|department|school|academy|college|university|hospital|infirmary|police|constabulary|court|church|parish|diocese|union|committee|commission|board|government|parliament|senate|trust|authority|agency|brigade|force|army|navy|party|assembly|club|museum|library|embassy|tribunal|prison|county|borough|street|road|town|city|association|foundation|charity|society|federation|service|bureau|district|administration|supervision|office|municipal|directorate|secretariat|inspectorate|ombudsman|regulator|tribunal|watchdog';
const names = (words: string): RegExp => new RegExp(`(?:^|[^\\p{L}])(?:${words})(?!\\p{L})`, 'u');

/** How a body named before is called again. */
export const DESCRIPTIONS: readonly { readonly heads: ReadonlySet<string>; readonly names: RegExp }[] = [
  {
    heads: new Set(
      list(
        'company firm business operator supplier manufacturer retailer developer contractor maker chain group insurer lender bank airline carrier brewery bakery publisher platform provider seller shop store garage restaurant hotel landlord employer distributor importer start-up startup conglomerate brand builder',
      ),
    ),
    names: new RegExp(`^(?!.*(?:^|[^\\p{L}])(?:${PUBLIC})(?!\\p{L}))`, 'u'),
  },
  {
    heads: new Set(['school', 'academy', 'college', 'kindergarten', 'nursery']),
    names: names(
      'school|primary|academy|grammar|college|high|infants?|juniors?|kindergarten|nursery|comprehensive|preschool',
    ),
  },
  { heads: new Set(['council', 'borough', 'municipality']), names: names('council|borough|corporation') },
  { heads: new Set(['ministry', 'department']), names: names('ministry|department|office|directorate') },
  { heads: new Set(['hospital', 'trust', 'clinic']), names: names('hospitals?|infirmary|clinic|trust|nhs|general') },
  { heads: new Set(['force', 'police', 'constabulary']), names: names('police|constabulary') },
  {
    heads: new Set(['club', 'team', 'side']),
    names: names('fc|united|rovers|athletic|town|city|club|rfc|wanderers|rangers|albion'),
  },
  { heads: new Set(['university', 'faculty', 'college']), names: names('university|college|institute') },
  { heads: new Set(['union']), names: names('union|federation|workers') },
  {
    heads: new Set(['charity', 'foundation', 'trust', 'society']),
    names: names('foundation|trust|charity|society|fund|mission|relief'),
  },
  {
    heads: new Set(['agency', 'authority', 'regulator', 'watchdog', 'inspectorate', 'commission', 'board']),
    names: names('agency|authority|commission|inspectorate|board|regulator|ombudsman|executive'),
  },
  {
    heads: new Set(['museum', 'gallery', 'library', 'theatre']),
    names: names('museum|gallery|library|theatre|playhouse'),
  },
  { heads: new Set(['port', 'harbour', 'airport', 'station']), names: names('port|harbour|airport|station|docks') },
  { heads: new Set(['church', 'diocese', 'parish']), names: names('church|diocese|parish|cathedral|chapel') },
  { heads: new Set(['party']), names: names('party|greens|labour|conservatives|democrats|republicans|liberals') },
  { heads: new Set(['union']), names: names('union') },
  {
    heads: new Set(
      list('paper newspaper magazine broadcaster station website site tabloid broadsheet journal channel programme'),
    ),
    names: /(?!)/u,
  },
];
