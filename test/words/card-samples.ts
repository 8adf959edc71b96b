import { everyOverrider } from '../../src/decision/rule/rule.ts';
import type { CardWords } from '../../src/words/card-words.ts';
import type { PeopleWords } from '../../src/words/people-words.ts';
import { link, say } from '../../src/words/say.ts';
import type { NextSteps, TurnoutWords } from '../../src/words/turnout-words.ts';
import { closesAt } from '../decision/sample.ts';
import type { Samples } from './write-words.ts';

export const peopleSamples: Samples<PeopleWords> = {
  list: [[[]], [['Ana']], [['Ana', 'Bo']], [['Ana', 'Bo', 'Chi']], [['Ana', 'Bo'], 1], [['Ana', 'Bo'], 1_200]],
};

const card = {
  title: 'Choose the backend language',
  proposer: 'Ana',
  options: ['Go', 'Rust'],
  chosen: undefined,
  fate: undefined,
};
const decided = { kind: 'decided', status: 'accepted', at: closesAt, fate: undefined, review: undefined } as const;
const review = { number: 12, url: 'https://git.example.com/team/adr/pull/12', branch: 'gavel/0007-use-go' };
const inReview = { ...decided, review: { review, progress: { code: 'approvals', missing: 1 } } } as const;
const closed = { ...decided, review: { review, progress: { code: 'closed' } } } as const;

export const cardSamples: Samples<CardWords> = {
  inShort: [
    [{ ...card, standing: { kind: 'discussing', closesAt } }],
    [{ ...card, standing: { kind: 'voting', closesAt } }],
    [{ ...card, standing: { kind: 'voting', closesAt, isFinal: true } }],
    [{ ...card, standing: { kind: 'counting' } }],
    [{ ...card, standing: { kind: 'earlier round' } }],
    [{ ...card, standing: { kind: 'withdrawn' } }],
    [{ ...card, standing: { kind: 'undecided', lack: 'winner' } }],
    [{ ...card, standing: { kind: 'undecided', lack: 'resolution' } }],
    [{ ...card, standing: { kind: 'undecided', lack: 'second person' } }],
    [{ ...card, standing: { kind: 'undecided', lack: 'outcome' } }],
    [{ ...card, standing: decided, chosen: 'Go' }],
    [{ ...card, standing: { ...decided, status: 'rejected' } }],
    [{ ...card, standing: inReview, chosen: 'Go' }],
    [{ ...card, standing: closed, chosen: 'Go' }],
    [{ ...card, standing: { ...decided, fate: 'superseded' }, chosen: 'Go', fate: say`Superseded by ADR 0012.` }],
  ],
  proposedBy: [['Ana']],
  drivers: [
    [[say`one binary`], 0],
    [[say`one binary`, say`low memory`], 3],
  ],
  author: [
    ['Bo', 1],
    ['Bo', 2],
    ['Bo', 12],
  ],
  fromMessage: [['Bo']],
  standing: [
    [{ kind: 'discussing', closesAt }],
    [{ kind: 'voting', closesAt }],
    [{ kind: 'voting', closesAt, isFinal: true }],
    [
      {
        kind: 'voting',
        closesAt,
        draft: { number: 12, url: 'https://example.org/pull/12', branch: 'gavel/0007-use-go' },
      },
    ],
    [{ kind: 'counting' }],
    [{ kind: 'earlier round' }],
    [{ kind: 'withdrawn' }],
    [{ kind: 'undecided', lack: 'winner' }],
    [{ kind: 'undecided', lack: 'resolution' }],
    [{ kind: 'undecided', lack: 'second person' }],
    [{ kind: 'undecided', lack: 'outcome' }],
    [decided],
    [{ ...decided, status: 'rejected' }],
    [{ ...decided, status: 'superseded', at: undefined }],
    [{ ...decided, status: 'deprecated', at: undefined }],
    [{ ...decided, fate: 'superseded' }],
    [{ ...decided, fate: 'deprecated' }],
    [{ ...decided, fate: 'amended' }],
    [inReview],
    [closed],
  ],
  fate: (['superseded', 'deprecated', 'amended'] as const).flatMap((kind) => [
    [kind, []] as const,
    [kind, [link('https://git.example.com/12', 'ADR 0012 Use Zig')]] as const,
    [kind, [say`ADR 0012 Use Zig`, say`ADR 0013 Use C`]] as const,
  ]),
  undecided: [['winner'], ['resolution'], ['second person'], ['outcome']],
  moreReasons: [[1], [12]],
  earlierRound: [
    ['No quorum.', false],
    ['No quorum.', true],
  ],
  outcome: [
    [{ chosen: 'Go', decided: ['Decided by vote: all 4 who voted backed it.'], why: '' }],
    [{ chosen: undefined, decided: ['Decided by Ana.', 'Ana overrode the objection of Bo: No.'], why: 'we wait.' }],
  ],
  published: [
    [{ fileName: '0007-use-go.md', url: 'https://git.example.com/7', commit: '0123456' }],
    [{ fileName: '0007-use-go.md', url: undefined, commit: undefined }],
  ],
  notPublished: [['The repository can’t be reached.']],
};

