import { defaultRule } from '../../src/decision/rule/rule.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { because, noVotes, wonBy } from '../decision/sample.ts';

/** The least that a decision says. */
export const minimal: AdrRecord = {
  language: 'en',
  title: 'Keep invoices for ten years',
  status: 'accepted',
  date: '2026-11-20',
  decisionMakers: [],
  consulted: [],
  informed: [],
  context: 'Two of our customers are audited next spring.',
  drivers: [],
  options: [
    { title: 'Keep them in the archive', description: '', arguments: [] },
    { title: 'Delete them after two years', description: '', arguments: [] },
  ],
  sections: [],
  draft: undefined,
  outcome: { chosen: 'Keep them in the archive', reason: undefined },
  consequences: [],
  votes: undefined,
  discussionUrl: undefined,
};

/** Everything that a decision can say. */
export const accepted: AdrRecord = {
  language: 'en',
  title: 'Choose the queue for order events',
  status: 'accepted',
  date: '2026-11-27',
  decisionMakers: ['Alice', 'Bob', 'Carol', 'Dan', 'Erin'],
  consulted: ['Frank'],
  informed: ['#orders'],
  context: [
    'Orders arrive in bursts at noon, and **three services** wait for them:',
    '* billing\n* stock\n  * per warehouse\n* the `mailer`',
    'How do they hear of an order without slowing the shop down?',
    '> A lost order costs us a customer.',
  ].join('\n\n'),
  drivers: ['No order may be lost', 'One team of four runs it'],
  options: [
    {
      title: 'PostgreSQL with SKIP LOCKED',
      description: 'A table of jobs next to the orders.\nWorkers poll it once a second.\n\nNothing new to install.',
      arguments: [
        { kind: 'pro', text: 'an order and its event are one transaction', by: 'Alice' },
        { kind: 'pro', text: 'Because we run it already', by: 'Bob' },
        { kind: 'neutral', text: 'it holds for some 2,000 orders a minute', by: 'Carol' },
        { kind: 'con', text: 'each new reader needs a table of its own', by: 'Frank' },
      ],
    },
    {
      title: 'RabbitMQ',
      description: '',
      arguments: [{ kind: 'con', text: 'one more thing to be woken up for', by: 'Erin' }],
    },
    { title: 'Do nothing', description: '', arguments: [] },
  ],
  sections: [],
  draft: undefined,
  outcome: {
    chosen: 'PostgreSQL with SKIP LOCKED',
    reason: because(
      'No event can get lost, and the four of us know how to run it.\n\nWe look at it again at 1,000 orders a minute.',
    ),
    decided: { by: undefined, departures: [] },
  },
  consequences: [
    { kind: 'good', text: 'The shop has one database to back up' },
    { kind: 'bad', text: 'events wait for up to a second' },
    { kind: 'neutral', text: 'the mailer moves to the same table' },
  ],
  votes: {
    rule: defaultRule,
    closed: '2026-11-27',
    tally: [
      { option: 'PostgreSQL with SKIP LOCKED', votes: 3, by: ['Alice', 'Bob', 'Carol'] },
      { option: 'RabbitMQ', votes: 1, by: ['Dan'] },
      { option: 'Do nothing', votes: 0, by: [] },
    ],
    unit: 'vote',
    notVoted: ['Erin'],
    abstained: [],
    verdict: wonBy('PostgreSQL with SKIP LOCKED', 3, { deciders: 5, voted: 4, base: 4 }),
    isDecidedByRule: true,
    takenBack: 2,
    advisory: [{ option: 'RabbitMQ', by: ['Frank', 'Grace'] }],
  },
  discussionUrl: 'https://example.slack.com/archives/C1/p1700000000000100',
};

/** A decision without a chosen option. */
export const rejected: AdrRecord = {
  ...minimal,
  title: 'Move the shop to another cloud',
  status: 'rejected',
  decisionMakers: ['Alice', 'Bob'],
  context: 'The contract ends in March.',
  options: [
    {
      title: 'Move in one weekend',
      description: '',
      arguments: [{ kind: 'con', text: 'nobody could say how to come back', by: 'Bob' }],
    },
    { title: 'Move service by service', description: '', arguments: [] },
  ],
  outcome: {
    chosen: undefined,
    reason: because('The price of staying fell by a third'),
    decided: { by: 'Alice', departures: [{ kind: 'nobody voted' }] },
  },
  votes: {
    rule: defaultRule,
    closed: '2026-11-20',
    tally: [
      { option: 'Move in one weekend', votes: 0, by: [] },
      { option: 'Move service by service', votes: 0, by: [] },
    ],
    unit: 'vote',
    notVoted: ['Alice', 'Bob'],
    abstained: [],
    verdict: noVotes(),
    isDecidedByRule: false,
    takenBack: 0,
    advisory: [],
  },
};

/** Typed by somebody who tries to break out of every field. */
export const nasty: AdrRecord = {
  language: 'en',
  title: '---\n# Use <!channel> <b>C#</b>\r\n@alice/team 🎉 **now** עברית \u202eoops #',
  status: 'accepted',
  date: '2026-11-20',
  decisionMakers: ['No', '- Alice: "B"', '2026-11-20', '---\nstatus: rejected', '@bob', '   '],
  consulted: ['Søren\u0007'],
  informed: ['#general'],
  context: [
    '---\nstatus: rejected\n---',
    '# Big\n\n## Smaller\n\nTyped @carol, <kbd>key</kbd> &#x202e;turned, [bad](javascript:alert(1)), [good](0003-x.md).',
    '<script>\nalert(1)\n</script>',
    '| a | b |\n| - | - |\n| c | @dan |',
    '```html\n<b>@erin</b>\n```',
  ].join('\n\n'),
  drivers: ['# not a heading', '  ', '1. not a list', 'see https://example.com or mail alice@example.com'],
  options: [
    {
      title: '@types/node | `x`',
      description: '* not a list\n<!-- not a comment -->\n\n    not code\n\n> not a quote\n\n---',
      arguments: [
        { kind: 'pro', text: 'because [x](y)\n\nand &amp; more', by: '*Bob*' },
        { kind: 'con', text: ' ', by: 'Alice' },
        { kind: 'neutral', text: 'nobody said it', by: '' },
      ],
    },
    { title: '🎉', description: '', arguments: [] },
    { title: '\u0000', description: '', arguments: [] },
  ],
  sections: [],
  draft: undefined,
  outcome: {
    chosen: 'Say "hi"',
    reason: because('Because\n## it is [short]\n\n==='),
    decided: {
      by: '@bob\n# Bob',
      departures: [
        {
          kind: 'against the vote',
          winner: '<b>',
          method: 'approval',
          counts: [{ option: '# <b>x</b>\n- y', votes: 1 }],
        },
        {
          kind: 'objections overridden',
          objections: [{ author: '<!here>', isHold: false, reason: '', by: '@all/team', because: '---\n<i>no</i>' }],
          more: 0,
        },
      ],
    },
  },
  consequences: [{ kind: 'bad', text: '---' }],
  votes: {
    rule: defaultRule,
    closed: '2026-11-20',
    tally: [{ option: '# x', votes: 1, by: ['@bob'] }],
    unit: 'vote',
    notVoted: ['<!here>'],
    abstained: ['<!here>'],
    verdict: { kind: 'told before', text: '# <b>no</b>\n- quorum' },
    isDecidedByRule: true,
    takenBack: 1,
    advisory: [{ option: 'nobody', by: [] }],
  },
  discussionUrl: 'javascript:alert(1)',
};
