import type { HeadKind } from '../../spaced/lexicon.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Nouns whose phrase is a source of one kind. Plural forms that differ in kind are entered on their own. */
const HEADS: Readonly<Record<HeadKind, string>> = {
  'named-body': `
    ayuntamiento gobierno gabinete junta diputación ministerio consejería concejalía delegación subdelegación policía guardia fiscalía juzgado tribunal audiencia
    hospital clínica colegio instituto universidad facultad escuela academia empresa compañía firma constructora promotora concesionaria
    eléctrica naviera aerolínea aseguradora mutua inmobiliaria petrolera minera farmacéutica cooperativa consorcio grupo banco caja asociación
    federación confederación sindicato patronal partido coalición oposición comisión comité consejo patronato fundación organización
    plataforma colegio obispado arzobispado diócesis parroquia iglesia embajada consulado ejército armada bomberos protección
    autoridad autoridades agencia organismo oficina dirección gerencia servicio servicios departamento secretaría cámara congreso senado
    parlamento asamblea pleno cabildo mancomunidad comarca ejecutivo administración defensoría defensor tesorería aduana aduanas museo teatro biblioteca
    fábrica planta refinería mina minas bodega matadero hotel restaurante supermercado cadena tienda proveedor proveedora distribuidora
    fabricante operador operadora contratista gestora club liga equipo festival puerto aeropuerto estación central inspección
    municipalidad alcaldía gobernación prefectura intendencia procuraduría cancillería contraloría superintendencia laboratorio observatorio ong onu oms ue`,
  outlet: `
    diario periódico revista cadena emisora televisión radio medio medios prensa rotativo semanario digital portal redacción reportero reportera
    corresponsal corresponsales periodista periodistas agencia noticiero noticiario`,
  'unnamed-official': `
    portavoz portavoces alcalde alcaldesa alcaldes concejal concejala concejales ministro ministra ministros presidente presidenta vicepresidente vicepresidenta
    consejero consejera consejeros director directora directores subdirector subdirectora gerente jefe jefa jefes secretario secretaria subsecretario subsecretaria
    delegado delegada subdelegado subdelegada gobernador gobernadora diputado diputada diputados senador senadora juez jueza jueces magistrado
    magistrada fiscal fiscales comisario comisaria inspector inspectora inspectores capitán capitana comandante coronel general teniente
    sargento cabo agente agentes funcionario funcionaria funcionarios técnico técnica técnicos ingeniero ingeniera ingenieros arquitecto arquitecta perito peritos
    encargado encargada responsable responsables representante representantes coordinador coordinadora rector rectora decano decana director
    embajador embajadora cónsul obispo arzobispo párroco tesorero tesorera interventor interventora auditor auditora capataz patrón
    guarda guardas vigilante conserje bedel archivero archivera bibliotecario bibliotecaria maquinista mandatario mandataria edil ediles edila regidor regidora regidores síndico síndica veedor veedora contador contadora comisionado comisionada comandancia vocero vocera voceros exsecretario exsecretaria jefatura notario notaria registrador registradora forense forenses piloto práctico bombero policía-local supervisor supervisora administrador administradora apoderado asesor asesora asesores dirigente dirigentes líder líderes
    legislador legisladora canciller intendente procurador procuradora mando mandos oficial oficiales empleado empleada exalcalde exalcaldesa exministro exministra exdirector exdirectora exgerente exconcejal expresidente expresidenta`,
  'unnamed-person': `
    fuente fuentes testigo vecino vecina residente hombre mujer joven niño niña chico chica persona alguien médico médica doctor doctora enfermero enfermera profesor profesora
    maestro maestra alumno alumna estudiante trabajador trabajadora obrero obrera conductor conductora pasajero pasajera cliente clienta paciente
    agricultor agricultora ganadero ganadera pescador pescadora comerciante camarero camarera tendero tendera panadero panadera taxista
    experto experta expertos expertas analista analistas investigador investigadora investigadores científico científica científicos catedrático catedrática
    historiador historiadora economista amigo amiga compañero compañera colega usuario usuaria activista voluntario voluntaria jubilado jubilada
    propietario propietaria dueño dueña inquilino inquilina socio socia viajero viajera peatón ciclista electricista albañil fontanero
    confidente informante exempleado exempleada extrabajador extrabajadora actor actriz escritor escritora cantante artista entrenador entrenadora jugador jugadora deportista`,
  crowd: `
    vecinos vecinas residentes habitantes ciudadanos usuarios internautas trabajadores trabajadoras empleados obreros padres madres alumnos estudiantes
    pasajeros viajeros clientes pacientes agricultores ganaderos pescadores comerciantes hosteleros conductores jóvenes gente público testigos asistentes manifestantes
    activistas voluntarios seguidores aficionados lectores espectadores turistas visitantes propietarios inquilinos consumidores afectados
    algunos muchos varios otros todos médicos enfermeras profesores maestros jubilados familias socios accionistas feligreses bañistas mineros taxistas`,
  artefact: `
    informe informes versión documento documentos acta actas carta cartas correo correos mensaje mensajes nota notas memorando expediente expedientes sumario
    atestado sentencia auto autos demanda querella contrato contratos factura facturas recibo recibos registro registros certificado certificados
    plano planos mapa mapas estudio estudios encuesta encuestas sondeo análisis auditoría dictamen peritaje autopsia vídeo vídeos video videos
    grabación grabaciones audio audios foto fotos fotografía fotografías imagen imágenes captura capturas pantallazo pantallazos chat chats
    conversación conversaciones publicación publicaciones tuit tuits hilo cartel carteles letrero rótulo placa pancarta folleto octavilla
    aviso avisos bando circular comunicado comunicados declaración boletín artículo reportaje libro diario-de-obra bitácora
    datos cifras estadística estadísticas censo sensor sensores cámara cámaras radar satélite termómetro pluviómetro contador reglamento ley decreto
    ordenanza norma normas estatutos código manual presupuesto lista listado tabla gráfico cuentas documentación papeles prueba pruebas escrito web página`,
  party: `
    familia familiares familiar padre madre marido esposa esposo mujer viuda viudo hijo hija hijos hermano hermana hermanos tío tía primo prima abuelo abuela
    abogado abogada abogados letrado letrada defensa acusación denunciante denunciantes demandante demandantes demandado demandada acusado acusada acusados
    imputado imputada investigado investigada procesado detenido detenida víctima víctimas querellante allegados parientes herederos viudas`,
};

