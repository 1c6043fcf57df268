const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));
/** Whole words: `\b` knows no accents. */
const words = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u');
const opens = (source: string): RegExp => new RegExp(`^(?:${source})(?!\\p{L})`, 'u');
const NEVER = /(?!)/u;

const SAID = 'dice|comenta|rumorea|cuenta|cree|especula|sospecha|habla|teme|sabe|supone|presume';

/** Sourceless evidentials, in lower case. */
export const EVIDENTIALS = {
  adverbs: set('presuntamente supuestamente aparentemente presumiblemente'),
  conditional: {
    forms: set('habría habrían estaría estarían'),
    verb: /(?:[aií]do|[aií]da|[aií]dos|[aií]das|cho|cha|sto|sta|rto|rta|ando|iendo|yendo)$/u,
    unless: set('si'),
  },
  passive: NEVER,
  opening: new RegExp(
    `^(?:(?:al parecer|por lo visto|según parece|según se (?:${SAID}|comenta)|presuntamente|supuestamente|aparentemente),?|(?:también )?(?:se (?:${SAID}|ha sabido|ha podido saber|supo|dijo)|dicen|cuentan|corre la voz de|hay quien (?:dice|asegura)|ha trascendido|trascendió|trasciende) que|corre la voz de que)\\s+`,
    'u',
  ),
  rumour:
    /(?<!\p{L})(?:rumor(?:es)?|bulo|habladurías|especulaci(?:ón|ones)|versión)(?:\s+(?:en|por|sobre)(?:\s[\p{L}-]+){1,5}?)?\s+de que\s+/u,
  rumourEnd:
    /\s+(?:es|son|era|eran|resultó|fue)\s+(?:\p{L}+mente\s+)?(?:fals[oa]s?|mentira|un bulo|inciert[oa]s?|infundad[oa]s?)(?!\p{L})/u,
  tag: /,?\s*(?:al parecer|por lo visto|según (?:parece|dicen|cuentan|se (?:dice|comenta|rumorea))|o eso (?:dicen|cuentan))$/u,
  privately: [],
  passiveLinks: new Set<string>(),
  heardContent: words(
    '(?:ha|había|han|habían|he) oído (?:que|decir|hablar)|le (?:contaron|dijeron) que|oyó decir|al parecer',
  ),
  outletCues: new Set<string>(),
  citing: set('citando'),
  bareReports:
    /^(?:(?:algunas|varias|diversas|ciertas) )?(?:informaciones|versiones|rumores)(?: (?:periodísticas|no confirmadas|sin confirmar))*$/u,
  tailVerbs: new Set<string>(),
  hedgedShow: /^(?:parece|parecen|parecía|parecían)$/u,
};

