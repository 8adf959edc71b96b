import type { AdrWords } from './adr-words.ts';

/**
 * English. Sources: MADR 2.1.2, 3 and 4, Nygard, adr-tools, log4brains, Merson, Tyree and Akerman, Alexandrian, business
 * case, EdgeX, and the variants that teams use.
 */
export const en: AdrWords = {
  headings: {
    status: 'Status | state | decision status',
    date: 'Date | decision date | date of decision',
    people:
      'Deciders | decision makers | decision-makers | author | authors | submitter | submitters | participants | stakeholders | people | owner | owners',
    log: 'Change Log | changelog | status history | history | revision history | Updates | version history | document history | revisions | change history | update history | history of changes | log of changes | status log | amendment history | document log',
    summary: 'Summary | prologue | executive summary | tl;dr | y-statement | abstract',
    context:
      'Context | context and problem statement | problem statement | problem | background | issue | introduction | motivation | discussion | problem description | context and problem | background and context | context and background | the problem | problem context | the issue | problem/motivation | question | context and motivation | context & problem statement | problem to be solved',
    drivers:
      'Decision Drivers | drivers | forces | decision criteria | evaluation criteria | criteria | requirements | driving forces | key requirements | What matters',
    options:
      'Considered Options | options | options considered | alternatives | alternatives considered | considered alternatives | alternatives rejected | rejected alternatives | positions | candidates | candidates to consider | possible solutions | alternative solutions | other options considered | other options | considered solutions | rejected options | alternative options | option | alternative options considered | options evaluated | alternatives evaluated | evaluated alternatives | evaluated options | alternative approaches | alternative designs | options discussed | discussed options | options explored | explored options | alternatives discussed | alternatives explored | discarded alternatives | discarded options | alternatives not chosen | options not chosen | options rejected | approaches considered | considered approaches | solutions considered | possible options | possible approaches | options under consideration | available options | viable options | potential options | potential solutions | proposed options | implementation options | solution options | options we considered | alternatives we looked at | investigated options | reviewed options | compared options | solutions evaluated | solutions explored | alternatives considered and rejected | the road not taken | road not taken | roads not taken | alternative | considered and rejected | considered but rejected | reasons against other options | reasons against the other options | why not the other options | why not the alternatives | alternative considered | rejected alternative | rejected ideas | choices considered | considered and discarded | proposals considered | design alternatives | design options | alternatives and trade-offs | technology options | rejected proposals | paths not taken | what we considered | what else we considered | what we rejected | discarded ideas | alternative proposals | shortlist | shortlisted options | candidate solutions | why not alternatives | alternatives we rejected | alternatives we ruled out | alternatives ruled out | options we ruled out | options ruled out | what we ruled out | alternatives we considered | options we rejected | ruled out | rejected / deferred | deferred / rejected | rejected or deferred | rejected and deferred | rejected/deferred | deferred alternatives | deferred options | rejected or deferred alternatives | not chosen | considered, not chosen | considered but not chosen | what we didn’t choose | what we did not choose | alternatives we did not pick | alternatives we did not choose | alternatives we didn’t choose | alternatives not pursued | alternatives and rejection reasons | alternatives & rejection reasons | alternatives considered and why they lost | alternatives considered and why they were rejected | alternatives and why not | paths not chosen | other options we considered | approaches not taken | options not taken | Alternatives considered and excluded with reasons',
    outcome:
      'Decision | decision outcome | outcome | solution | resolution | recommendation | decided approach | accepted solution | the decision | decision(s) | decisions | design decision | chosen solution | chosen option | solution description | decision made | outcomes | proposed decision | final decision | our decision',
    rationale:
      'Rationale | argument | arguments | justification | reasoning | decision rationale | reasons | reason | why | rationale and justification | why this decision | why this choice | why this option | why we chose this | reasons for the decision | reasons for this decision',
    consequences:
      'Consequences | implications | results | resulting context | impact | impacts | trade-offs | tradeoffs | consequence | expected outcome | risks and consequences | considerations',
    'good-consequences': 'Positive Consequences | good consequences',
    'bad-consequences': 'Negative Consequences | bad consequences',
    'neutral-consequences': 'Neutral Consequences',
    mitigations: 'Mitigations | mitigation | mitigation strategies | risk mitigation | risk mitigations',
    confirmation: 'Confirmation | validation | compliance | governance | verification',
    'option-details':
      'Pros and Cons of the Options | pros and cons | options analysis | option analysis | analysis of the options | comparison of options | comparison of the options | research and analysis of each candidate | evaluation of options | evaluation | analysis | detailed analysis of the options | detailed analysis of options | options in detail | trade-off analysis | discussion of options | discussion of the options | comparison of alternatives | comparison of the alternatives | alternatives analysis | advantages and disadvantages | strengths and weaknesses | benefits and drawbacks | pros & cons | comparison | options comparison | option comparison | comparison matrix',
    related:
      'Related Decisions | related adrs | other related adrs | related adr | related | related documents | related architecture decisions | relates to | related records',
    references:
      'References | links | resources | further reading | sources | see also | reference | external references',
    'more-information': 'More Information | notes | additional information | remarks | additional notes',
  },
  lateOutcomes:
    'proposal | proposed solution | proposed approach | proposed change | proposed changes | proposed design | the proposal | our proposal | approach | design',
  shortHeadings: {
    'good-consequences':
      'Positive | positives | good | benefits | pros | advantages | upsides | what becomes easier | positive impacts | becomes easier',
    'bad-consequences':
      'Negative | negatives | bad | drawbacks | cons | disadvantages | downsides | what becomes harder | what becomes more difficult | negative impacts | becomes more difficult | risks | trade-offs | tradeoffs | costs',
    'neutral-consequences': 'Neutral',
    mitigations: 'Mitigations',
  },
  labels: {
    status: 'Status | state | decision status | adr status | current status | adr stage | decision stage',
    date: 'Date | last updated | updated | created | last amended | accepted on | approved on | date accepted | date approved | decision date | date decided | date of decision | last modified | creation date | date created | decided on | decided | published | introduced | introduced on | date introduced | date of introduction | last update | updated on | updated at | date updated | update date | created on | created at | date of creation | proposed on | date proposed | proposal date | date of proposal | submitted on | date submitted | submission date | start date | recorded | recorded on | date recorded | date of record | written on | modified | modified on | date modified | last changed | last edited | last revised | revised | revised on | revision date | published on | date published | publication date | release date | approval date | date of approval | acceptance date | date of acceptance | adopted on | adoption date | date adopted | ratified on | date ratified | agreed on | date agreed | resolved on | date resolved | effective date | effective from | in effect since | status date | date of status | date of last update | date of last change | issue date | issued | original date | initial date | document date | adr date | timestamp | date/time | date and time | rejected on | deprecated on | superseded on | implemented on | implementation date | made on | date made | finalized on | finalised on | finalized | decision made on | decision made | date of the decision',
    title: 'Title',
    number: 'Number | id | adr | adr_id | adr number | adr id',
    deciders:
      'Deciders | decider | decision-makers | decision makers | decision maker | decision-maker | decision_makers | decisionmakers | authors | author | author(s) | decided by | owner | owners | submitters | submitter | decider(s) | participants | approvers | contributors | final decider | final decision maker | decision owner | decision owners | decision makers & stakeholders | decision taken by | decision made by | decision by | decided together by | deciding team | approved by | approver | accepted by | signed off by | sign-off by | signed by | sign off | sign-off | ratified by | accountable | dri | adr owner | adr owners | adr author | adr authors | document owner | document author | record owner | owned by | owning team | owner team | owner/s | owner(s) | owner team(s) | responsible | responsible team | responsible person | lead author | main author | primary author | co-author | co-authors | coauthors | contributor | contributor(s) | writer | writers | editor | editors | creator | creators | created by | written by | authored by | author/s | drafted by | prepared by | recorded by | proposed by | proposer | proposers | proposer(s) | submitted by | submitter(s) | initiator | initiators | initiated by | requested by | champion | champions | maintainer | maintainers | signatories | signatory | people involved | persons involved | involved people | attendees | stakeholders involved | decision-makers and authors | authors and deciders | who decides | who decided | decides',
    consulted: 'Consulted | consults',
    informed: 'Informed',
    tags: 'Tags | tag | labels | label | keywords | keyword | categories | category | topics',
    affects:
      'Affects | affected paths | affects paths | affected files | affects files | affected code | paths | path patterns | globs | governs | governed paths | code paths | applies to paths | applies to | files | scope | components | affected components | modules | affected modules | packages | affected packages | areas | affected areas | affected',
    'revisit on':
      'Revisit on | revisit | revisit by | revisit date | revisit at | to be revisited | to be revisited on | look again on | look again | next review | next review date | next review on | next review due | next revision | next check | review by | review on | review due | review due by | review due date | due for review | to be reviewed on | to be reviewed by | reassess on | reassess by | reassessment date | reevaluate on | reevaluate by | re-evaluate on | re-evaluate by | reevaluation date | re-evaluation date | reconsider on | reconsider by | revalidate on | revalidate by | sunset date | sunset on | review after | review date | date of review | review | sunset | expires | expires on | expires at | expiry | expiry date | expiration | expiration date | valid until | valid through',
    'revisit when':
      'Revisit when | revisit if | revisit this when | revisit this if | revisit this decision when | revisit this decision if | revisit trigger | revisit triggers | revisit trigger(s) | revisit criteria | revisit conditions | when to revisit | when to revisit this | when to revisit this decision | when should we revisit | triggers for revisiting | triggers to revisit | criteria for revisiting | conditions for revisiting | conditions to revisit | review when | review if | review trigger | review triggers | review trigger(s) | review criteria | review conditions | triggers for review | when to review | reconsider when | reconsider if | reconsideration triggers | reconsideration criteria | when to reconsider | triggers for reconsideration | reevaluate when | reevaluate if | re-evaluate when | re-evaluate if | re-evaluation triggers | reevaluation triggers | re-evaluation criteria | reevaluation criteria | reopen when | reopen if | reopening criteria | reversal criteria | reversal triggers | reversal conditions | we would change our mind if | what would change our mind | what would change this decision | sunset criteria',
  },
  vagueLabels:
    'applies to | files | scope | components | affected components | modules | affected modules | packages | affected packages | areas | affected areas | affected | governs | review after | review date | date of review | review | sunset | expires | expires on | expires at | expiry | expiry date | expiration | expiration date | valid until | valid through',
  conditions: 'when | if | once | as soon as | whenever | after | in case | before | upon | should',
  lookedAgain:
    'Last reviewed | last reviewed on | last review | last review date | date of last review | reviewed | reviewed on | date reviewed | reviewed at | last revisited | revisited | revisited on | last confirmed | confirmed on | reconfirmed | reconfirmed on | last checked | last validated | validated on',
  stillRight: 'Revisited on {day} by {name}: still right. | Revisited on {day}: still right.',
  decisionDates:
    'decision date | date decided | date of decision | date of the decision | decided on | decided | decision made on | decision made | date made | made on | accepted on | date accepted | acceptance date | date of acceptance | approved on | date approved | approval date | date of approval | adopted on | adoption date | date adopted | ratified on | date ratified | agreed on | date agreed | resolved on | date resolved | finalized on | finalised on | finalized',
  laterDates:
    'review | next | due | deadline | expiry | expiration | expires | target | until | feedback | end | revisit | revisited | planned | renewal',
  names: 'Name | names | full name',
  authors:
    'authors | author | author(s) | author/s | adr author | adr authors | document author | lead author | main author | primary author | co-author | co-authors | coauthors | contributors | contributor | contributor(s) | writer | writers | editor | editors | creator | creators | created by | written by | authored by | drafted by | prepared by | recorded by | proposed by | proposer | proposers | proposer(s) | submitters | submitter | submitted by | submitter(s) | initiator | initiators | initiated by | requested by | champion | champions | maintainer | maintainers | owner | owners | owner(s) | owner/s | adr owner | adr owners | document owner | record owner | owned by | owning team | owner team | owner team(s) | responsible | responsible team | responsible person | participants | attendees | people involved | persons involved | involved people | stakeholders involved',
  colon: ': ',
  statuses: {
    draft:
      'draft | drafted | wip | work in progress | idea | in progress | in preparation | drafting | early draft | rough draft | initial draft | preliminary',
    proposed:
      'proposed | proposal | pending | in review | under review | open | rfc | in discussion | under discussion | review | committed to discuss | awaiting review | awaiting approval | awaiting decision | awaiting acceptance | awaiting feedback | for review | for discussion | for approval | to be discussed | to be reviewed | to be decided | under consideration | being discussed | pending review | pending approval | pending decision | needs review | needs decision | needs discussion | ready for review | ready for decision | suggested | submitted | request for comments | request for comment | undecided | not yet decided | not decided | tentative | seeking feedback | awaiting sign-off | pending sign-off',
    accepted:
      'accepted | approved | adopted | active | implemented | decided | ratified | accept | final | done | complete | completed | agreed | amended | in effect | current | confirmed | endorsed | in force | finalized | finalised | signed off | rolled out | fully implemented | conditionally accepted | provisionally accepted | tentatively accepted | conditionally approved | provisionally approved | enacted | validated | valid | live | in use | effective | locked | settled | shipped | deployed | released | binding | verified | retroactively accepted | retrospectively accepted | decision made | decision taken',
    rejected:
      'rejected | declined | denied | refused | not accepted | reject | not approved | not adopted | dismissed | turned down | vetoed | not pursued | discarded | won’t do | wontfix | no-go',
    deprecated:
      'deprecated | depreciated | deprecate | obsolete | retired | outdated | archived | sunset | discontinued | expired | no longer valid | no longer relevant | no longer applicable | no longer in effect | decommissioned | revoked | rescinded | inactive | legacy | historical | not applicable anymore | out of date',
    superseded:
      'superseded | superceded | superceeded | supersceded | replaced | superseeded | supersede | invalidated | overridden | overruled | supplanted | obsoleted | subsumed',
    withdrawn: 'withdrawn | abandoned | cancelled | canceled | retracted | aborted',
  },
  carriedOut: 'implemented | done | complete | completed | in effect | shipped | deployed | released',
  links: {
    supersedes:
      'supersedes … | supersede … | supercedes … | supercede … | superseeds … | superseed … | superceeds … | superceed … | supersceeds … | replaces … | replace … | obsoletes … | reverses … | revokes … | rescinds … | obsolete … | overrides … | supplants … | superseding … | replacement for … | successor of … | successor to …',
    'superseded by':
      'superseded by … | superseded-by … | supersededby … | supersecded by … | superceded by … | superceded-by … | superceeded by … | supersceded by … | superseeded by … | replaced by … | replaced-by … | obsoleted by … | reversed by … | revoked by … | rescinded by … | obsoleted-by … | invalidated by … | overridden by … | supplanted by … | deprecated by … | subsumed by … | successor: … | superseding adr: … | replacement: …',
    amends: 'amends … | modifies … | updates … | clarifies … | extends … | refines … | revises … | supplements …',
    'amended by':
      'amended by … | amended-by … | modified by … | modified-by … | updated by … | updated-by … | clarified by … | clarified-by … | extended by … | extended-by … | refined by … | refined-by … | revised by … | revised-by … | supplemented by …',
  },
  partly: 'in part | partially | partly',
  self: 'this | the present',
  superseding:
    'superseded | superceded | replaced | obsoleted | overrode | has superseded | has replaced | superseding | superceding | replacing | reversed | revoked | obsoleting | overriding',
  denials:
    "not | never | no | none | nothing | cannot | doesn't | does not | don't | isn't | aren't | wasn't | won't | neither | nor | without | rather than | instead of",
  supposing:
    'would | could | may | might | should | if | unless | until | whether | when | whenever | once | in case | propose | proposes | plan | plans | consider | considers | considered | likely | perhaps | future | someday | one day | can | can be | must | needs to | need to | wants to | want to | that | how | why',
  belonging: 'of | in | from',
  means: 'with',
  hereby: 'here | hereby | herewith',
  nouns: 'ADR | ADRs | RFC | record | records | decisions | document | proposal | note | one',
  records:
    'Architecture Decision Record | Architectural Decision Record | Decision Record | Any Decision Record | Technical Decision Record | Design Decision Record | Design Doc | Design Document | Technical Design Document',
  relates:
    'relates to | related to | related | related resources | linked adrs | linked decisions | related decision | related decision records | related links | related documentation | related records | adrs | see | see adr | depends on | dependencies | builds on | based on | refines | refined by | complements | complemented by | follows | continues | requires | required by | relations | relationships | cross-references | cross references | links to',
  months: {
    inDates: 'January February March April May June July August September October November December',
    alone: '',
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  },
  dates: 'December 27, 2024 | 27 December 2024 | Dec 27, 2024 | 27 Dec 2024',
  points: {
    pro: 'Pros | pro | good | advantage | advantages | benefit | benefits | strength | strengths | positive | positives | positive consequences | upside | upsides | plus | pros/advantages | opportunities | what we gain | merits | gains | in favor | in favour | good points | pluses | arguments for | reasons for',
    con: 'Cons | con | bad | disadvantage | disadvantages | drawback | drawbacks | weakness | weaknesses | negative | negatives | negative consequences | downside | downsides | risk | risks | minus | limitations | threats | what we lose | trade-offs | tradeoffs | trade-off | tradeoff | limitation | threat | caveats | concerns | challenges | arguments against | reasons against | against | bad points | minuses',
    neutral: 'Neutral | neutral consequences | other | notes | note | mixed',
    verdict:
      'Verdict | rejected | rejected because | why rejected | reason for rejection | rejection reason | reason rejected | why not | why not chosen | not chosen because | conclusion | decision | assessment | outcome | chosen because | result | reason | rejection | why chosen | why it was rejected | why not selected | reason for rejecting | not chosen | why discarded | reasons for rejection | reason not chosen | reason for not choosing | reason not selected | discarded because | dismissed because | dismissed | discarded | why dismissed | why it was not chosen | why we rejected it',
    mitigation: 'Mitigations | mitigation | mitigation strategies',
  },
  plurals:
    'pros | advantages | benefits | strengths | positives | positive consequences | upsides | plus | pros/advantages | opportunities | cons | disadvantages | drawbacks | weaknesses | negatives | negative consequences | downsides | risks | minus | limitations | threats | trade-offs | tradeoffs | neutral consequences | notes | mitigations | mitigation strategies | merits | gains | good points | pluses | arguments for | caveats | concerns | challenges | arguments against | bad points | minuses',
  verdicts: { pro: 'Good', con: 'Bad', neutral: 'Neutral', verdict: 'Verdict', mitigation: 'Mitigation' },
  because: 'because | since | as',
  reasonLead: '…, because ',
  chosenLeads:
    'Chosen option | chosen alternative | chosen solution | selected option | selected alternative | selected solution | chosen approach | selected approach | preferred option | preferred solution | preferred approach | preferred alternative | recommended option | recommended solution | recommended approach | recommended alternative | chosen design | option chosen | option selected | adopted solution | adopted option | chosen | selected | our choice | chosen path | chosen strategy | chosen technology | selected technology | winning option | agreed option | agreed approach | chosen options | selected options',
  decisionLeads: 'decision',
  choosing:
    'use | using | chose | choose | chosen | adopt | adopted | select | selected | go with | go ahead with | decided for | decided on | decided to use | pick | picked | standardize on | standardise on | prefer | agreed | going with | going for | go for | opt for | opted for | settled on | proceed with | implement | introduce | switch to | migrate to | utilize | utilise | employ | deploy | recommend | recommended | propose | leverage | implementing | implemented | adopting | selecting | choosing | picking | opting for | switching to | move to | moving to | migrating to | standardizing on | standardising on | continue with | keep | decided in favor of | decided in favour of | settled for | preferred | retain | plan | deployed | introduced | will be used | utilized | elect | elected | settle on | landed on | stick with | sticking with | stay with | staying with | move forward with | moving forward with | going forward with | decided upon | standardized on | standardised on | committed to | went with',
  choosingNext:
    'will use | use | chose | choose | adopt | adopted | selected | go with | decided for | decided on | decided to use | picked | standardize on | standardise on',
  making: 'write | build',
  behindChoice: 'as | for | to | because | since | with | in | over | instead | rather | from | across | throughout',
  contrasts:
    'instead of | rather than | over | than | not | without | unlike | against | no longer | replaces | replacing | never',
  weighing:
    'considered | consider | considering | evaluated | evaluate | evaluating | discussed | explored | exploring | investigated | assessed | compared | examined | reviewed | weighed | tried | trialled | tested | possible | available | viable | several | number | multiple | different | various | two | three | four | five | six',
  choices: 'choice | way | possibility | answer',
  naming:
    'would have been to | could have been to | would be to | could be to | might be to | is to | was to | were to | involves | involved | would involve | would mean | would have meant | consists of',
  linking: 'is | was | are | were | would be | could be | would have been | could have been | might be',
  weighed:
    'we considered | we also considered | we evaluated | we also evaluated | we discussed | we looked at | we also looked at | we investigated | we explored | we thought about | we could | we could also | we could have | consideration was given to',
  continuing: 'that | which | who | so | while | where | in order to | due to | but | however',
  criteria:
    'criterion | criteria | factor | factors | aspect | feature | features | property | requirement | dimension | metric | attribute | consideration | concern | capability | evaluation criteria | category | topic',
  asides: 'but | which | although | though | however | whereas',
  questions: 'how | which | what | where | whether | should | who | when | why',
  telling:
    'is | are | was | were | be | been | has | have | had | would | could | should | may | might | can | will | we | they | it | there | this | that | these | see | none | also',
  rejecting:
    'rejected | reject | discarded | discounted | ruled out | dismissed | decided against | not chosen | not selected | abandoned | eliminated | dropped | declined | discard | dismiss | rule out | too complex | not viable | not be used | not used | not be adopted | not be chosen | not be selected | not use | not pursued | not adopted | not taken | turned down | set aside | rejecting | passed on | not feasible | not suitable',
  ordinals: 'first | second | third | fourth | fifth',
  last: 'last | final | latter',
  statement: {
    context: 'in the context of …',
    facing: 'facing … | faced with … | confronted with …',
    decided:
      'we decided for … | we decided to … | we decided on … | decided for … | decided to … | we chose … | we opted for … | we selected …',
    neglected:
      'and neglected … | neglected … | neglecting … | and against … | against … | and rejected … | rejected … | rejecting … | instead of … | rather than …',
    achieving: 'in order to achieve … | to achieve …',
    accepting: 'accepting that … | accepting of … | accepting …',
    aim: 'we want to achieve …',
  },
  outcome: { before: 'Chosen option: "', between: '", because ' },
  chose: { alone: 'We chose **…**.', because: 'We chose **…**, because …' },
  driversLead: 'What matters',
  describes: 'Description',
  options: 'Option | alternative | candidate | solution | approach | variant | strategy',
  shortOptions: 'Alt. | Alt | Opt. | Opt',
  chosen:
    'chosen | selected | accepted | our choice | choice | winner | decision | preferred | picked | recommended | this decision | this ADR | adopted | approved | our pick | pick | final choice',
  unchosen: 'alternativ | reject | other | not taken | discard',
  and: 'and | &',
  or: 'or',
  nothing:
    'n/a | none | tbd | na | tbc | tba | unknown | nobody | no one | not applicable | to be determined | to be decided | to be defined | to be confirmed | unassigned | not assigned | nothing | me | myself | no decision | no decision yet | no decision made yet | no decision has been made | no decision has been made yet | no decision was made | no decision made | not decided | not decided yet | not yet decided | undecided | still open',
  templates: 'template',
  inTemplateNames:
    'decision | record | records | architecture | architectural | example | sample | blank | bare | empty | minimal | simple | short | long | full | for | of | the | an | new',
  indexFiles:
    'index | readme | toc | table of contents | contents | summary | overview | records | log | decision log | adr log | list | adr list | adr index | adrs | decisions | catalog | catalogue | decision register | register',
  otherFiles: 'changelog | contributing | license | code of conduct | notes | checklist | glossary | faq | todo',
  optional: 'optional | if applicable | if needed | if any',
  placeholders: 'title | short title | short title of solved problem and solution',
  falseFriends:
    'data | solutions | note | situation | documentation | journal | scenario | link | propositions | stakeholder | argumentation | stand | pour | min | male | bom | mal | chance | forces | scenarios | resume | decide | evaluation | no | analyse',
  commonWords:
    'the of to in is are be been has have had we our us they their it its that this these those with for from by on at as not than when which while would can could should must may',
};