/** Head noun to kind; where a noun may be either, the later row says what it is in the news. */
export const HEAD_KINDS: ReadonlyMap<string, HeadKind> = new Map(
  (Object.keys(HEADS) as HeadKind[]).flatMap((kind) => list(HEADS[kind]).map((word) => [word, kind] as const)),
);

/** Words that make a name a body's. */
export const BODY_NAMES = list(`
  ayuntamiento gobierno junta diputación ministerio consejería policía guardia fiscalía juzgado tribunal audiencia hospital clínica colegio instituto universidad
  asociación federación confederación sindicato partido comisión comité consejo fundación autoridad agencia oficina dirección servicio
  departamento secretaría cámara congreso senado parlamento asamblea cabildo banco caja grupo compañía minas bomberos cooperativa puerto portuaria
  aeropuerto museo teatro biblioteca club unión cruz ejército armada obispado arzobispado municipalidad alcaldía organización plataforma consorcio
  s.a s.l sa sl energía aguas transportes construcciones industrias hermanos corporación`);

/** Words that make a name an outlet's. */
export const OUTLET_NAMES = list(`
  diario gaceta correo heraldo noticias tiempo mundo país voz prensa crónica tribuna radio televisión tele onda canal cadena telediario
  mercurio universal comercio nación semanario revista noticiero faro vanguardia periódico eco adelanto día hoy`);

/** Titles before a name. */
export const TITLES = list(
  'don doña señor señora señorita sr sra srta dr dra doctor doctora profesor profesora padre hermana fray sor licenciado licenciada ingeniero ingeniera',
);

const HE = `adrián agustín alberto alejandro alfonso alfredo álvaro andrés ángel antonio arturo benito bernardo bruno camilo carlos césar cristian damián daniel david diego
  eduardo emilio enrique ernesto esteban eugenio federico felipe félix fernando fidel francisco gabriel gerardo germán gonzalo gregorio guillermo gustavo
  héctor hernán horacio hugo ignacio iker íñigo isaac ismael iván jacinto jaime javier jerónimo jesús joaquín jorge josé juan julián julio lázaro leandro leonardo lorenzo lucas
  luis manuel marcelo marcos mariano mario martín mateo matías mauricio miguel moisés nicolás óscar pablo paco pedro rafael raimundo ramiro ramón raúl ricardo roberto
  rodrigo rubén salvador samuel santiago saúl sebastián sergio simón teodoro tomás valentín vicente víctor xavier`;
const SHE = `adela adriana alba alejandra alicia almudena amalia amanda amparo ana andrea ángela antonia araceli aurora bárbara beatriz belén berta blanca carla carlota carmen carolina catalina
  cecilia celia claudia clara concha consuelo cristina daniela diana dolores elena elisa elvira emilia encarna esperanza ester estela eugenia eva fátima gabriela gloria graciela
  guadalupe inés irene isabel josefa juana julia laura leonor leticia lidia lola lorena lourdes lucía luisa luz magdalena manuela mar margarita maría marina marta
  matilde mercedes mónica nadia natalia nieves noelia nuria olga paloma patricia paula paz pilar raquel rebeca regina remedios rita rocío rosa rosario ruth sandra sara silvia sofía
  sole soledad sonia susana tatiana teresa trinidad valeria vanesa verónica victoria violeta virginia yolanda`;

/** Common first names, for pronouns and for telling one-word people from one-word bodies. */
export const FIRST_NAMES: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...list(HE).map((name) => [name, 'he'] as const),
  ...list(SHE).map((name) => [name, 'she'] as const),
]);

/** Words that tell "él" from "ella". */
export const GENDER_WORDS: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...list(
    'señor sr don padre hermano rey hombre niño chico alcalde ministro consejero director presidente secretario concejal abogado marido hijo juez guarda doctor profesor ingeniero vecino',
  ).map((word) => [word, 'he'] as const),
  ...list(
    'señora sra doña madre hermana reina mujer niña chica alcaldesa ministra consejera directora presidenta secretaria concejala abogada esposa hija jueza doctora profesora ingeniera vecina enfermera trabajadora',
  ).map((word) => [word, 'she'] as const),
]);