/** What a content says of its own class. Lower case. */
export const CLASSES = {
  flatNo: /^(?:no|nunca|jamás|en absoluto|para nada)[,.!;–—]/u,
  confirm: new RegExp(
    `^(?:sí|en efecto|efectivamente|es (?:cierto|verdad))(?!\\p{L})|${words('(?:es|era) (?:cierto|verdad) que|efectivamente|en efecto').source}`,
    'u',
  ),
  deny: new RegExp(
    [
      words(
        'es falso|son falsas?|son falsos|fals[oa]s?|mentiras?|bulos?|infundad[oa]s?|calumnias?|difamaci(?:ón|ones)|invenci(?:ón|ones)|no es (?:cierto|verdad)|no (?:hay|había|hubo|existe|existen|existía|existe) (?:ningún|ninguna|nada|riesgo|peligro|plan|planes|pruebas|indicios)|sin fundamento|nunca (?:ocurrió|existió|recibí|recibió|dije|firmé|cobré|pasó)|nada que ver|inocente|rotundamente falso|disparate|montaje',
      ).source,
      '^no (?:he|hemos|hay|hubo|existe|existen) ',
      '^(?:yo )?(?:nunca|jamás) ',
    ].join('|'),
    'u',
  ),
  negation: words('no|nunca|jamás|ningún|ninguna|ninguno|nadie|nada|tampoco|ni'),
  denyingCues: set(
    'insistir recalcar subrayar reiterar responder replicar contestar jurar aclarar puntualizar zanjar enfatizar',
  ),
  investigate: words(
    'investig(?:a|an|ar|ando|ación|aciones|ará|arán|ó)|pesquisas?|indaga(?:r|ndo|ción|n)?|estudia(?:ndo|rá)?|analiza(?:ndo|rá|n)?|revisa(?:ndo|rá|n)?|comprueba(?:ndo|n)?|comprobando|expediente (?:abierto|informativo)|auditoría|está(?:n)? examinando|ha abierto diligencias|tomando muestras',
  ),
  promise: new RegExp(
    [
      words(
        '(?:nos )?(?:comprometemos|prometo|prometemos|garantizamos)|(?:publicar|devolver|pagar|indemnizar|compensar|reparar|entregar|informar|reabrir|difundir|asumir|dimitir|abonar|reembolsar|restituir|reponer|arreglar|sustituir|presentar|facilitar|remitir|colaborar)(?:é|emos|á|án)',
      ).source,
      words(
        '(?:será|serán) (?:publicad|devuelt|indemnizad|compensad|reparad|entregad|informad|reabiert|difundid|abonad|sustituid)[oa]s?',
      ).source,
    ].join('|'),
    'u',
  ),
  lastDay: null,
  bareModal: NEVER,
  anySubject: '',
  promiseJoint: /,? y (?:de )?que /u,
  respond: words(
    'no (?:tiene|tenía|tenemos|tengo|dispone|disponía) (?:información|datos|constancia|conocimiento|noticia|nada que (?:decir|añadir))|no l[aeo]s? (?:consta|constaba|ha (?:visto|leído|escuchado|oído))|no (?:sabe|sabía|sabemos|sé|conoce|conocía|recuerda|recordaba)|(?:ni|la menor) idea|no lo (?:sé|sabe|recuerdo|recuerda)|sin comentarios|no (?:va|vamos|voy) a (?:comentar|hacer declaraciones|valorar)|no puede(?:n)? (?:comentar|confirmar|precisar)|no comentamos|es pronto para|desconoce(?:n|mos)?|desconocía(?:n)?|asunto privado|está(?:n)? al tanto|tiene(?:n)? conocimiento',
  ),
  allege: words(
    'rob(?:ó|aron|an|ar|ado|aba|aban)|estaf\\p{L}+|fraude|defraud\\p{L}+|mint(?:ió|ieron)|miente(?:n)?|mentido|mentir|engañ\\p{L}+|sobornos?|soborn\\p{L}+|comisiones ilegales|mordidas?|falsific\\p{L}+|false(?:ar|ó|aron|ado|an|aba|aban)|amenaz\\p{L}+|coaccion\\p{L}+|maltrat\\p{L}+|acos(?:o|ó|ado|aba|an)|agred\\p{L}+|golpe(?:ó|aron)|malvers\\p{L}+|corrup\\p{L}+|negligencia|negligente|ocult(?:ó|aron|ado|an|aba|aban|ar)|vert(?:ido|ió|ieron|ía|ían)|vierte(?:n)?|contamin(?:a|ó|an|ado|aron)|borr(?:ó|aron) (?:los|las|el|la)|destruy(?:ó|eron)|manipul\\p{L}+|desvi(?:ó|aron|ado)|chantaj\\p{L}+|plagi\\p{L}+|incumpl\\p{L}+|mat(?:ó|aron)|asesin\\p{L}+|abus(?:ó|aron|os|o)|ilegal(?:es|mente)?|silenci(?:ó|aron|ado)',
  ),
  opinion: words(
    'debe(?:ría|rían|n)?|deberíamos|ojalá|vergüenza|injusto|injusta|indignante|preocup\\p{L}+|miedo|quiero|queremos|esperamos|confiamos|terrible|maravillos[oa]',
  ),
  opinionCues: set('opinar lamentar criticar reclamar exigir pedir celebrar protestar quejar ironizar bromear'),
  rebuffed: words(
    'acusaci(?:ón|ones)|denuncias?|imputaci(?:ón|ones)|rumor(?:es)?|críticas|informaci(?:ón|ones)|insinuaci(?:ón|ones)|sospechas?',
  ),
  condition: words('si|salvo que|a menos que|siempre que'),
  empty: words('nada que (?:añadir|decir|comentar)|sin comentarios'),
  hedge: words(
    'podría(?:n)?|puede(?:n)? que|quizás?|tal vez|probablemente|posiblemente|presunt\\p{L}+|supuest\\p{L}+|al parecer|habría(?:n)?|estaría(?:n)?|sería(?:n)?|tendría(?:n)?|unos|unas|cerca de|alrededor de|aproximadamente|parece(?:n)?|sospecha\\p{L}*',
  ),
  finding: set('concluir dictaminar fallar constatar determinar mostrar demostrar recoger señalar'),
};

const CALLS = 'llamadas?|mensajes?|correos?|preguntas?|cuestiones|solicitud(?:es)?|petición|peticiones|requerimientos?';

