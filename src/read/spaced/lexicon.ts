import type { SourceKind, StatementClass } from '../statement.ts';
import type { WordPattern } from './token.ts';

/**
 * What may follow a verb of saying.
 * clause: a clause with or without "that" · that: only with "that" or a quotation · to: an infinitive · ing: a gerund
 * np: a noun phrase · person: an addressee comes first · for: "for" and a noun phrase · artefact: a noun phrase, after a document
 * telling: only with a noun like "news that".
 */
export type Frame = 'clause' | 'that' | 'to' | 'ing' | 'np' | 'person' | 'for' | 'artefact' | 'telling';

/** A verb of saying: its forms, what may follow, and the class it carries of itself. */
export interface CueVerb {
  readonly lemma: string;
  readonly forms: readonly string[];
  readonly frames: ReadonlySet<Frame>;
  readonly class: StatementClass | null;
  /** What a bare object must look like, where the verb has other senses. */
  readonly object: RegExp | null;
}

/** Words that settle what kind of source a noun phrase names; looked up by its head. */
export type HeadKind = Exclude<SourceKind, 'named-person' | 'none'>;

/** A closed set of words of one language. */
export type Words = ReadonlySet<string>;

/** How phrases and sentences are built, where languages differ. */
export interface Shape {
  /** The head noun comes first and what describes it after: "la empresa concesionaria". */
  readonly headFirst: boolean;
  /** A verb may do without its subject or stand before it: "Dijo que…", "Dijo la alcaldesa que…". */
  readonly freeSubject: boolean;
  /** Dashes set off dialogue, and inside a quotation the words that tell who speaks. */
  readonly dialogueDashes: boolean;
  /** Participles that are verbs only beside an auxiliary; null where the form tells nothing. */
  readonly participle: RegExp | null;
  /** A name of one or more words in running text; global. */
  readonly properName: RegExp;
  readonly reflexive: RegExp;
  /** "One", "another": one of those who spoke last. */
  readonly oneOfThem: RegExp;
  /** The body after an office: "of the trust" (first group). */
  readonly bodyAfter: RegExp;
  /** A body's own paper: what (first group) "from" whom (second). */
  readonly issuedBy: RegExp;
  /** Letters after a name. */
  readonly honours: RegExp;
  /** A capitalised word for a body that a trade name may follow. */
  readonly tradeLead: RegExp;
}

