import type { AdrWords } from './adr-words.ts';

/** French. */
export const fr: AdrWords = {
  headings: {
    status: 'Statut | Status | État | Statut de la décision | État de la décision',
    date: 'Date | Date de la décision | Date de décision | Date de création',
    people:
      'Décideurs | Décideur | Décidée par | Arrêté par | Tranché par | Décisionnaires | Décisionnaire | Auteur | Auteurs | Auteur(s) | Participants | Parties prenantes | Personnes impliquées | Intervenants | Contributeurs | Rédacteurs | Responsables',
    log: 'Historique | Historique des modifications | Journal des modifications | Historique du statut | Suivi des modifications | Journal | Historique des versions | Historique des révisions',
    summary: 'Résumé | Synthèse | En bref | Sommaire',
    context:
      'Contexte | Contexte et problème | Contexte et problématique | Contexte et énoncé du problème | Contexte et définition du problème | Contexte et description du problème | Problématique | Problème | Énoncé du problème | Description du problème | Introduction | Motivation | Motivations | Question | Situation | Contexte et motivation | Le problème | Enjeux | Besoin | Contexte et besoin | Contexte & problématique | Constat | Situation actuelle | Contexte technique',
    drivers:
      'Facteurs de décision | Critères de décision | Critères | Moteurs de décision | Moteurs de la décision | Éléments de décision | Contraintes | Exigences | Facteurs | Forces | Critères de choix | Critères d’évaluation | Critères de sélection | Facteurs décisionnels | Facteurs déterminants | Besoins | Ce qui compte',
    options:
      'Options envisagées | Options considérées | Options | Alternatives | Alternatives envisagées | Alternatives considérées | Solutions envisagées | Solutions considérées | Solutions possibles | Solutions | Options possibles | Options étudiées | Alternatives étudiées | Solutions étudiées | Options évaluées | Alternatives évaluées | Autres options | Autres options envisagées | Autres solutions envisagées | Alternatives rejetées | Options rejetées | Options écartées | Alternatives écartées | Scénarios | Possibilités | Pistes envisagées | Propositions | Choix possibles | Options examinées | Alternatives examinées | Alternatives non retenues | Options non retenues | Solutions non retenues | Alternatives envisagées et rejetées | Approches envisagées | Autres pistes explorées | Pistes explorées | Pistes étudiées | Autres pistes | Options explorées | Alternatives explorées | Options discutées | Alternatives discutées | Options analysées | Alternatives analysées | Options comparées | Alternatives éliminées | Options éliminées | Alternatives abandonnées | Options abandonnées | Alternatives refusées | Autres alternatives | Autres alternatives envisagées | Solutions écartées | Solutions rejetées | Solutions alternatives | Ce qui a été écarté | Pistes écartées | Pistes rejetées | Approches écartées | Approches alternatives | rejeté / reporté | écarté / reporté | rejetées ou reportées | alternatives reportées | non retenu | non retenus | ce que nous n’avons pas choisi | options et raisons du rejet | Alternatives considérées et écartées avec les raisons',
    outcome:
      'Décision | Résultat de la décision | Décisions | Solution | Solution retenue | Option retenue | Option choisie | Choix | Choix retenu | Solution choisie | Résultat | Recommandation | La décision | Décision retenue | Décision prise | Issue de la décision | Conclusion de la décision',
    rationale:
      'Justification | Justifications | Raisons | Arguments | Argumentaire | Raisonnement | Pourquoi | Justification de la décision | Raison | Argumentation | Motifs | Explication | Justification du choix | Pourquoi cette décision | Pourquoi ce choix | Raisons de la décision | Raisons du choix',
    consequences:
      'Conséquences | Conséquence | Implications | Impacts | Impact | Résultats | Effets | Répercussions | Conséquences de la décision | Impacts et conséquences | Conséquences et risques',
    'good-consequences':
      'Conséquences positives | Conséquence positive | Impacts positifs | Bonnes conséquences | Effets positifs | Aspects positifs',
    'bad-consequences':
      'Conséquences négatives | Conséquence négative | Impacts négatifs | Mauvaises conséquences | Effets négatifs | Aspects négatifs',
    'neutral-consequences': 'Conséquences neutres | Impacts neutres',
    mitigations:
      'Mesures d’atténuation | Atténuation | Atténuations | Mitigations | Mitigation | Mitigation des risques | Atténuation des risques',
    confirmation: 'Confirmation | Validation | Vérification | Conformité | Gouvernance | Contrôle',
    'option-details':
      'Avantages et inconvénients des options | Avantages et inconvénients | Pour et contre | Pours et contres | Le pour et le contre | Analyse des options | Comparaison des options | Évaluation des options | Comparaison | Évaluation | Analyse | Analyse des solutions | Comparatif | Avantages et inconvénients des solutions | Comparaison des solutions | Détail des options | Avantages / inconvénients | Avantages/inconvénients | Avantages et inconvénients des alternatives | Analyse comparative',
    related:
      'Décisions liées | ADR liés | ADRs liés | ADR liées | Décisions associées | ADR associés | ADRs associés | ADR associées | Décisions connexes | Documents liés | ADR connexes',
    references:
      'Références | Liens | Ressources | Sources | Voir aussi | Référence | Liens utiles | Pour aller plus loin | Documentation | Bibliographie | Liens et références',
    'more-information':
      'Informations complémentaires | Plus d’informations | Notes | Remarques | Informations supplémentaires | Note | Remarque | Compléments | Notes complémentaires | Autres informations | Pour information',
  },
  lateOutcomes: 'Proposition | Solution proposée | Approche proposée | Approche',
  shortHeadings: {
    'good-consequences':
      'Positives | Positif | Positifs | Positive | Avantages | Bénéfices | Bonnes | Points positifs | Gains | Pour',
    'bad-consequences':
      'Négatives | Négatif | Négatifs | Négative | Inconvénients | Risques | Mauvaises | Points négatifs | Coûts | Contre | Désavantages | Compromis | Limites',
    'neutral-consequences': 'Neutres | Neutre',
    mitigations: 'Atténuation | Mitigations',
  },
  labels: {
    status: 'Statut | Status | État | Statut de la décision | Statut actuel',
    date: 'Date | Date de la décision | Date de décision | Créé le | Créée le | Date de création | Mis à jour le | Mise à jour | Dernière mise à jour | Date de mise à jour | Décidé le | Publié le | Dernière modification | Introduit le | Proposé le | Proposée le | Date de proposition | Soumis le | Décidée le | Prise le | Adopté le | Adoptée le | Date d’adoption | Accepté le | Acceptée le | Date d’acceptation | Approuvé le | Approuvée le | Date d’approbation | Validé le | Validée le | Date de validation | Actée le | Acté le | En vigueur depuis | Date d’effet | Publiée le | Date de publication | Modifié le | Modifiée le | Date de modification | Date de dernière mise à jour | Date de dernière modification | Rédigé le | Écrit le | Création | Date de rédaction | Créé | Créée | Mis à jour',
    title: 'Titre',
    number: 'Numéro | N° | Numéro d’ADR | Identifiant',
    deciders:
      'Décideurs | Décideur | Décidée par | Arrêté par | Tranché par | Décideuses | Décideur(s) | Décideur·euses | Décisionnaires | Décisionnaire | Décidé par | Auteur | Auteurs | Autrice | Auteur(s) | Auteure | Rédacteur | Rédacteurs | Rédigé par | Participants | Participant(s) | Responsable | Responsables | Proposé par | Validé par | Approuvé par | Contributeurs | Intervenants | Parties prenantes | Décideur final | Décideur·se·s | Décideurs·euses | Décideurs/Décideuses | Décision prise par | Prise par | Approbateur | Approbateurs | Approuvée par | Validée par | Adopté par | Acté par | Auteur·ice·s | Auteur·rice·s | Auteurs/Autrices | Auteur·e·s | Auteur·ice | Auteure(s) | Écrit par | Créé par | Proposée par | Proposant | Porteur | Porteurs | Propriétaire | Propriétaires | Contributeur | Contributeur(s) | Contributrices | Rédactrice | Rédacteur(s) | Signataires | Personnes impliquées | Impliqués | Rédaction | Décident | Décide | A décidé | Ont décidé | Valident',
    consulted: 'Consultés | Consulté | Consultées | Personnes consultées | Consulté(s)',
    informed: 'Informés | Informé | Informées | Personnes informées | Informé(s)',
    tags: 'Étiquettes | Mots-clés | Mots clés | Catégorie | Catégories | Thèmes',
    affects:
      'Concerne | Chemins concernés | Fichiers concernés | Code concerné | Chemins | Fichiers | Portée | Périmètre | S’applique à | Composants | Composants concernés | Modules | Modules concernés',
    'revisit on':
      'À revoir le | À revoir | À revoir avant | À revoir avant le | À réexaminer le | À réexaminer | À réexaminer avant | À réévaluer le | À réévaluer | Réexamen | Réexamen le | Réexamen prévu | Réexamen prévu le | Date de réexamen | Prochain réexamen | Prochain examen | Prochaine revue | Prochaine révision | Date de la prochaine revue | Date de prochaine revue | Date de réévaluation | Réévaluation | Revue prévue le | Revue | Revue le | Date de revue | Révision | Date de révision | Expire le | Date d’expiration | Valable jusqu’au | Valide jusqu’au',
    'revisit when':
      'À revoir si | À revoir quand | À revoir lorsque | À réexaminer si | À réexaminer quand | À réévaluer si | Réexaminer si | Réexaminer quand | Réévaluer si | Réévaluer quand | Reconsidérer si | Remettre en question si | Critères de réexamen | Conditions de réexamen | Critères de réévaluation | Conditions de réévaluation | Conditions de révision | Critères de révision | Déclencheurs de réexamen | Quand réexaminer | Quand revoir cette décision',
  },
  vagueLabels:
    'Fichiers | Portée | Périmètre | S’applique à | Composants | Composants concernés | Modules | Modules concernés | Revue | Revue le | Date de revue | Révision | Date de révision | Expire le | Date d’expiration | Valable jusqu’au | Valide jusqu’au',
  conditions: 'si | quand | lorsque | dès que | après | avant | une fois',
  lookedAgain:
    'Dernier réexamen | Dernière revue | Date de la dernière revue | Dernière vérification | Réexaminé le | Revu le | Vérifié le',
  stillRight: 'Réexaminé le {day} par {name} : toujours valable. | Réexaminé le {day} : toujours valable.',
  decisionDates:
    'Date de la décision | Date de décision | Décidé le | Décidée le | Prise le | Adopté le | Adoptée le | Date d’adoption | Accepté le | Acceptée le | Date d’acceptation | Approuvé le | Approuvée le | Date d’approbation | Validé le | Validée le | Date de validation | Actée le | Acté le',
  laterDates: 'révision | revue | prochaine | prochain | échéance | limite | expiration | cible | prévue | fin',
  names: 'Nom | Noms | Nom et prénom',
  authors:
    'Auteur | Auteurs | Autrice | Auteur(s) | Auteure | Auteur·ice·s | Auteur·rice·s | Auteurs/Autrices | Auteur·e·s | Auteur·ice | Auteure(s) | Rédacteur | Rédacteurs | Rédacteur(s) | Rédactrice | Rédaction | Rédigé par | Écrit par | Créé par | Proposé par | Proposée par | Proposant | Porteur | Porteurs | Propriétaire | Propriétaires | Participants | Participant(s) | Contributeurs | Contributeur | Contributeur(s) | Contributrices | Intervenants | Parties prenantes | Responsable | Responsables | Personnes impliquées | Impliqués',
  colon: ' : ',
  statuses: {
    draft: 'brouillon | ébauche | en cours de rédaction | en rédaction | idée | en cours',
    proposed:
      'proposé/proposée | proposition | en discussion | en attente | à valider | en cours de validation | en revue | en cours de discussion | ouvert/ouverte | à discuter | en relecture | soumis/soumise | à l’étude | en cours d’étude | à approuver | en cours d’évaluation | en débat | à décider | suggéré/suggérée',
    accepted:
      'accepté/acceptée | approuvé/approuvée | validé/validée | adopté/adoptée | actif/active | décidé/décidée | en vigueur | implémenté/implémentée | mis en œuvre/mise en œuvre | mis en place/mise en place | appliqué/appliquée | retenu/retenue | terminé/terminée | ratifié/ratifiée | confirmé/confirmée | acté/actée | tranché/tranchée | entériné/entérinée | pris/prise | choisi/choisie | finalisé/finalisée | actuel/actuelle',
    rejected: 'rejeté/rejetée | refusé/refusée | non retenu/non retenue | décliné/déclinée | écarté/écartée',
    deprecated:
      'déprécié/dépréciée | obsolète/obsolète | périmé/périmée | caduc/caduque | archivé/archivée | déprécie | désuet/désuète | plus en vigueur | révolu/révolue',
    superseded:
      'remplacé/remplacée | supplanté/supplantée | abrogé/abrogée | substitué/substituée | annulé et remplacé/annulée et remplacée',
    withdrawn: 'retiré/retirée | abandonné/abandonnée | annulé/annulée',
  },
  carriedOut:
    'en vigueur | implémenté/implémentée | mis en œuvre/mise en œuvre | mis en place/mise en place | appliqué/appliquée | terminé/terminée',
  links: {
    supersedes: 'remplace … | annule et remplace … | supplante … | abroge … | rend obsolète …',
    'superseded by':
      'remplacé par … | remplacée par … | remplacé(e) par … | supplanté par … | supplantée par … | annulé et remplacé par … | annulée et remplacée par … | est remplacé par … | est remplacée par … | abrogé par … | abrogée par … | substitué par … | supersédé par … | remplacé par l’ … | remplacée par l’ … | remplacé par la … | remplacée par la … | superseded par …',
    amends: 'modifie … | complète … | amende … | précise … | étend … | met à jour … | affine … | clarifie …',
    'amended by':
      'modifié par … | modifiée par … | complété par … | complétée par … | amendé par … | amendée par … | précisé par … | précisée par … | étendu par … | étendue par … | mis à jour par … | mise à jour par … | affiné par … | affinée par …',
  },
  partly: 'en partie | partiellement',
  self: 'ce | cet | cette | celui-ci | celle-ci | la présente | le présent | présent | présente',
  superseding: 'a remplacé | remplaçant | remplaça | annulant et remplaçant',
  denials: "ne | n' | pas | jamais | aucun | aucune | rien | sans | ni | plutôt que | au lieu de | non",
  supposing:
    "serait | seraient | pourrait | pourraient | devrait | remplacerait | si | s'il | lorsque | quand | tant que | que | peut | peut-être | éventuel | éventuelle | futur | future | envisagé | prévu",
  belonging: "de | du | des | d' | dans | à | au | aux | par | en",
  means: 'avec',
  hereby: '',
  nouns: '',
  records:
    'Enregistrement de décision d’architecture | Registre de décision d’architecture | Dossier de décision d’architecture | Décision d’architecture | Décision architecturale | Enregistrement de décision | Registre de décision',
  relates:
    'Lié à | Liée à | Liés | Lié | ADR liés | ADR liées | ADRs liés | ADRs liées | Décisions liées | Décision liée | En lien avec | Liens | Voir aussi | Voir | Dépend de | Dépendances | S’appuie sur | Basé sur | Basée sur | Relations | Relatif à | ADR connexes | Décisions connexes | Complémentaire de',
  months: {
    inDates: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    alone: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    short: 'janv févr mars avr mai juin juil août sept oct nov déc',
  },
  dates: '27 décembre 2024',
  points: {
    pro: 'Avantages | Avantage | Pour | Pours | Positif | Positifs | Positive | Positives | Bon | Bien | Points positifs | Points forts | Point fort | Forces | Bénéfices | Bénéfice | Les plus | Plus | conséquences positives | Atouts | Pros | Gains | Aspects positifs | Opportunités | Arguments pour | Ce qu’on y gagne',
    con: 'Inconvénients | Inconvénient | Contre | Contres | Négatif | Négatifs | Négative | Négatives | Mauvais | Mal | Points négatifs | Points faibles | Point faible | Faiblesses | Risques | Risque | Désavantages | Désavantage | Les moins | Moins | conséquences négatives | Limites | Cons | Aspects négatifs | Limite | Limitations | Contraintes | Points de vigilance | Points d’attention | Arguments contre | Compromis | Ce qu’on y perd',
    neutral: 'Neutre | Neutres | conséquences neutres | Note | Notes | Remarque | Remarques | Autre | Autres',
    verdict:
      'Verdict | Conclusion | Bilan | Décision | Résultat | Évaluation | Raison du rejet | Raison du refus | Rejeté car | Rejetée car | Écarté car | Écartée car | Rejeté | Rejetée | Pourquoi pas | Motif du rejet | Raison | Écarté | Écartée | Pourquoi rejeté | Pourquoi écarté | Motif du refus | Raisons du rejet | Rejetée parce que | Rejeté parce que | Écarté parce que | Écartée parce que | Pourquoi non retenu | Pourquoi non retenue | Non retenue car | Non retenu car | Non retenu | Non retenue | Raison de l’abandon | Pourquoi pas retenue | Pourquoi pas retenu | Motif d’exclusion',
    mitigation: 'Atténuation | Atténuations | Mitigation | Mitigations | Mesures d’atténuation',
  },
  plurals:
    'avantages | pours | positifs | points positifs | points forts | forces | bénéfices | atouts | conséquences positives | inconvénients | contres | négatifs | points négatifs | points faibles | faiblesses | risques | désavantages | conséquences négatives | limites | conséquences neutres | notes | remarques | atténuations | mesures d’atténuation | gains | aspects positifs | opportunités | aspects négatifs | limitations | contraintes | points de vigilance | compromis',
  verdicts: { pro: 'Bon', con: 'Mauvais', neutral: 'Neutre', verdict: 'Verdict', mitigation: 'Atténuation' },
  because: 'car | parce que | puisque',
  reasonLead: '…, car ',
  chosenLeads:
    'Option choisie | Option retenue | Solution retenue | Solution choisie | Alternative choisie | Alternative retenue | Choix retenu | Option sélectionnée | Solution sélectionnée | Alternative sélectionnée | Option préférée | Solution préférée | Option recommandée | Solution recommandée | Approche retenue | Approche choisie | Notre choix | Choix | Choix final | Choix effectué | Solution adoptée | Option adoptée | Stratégie retenue | Technologie retenue | Scénario retenu | Options retenues | Approche recommandée',
  decisionLeads: 'Décision',
  choosing:
    'choisi | choisissons | utiliser | utilisons | utiliserons | retenu | retenue | retenons | adopter | adoptons | adopté | opté pour | optons pour | décidé | choisie | choisis | choisies | choix | on convient | on convient que | convenons | convenons que | est convenu | est convenu que | sommes convenus | sommes convenus que | sélectionné | sélectionnée | retenues | retenus | préférons | préférée | décidons | recommandons | recommandée | adoptée | adopte | mettons en place | utilise | conserver | conservons | garder | gardons | rester sur | restons sur | passer à | passons à | migrer | migrons | remplacer par | implémenter | introduire | déployer | intégrer | opter pour | privilégier | privilégions | privilégié | privilégiée | nous appuyons sur | mettre en place | mise en place | mettre en œuvre | partir sur | partons sur | basculer vers | basculons vers | utilisera | sera utilisé | sera utilisée | déployons | implémentons | introduisons | préconisons | on garde | on utilise | on choisit | on retient',
  choosingNext:
    'utiliserons | utilisons | utiliser | choisissons | avons choisi | retenons | adoptons | adopter | optons pour | avons opté pour',
  making: 'écrire | écrirons | écrivons | construire',
  behindChoice: 'comme | pour | car | parce | puisque | avec | dans | au lieu | plutôt | afin | en',
  contrasts: 'au lieu de | plutôt que | contre | sans | pas | à la place',
  weighing:
    'envisagé | envisagées | envisagés | considéré | considérées | étudié | étudiées | évalué | évaluées | comparé | comparées | possible | possibles | plusieurs | différentes | deux | trois | quatre | cinq | six',
  choices: 'possibilité',
  naming: 'serait de | aurait été de | était de | est de | consiste à | consistait à | consisterait à',
  linking: 'est | était | sont | étaient | a été | ont été',
  weighed:
    'nous avons envisagé | nous avons considéré | nous avons étudié | nous avons évalué | nous pourrions | nous avons également envisagé | nous avons aussi envisagé | nous avons examiné | nous avons aussi considéré | on pourrait | on a envisagé',
  continuing: 'qui | que | ce qui | mais | afin de',
  criteria:
    'Critère | Critères | Aspect | Facteur | Caractéristique | Propriété | Exigence | Dimension | Fonctionnalité',
  asides: 'mais | qui | cependant | toutefois | bien que',
  questions: 'comment | quel | quelle | quels | quelles | où | faut-il | doit-on | qui | quand | que',
  telling:
    'est | sont | était | a | ont | été | peut | pourrait | serait | sera | nous | on | il | elle | ce | cette | ces | voir | aucun | aucune | aussi',
  rejecting:
    'rejeté | rejetée | rejetées | écarté | écartée | écartées | écartons | éliminé | éliminée | abandonné | abandonnée | non retenu | non retenue | refusé | pas retenu | pas retenue | pas utilisé | pas utilisée | ne sera pas utilisé | ne sera pas utilisée | rejetés | écartés | rejetons | rejeter | écarter | abandonnés | abandonnées | exclu | exclue | exclus | exclues | pas choisi | pas choisie | non choisi | non choisie | non retenus | non retenues | refusée | refusés',
  ordinals: 'premi | deuxi | troisi | quatri | cinqui',
  last: 'derni',
  statement: {
    context:
      'dans le contexte de … | dans le contexte du … | dans le contexte des … | dans le contexte d’… | dans le cadre de … | dans le cadre du … | dans le cadre des …',
    facing: 'face à … | face au … | face aux … | confrontés à … | confronté à …',
    decided:
      'nous avons décidé d’adopter … | nous avons décidé d’utiliser … | nous avons décidé de … | nous avons opté pour … | nous avons choisi de … | nous avons choisi d’utiliser … | nous avons choisi … | nous avons retenu … | nous choisissons … | nous optons pour … | nous décidons de …',
    neglected:
      'et écarté … | et avons écarté … | et rejeté … | et négligé … | en écartant … | et contre … | contre … | plutôt que … | au lieu de …',
    achieving:
      'afin d’atteindre … | pour atteindre … | afin d’obtenir … | pour obtenir … | afin de garantir … | pour garantir …',
    accepting: 'en acceptant que … | en acceptant de … | en acceptant … | tout en acceptant …',
    aim: 'nous voulons atteindre …',
  },
  outcome: { before: 'Option retenue : « ', between: ' », car ' },
  chose: { alone: 'Nous avons choisi **…**.', because: 'Nous avons choisi **…**, car …' },
  driversLead: 'Ce qui compte',
  describes: 'Description',
  options:
    'Option | solution | alternative | variante | piste | scénario | approche | proposition | choix | possibilité | stratégie',
  shortOptions: 'Opt. | Alt.',
  chosen:
    'choisie | choisi | retenue | retenu | sélectionnée | sélectionné | option retenue | option choisie | acceptée | accepté | notre choix | préférée | recommandée | recommandé | solution retenue | solution choisie | cette décision | adoptée | adopté | privilégiée | privilégié | choix retenu',
  unchosen: 'alternativ | rejet | refus | écart | autre | non reten',
  and: 'et',
  or: 'ou',
  nothing:
    's. o. | aucun | aucune | néant | à définir | non applicable | inconnu | à déterminer | sans objet | personne | pas encore décidé | aucune décision | aucune décision prise | en attente de décision',
  templates: 'modèle | modele | gabarit | patron',
  inTemplateNames:
    'décision | décisions | exemple | vide | court | long | minimal | de | d | pour | la | le | une | nouvelle',
  indexFiles:
    'index | sommaire | table des matières | liste | vue d ensemble | registre | décisions | journal des décisions',
  otherFiles: 'notes | liste de contrôle | glossaire | contribuer',
  optional: 'optionnel | optionnelle | facultatif | facultative | si applicable | le cas échéant | si nécessaire',
  placeholders: 'titre | titre court | titre de la décision',
  falseFriends: '',
  commonWords:
    'le la les des du un une et est sont nous pour dans sur avec qui que ce cette ces par au aux plus pas ne se sa son ses être avoir été fait mais ou où donc car comme il elle ils elles leur leurs tout tous toute peut doit afin ainsi aussi entre sans sous lors cela',
};
