/** What somebody may be charged with, as words: each list is one kind of wrong. Lower case. */
const either = (words: string): string =>
  words
    .trim()
    .split(/\s*;\s*/u)
    .join('|');

const DECEIT = either(`
  fraud\\w*; lied; lying; liars?; lies about; cheat\\w*; falsif\\w+; forg(?:ed|ing|ery); fake[ds]?; faking; stitched; stitch-up;
  misled; mislead\\w*; deceiv\\w+; deceit; swindl\\w+; scam\\w*; doctored; backdated; plagiari\\w+; relabelled; copied from;
  inflated (?:the|its|their|his|her|figures|invoices|claims|bills); cook(?:ed|ing) the books; double-billed; phantom; tricked;
  duped; conned; bogus; never (?:told|warned|informed|consulted|asked) (?:us|me|them|him|her|anyone|anybody|residents|parents|staff|workers|patients|tenants|families|customers);
  (?:were|was) (?:never|not) (?:told|warned|informed|consulted) (?:about|of|that)?; manipulat(?:ed|ing)`);

const MONEY = either(`
  stole; (?<!reported )stolen; steal(?:s|ing)?; brib\\w+; kickbacks?; backhanders?; embezzl\\w+; corrupt\\w*; launder\\w+;
  pocketed; siphon\\w*; overcharg\\w+; extort\\w*; blackmail\\w*; tea money; rip(?:ped)?[- ]off; hush money; under the table;
  paid in cash; cash in hand; theft; robb(?:ed|ing); misus\\w+; misappropriat\\w+; skimm(?:ed|ing); profiteer\\w*; price[- ]gouging;
  (?:still )?(?:had|has|have)(?: not|n.t) (?:been )?paid; never paid; gone unpaid; went unpaid; withheld (?:wages|pay|information|documents|evidence);
  refused to pay; unpaid wages; underpa(?:id|ying); diverted (?:the |public )?(?:money|funds|cash); took a cut; paid off;
  (?:gone|went|going) back on (?:its|their|his|her|a|the); put (?:its |their |his |her )?(?:profits?|money|greed|cash) (?:before|ahead of|above|over); took (?:gifts|money|cash|payments);
  paid (?:\\w+ ){1,3}to (?:stay away|keep|say|lie|look|drop|withdraw|change); fleeced;
  broken? (?:the|its|their|his|her|a|our|every) (?:law|promises?|agreement|contract|rules|pledges?|word|deal); broke (?:the law|its promise|their promise|his promise|her promise);
  tear(?:ing)? up; t(?:ore|orn) up`);

const VIOLENCE = either(`
  threaten(?:ed|ing|s)?; coerc\\w+; forced (?:to|her|him|them|us|me|into|out); bull(?:y|ied|ying); beat(?:en| up)?; assault\\w*; harass\\w*;
  abus(?:e|ed|ing); molest\\w*; rap(?:e|ed)\\b; kill(?:ed|ing)\\b; murder\\w*; poison\\w*; arson; vandali\\w+; sabotag\\w+; punched;
  slapped; strangled; choked; headbutted; grabbed (?:her|him|me|them); locked (?:us|them|him|her|me) (?:in|out); (?:shouted|screamed|swore|yelled|laughed) at (?:me|us|him|her|them|their|my|our); mocked (?:me|us|him|her|them); drugged; evicted (?:us|them|him|her|me);
  kicked (?:her|him|me|them); spat at; groped; stabbed; shoved; dragged (?:her|him|me|them|us); intimidat\\w+; stalk(?:ed|ing);
  trafficked; kidnapp\\w+; set (?:it |the \\w+ )?on fire; burn (?:it|us|them) down; discriminat(?:ed|es|ing) against; victimis\\w+;
  pressur(?:ed|ing) (?:to|her|him|them|us|me|into|staff|workers); exploit(?:ed|ing|s) (?:us|them|workers|staff|people|patients|tenants|customers|children)`);

