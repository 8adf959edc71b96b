import type { AwayWords } from '../../src/words/away-words.ts';
import type { CommandWords, PublishNowWords, WaitingWords } from '../../src/words/command-words.ts';
import type { FollowWords } from '../../src/words/follow-words.ts';
import type { HandoverWords } from '../../src/words/handover-words.ts';
import type { RevisitWords } from '../../src/words/revisit-words.ts';
import { code, link } from '../../src/words/say.ts';
import type { StalledWords } from '../../src/words/stalled-words.ts';
import { typed } from '../../src/words/typed.ts';
import type { Samples } from './write-words.ts';

const at = new Date('2026-11-20T17:00:00Z');
const decision = link('https://example.com/card', 'Which queue?');

export const commandSamples: Samples<CommandWords> = {
  unknown: [
    ['prose', '/adr propose'],
    ['weather', undefined],
  ],
};

export const waitingSamples: Samples<WaitingWords> = {
  more: [[1], [1_200], [undefined]],
  vote: [[decision, at]],
  review: [[decision, link('https://git.example.com/pull/12', 'pull request #12'), 'waiting for 1 approval']],
  proposal: [
    [decision, undefined],
    [decision, 'this is how its vote ended'],
  ],
};

export const stalledSamples: Samples<StalledWords> = {
  ask: [
    [{ stall: 'discussion', decision, since: at }],
    [{ stall: 'objection', decision, since: at }],
    [{ stall: 'outcome', decision, since: at }],
  ],
  left: [[at]],
  since: [[at]],
  line: [[decision, at]],
};

export const revisitSamples: Samples<RevisitWords> = {
  ask: [
    [{ decision, chosen: 'Kafka', decidedAt: at, dueOn: '2027-03-01', when: typed('we *outgrow* one server') }],
    [{ decision, chosen: undefined, decidedAt: undefined, dueOn: '2027-03-01', when: undefined }],
  ],
  answered: [
    [{ by: 'Ana', next: '2028-03-01', note: typed('load has `grown` little') }],
    [{ by: 'Ana', next: undefined, note: undefined }],
  ],
  waits: [[at]],
  noted: [
    [code('docs/adr/0012-use-kafka.md'), 'abc1234'],
    [code('docs/adr/0012-use-kafka.md'), undefined],
  ],
  inReview: [[link('https://example.com/7', 'PR #7')]],
  left: [
    ['review closed', link('https://example.com/7', 'PR #7'), undefined],
    ['review closed', undefined, { what: 'reopened', by: 'Ana' }],
    ['review closed', undefined, { what: 'reopened', by: undefined }],
    ['review closed', undefined, { what: 'left', by: 'Ana' }],
    ['review closed', undefined, { what: 'arrived', by: undefined }],
    ['file gone', undefined, undefined],
    ['file unreadable', undefined, undefined],
  ],
  notYet: [['The repository does not answer.']],
  line: [[decision, '2027-03-01']],
  dueSince: [['2027-03-01']],
  explain: [['Which queue?']],
};

export const awaySamples: Samples<AwayWords> = {
  until: [['2026-12-04']],
  person: [
    ['Ana', '2026-12-04'],
    ['Ana', undefined],
  ],
  absent: [
    [1, 6, 'Ana'],
    [2, 1_200, 'Ana and Bo'],
  ],
  takenOut: [['Ana and Bo']],
  atHome: [['2026-12-04'], [undefined]],
  awayUntil: [['2026-12-04']],
};

export const handoverSamples: Samples<HandoverWords> = {
  forOthers: [
    [[{ by: 'Ben', others: 'Chloe' }], true, 0],
    [
      [
        { by: 'Ben', others: 'Chloe and Dev' },
        { by: 'Eva', others: 'Fay' },
      ],
      false,
      1,
    ],
  ],
  givesBack: [['Ana and Bo']],
  handedTo: [['Ben']],
  votesFor: [['Ben']],
  giveBackQuestion: [['Ben']],
  gaveBack: [['Ben']],
  whileAway: [[[decision]], [[decision, decision]]],
};

export const followSamples: Samples<FollowWords> = {
  told: [
    [{ decision, chosen: 'Kafka', tags: ['storage'], isPerson: false }],
    [{ decision, chosen: undefined, tags: ['kafka', 'storage'], isPerson: true }],
  ],
  followed: [
    [[], false],
    [[], true],
    [['storage'], false],
    [['kafka', 'storage'], true],
  ],
};

export const publishNowSamples: Samples<PublishNowWords> = {
  published: [[code('0007-use-go.md')]],
  inReview: [[link('https://git.example.com/pull/12', 'pull request #12'), 'waiting for 1 approval']],
  closed: [[link('https://git.example.com/pull/12', 'pull request #12')]],
  notPublished: [['Something is wrong.']],
};
