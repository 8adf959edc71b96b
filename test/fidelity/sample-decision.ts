import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { type AskedFact, askedFact } from '@gavel/adr/style/asked-entries.ts';
import { noRecall, type Recall } from '../../src/decision/recall/recall.ts';
import { defaultRule } from '../../src/decision/rule/rule.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { withAnswers } from '../../src/workflow/propose/asked-entries.ts';
import { wonBy } from '../decision/sample.ts';

/** One decision, the same for every house, with everything that people type into the form and the thread; `asked` are the metadata entries that the form asks for. */
export function sampleDecision(language: AdrLanguage, asked: readonly string[] = []): AdrRecord {
  return {
    language,
    title: 'Send receipts from a queue',
    status: 'accepted',
    date: '2026-11-20',
    decisionMakers: ['Mira', 'Jonas'],
    consulted: ['Aiko'],
    informed: ['#checkout'],
    context: [
      'The checkout calls `sendReceipt()` while a customer waits, and the mail server takes up to nine seconds at noon. Two customers in a hundred leave before they see that they have paid. The numbers are at https://metrics.example.com/checkout.',
      '- Each receipt has to arrive within five minutes, which the tax office demands of every shop\n- No receipt may be sent twice',
    ].join('\n\n'),
    drivers: ['No customer waits for the mail server', 'One team of four runs it'],
    options: [
      {
        title: 'A table of jobs in PostgreSQL',
        description: 'Workers poll a table next to the orders once a second, and mark what they have sent.',
        arguments: [
          { kind: 'pro', text: 'an order and its receipt are one transaction', by: 'Mira' },
          { kind: 'pro', text: 'we run it already', by: 'Jonas' },
          { kind: 'con', text: 'polling costs a query a second', by: 'Aiko' },
        ],
      },
      {
        title: 'RabbitMQ',
        description: '',
        arguments: [
          { kind: 'pro', text: 'it is made for this', by: 'Aiko' },
          { kind: 'con', text: 'one more thing to be woken up for', by: 'Mira' },
        ],
      },
      {
        title: 'Leave it as it is',
        description: '',
        arguments: [{ kind: 'con', text: 'customers leave', by: 'Jonas' }],
      },
    ],
    sections: withAnswers(
      [],
      asked.filter((entry) => askedFact(entry) === undefined).map((entry) => ({ entry, text: 'SHOP-12' })),
      'Metadata',
    ),
    recall: recallAsked(asked),
    draft: undefined,
    outcome: {
      chosen: 'A table of jobs in PostgreSQL',
      reason: { by: 'person', text: 'no receipt can get lost, and all four of us know how to run it.' },
      decided: { by: undefined, departures: [] },
    },
    consequences: [
      { kind: 'good', text: 'The checkout answers within a second' },
      { kind: 'bad', text: 'Receipts arrive up to a second later' },
    ],
    votes: {
      rule: defaultRule,
      closed: '2026-11-20',
      tally: [
        { option: 'A table of jobs in PostgreSQL', votes: 2, by: ['Mira', 'Jonas'] },
        { option: 'RabbitMQ', votes: 0, by: [] },
        { option: 'Leave it as it is', votes: 0, by: [] },
      ],
      unit: 'vote',
      notVoted: [],
      abstained: [],
      verdict: wonBy('A table of jobs in PostgreSQL', 2, { deciders: 2, voted: 2, base: 2 }),
      isDecidedByRule: true,
      takenBack: 0,
      advisory: [],
    },
    objections: [
      {
        by: 'Aiko',
        kind: 'objection',
        reason: 'Nobody measures how long the table gets',
        until: undefined,
        isAdvice: false,
        resolution: { kind: 'resolved', by: 'Aiko', reason: 'Mira adds a chart' },
      },
    ],
    discussionUrl: 'https://example.slack.com/archives/C1/p1763629200000100',
  };
}

/** What people answer where the house has its form ask for tags, for paths, or for a day or a reason to look again. */
function recallAsked(asked: readonly string[]): Recall {
  const has = (fact: AskedFact) => asked.some((entry) => askedFact(entry) === fact);
  return {
    ...noRecall,
    tags: has('tags') ? ['checkout', 'mail'] : [],
    affects: has('affects') ? ['src/checkout/**'] : [],
    revisit: {
      on: has('revisit on') ? '2027-11-20' : undefined,
      when: has('revisit when') ? 'the table gets longer than a thousand rows' : undefined,
    },
  };
}

/** What the sample says, longest first: everything else in its ADR is the form. */
export function textsOfSample(): string[] {
  const { title, context, drivers, options, outcome, consequences } = sampleDecision('en');
  const all = [
    title,
    ...context.split(/\s*\n(?:- )?\s*|(?<=\.) /),
    ...drivers,
    ...options.flatMap((option) => [option.title, option.description, ...option.arguments.map(({ text }) => text)]),
    outcome.reason?.by === 'person' ? outcome.reason.text : '',
    ...consequences.map(({ text }) => text),
  ];
  return all.filter((text) => text !== '').toSorted((one, other) => other.length - one.length);
}