const changes = [
  { name: 'Ben', title: 'Go', isCast: true },
  { name: 'Chloe', title: 'Rust', isCast: false },
  { name: 'Dev', isCast: true },
  { name: 'Eli', isCast: false },
] as const;

const next: NextSteps = {
  blocking: 0,
  overriders: everyOverrider,
  needsSecond: false,
  followable: { accept: true, reject: false },
};

export const turnoutSamples: Samples<TurnoutWords> = {
  abstaining: [['white_circle']],
  excluded: [
    [{}],
    [{ guest: 2, bot: 1 }],
    [{ bot: 2, deactivated: 1, guest: 1, outsider: 1, unknown: 1 }],
    [{ deactivated: 3, outsider: 2, unknown: 12 }],
  ],
  gone: [
    ['Fay', 'left'],
    ['Gus', 'deactivated'],
  ],
  noLongerCounted: [['Fay']],
  votesThatStand: [['Fay']],
  shortened: [['Ana', closesAt]],
  finalComments: [
    ['Go', 0],
    ['Go', 2],
  ],
  why: [['The tender ends.']],
  waitingFor: [['Bo']],
  severalReactions: [['Bo']],
  theVote: [['No quorum.']],
  discussedOn: [
    ['Ana', 'a fourth option came up'],
    ['Ana', ''],
  ],
  nextSteps: [
    ...[0, 1, 2].map((blocking): [NextSteps] => [{ ...next, blocking }]),
    ...[1, 2].map((blocking): [NextSteps] => [{ ...next, blocking, needsSecond: true }]),
    ...[0, 1, 2].map((blocking): [NextSteps] => [{ ...next, blocking, overriders: ['deciders', 'admins'] }]),
    [{ ...next, blocking: 1, needsSecond: true, overriders: ['deciders', 'admins'] }],
    [{ ...next, blocking: 1, needsSecond: true, overriders: [] }],
    [{ ...next, overriders: ['proposer'], followable: { accept: false, reject: true } }],
    [{ ...next, overriders: [], followable: { accept: false, reject: false } }],
  ],
  advice: [
    [
      [
        { names: 'Hal', option: 'Go' },
        { names: 'Ida', option: 'Rust' },
      ],
    ],
  ],
  undated: [
    [changes, 0],
    [changes.slice(0, 1), 1],
    [changes.slice(0, 1), 12],
  ],
  notCountedUndated: [[changes.slice(0, 2), 3]],
  endedEitherWay: [['Nobody voted.', 'Go has 1 of 1.']],
  gaveNoPoints: [['Bo']],
  abstained: [['Bo']],
  noneCounts: [['Bo']],
  notCounted: [['Bo']],
  silent: [
    ['Bo', { isOpen: true, countedFor: undefined }],
    ['Bo', { isOpen: false, countedFor: undefined }],
    ['Bo', { isOpen: true, countedFor: 'Go' }],
    ['Bo', { isOpen: false, countedFor: 'Go' }],
  ],
};
