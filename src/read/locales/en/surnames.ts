const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Family names that are ordinary words as well: behind a given name, a title or an initial they end a name. */
export const WORD_SURNAMES = list(`
  young long short small little good best great strong wise sharp rich noble hope love joy grace power powers price cash case cook read page law laws bill
  day may march april june summer winter autumn spring sunday monday friday noon moon north south east west northern western
  england britain ireland scotland wales holland france germany spain israel jordan chad london paris berlin york washington sydney florida dallas
  english french welsh irish scott german norman close open call early late last still just rather most few high low major minor
  sport sports weather weathers word words bell ball gale frost snow rain flood storm bright moody gay sweet savage swift speed quick still stead
  stand sitt lead turn show play move like live stay start pay meet change stop bring sell buy write hunt chase catch cross
  street lane hill wood woods park parks field fields forest brook brooks banks bank rivers waters lake pond poole marsh moor heath green gates hall house church
  temple castle tower towers bridge bridges mill mills barn barnes way row court place ward craft crowd guard wall walls stone stones
  white black brown gray grey gold golden silver rose lamb fox wolf bird hawk swan crane drake peacock partridge salmon pike herring
  king queen prince duke earl baron knight bishop pope abbot priest monk parish deacon dean sheriff marshal constable judge major sergeant page
  baker butcher farmer miller mason carpenter potter porter shepherd gardener fisher hunter cooper weaver turner taylor tyler thatcher slater sawyer
  smith goldsmith archer bowman chandler chapman clark coleman dyer forester fowler hooper mercer merchant painter parker piper plumber sadler singer skinner
  steward tanner tinker walker wheeler workman wright waterman coward driver driscoll cave cliff dale glen shaw
  bond lock key keys bolt blade spear pick staff book books bible speaker reader sage bard child childs man mann friend goodman newman freeman
  signal mark trump law justice battle battles pain payne crisp bean rice berry cherry perry plumb sugar salt pepper curry
  head hand hands foot legg beard bones church kirk christian blessing angel saint monday loveday holiday christmas noel pascoe`);