/** What tells of an answer, or of none. */
export const RESPONSES = {
  plea: null,
  denial: null,
  pending: null,
  silence: words(
    [
      'no (?:ha |han |había |habían )?(?:respond(?:ió|ieron|ido)|contest(?:ó|aron|ado)|atend(?:ió|ieron|ido)|devuelto|devolv(?:ió|ieron))',
      'no (?:se )?(?:ha|han|había|habían) (?:pronunciado|manifestado|dado (?:una |ninguna )?(?:respuesta|contestación))',
      'no se (?:pronunci(?:ó|aron)|manifest(?:ó|aron))',
      'no (?:dio|dieron|hubo|obtuvo|obtuvieron|ha habido|ha obtenido|recibió) (?:una |ninguna )?(?:respuesta|contestación)',
      'sin (?:obtener |recibir |dar |ofrecer )?(?:respuesta|contestación)',
      'nadie (?:respondió|contestó|atendió|cogió|descolgó)',
      'no (?:pudo|pudieron|ha podido|fue posible|ha sido posible) (?:ser )?(?:localizad[oa]s?|contactar|localizar)',
      'ni [^.]{1,80}? (?:(?:ha|han) (?:respondido|contestado)|respond(?:ió|ieron)|contest(?:ó|aron))',
      'guard(?:a|an|ó|aron) silencio',
    ].join('|'),
  ),
  refusal: words(
    [
      '(?:declin(?:ó|aron|a|an)|rehus(?:ó|aron|a)|rehús[ao]n?|(?:ha|han|había) (?:declinado|rehusado|rechazado|evitado)|evit(?:ó|aron)|rechaz(?:ó|aron)|se neg(?:ó|aron) a|se ha(?:n)? negado a) (?:hacer|comentar|responder|contestar|dar|ofrecer|valorar|pronunciarse|hablar|precisar|aclarar|confirmar|realizar|revelar)',
      'no (?:quiso|quisieron|quiere|quieren|ha querido|han querido|quería) (?:hacer|comentar|responder|contestar|dar|ofrecer|valorar|pronunciarse|hablar|precisar|aclarar|confirmar|detallar|revelar|decir|entrar)',
      'ni [^.]{1,80}? (?:quiso|quisieron|quiere|quieren|han querido) (?:hacer|comentar|responder|contestar|dar|ofrecer|valorar|pronunciarse|hablar)',
      'no (?:hará|hizo|harán|hicieron|hace) (?:declaraciones|comentarios)',
      'sin comentarios',
      'colg(?:ó|aron) el teléfono',
    ].join('|'),
  ),
  retreat: /^(?:se abst(?:uvo|uvieron|iene|ienen) de|evit(?:ó|aron|a|an)|sin llegar a)(?!\p{L})/u,
  callsTo: new RegExp(`^(?:\\p{L}+ )*(?:${CALLS}) (?:a|al|de) (.+)$`, 'iu'),
  askedLast:
    /(?:^|\s)(?:preguntó|preguntamos|llamó|llamamos|escribió|escribimos|contactó|consultó) (?:con |a |al )([^.,;:]{3,60}?)(?= (?:sobre|por|si|para)(?:\s|$)|[.,;:]|$)/iu,
  fronts: NEVER,
  voices: words('portavoz|portavoces|(?:jefe|jefa|director|directora) de (?:prensa|comunicación)'),
  butNot: words('(?:pero|aunque|sin embargo).*(?:no|nunca)'),
  replyCues: set('responder contestar replicar rebatir'),
  claimCues: set('alega alegó alegan sostiene sostuvo'),
  asked: words(
    'preguntad[oa]s? (?:por|sobre|si|acerca)|al ser preguntad[oa]s?|en respuesta a|en contestación a|a preguntas de|consultad[oa]s? (?:por|sobre)|requerid[oa]s? por|interrogad[oa]s? (?:por|sobre)|interpelad[oa]s? (?:por|sobre)',
  ),
  contact: words(
    '(?:este (?:periódico|diario|medio)|esta (?:redacción|agencia)|los periodistas|nuestro (?:reportero|redactor)|nuestra redactora) (?:\\p{L}+ ){0,2}(?:llam(?:ó|aron)|pregunt(?:ó|aron)|contact(?:ó|aron)|consult(?:ó|aron)|escrib(?:ió|ieron)|se puso en contacto)',
  ),
  rumour: words('rumor(?:es)?|bulos?|acusaci(?:ón|ones)|denuncias?|en las redes|internet|informaciones'),
  declinedWords: words(
    'sin comentarios|nada que (?:decir|añadir|comentar)|no (?:va|vamos|voy) a (?:comentar|hacer declaraciones|valorar)|hable con mi abogad[oa]|déjenme en paz|asunto privado',
  ),
};

/** Sentences without a cue that can only be the last speaker's: Spanish marks them too little to be sure. */
export const FREE_SPEECH = { opening: NEVER, backshift: NEVER, question: NEVER, answer: NEVER };

/** A body's own mail to the press. */
export const MAIL = {
  attributable: words(
    '(?:pueden|puede) atribuir|en nombre de|adjunt(?:o|amos) (?:nuestra|la) (?:respuesta|declaración)|nuestra (?:respuesta|declaración) es',
  ),
  closing: opens(
    'estimad[oa]s?|hola|buenos días|buenas tardes|gracias|muchas gracias|un saludo|saludos|atentamente|cordialmente|quedo|quedamos',
  ),
  end: opens('un saludo|saludos|atentamente|cordialmente'),
};
