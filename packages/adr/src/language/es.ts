import type { AdrWords } from './adr-words.ts';

/** Spanish. */
export const es: AdrWords = {
  headings: {
    status: 'Estado | Estatus | Status | Estado de la decisión | Estado actual',
    date: 'Fecha | Fecha de la decisión | Fecha de decisión | Fecha de creación',
    people:
      'Responsables | Decisores | Responsables de la decisión | Tomadores de decisiones | Tomadores de decisión | Autor | Autores | Autor(es) | Participantes | Interesados | Partes interesadas | Involucrados | Personas involucradas | Responsable | Quienes deciden',
    log: 'Historial | Historial de cambios | Registro de cambios | Historial de estados | Histórico | Historia | Control de cambios | Historial de versiones | Historial de revisiones | Revisiones | Actualizaciones | Bitácora | Bitácora de cambios | Changelog',
    summary: 'Resumen | Resumen ejecutivo | Síntesis | En breve | Sumario',
    context:
      'Contexto | Contexto y problema | Contexto y planteamiento del problema | Contexto y declaración del problema | Contexto y definición del problema | Contexto y descripción del problema | Contexto y enunciado del problema | Planteamiento del problema | Problema | Descripción del problema | Antecedentes | Introducción | Motivación | Situación | Situación actual | El problema | Contexto y motivación | Definición del problema | Pregunta | Enunciado del problema | Declaración del problema | Contexto y problemática | Problemática | Contexto del problema',
    drivers:
      'Factores de decisión | Impulsores de la decisión | Impulsores de decisión | Criterios de decisión | Criterios | Criterios de evaluación | Requisitos | Motivadores de la decisión | Motivadores | Fuerzas | Factores | Restricciones | Factores clave | Requerimientos | Conductores de la decisión | Drivers de la decisión | Drivers de decisión | Factores determinantes | Factores impulsores | Factores impulsores de la decisión | Lo que importa',
    options:
      'Opciones consideradas | Opciones | Alternativas | Alternativas consideradas | Opciones evaluadas | Alternativas evaluadas | Opciones posibles | Posibles soluciones | Soluciones consideradas | Soluciones posibles | Otras opciones | Otras alternativas | Opciones valoradas | Alternativas valoradas | Opciones analizadas | Alternativas analizadas | Alternativas descartadas | Opciones descartadas | Alternativas rechazadas | Opciones rechazadas | Opciones exploradas | Alternativas exploradas | Propuestas | Alternativas no elegidas | Opciones no elegidas | Alternativas desestimadas | Alternativas consideradas y descartadas | Alternativas evaluadas y descartadas | Enfoques considerados | Opciones estudiadas | Alternativas estudiadas | Opciones comparadas | Alternativas comparadas | Opciones discutidas | Alternativas discutidas | Opciones examinadas | Alternativas examinadas | Opciones investigadas | Otras alternativas consideradas | Otras opciones consideradas | Soluciones evaluadas | Soluciones descartadas | Enfoques evaluados | Enfoques descartados | Alternativas no seleccionadas | Opciones no seleccionadas | Otras soluciones | Soluciones alternativas | Enfoques alternativos | Alternativas evaluadas y rechazadas | Qué se descartó | Alternativas no adoptadas | Propuestas descartadas | Propuestas rechazadas | descartado / aplazado | rechazado / aplazado | rechazado / diferido | descartadas o aplazadas | alternativas aplazadas | no elegidas | no elegido | lo que no elegimos | alternativas y motivos de rechazo | Alternativas consideradas y descartadas con motivos',
    outcome:
      'Decisión | Resultado de la decisión | Decisiones | Solución | Resultado | Solución elegida | Opción elegida | Opción seleccionada | Solución adoptada | Solución propuesta | Recomendación | Resolución | La decisión | Decisión tomada | Decisión adoptada | Decisión final | Solución seleccionada | Propuesta elegida',
    rationale:
      'Justificación | Razonamiento | Razones | Argumentos | Motivos | Fundamento | Fundamentos | Fundamentación | Por qué | Justificación de la decisión | Argumentación | Racional | Motivación de la decisión | Razón | Argumento | Por qué esta decisión | Razones de la decisión | Motivos de la decisión',
    consequences:
      'Consecuencias | Consecuencia | Implicaciones | Impacto | Impactos | Resultados | Efectos | Repercusiones | Consecuencias de la decisión | Compromisos | Consecuencias y riesgos | Implicancias',
    'good-consequences':
      'Consecuencias positivas | Consecuencia positiva | Impactos positivos | Buenas consecuencias | Efectos positivos | Aspectos positivos',
    'bad-consequences':
      'Consecuencias negativas | Consecuencia negativa | Impactos negativos | Malas consecuencias | Efectos negativos | Aspectos negativos',
    'neutral-consequences': 'Consecuencias neutras | Consecuencias neutrales | Impactos neutros',
    mitigations:
      'Mitigaciones | Mitigación | Medidas de mitigación | Mitigación de riesgos | Estrategias de mitigación',
    confirmation: 'Confirmación | Validación | Verificación | Cumplimiento | Gobernanza | Conformidad',
    'option-details':
      'Pros y contras de las opciones | Pros y contras | Ventajas y desventajas de las opciones | Ventajas y desventajas | Ventajas e inconvenientes | Ventajas e inconvenientes de las opciones | Análisis de opciones | Análisis de las opciones | Comparación de opciones | Comparación de las opciones | Comparación | Evaluación de opciones | Evaluación de las opciones | Evaluación | Análisis | Comparativa | Análisis de alternativas | Evaluación de alternativas | Análisis de las alternativas | Detalle de las opciones | Comparación de alternativas | Pros y contras de las alternativas',
    related:
      'Decisiones relacionadas | ADR relacionados | ADRs relacionados | ADRs relacionadas | ADR relacionadas | Documentos relacionados | Relacionados | Relacionado con | Decisiones vinculadas',
    references:
      'Referencias | Enlaces | Recursos | Fuentes | Ver también | Véase también | Referencia | Enlaces de interés | Bibliografía | Vínculos | Enlaces y referencias',
    'more-information':
      'Más información | Notas | Información adicional | Observaciones | Notas adicionales | Comentarios | Nota | Información complementaria',
  },
  lateOutcomes: 'Propuesta | Solución propuesta | Propuesta de solución | Enfoque',
  shortHeadings: {
    'good-consequences': 'Positivas | Positivos | Positivo | Ventajas | Beneficios | Buenas | Pros | Lo bueno',
    'bad-consequences':
      'Negativas | Negativos | Negativo | Desventajas | Inconvenientes | Riesgos | Malas | Contras | Costos | Costes | Lo malo',
    'neutral-consequences': 'Neutras | Neutros | Neutrales | Neutral | Neutro',
    mitigations: 'Mitigaciones | Mitigación',
  },
  labels: {
    status: 'Estado | Estatus | Estado de la decisión | Estado actual',
    date: 'Fecha | Fecha de la decisión | Fecha de decisión | Fecha de creación | Creado | Creado el | Actualizado | Actualizado el | Última actualización | Fecha de actualización | Decidido el | Última modificación | Publicado | Propuesto el | Fecha de propuesta | Fecha de inicio | Decidida el | Tomada el | Fecha de la última actualización | Fecha de última actualización | Fecha de modificación | Modificado el | Modificado | Actualización | Actualizada | Actualizada el | Creada | Creada el | Creación | Aceptado el | Aceptada el | Fecha de aceptación | Aprobado el | Aprobada el | Fecha de aprobación | Adoptado el | Adoptada el | Fecha de adopción | Vigente desde | En vigor desde | Fecha de vigencia | Publicado el | Publicada el | Fecha de publicación | Registrado el | Fecha de registro | Última revisión',
    title: 'Título',
    number: 'Número | Nº | N° | Núm | Identificador',
    deciders:
      'Responsables | Decisores | Decisor | Responsables de la decisión | Responsable de la decisión | Tomadores de decisiones | Tomadores de decisión | Tomador de decisión | Decidido por | Autor | Autores | Autora | Autor(es) | Autor/es | Participantes | Responsable | Propuesto por | Aprobado por | Aprobadores | Involucrados | Interesados | Redactado por | Personas involucradas | Decisor final | Decisores finales | Decisora | Decisor(es) | Decisor/es | Quién decide | Quiénes deciden | Quienes deciden | Decisión tomada por | Tomado por | Tomada por | Decidida por | Aprobador | Aprobada por | Aceptado por | Aceptada por | Validado por | Autoras | Autoría | Autor propuesta | Autor de la propuesta | Autor/a | Autores/as | Autor(a) | Escrito por | Creado por | Elaborado por | Propuesta por | Proponente | Proponentes | Solicitante | Dueño | Dueños | Propietario | Propietarios | Encargado | Encargados | Redactor | Redactores | Partes interesadas | Participante | Contribuidores | Colaboradores | Personas que deciden | Responsables técnicos | Firmantes | Deciden | Decide | Decidió | Decidieron | Ha decidido | Han decidido | Firman | Aprueba | Aprueban | Aprobaron',
    consulted: 'Consultados | Consultado | Consultadas | Personas consultadas | Consultado(s)',
    informed: 'Informados | Informado | Informadas | Personas informadas | Informado(s)',
    tags: 'Etiquetas | Etiqueta | Categoría | Categorías | Palabras clave',
    affects:
      'Afecta a | Rutas afectadas | Rutas | Archivos afectados | Ficheros afectados | Código afectado | Afecta | Archivos | Ficheros | Ámbito | Alcance | Se aplica a | Aplica a | Componentes | Componentes afectados | Módulos | Módulos afectados',
    'revisit on':
      'Revisar el | Revisar | Revisar antes del | Revisar antes de | Por revisar el | Próxima revisión | Fecha de la próxima revisión | Fecha de próxima revisión | Revisión prevista | Fecha prevista de revisión | Reevaluar el | Reevaluar antes del | Reconsiderar el | Fecha de reevaluación | Próxima evaluación | Revisión | Fecha de revisión | Caduca | Caduca el | Fecha de caducidad | Vence el | Válido hasta | Válida hasta | Vigente hasta',
    'revisit when':
      'Revisar si | Revisar cuando | Reconsiderar si | Reconsiderar cuando | Reevaluar si | Reevaluar cuando | Criterios de revisión | Condiciones de revisión | Condiciones para revisar | Criterios para revisar | Criterios de reevaluación | Condiciones de reevaluación | Motivos de revisión | Desencadenantes de revisión | Cuándo revisar | Cuándo revisar esta decisión | Cuándo reconsiderar',
  },
  vagueLabels:
    'Afecta | Archivos | Ficheros | Ámbito | Alcance | Se aplica a | Aplica a | Componentes | Componentes afectados | Módulos | Módulos afectados | Revisión | Fecha de revisión | Revisar | Caduca | Caduca el | Fecha de caducidad | Vence el | Válido hasta | Válida hasta | Vigente hasta',
  conditions: 'si | cuando | en cuanto | después | tras | antes | una vez',
  lookedAgain:
    'Última revisión | Fecha de la última revisión | Fecha de última revisión | Revisado | Revisado el | Revisada el',
  stillRight: 'Revisado el {day} por {name}: sigue vigente. | Revisado el {day}: sigue vigente.',
  decisionDates:
    'Fecha de la decisión | Fecha de decisión | Decidido el | Decidida el | Tomada el | Aceptado el | Aceptada el | Fecha de aceptación | Aprobado el | Aprobada el | Fecha de aprobación | Adoptado el | Adoptada el | Fecha de adopción',
  laterDates: 'revisión | próxima | próximo | límite | vencimiento | expiración | objetivo | prevista | fin',
  names: 'Nombre | Nombres',
  authors:
    'Autor | Autores | Autora | Autor(es) | Autor/es | Autoras | Autoría | Autor propuesta | Autor de la propuesta | Autor/a | Autores/as | Autor(a) | Participantes | Participante | Propuesto por | Propuesta por | Proponente | Proponentes | Solicitante | Involucrados | Interesados | Redactado por | Redactor | Redactores | Escrito por | Creado por | Elaborado por | Personas involucradas | Partes interesadas | Responsable | Dueño | Dueños | Propietario | Propietarios | Encargado | Encargados | Contribuidores | Colaboradores',
  colon: ': ',
  statuses: {
    draft: 'borrador | en elaboración | idea | en progreso | en borrador | en desarrollo',
    proposed:
      'propuesto/propuesta | en discusión | pendiente | en revisión | abierto/abierta | en debate | por decidir | en evaluación | en consideración | en análisis | por revisar | a discutir | sugerido/sugerida | en estudio | en espera | por aprobar | pendiente de aprobación | pendiente de revisión',
    accepted:
      'aceptado/aceptada | aprobado/aprobada | adoptado/adoptada | activo/activa | vigente/vigente | decidido/decidida | implementado/implementada | implantado/implantada | validado/validada | en vigor | ratificado/ratificada | confirmado/confirmada | finalizado/finalizada | completado/completada | acordado/acordada | tomado/tomada | definido/definida | resuelto/resuelta | en uso | consolidado/consolidada',
    rejected:
      'rechazado/rechazada | descartado/descartada | denegado/denegada | no aceptado/no aceptada | desestimado/desestimada',
    deprecated:
      'obsoleto/obsoleta | en desuso | deprecado/deprecada | archivado/archivada | caducado/caducada | descontinuado/descontinuada | ya no vigente',
    superseded:
      'reemplazado/reemplazada | sustituido/sustituida | substituido/substituida | superado/superada | supersedido/supersedida',
    withdrawn: 'retirado/retirada | abandonado/abandonada | cancelado/cancelada | anulado/anulada',
  },
  carriedOut:
    'implementado/implementada | implantado/implantada | en vigor | finalizado/finalizada | completado/completada',
  links: {
    supersedes:
      'reemplaza a … | reemplaza … | sustituye a … | sustituye … | deja obsoleto … | supersede a … | anula … | deroga …',
    'superseded by':
      'reemplazado por … | reemplazada por … | sustituido_por … | reemplazado/a por … | sustituido por … | sustituida por … | substituido por … | superado por … | superada por … | supersedido por … | supersedida por … | obsoleto por … | obsoleta por … | reemplazado por el … | reemplazado por la … | sustituida por la … | sustituido por el … | reemplazada por la … | anulado por … | anulada por … | superseded por …',
    amends:
      'modifica … | modifica a … | enmienda … | amplía … | actualiza … | aclara … | extiende … | precisa … | corrige …',
    'amended by':
      'modificado por … | modificada por … | enmendado por … | enmendada por … | ampliado por … | ampliada por … | actualizado por … | actualizada por … | aclarado por … | extendido por … | corregido por … | corregida por … | ampliado en … | ampliada en …',
  },
  partly: 'en parte | parcialmente',
  self: 'este | esta | esto | el presente | la presente | presente',
  superseding:
    'reemplazó | reemplazó a | sustituyó | sustituyó a | ha reemplazado | ha sustituido | reemplazando | reemplazando a | sustituyendo | sustituyendo a',
  denials: 'no | nunca | ningún | ninguna | ninguno | nada | sin | ni | en lugar de | en vez de',
  supposing:
    'sería | serían | podría | podrían | debería | reemplazaría | sustituiría | si | cuando | hasta | mientras | que | puede | quizás | quizá | tal vez | futuro | futura | eventual | previsto',
  belonging: 'de | del | en | a | al | por',
  means: 'con',
  hereby: '',
  nouns: '',
  records:
    'Registro de decisión de arquitectura | Registro de decisión arquitectónica | Registro de decisiones de arquitectura | Registro de decisiones arquitectónicas | Decisión de arquitectura | Decisión arquitectónica | Registro de decisión',
  relates:
    'Relacionado | Relacionada | Relacionados | Relacionadas | Relacionado con | Relacionada con | ADR relacionados | ADR relacionadas | ADR relacionado | ADRs relacionados | ADRs relacionadas | Decisiones relacionadas | Ver también | Véase también | Véase | Ver | Depende de | Dependencias | Se basa en | Basado en | Basada en | Relaciones | Enlaces | Complementa a | Complementa | Complementado por | Complementada por',
  months: {
    inDates: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    alone: 'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre',
    short: 'ene feb mar abr may jun jul ago sept oct nov dic',
  },
  dates: '27 de diciembre de 2024',
  points: {
    pro: 'Ventajas | Ventaja | Pros | Pro | A favor | Bueno | Bien | Buena | Positivo | Positivos | Positivas | Beneficios | Beneficio | Fortalezas | Puntos fuertes | Puntos positivos | consecuencias positivas | Lo bueno | Oportunidades | Puntos a favor | Aspectos positivos | Fortaleza | Argumentos a favor',
    con: 'Desventajas | Desventaja | Contras | Contra | En contra | Malo | Mal | Mala | Negativo | Negativos | Negativas | Inconvenientes | Inconveniente | Debilidades | Riesgos | Riesgo | Puntos débiles | Puntos negativos | consecuencias negativas | Lo malo | Limitaciones | Puntos en contra | Aspectos negativos | Limitación | Debilidad | Contrapartidas | Compromisos | Trade-offs | Argumentos en contra | Amenazas',
    neutral:
      'Neutral | Neutro | Neutra | Neutros | Neutras | consecuencias neutras | Nota | Notas | Otros | Otras | Observaciones',
    verdict:
      'Veredicto | Conclusión | Valoración | Decisión | Resultado | Evaluación | Motivo del rechazo | Motivo de rechazo | Motivo de descarte | Motivo del descarte | Razón del rechazo | Razón de rechazo | Descartada porque | Descartado porque | Rechazada porque | Rechazado porque | Descartada | Descartado | Rechazada | Rechazado | Por qué no | Razón | Motivo | Por qué se descartó | Por qué se rechazó | Por qué no se eligió | Por qué se descarta | Razón de descarte | Razón del descarte | Motivos de descarte | Motivo para descartar | No elegida porque | No elegido porque | Razones de rechazo | Razones del rechazo | Por qué no se escogió | Desestimada | Desestimado',
    mitigation: 'Mitigación | Mitigaciones | Medidas de mitigación',
  },
  plurals:
    'ventajas | pros | positivos | positivas | beneficios | fortalezas | puntos fuertes | puntos positivos | consecuencias positivas | oportunidades | desventajas | contras | negativos | negativas | inconvenientes | debilidades | riesgos | puntos débiles | puntos negativos | consecuencias negativas | limitaciones | consecuencias neutras | notas | mitigaciones | medidas de mitigación | puntos a favor | aspectos positivos | puntos en contra | aspectos negativos | contrapartidas | trade-offs',
  verdicts: { pro: 'Bueno', con: 'Malo', neutral: 'Neutral', verdict: 'Veredicto', mitigation: 'Mitigación' },
  because: 'porque | ya que | puesto que | dado que | pues',
  reasonLead: '…, porque ',
  chosenLeads:
    'Opción elegida | Opción seleccionada | Opción escogida | Alternativa elegida | Alternativa seleccionada | Solución elegida | Solución seleccionada | Solución escogida | Alternativa escogida | Opción preferida | Opción recomendada | Solución recomendada | Alternativa recomendada | Solución adoptada | Elección | Nuestra elección | Opción adoptada | Enfoque elegido | Enfoque seleccionado | Estrategia elegida | Tecnología elegida | Tecnología seleccionada | Opciones elegidas | Alternativa adoptada | Enfoque adoptado',
  decisionLeads: 'Decisión',
  choosing:
    'usar | usaremos | utilizar | utilizaremos | elegimos | elegido | elegida | adoptar | adoptamos | optamos por | decidido | decidimos | seleccionado | seleccionada | se elige | elige | se opta | opta por | se adopta | escogemos | escogido | escogida | implementar | implementaremos | recomendamos | se decide | adoptada | adoptado | seleccionamos | usamos | utilizamos | mantener | mantenemos | conservar | migrar | migramos | cambiar a | pasar a | pasamos a | introducir | desplegar | optar por | se optó por | optado por | se eligió | se adoptó | se decidió | emplear | emplearemos | se empleará | se utilizará | se usará | apostamos por | nos quedamos con | se selecciona | se seleccionó | se implementa | se implementará | se usa | se utiliza | preferimos | se mantiene | elegir | escoger | seleccionar | vamos a usar | vamos a utilizar',
  choosingNext: 'usaremos | usar | utilizaremos | utilizar | elegimos | adoptamos | adoptar | optamos por',
  making: 'escribir | escribiremos | construir',
  behindChoice: 'como | para | porque | ya | con | en | frente | dado',
  contrasts: 'en lugar de | en vez de | frente a | sin | no | que',
  weighing:
    'consideradas | considerados | consideramos | consideraron | evaluadas | evaluamos | evaluaron | analizadas | analizamos | comparamos | posibles | razonables | existen | varias | diferentes | distintas | dos | tres | cuatro | cinco | seis',
  choices: 'posibilidad',
  naming: 'sería | habría sido | consiste en | consistía en | consistiría en',
  linking: 'es | era | fue | son | eran | fueron',
  weighed:
    'consideramos | evaluamos | analizamos | se consideró | se evaluó | podríamos | se consideraron | se evaluaron | también consideramos | hemos considerado | también se consideró | se barajó | se analizó',
  continuing: 'que | lo que | pero | ya que',
  criteria:
    'Criterio | Criterios | Aspecto | Factor | Característica | Propiedad | Requisito | Dimensión | Funcionalidad',
  asides: 'pero | que | aunque | sin embargo',
  questions: 'cómo | cuál | cuáles | qué | dónde | quién | cuándo | debemos',
  telling:
    'es | son | era | fue | ha | han | sido | puede | podría | sería | será | se | nosotros | esto | esta | este | estas | ver | ninguna | ninguno | también',
  rejecting:
    'descarta | descartan | descartó | descartada | descartado | descartadas | descartamos | rechaza | rechazada | rechazado | rechazamos | no se elige | eliminada | no se usará | no se utilizará | no se adopta | no se adoptará | descartados | descartar | se descartó | rechazadas | rechazados | se rechaza | se rechazó | eliminado | no elegida | no elegido | no seleccionada | no seleccionado | no adoptada | desestimada | desestimado | se desestima | excluida | excluido',
  ordinals: 'primer | segund | tercer | cuart | quint',
  last: 'últim',
  statement: {
    context: 'en el contexto de … | en el contexto del … | en el marco de … | en el marco del …',
    facing: 'frente a … | frente al … | ante … | enfrentando … | enfrentados a …',
    decided:
      'decidimos usar … | decidimos adoptar … | decidimos por … | decidimos … | hemos decidido … | optamos por … | hemos optado por … | elegimos … | hemos elegido … | nos decidimos por …',
    neglected:
      'y descartamos … | y hemos descartado … | y descartar … | descartando … | y rechazamos … | y contra … | en lugar de … | en vez de …',
    achieving: 'para lograr … | para conseguir … | para alcanzar … | con el fin de lograr … | a fin de lograr …',
    accepting: 'aceptando que … | aceptando …',
    aim: 'queremos lograr …',
  },
  outcome: { before: 'Opción elegida: "', between: '", porque ' },
  chose: { alone: 'Elegimos **…**.', because: 'Elegimos **…**, porque …' },
  driversLead: 'Lo que importa',
  describes: 'Descripción',
  options: 'Opción | alternativa | solución | variante | propuesta | enfoque | candidato | estrategia',
  shortOptions: 'Opc. | Alt.',
  chosen:
    'elegida | elegido | seleccionada | seleccionado | escogida | escogido | opción elegida | opción seleccionada | aceptada | aceptado | nuestra elección | preferida | preferido | recomendada | recomendado | adoptada | esta decisión | adoptado | opción escogida | opción adoptada',
  unchosen: 'alternativ | descart | rechaz | otras | no elegid',
  and: 'y | e',
  or: 'o | u',
  nothing:
    'ninguno | ninguna | no aplica | por definir | pendiente | desconocido | por determinar | nadie | sin decisión | aún sin decidir | por decidir',
  templates: 'plantilla',
  inTemplateNames:
    'decisión | decisiones | registro | ejemplo | vacía | corta | larga | mínima | de | del | para | la | una | nueva',
  indexFiles:
    'índice | resumen | lista | listado | contenido | visión general | registro | decisiones | registro de decisiones',
  otherFiles: 'notas | lista de control | glosario | lista de verificación',
  optional: 'opcional | si aplica | si corresponde | si es necesario',
  placeholders: 'título | titulo | título corto | título de la decisión',
  falseFriends: '',
  commonWords:
    'el la los las un una unos unas y es son que de del al en con por para como más pero su sus se lo no nos este esta esto estos estas hay muy también cuando donde desde hasta sobre entre sin ya está están ser fue han ha puede pueden debe deben cada todo todos todas cual porque así tiene tienen hemos',
};
