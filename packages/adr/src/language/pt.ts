import type { AdrWords } from './adr-words.ts';

/** Portuguese, of Brazil and of Portugal. */
export const pt: AdrWords = {
  headings: {
    status: 'Status | Estado | Situação | Estado da decisão | Status da decisão',
    date: 'Data | Data da decisão | Data de decisão | Data de criação',
    people:
      'Decisores | Responsáveis | Responsáveis pela decisão | Tomadores de decisão | Autor | Autores | Autor(es) | Participantes | Envolvidos | Partes interessadas | Interessados | Pessoas envolvidas | Decididores | Stakeholders',
    log: 'Histórico | Histórico de alterações | Histórico de mudanças | Histórico de revisões | Registro de alterações | Registo de alterações | Histórico de status | Alterações | Histórico de versões | Histórico de atualizações | Revisões | Atualizações',
    summary: 'Resumo | Resumo executivo | Sumário | Síntese | Em resumo',
    context:
      'Contexto | Contexto e problema | Contexto e declaração do problema | Contexto e definição do problema | Contexto e descrição do problema | Contexto e enunciado do problema | Contexto e apresentação do problema | Declaração do problema | Definição do problema | Problema | Descrição do problema | Antecedentes | Introdução | Motivação | Situação-problema | Situação atual | Cenário | Cenário atual | O problema | Contexto e motivação | Enunciado do problema | Questão | Pergunta | Contexto e problemática | Problemática | Contextualização | Contexto do problema | Background e contexto',
    drivers:
      'Fatores de decisão | Direcionadores da decisão | Direcionadores de decisão | Direcionadores | Motivadores da decisão | Motivadores | Critérios de decisão | Critérios | Critérios de avaliação | Requisitos | Forças | Fatores | Restrições | Impulsionadores da decisão | Impulsionadores | Fatores determinantes | Condutores da decisão | Drivers de decisão | Drivers da decisão | Fatores decisivos | Fatores da decisão | Factores de decisão | Premissas e restrições | O que importa',
    options:
      'Opções consideradas | Opções | Alternativas | Alternativas consideradas | Opções avaliadas | Alternativas avaliadas | Opções possíveis | Possíveis soluções | Soluções possíveis | Soluções consideradas | Soluções propostas | Outras opções | Outras alternativas | Opções analisadas | Alternativas analisadas | Alternativas descartadas | Opções descartadas | Alternativas rejeitadas | Opções rejeitadas | Opções estudadas | Alternativas estudadas | Propostas | Outras opções consideradas | Outras alternativas consideradas | Alternativas não escolhidas | Soluções descartadas | Alternativas consideradas e rejeitadas | Alternativas avaliadas e descartadas | Abordagens consideradas | Opções exploradas | Alternativas exploradas | Opções discutidas | Alternativas discutidas | Opções comparadas | Alternativas comparadas | Opções examinadas | Opções investigadas | Soluções avaliadas | Soluções analisadas | Abordagens avaliadas | Abordagens descartadas | Alternativas não selecionadas | Opções não escolhidas | Outras soluções | Soluções alternativas | Abordagens alternativas | Alternativas avaliadas e rejeitadas | O que foi descartado | Alternativas não adotadas | Propostas descartadas | Propostas rejeitadas | Abordagens rejeitadas | rejeitado / adiado | descartado / adiado | rejeitadas ou adiadas | alternativas adiadas | não escolhidas | o que não escolhemos | alternativas e motivos de rejeição | Alternativas consideradas e descartadas com justificativa',
    outcome:
      'Decisão | Resultado da decisão | Decisões | Solução | Resultado | Solução escolhida | Opção escolhida | Opção selecionada | Solução adotada | Solução proposta | Recomendação | Resolução | A decisão | Decisão tomada | Decisão final | Decisão adotada | Desfecho da decisão | Resultados da decisão | Decisão arquitetural | Solução selecionada',
    rationale:
      'Justificativa | Justificativas | Justificação | Razões | Argumentos | Motivos | Racional | Raciocínio | Fundamentação | Por que | Por quê | Porquê | Justificativa da decisão | Motivação da decisão | Motivo | Razão | Argumentação | Fundamentos | Argumento | Por que esta decisão | Razões da decisão | Motivos da decisão',
    consequences:
      'Consequências | Consequência | Implicações | Impactos | Impacto | Resultados | Efeitos | Consequências da decisão | Repercussões | Trade-offs e consequências | Consequências e riscos | Resultados esperados',
    'good-consequences':
      'Consequências positivas | Consequência positiva | Impactos positivos | Boas consequências | Efeitos positivos | Pontos positivos da decisão | Aspectos positivos',
    'bad-consequences':
      'Consequências negativas | Consequência negativa | Impactos negativos | Más consequências | Consequências ruins | Efeitos negativos | Pontos negativos da decisão | Aspectos negativos',
    'neutral-consequences': 'Consequências neutras | Impactos neutros',
    mitigations:
      'Mitigações | Mitigação | Medidas de mitigação | Mitigação de riscos | Estratégias de mitigação | Plano de mitigação',
    confirmation: 'Confirmação | Validação | Verificação | Conformidade | Governança | Compliance e governança',
    'option-details':
      'Prós e contras das opções | Prós e contras | Vantagens e desvantagens das opções | Vantagens e desvantagens | Análise das opções | Análise de opções | Comparação das opções | Comparação de opções | Comparação | Avaliação das opções | Avaliação de opções | Avaliação | Análise | Comparativo | Análise das alternativas | Análise de alternativas | Avaliação das alternativas | Comparação das alternativas | Detalhamento das opções | Prós e contras das alternativas | Pros e contras das opções | Pros e contras',
    related:
      'Decisões relacionadas | ADRs relacionadas | ADRs relacionados | ADR relacionados | ADR relacionadas | Documentos relacionados | Relacionados | Relacionado a | Decisões associadas',
    references:
      'Referências | Links | Ligações | Recursos | Fontes | Veja também | Ver também | Referência | Links úteis | Bibliografia | Links e referências | Referências e links | Leitura adicional',
    'more-information':
      'Mais informações | Notas | Informações adicionais | Observações | Notas adicionais | Comentários | Nota | Informação adicional | Informações complementares | Considerações adicionais',
  },
  lateOutcomes: 'Proposta | Solução proposta | Proposta de solução | Abordagem',
  shortHeadings: {
    'good-consequences':
      'Positivas | Positivos | Positivo | Positiva | Vantagens | Benefícios | Boas | Prós | Pros | Pontos positivos | Ganhos',
    'bad-consequences':
      'Negativas | Negativos | Negativo | Negativa | Desvantagens | Riscos | Ruins | Más | Contras | Custos | Pontos negativos | Trade-offs',
    'neutral-consequences': 'Neutras | Neutros | Neutro | Neutra',
    mitigations: 'Mitigações | Mitigação',
  },
  labels: {
    status: 'Status | Estado | Situação | Status da decisão | Status atual | Estado atual',
    date: 'Data | Data da decisão | Data de decisão | Data de criação | Criado em | Criada em | Atualizado em | Atualizada em | Última atualização | Data de atualização | Decidido em | Última modificação | Publicado em | Última alteração | Proposto em | Proposta em | Data de proposta | Data da proposta | Data de início | Decidida em | Tomada em | Data da última atualização | Data de modificação | Modificado em | Modificada em | Alterado em | Data de alteração | Atualização | Atualizado | Criado | Criação | Aceito em | Aceita em | Aceite em | Data de aceitação | Data de aceite | Aprovado em | Aprovada em | Data de aprovação | Adotado em | Adotada em | Data de adoção | Em vigor desde | Vigente desde | Publicada em | Data de publicação | Registrado em | Registrada em | Data de registro | Última revisão',
    title: 'Título',
    number: 'Número | Nº | N° | Identificador',
    deciders:
      'Decisores | Decisor | Responsáveis | Responsáveis pela decisão | Tomadores de decisão | Tomador de decisão | Tomadores da decisão | Decidido por | Autor | Autores | Autora | Autor(es) | Autor(a) | Participantes | Responsável | Proposto por | Aprovado por | Aprovadores | Envolvidos | Interessados | Escrito por | Decididores | Partes interessadas | Elaborado por | Decisor final | Decisora | Decisor(es) | Decididor | Quem decide | Quem decidiu | Decisão tomada por | Tomada por | Decidida por | Aprovador | Aprovada por | Aceito por | Aceita por | Validado por | Autoras | Autoria | Autor da proposta | Autor/a | Autores/as | Criado por | Redigido por | Redator | Redatores | Proposta por | Proponente | Proponentes | Solicitante | Dono | Donos | Proprietário | Proprietários | Participante | Contribuidores | Colaboradores | Pessoas envolvidas | Signatários | Responsável técnico | Responsável pela decisão | Stakeholders | Decidem | Decide | Decidiu | Decidiram | Aprova | Aprovam | Aprovaram',
    consulted: 'Consultados | Consultado | Consultadas | Pessoas consultadas | Consultado(s)',
    informed: 'Informados | Informado | Informadas | Pessoas informadas | Informado(s)',
    tags: 'Etiquetas | Categoria | Categorias | Palavras-chave | Marcadores',
    affects:
      'Afeta | Caminhos afetados | Caminhos | Arquivos afetados | Ficheiros afetados | Código afetado | Afecta | Arquivos | Ficheiros | Âmbito | Escopo | Abrangência | Aplica-se a | Componentes | Componentes afetados | Módulos | Módulos afetados',
    'revisit on':
      'Rever em | Rever até | Revisar em | Revisar até | Reavaliar em | Reavaliar até | Reconsiderar em | Próxima revisão | Data da próxima revisão | Próxima avaliação | Revisão prevista | Data prevista de revisão | Data de reavaliação | Reavaliação | Revisão | Revisão em | Data de revisão | Data da revisão | Expira em | Data de expiração | Válido até | Válida até',
    'revisit when':
      'Rever se | Rever quando | Revisar se | Revisar quando | Reavaliar se | Reavaliar quando | Reconsiderar se | Reconsiderar quando | Critérios de revisão | Condições de revisão | Critérios para revisão | Condições para revisão | Critérios de reavaliação | Condições para reavaliação | Gatilhos de revisão | Gatilhos para revisão | Quando rever | Quando revisar | Quando reavaliar',
  },
  vagueLabels:
    'Arquivos | Ficheiros | Âmbito | Escopo | Abrangência | Aplica-se a | Componentes | Componentes afetados | Módulos | Módulos afetados | Revisão | Revisão em | Data de revisão | Data da revisão | Expira em | Data de expiração | Válido até | Válida até',
  conditions: 'se | quando | assim que | após | depois | antes | caso | uma vez',
  lookedAgain: 'Última revisão | Data da última revisão | Revisto em | Revisado em | Revista em | Revisada em',
  stillRight: 'Revisto em {day} por {name}: continua válido. | Revisto em {day}: continua válido.',
  decisionDates:
    'Data da decisão | Data de decisão | Decidido em | Decidida em | Tomada em | Aceito em | Aceita em | Aceite em | Data de aceitação | Data de aceite | Aprovado em | Aprovada em | Data de aprovação | Adotado em | Adotada em | Data de adoção',
  laterDates: 'revisão | próxima | próximo | limite | vencimento | expiração | alvo | prevista | fim',
  names: 'Nome | Nomes',
  authors:
    'Autor | Autores | Autora | Autor(es) | Autor(a) | Autoras | Autoria | Autor da proposta | Autor/a | Autores/as | Participantes | Participante | Proposto por | Proposta por | Proponente | Proponentes | Solicitante | Envolvidos | Interessados | Escrito por | Criado por | Redigido por | Redator | Redatores | Elaborado por | Partes interessadas | Pessoas envolvidas | Responsável | Responsáveis | Responsável técnico | Dono | Donos | Proprietário | Proprietários | Contribuidores | Colaboradores | Stakeholders',
  colon: ': ',
  statuses: {
    draft: 'rascunho | em elaboração | ideia | em andamento | em construção | em rascunho | em progresso',
    proposed:
      'proposto/proposta | em discussão | pendente/pendente | em revisão | aberto/aberta | em análise | em avaliação | a decidir | em debate | sugerido/sugerida | em estudo | em espera | para discussão | aguardando aprovação | aguardando revisão | para aprovação | a discutir',
    accepted:
      'aceito/aceita | aceite | aprovado/aprovada | adotado/adotada | ativo/ativa | vigente/vigente | decidido/decidida | implementado/implementada | implantado/implantada | validado/validada | em vigor | ratificado/ratificada | confirmado/confirmada | concluído/concluída | finalizado/finalizada | definido/definida | tomado/tomada | resolvido/resolvida | em uso | consolidado/consolidada | acordado/acordada',
    rejected: 'rejeitado/rejeitada | recusado/recusada | descartado/descartada | negado/negada | reprovado/reprovada',
    deprecated:
      'obsoleto/obsoleta | depreciado/depreciada | descontinuado/descontinuada | arquivado/arquivada | em desuso',
    superseded:
      'substituído/substituída | superado/superada | suplantado/suplantada | supersedido/supersedida | sobreposto/sobreposta',
    withdrawn: 'retirado/retirada | abandonado/abandonada | cancelado/cancelada | anulado/anulada',
  },
  carriedOut:
    'implementado/implementada | implantado/implantada | em vigor | concluído/concluída | finalizado/finalizada',
  links: {
    supersedes:
      'substitui … | substitui a … | substitui o … | supera … | suplanta … | torna obsoleto … | revoga … | substitui as … | substitui os …',
    'superseded by':
      'substituído por … | substituída por … | substituído pela … | substituída pela … | substituído pelo … | substituído(a) por … | superado por … | superada por … | superada pela … | suplantado por … | supersedido por … | supersedida por … | substituída pelo … | revogado por … | revogada por … | incorporado por … | incorporada por … | superseded por …',
    amends:
      'altera … | modifica … | emenda … | amenda … | atualiza … | estende … | amplia … | esclarece … | refina … | corrige … | detalha …',
    'amended by':
      'alterado por … | alterada por … | modificado por … | modificada por … | emendado por … | atualizado por … | atualizada por … | estendido por … | ampliado por … | ampliada por … | alterada pela … | refinado por … | refinada por …',
  },
  partly: 'em parte | parcialmente',
  self: 'este | esta | isto | deste | desta | o presente | a presente | presente',
  superseding: 'substituiu | substituiu a | substituiu o | superou | substituindo | substituindo a | substituindo o',
  denials: 'não | nunca | nenhum | nenhuma | nada | sem | nem | em vez de | ao invés de',
  supposing:
    'seria | seriam | poderia | poderiam | deveria | substituiria | se | quando | até | caso | enquanto | que | pode | talvez | futuro | futura | eventual | previsto',
  belonging: 'de | do | da | dos | das | em | no | na | nos | nas | à | ao | pelo | pela',
  means: 'com',
  hereby: '',
  nouns: '',
  records:
    'Registro de decisão de arquitetura | Registro de decisão arquitetural | Registro de decisão arquitetônica | Registro de decisões de arquitetura | Registro de decisões arquiteturais | Registo de decisão de arquitetura | Decisão de arquitetura | Decisão arquitetural | Registro de decisão',
  relates:
    'Relacionado | Relacionada | Relacionado a | Relacionada a | Relacionado com | Relacionada com | Relacionados | Relacionadas | ADR relacionadas | ADR relacionados | ADRs relacionadas | ADRs relacionados | Decisões relacionadas | Ver também | Veja também | Veja | Depende de | Dependências | Baseado em | Baseada em | Relações | Ligações | Complementa | Complementado por | Complementada por | Complementado pela | Complementada pela',
  months: {
    inDates: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    alone: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
    short: 'jan fev mar abr mai jun jul ago set out nov dez',
  },
  dates: '27 de dezembro de 2024',
  points: {
    pro: 'Prós | Pró | Pros | Vantagens | Vantagem | A favor | Bom | Boa | Bem | Positivo | Positivos | Positivas | Benefícios | Benefício | Pontos fortes | Pontos positivos | Ponto positivo | Forças | consequências positivas | Ganhos | Pontos a favor | Aspectos positivos | Oportunidades | Argumentos a favor | Ganho',
    con: 'Contras | Contra | Desvantagens | Desvantagem | Ruim | Mau | Má | Mal | Negativo | Negativos | Negativas | Riscos | Risco | Pontos fracos | Pontos negativos | Ponto negativo | Fraquezas | consequências negativas | Limitações | Inconvenientes | Pontos contra | Aspectos negativos | Limitação | Fraqueza | Trade-offs | Inconveniente | Ameaças | Desafios | Argumentos contra',
    neutral:
      'Neutro | Neutra | Neutros | Neutras | Neutral | consequências neutras | Nota | Notas | Observação | Observações | Outros',
    verdict:
      'Veredito | Veredicto | Conclusão | Decisão | Resultado | Avaliação | Motivo da rejeição | Motivo do descarte | Razão da rejeição | Motivo | Rejeitada porque | Rejeitado porque | Descartada porque | Descartado porque | Rejeitada | Rejeitado | Descartada | Descartado | Por que não | Razão | Por que foi rejeitada | Por que foi descartada | Por que não foi escolhida | Por que não foi escolhido | Por que descartada | Por que descartado | Por que rejeitada | Por que rejeitado | Motivo de rejeição | Motivo de descarte | Motivos da rejeição | Razão do descarte | Não escolhida porque | Não escolhido porque | Por que não escolhida | Por que não escolhemos',
    mitigation: 'Mitigação | Mitigações | Medidas de mitigação',
  },
  plurals:
    'prós | pros | vantagens | positivos | positivas | benefícios | pontos fortes | pontos positivos | forças | consequências positivas | ganhos | contras | desvantagens | negativos | negativas | riscos | pontos fracos | pontos negativos | fraquezas | consequências negativas | limitações | consequências neutras | notas | observações | mitigações | medidas de mitigação | pontos a favor | aspectos positivos | oportunidades | pontos contra | aspectos negativos | trade-offs | ameaças | desafios',
  verdicts: { pro: 'Bom', con: 'Ruim', neutral: 'Neutro', verdict: 'Veredito', mitigation: 'Mitigação' },
  because: 'porque | pois | já que | uma vez que | visto que | dado que',
  reasonLead: '…, porque ',
  chosenLeads:
    'Opção escolhida | Opção selecionada | Alternativa escolhida | Alternativa selecionada | Solução escolhida | Solução selecionada | Opção preferida | Opção recomendada | Solução recomendada | Alternativa recomendada | Solução adotada | Abordagem escolhida | Escolha | Nossa escolha | Opção adotada | Alternativa adotada | Estratégia escolhida | Abordagem selecionada | Abordagem adotada | Tecnologia escolhida | Opções escolhidas | Escolha final',
  decisionLeads: 'Decisão',
  choosing:
    'usar | usaremos | utilizar | utilizaremos | escolhemos | escolhido | escolhida | adotar | adotamos | adotaremos | optamos por | decidimos | decidido | selecionado | selecionada | adotada | adotado | escolhe-se | escolher | opta-se | implementar | implementaremos | recomendamos | usamos | utilizamos | selecionamos | adota-se | opta por | manter | mantemos | migrar | migramos | mudar para | passar a | implantar | introduzir | optar por | optou-se por | optado por | decidiu-se | adotou-se | escolheu-se | será usado | será usada | será utilizado | será utilizada | será adotado | será adotada | usa-se | utiliza-se | utilizará | preferimos | vamos usar | vamos utilizar | vamos adotar | selecionar | seguiremos com | seguir com | mantém-se | foi escolhido | ficamos com',
  choosingNext: 'usaremos | usar | utilizaremos | utilizar | escolhemos | adotamos | adotaremos | adotar | optamos por',
  making: 'escrever | escreveremos | construir',
  behindChoice: 'como | para | porque | pois | já | com | em | no | na | ao invés',
  contrasts: 'em vez de | ao invés de | em lugar de | sem | não | contra | frente a',
  weighing:
    'consideradas | considerados | consideramos | avaliadas | avaliamos | analisadas | analisamos | comparamos | possíveis | existem | várias | diferentes | duas | três | quatro | cinco | seis',
  choices: 'possibilidade',
  naming: 'seria | teria sido | consiste em | consistiria em',
  linking: 'é | era | foi | são | eram | foram',
  weighed:
    'consideramos | avaliamos | analisamos | foi considerado | poderíamos | foram considerados | foram consideradas | também consideramos | foi avaliado | foi considerada',
  continuing: 'que | mas | o que',
  criteria:
    'Critério | Critérios | Aspecto | Aspeto | Fator | Característica | Propriedade | Requisito | Dimensão | Funcionalidade',
  asides: 'mas | que | porém | embora | contudo',
  questions: 'como | qual | quais | que | o que | onde | quem | quando | devemos',
  telling:
    'é | são | era | foi | foram | tem | pode | poderia | seria | será | se | nós | isso | esta | este | essa | ver | nenhuma | nenhum | também',
  rejecting:
    'descarta | descartada | descartado | descartadas | descartamos | descartou-se | rejeitada | rejeitado | rejeitamos | eliminada | eliminado | não será usado | não será usada | não será adotado | não será adotada | descartados | descartar | descartou | rejeitadas | rejeitados | rejeitar | rejeitou-se | excluída | excluído | não escolhida | não escolhido | não adotada | não adotado | não selecionada | não selecionado | preterida | preterido',
  ordinals: 'primeir | segund | terceir | quart | quint',
  last: 'últim',
  statement: {
    context:
      'no contexto de … | no contexto do … | no contexto da … | no contexto dos … | no contexto das … | no âmbito de … | no âmbito do … | no âmbito da …',
    facing: 'diante de … | diante do … | diante da … | frente a … | perante … | enfrentando … | face a …',
    decided:
      'decidimos usar … | decidimos adotar … | decidimos por … | decidimos pelo … | decidimos pela … | decidimos … | optamos por … | optamos pelo … | optamos pela … | optámos por … | escolhemos …',
    neglected:
      'e descartamos … | e descartar … | descartando … | e rejeitamos … | e negligenciamos … | e contra … | em vez de … | ao invés de … | em detrimento de …',
    achieving: 'para alcançar … | para atingir … | para obter … | a fim de alcançar … | a fim de obter …',
    accepting: 'aceitando que … | aceitando …',
    aim: 'queremos alcançar …',
  },
  outcome: { before: 'Opção escolhida: "', between: '", porque ' },
  chose: { alone: 'Escolhemos **…**.', because: 'Escolhemos **…**, porque …' },
  driversLead: 'O que importa',
  describes: 'Descrição',
  options: 'Opção | alternativa | solução | variante | proposta | abordagem | candidato | possibilidade | estratégia',
  shortOptions: 'Opç. | Alt.',
  chosen:
    'escolhida | escolhido | selecionada | selecionado | opção escolhida | opção selecionada | aceita | aceito | nossa escolha | preferida | preferido | recomendada | recomendado | adotada | adotado | esta decisão | alternativa escolhida | solução escolhida | opção adotada',
  unchosen: 'alternativ | descart | rejeit | outras',
  and: 'e',
  or: 'ou',
  nothing:
    'nenhum | nenhuma | não se aplica | a definir | não aplicável | desconhecido | a determinar | ninguém | sem decisão | ainda não decidido | a decidir | por decidir',
  templates: 'modelo | gabarito',
  inTemplateNames:
    'decisão | decisões | registro | registo | exemplo | vazio | curto | longo | mínimo | de | da | para | a | uma | nova',
  indexFiles: 'índice | sumário | resumo | lista | visão geral | registro | registo | decisões | conteúdo',
  otherFiles: 'notas | lista de verificação | glossário',
  optional: 'opcional | se aplicável | se necessário | se houver',
  placeholders: 'título | titulo | título curto | título da decisão | título da adr',
  falseFriends: '',
  commonWords:
    'o a os as um uma uns umas e é são que de do da dos das em no na nos nas com por para pelo pela pelos pelas como mais mas seu sua seus suas se não nós este esta isto estes estas isso há muito também quando onde desde até sobre entre sem já está estão ser foi têm tem pode podem deve devem cada todo todos todas ao aos à às ou porque assim então você temos',
};