const NEGLECT = either(`
  (?:nobody|no one) (?:came|helped|answered|listened|responded|bothered|warned (?:us|me|them)|checked); negligen\\w+; neglect\\w*; malpractice;
  misconduct; mismanage\\w+; reckless\\w*; turned a blind eye; looked the other way; cut(?:ting)? corners; let (?:us|them|him|her|me|people|residents|patients|workers) down; left (?:us|them|him|her|me|people|patients|residents|workers) to (?:die|rot|fend|suffer|freeze);
  ignored (?:the|our|their|his|her|repeated|every|all|several|warnings?|complaints?|safety|(?:\\w+ ){0,2}(?:e-?mails?|letters?|calls|messages|requests|advice|alarms?|petitions?|pleas?|appeals?|rules?|objections?|concerns?));
  ignoring (?:the|our|their|his|her|repeated|every|all|several|warnings?|complaints?|safety|advice);
  fail(?:ed|ing|s|ure) to (?:warn|act|pay|report|protect|inform|provide|maintain|check|tell|inspect|repair|fix|follow|comply|consult|disclose|notify|keep|carry out|prevent|stop|declare|listen|answer for|investigate|respond to (?:warnings?|complaints?|alarms?));
  did nothing(?! wrong); (?:done|doing) nothing(?! wrong); sat on (?:the|for|it|this|that); (?:were|was) sat on; dump(?:ed|ing); unsafe (?:conditions|work|practices); (?:left|leaving) (?:us|them|him|her|me|people|residents|tenants|patients|families|children) (?:\\w+ ){0,3}?(?:without|in the dark|stranded);
  (?:turned|sent) (?:us|them|him|her|me) (?:away|home) (?:twice|again|without|three times|repeatedly|with); made (?:us|them|him|her|me|staff|workers) (?:work|sign|wait|pay|choose|sleep|stand|drive); changed the locks; worked? unpaid;
  (?:switch|turn)(?:ed|ing) off (?:the|its|their|a) (?:\\w+ )?(?:alarms?|limiters?|sensors?|cameras?|detectors?|pumps?|safety);
  without (?:any |proper |our |their |her |his )?(?:permission|consent|authorisation|authorization|a permit|a licence|training|safety|warning|protective)`);

const CONCEALMENT = either(`
  cover(?:ed)?[- ](?:it |this |things )?up; covering (?:it )?up; cover-up; conceal\\w*; tamper\\w*; destroyed (?:evidence|documents|records|files|emails);
  deleted (?:the|evidence|files|emails); shredd(?:ed|ing); leaked; silenced; gagged; hid(?:e|es|den|ing)? (?:the|it|from|evidence|his|her|their|its); hiding;
  (?:ordered|told|instructed|made) (?:us|them|him|her|me|staff|workers|employees) (?:to )?(?:change|alter|delete|falsify|sign|lie|hide|ignore|cover|destroy|say nothing|keep quiet); fobbed off;
  told to (?:keep quiet|lie|say nothing|stay silent|shut up|look away); (?:keep|kept|keeping) (?:it |this |us |them )?quiet; hush(?:ed)? (?:it |this )?up; swept (?:it |this )?under;
  (?:has|have|had|'ve|'d) (?:all )?known (?:since|for (?:\\w+ )?(?:days|weeks|months|years)|about it|all along);
  knew (?:for (?:\\w+ )?(?:days|weeks|months|years)|since|all along|about it|full well|perfectly well|exactly|precisely); knew (?:of|about) [^.]{1,40} for (?:\\w+ )?(?:days|weeks|months|years)
  ; knew$;
  wiped (?:the|its|their|his|her)`);

const BREACH = either(`
  tapp(?:ed|ing) up; hacked (?:into|their|his|her|our|my); spied on; bugged (?:his|her|their|our|my|the);
  perjury; conspir\\w+; illegal\\w*; unlawful\\w*; smuggl\\w+; rigg(?:ed|ing); collu\\w+; steered; betray\\w*; breach(?:ed|ing|es)?; violat(?:ed|es|ing|ions?); flout(?:ed|ing|s);
  nepotism; favouritism; cronyism; dereliction; unfairly dismissed; sacked (?:her|him|me|them|us) (?:for|because|after);
  abuse of (?:power|office|position|trust); bypass(?:ed|ing) (?:the|its|their|safety)`);

/** What a statement charges somebody with. */
export const ALLEGE = new RegExp(`\\b(?:${[DECEIT, MONEY, VIOLENCE, NEGLECT, CONCEALMENT, BREACH].join('|')})\\b`, 'u');