/** Everything the engine knows of one language. Patterns match lower-cased text with straight apostrophes. */
export interface Lexicon {
  readonly languages: readonly string[];
  readonly abbreviations: Words;
  readonly shape: Shape;
  readonly words: {
    readonly that: Words;
    /** The same word as a pronoun before its verb: "said that is wrong". */
    readonly pointing: Words;
    readonly by: Words;
    readonly articles: Words;
    /** The articles of what is known already. */
    readonly definite: Words;
    readonly determiners: Words;
    readonly possessives: Words;
    readonly prepositions: Words;
    /** Prepositions before a body that speaks: "Desde la empresa aseguran". */
    readonly voicedFrom: Words;
    /** Prepositions that may stand inside the name of a source. */
    readonly phrasePrepositions: Words;
    readonly gerundEnding: WordPattern;
    readonly finiteEnding: WordPattern;
    /** Forms that can be nothing but a finite verb. */
    readonly surePast: Words;
    readonly questions: Words;
    readonly plurals: Words;
    /** "both", "all": between auxiliary and verb they belong to no phrase. */
    readonly together: Words;
    /** The writer's own: "my sister" takes no side in the matter. */
    readonly ownPossessives: Words;
    readonly purposes: Words;
    /** Said, and yet no statement. */
    readonly greetings: Words;
    /** Determiners that stand as a source on their own: "another said". */
    readonly standalone: Words;
    /** "there" before its verb. */
    readonly expletives: Words;
    /** Words that open a clause and so end no noun phrase. */
    readonly clausal: Words;
    /** "issued a statement saying": the body that issues it speaks. */
    readonly issuing: Words;
    readonly nameLinks: Words;
    readonly conjunctions: Words;
    readonly contrast: Words;
    /** Of these, those that break a clause only after a pause: "had not yet called". */
    readonly paused: Words;
    readonly subordinators: Words;
    readonly relatives: Words;
    /** Relatives that are the subject of their clause. */
    readonly subjectRelatives: Words;
    readonly auxiliaries: Words;
    readonly be: Words;
    readonly negations: Words;
    readonly adverbs: Words;
    readonly adverbEnding: WordPattern;
    readonly infinitive: Words;
    readonly modals: Words;
    /** After a modal these say nothing out: "would believe it". */
    readonly thoughts: Words;
    /** A subject that is nobody says nothing. */
    readonly nobody: Words;
    /** Nouns that look like cues: "calls to its office". */
    readonly nounCues: Words;
    /** Words that open a clause with its own verb before the main one: "While she said …, he …". */
    readonly leads: Words;
    /** "before claiming", "by saying": before a participle that takes up the subject. */
    readonly ushers: Words;
    /** "at least four", "about 40": no place and no date. */
    readonly estimating: Words;
    /** "As she said, …": what follows the pause is said. */
    readonly likewise: Words;
    /** Verbs of passing on another's words: "quoted her as saying". */
    readonly quoting: Words;
    /** What may open a clause after a verb of saying: "said if …". */
    readonly conditions: Words;
    /** Adjectives after which a word is a noun: "recent comments". */
    readonly describing: Words;
    /** Articles of one thing. */
    readonly singulars: Words;
    /** Verbs of coming forward "to say" something. */
    readonly venturing: Words;
    /** What happens to somebody before he answers: "said when contacted that". */
    readonly addressed: Words;
    readonly times: Words;
    readonly impersonal: Words;
    readonly empty: Words;
    /** Verbs that in the passive tell what was done, not what was said: "was ordered by". */
    readonly acts: Words;
    /** Who asks in an interview: labels before a colon. */
    readonly askers: Words;
    /** Who answers there, by no name. */
    readonly answerers: Words;
  };
  readonly pronouns: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they' | 'who' | 'self'>;
  readonly possessors: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they'>;
  readonly cues: readonly CueVerb[];
  /** Verb and particle, by both words. */
  readonly phrasal: ReadonlyMap<string, CueVerb>;
  /** Verbs of saying in another sense, with what follows: "answered the phone". Matched at the start. */
  readonly idioms: RegExp;
  /** Nouns that carry what is told: "spread the news that". */
  readonly tellings: Words;
  /** Verbs that give a thing a name; given to a charge, it is refused. */
  readonly labelling: Words;
  /** Verbs that ask for a thing to be done: what they ask for is not under way. */
  readonly directives: Words;
  /** Words that only open a post: "so apparently". */
  readonly discourse: Words;
  /** Nouns by which a body named elsewhere is meant, and what such a body's name looks like. */
  readonly descriptions: readonly { readonly heads: Words; readonly names: RegExp }[];
  /** The ways to say "according to", each word by word. */
  readonly accordingTo: readonly (readonly string[])[];
  readonly evidentials: {
    readonly adverbs: Words;
    /** A verb form that, in nobody's mouth, tells a rumour: "habría cobrado"; what follows it, and what makes it plain. */
    readonly conditional: { readonly forms: Words; readonly verb: RegExp; readonly unless: Words } | null;
    readonly passive: WordPattern;
    readonly opening: RegExp;
    readonly rumour: RegExp;
    /** Where a rumour ends inside the sentence that judges it: "… are false". */
    readonly rumourEnd: RegExp;
    readonly tag: RegExp;
    /** A source passes on what it only heard. */
    readonly heardContent: RegExp;
    /** Ways to say that the speaker is not to be named, word by word. */
    readonly privately: readonly (readonly string[])[];
    readonly passiveLinks: Words;
    /** "reports" that nobody is named for. */
    readonly bareReports: RegExp;
    /** "citing", before the source of one's source. */
    readonly citing: Words;
    /** Only an outlet says a thing by "understands"; anybody else only thinks it. */
    readonly outletCues: Words;
    readonly hedgedShow: RegExp;
    /** Verbs whose subject only receives what is said: "the court heard". */
    readonly tailVerbs: Words;
  };
  /** What a body issues in its own voice; matched at the end of a phrase. */
  readonly statementNouns: RegExp;
  readonly crowdWhenBare: Words;
  readonly heads: ReadonlyMap<string, HeadKind>;
  readonly bodyNames: Words;
  /** Words that end names of bodies and outlets, but nobody's, whatever stands before them. */
  readonly noSurnames?: Words;
  /** A last word like "Boilers" makes a trade name. */
  readonly bodyEnding: RegExp;
  readonly outletNames: Words;
  readonly personTitles: Words;
  readonly firstNames: ReadonlyMap<string, 'he' | 'she'>;
  readonly genderWords: ReadonlyMap<string, 'he' | 'she'>;
  readonly numbers: Words;
  readonly former: Words;
  readonly afloat: RegExp;
  readonly online: RegExp;
  readonly officialPhrase: RegExp;
  /** Papers that are no newspapers: "court papers". */
  readonly paperPhrase: RegExp | null;
  readonly vague: RegExp;
  readonly classes: {
    readonly confirm: RegExp;
    /** A plain no, at the head of an answer. */
    readonly flatNo: RegExp;
    readonly deny: RegExp;
    readonly negation: RegExp;
    readonly denyingCues: Words;
    readonly investigate: RegExp;
    readonly promise: RegExp;
    /** Before a second half that promises: "… and that its findings would be published". */
    readonly promiseJoint: RegExp;
    readonly bareModal: RegExp;
    /** A last day: with one, what somebody has agreed to do is promised; without, it is an act that is told of. */
    readonly lastDay: RegExp | null;
    /** A subject for such a half to be read with. */
    readonly anySubject: string;
    readonly respond: RegExp;
    readonly allege: RegExp;
    readonly opinion: RegExp;
    readonly opinionCues: Words;
    /** What is refused where it is called a name: "the allegations". Matched at the start. */
    readonly rebuffed: RegExp;
    readonly condition: RegExp;
    /** An indirect answer without content: a refusal, and no statement. */
    readonly empty: RegExp;
    readonly hedge: RegExp;
    readonly finding: Words;
  };
  readonly responses: {
    /** What is denied in court: a plea answers nobody. */
    readonly plea: RegExp | null;
    /** A bare no to what was set out before: "denied this". */
    readonly denial: RegExp | null;
    /** Somebody was asked, and no answer is told: the first group. */
    readonly pending: RegExp | null;
    readonly silence: RegExp;
    readonly refusal: RegExp;
    /** A verb without subject that tells what was not said: "but stopped short of". Matched at the start. */
    readonly retreat: RegExp;
    readonly callsTo: RegExp;
    /** The sentence before tells who was asked: "asked the hospital's press office about …". */
    readonly askedLast: RegExp;
    /** What a body is reached by stands for the body: "the trust's switchboard". */
    readonly fronts: RegExp;
    /** Who speaks only for a body. */
    readonly voices: RegExp;
    readonly butNot: RegExp;
    readonly replyCues: Words;
    readonly claimCues: Words;
    readonly asked: RegExp;
    /** Somebody was called upon: the next sentences hold the answer. */
    readonly contact: RegExp;
    readonly rumour: RegExp;
    readonly declinedWords: RegExp;
  };
  /** Sentences without a cue that can only be the last speaker's. */
  /** How a writer promises in his own name; null where the language's data has no word for it yet. */
  readonly ownVoice: {
    readonly promise: RegExp;
    /** A heading that says who speaks: in the first or the second group. */
    readonly heading: RegExp;
    /** A line that says what a text is, below the name of whoever speaks in it. */
    readonly kind: RegExp;
    readonly signature: RegExp;
    /** Reporters speak of their own work: what they will do is no promise. */
    readonly reporting: RegExp;
  } | null;
  readonly freeSpeech: {
    readonly opening: RegExp;
    readonly backshift: RegExp;
    readonly question: RegExp;
    readonly answer: RegExp;
  };
  readonly mail: { readonly attributable: RegExp; readonly closing: RegExp; readonly end: RegExp };
}
