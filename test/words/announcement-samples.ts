import { everyOverrider } from '../../src/decision/rule/rule.ts';
import type { AnnouncementWords } from '../../src/words/announcement-words.ts';
import type { ObjectionWords } from '../../src/words/objection-words.ts';
import type { RepositoryWords } from '../../src/words/repository-words.ts';
import { code, link, say } from '../../src/words/say.ts';
import { closesAt, now } from '../decision/sample.ts';
import type { Samples } from './write-words.ts';

const title = 'Choose the backend language';
const verdict = 'Nobody who may vote has voted.';
const inCommit = { path: 'docs/decisions/0007-use-go.md', url: undefined, commit: '0123456' };
const url = 'https://git.example.com/7';
const fileName = '0007-use-go.md';
const open = { kind: 'open', closesAt } as const;
const shortened = { by: 'Bo', reason: 'The tender ends.', from: closesAt, closesAt: now, title };
const heard = { title, chosen: 'Go', record: undefined };
const undated = [
  { name: 'Ben', title: 'Go', isCast: true },
  { name: 'Chloe', isCast: false },
] as const;

const blocked = {
  proposerId: undefined,
  verdict: 'Blocked by 1 objection.',
  objections: [{ name: 'Bo', reason: 'No license.' }],
  more: 0,
  overriders: everyOverrider,
  needsSecond: false,
  unconfirmed: 0,
};

const review = { number: 12, url: 'https://git.example.com/pull/12', branch: 'gavel/0007-use-go' };
const merge = { url: 'https://git.example.com/-/merge_requests/12' };
const branchOnly = { ...review, number: undefined, url: undefined };
const unsaid = { closedBy: undefined, toldBy: undefined };
const closedReview = { ...review, ...unsaid, closedBy: 'ben' };

export const announcementSamples: Samples<AnnouncementWords> = {
  votingOpened: [
    [{ title, now: open, way: 'reactions' }],
    [{ title, now: open, way: 'buttons' }],
    [{ title, now: open, way: 'scores' }],
    [{ title, now: { kind: 'awaiting' }, way: 'reactions' }],
    [{ title, now: { kind: 'discussing' }, way: 'reactions' }],
    [{ title, now: { kind: 'later round' }, way: 'reactions' }],
    [{ title, now: { kind: 'withdrawn' }, way: 'reactions' }],
    [{ title, now: { kind: 'undecided', isBlocked: false }, way: 'reactions' }],
    [{ title, now: { kind: 'undecided', isBlocked: true }, way: 'reactions' }],
    [{ title, now: { kind: 'decided', chosen: 'Go' }, way: 'reactions' }],
    [{ title, now: { kind: 'decided', chosen: undefined }, way: 'reactions' }],
  ],
  votingNotOpened: [['Nobody of these can vote.']],
  optionAdded: [
    [{ by: 'Bo', title: 'Zig', emoji: 'four', isScored: false }],
    [{ by: 'Bo', title: 'Zig', emoji: 'four', isScored: true }],
  ],
  edited: [['Bo']],
  votingReopened: [
    [{ by: 'Bo', reason: 'Zig is new', closesAt, way: 'reactions' }],
    [{ by: 'Bo', reason: '', closesAt, way: 'scores' }],
    [{ by: 'Bo', reason: '', closesAt, way: 'buttons' }],
  ],
  extended: [[{ by: 'Bo', reason: '', closesAt }], [{ by: 'Bo', reason: 'Ana is away.', closesAt }]],
  shortened: [
    [{ ...shortened, now: undefined }],
    [{ ...shortened, now: open }],
    [{ ...shortened, now: { kind: 'decided', chosen: 'Go' } }],
  ],
  extendedByRule: [
    [verdict, closesAt],
    ['', closesAt],
  ],
  finalComments: [
    [{ option: 'Go', closesAt, isAnew: false, canBlock: true }],
    [{ option: 'Go', closesAt, isAnew: false, canBlock: false }],
    [{ option: 'Go', closesAt, isAnew: true, canBlock: true }],
  ],
  outcomeRecorded: [
    [{ ...heard, by: 'Bo', decided: ['Decided by Bo before voting opened.'], why: 'the tender ends.', closesAt }],
    [{ ...heard, by: 'Bo', decided: ['Decided by vote.'], why: '', closesAt: undefined, chosen: undefined }],
    [{ ...heard, by: 'Bo', decided: [], why: 'the tender ends.', closesAt: undefined, record: { fileName, url } }],
  ],
  countingLater: [[now, closesAt]],
  undatedVotes: [[undated, 0]],
  undatedVotesDecide: [
    [
      {
        proposerId: 'UANA',
        changes: undated,
        more: 2,
        without: verdict,
        withAll: 'Go has 1 of 1.',
        overriders: everyOverrider,
      },
    ],
    [{ proposerId: 'UANA', changes: [], more: 2, without: verdict, withAll: verdict, overriders: ['proposer'] }],
  ],
  votingClosed: [
    [{ ...heard, verdict: 'Go has 3 of 4.', departed: [] }],
    [{ ...heard, verdict, departed: [], chosen: undefined, record: { fileName, url: undefined } }],
    [
      {
        ...heard,
        verdict: 'Go has 3 of 4.',
        departed: ['Ana overrode the objection of Bo: No.'],
        record: { fileName, url },
      },
    ],
  ],
  discussedOn: [
    [{ by: 'Bo', reason: 'a fourth option came up', isClosed: true }],
    [{ by: 'Bo', reason: '', isClosed: true }],
    [{ by: 'Bo', reason: '', isClosed: false }],
  ],
  decidersChanged: [
    [
      [
        { group: 'left', names: ['Ana'], others: 0 },
        { group: 'leftVoting', names: ['Bo'], others: 0 },
        { group: 'deactivated', names: ['Chi'], others: 0 },
        { group: 'deactivatedVoting', names: ['Dan'], others: 0 },
        { group: 'returned', names: ['Eva'], others: 0 },
      ],
    ],
    [
      [
        { group: 'left', names: ['Ana', 'Bo'], others: 0 },
        { group: 'leftVoting', names: ['Bo'], others: 1 },
        { group: 'deactivated', names: ['Chi'], others: 12 },
        { group: 'deactivatedVoting', names: ['Dan', 'Eva', 'Fay'], others: 0 },
        { group: 'returned', names: ['Gus', 'Hal'], others: 0 },
      ],
    ],
  ],
  takenOut: [
    [{ by: 'Ana', out: 'Bo', back: '' }],
    [{ by: 'Ana', out: '', back: 'Bo' }],
    [{ by: 'Ana', out: 'Bo and Chi', back: 'Dan' }],
  ],
  lateVote: [[title]],
  nudge: [[{ names: ['Ana', 'Bo'], others: 0, closesAt }], [{ names: ['Bo'], others: 12, closesAt }]],
  directNudge: [[link(url, title), closesAt]],
  askedToVote: [[{ by: 'Bo', decision: link(url, title), closesAt }]],
  voteReceived: [[{ by: 'Bo', decision: link(url, title), closesAt }]],
  voteReturned: [
    [{ by: 'Bo', why: 'gone', decision: link(url, title), closesAt }],
    [{ by: 'Bo', why: 'taken out', decision: link(url, title), closesAt }],
    [{ by: 'Bo', why: 'handed on', decision: link(url, title), closesAt }],
    [{ by: 'Bo', why: 'declined', decision: link(url, title), closesAt }],
  ],
  decisionName: [
    [title, url],
    [title, undefined],
    [undefined, url],
    [undefined, undefined],
  ],
  nobodyLeads: [
    [{ proposerId: 'UANA', verdict, overriders: everyOverrider, canReject: true }],
    [{ proposerId: 'UANA', verdict, overriders: ['deciders', 'admins'], canReject: true }],
    [{ proposerId: 'UANA', verdict, overriders: [], canReject: false }],
  ],
  withdrawn: [
    ['Bo', 'we buy one'],
    ['Bo', ''],
  ],
  published: [
    [{ ...inCommit, more: [], review: undefined }],
    [{ ...inCommit, url, more: ['One thing more.'], review: undefined }],
    [{ ...inCommit, url, more: [], review: { ...review, mergedBy: 'ben' } }],
    [{ ...inCommit, url, more: [], review: { ...review, ...merge, mergedBy: undefined } }],
  ],
  recordFound: [[inCommit], [{ ...inCommit, url }]],
  notPublished: [['The repository can’t be reached.']],
  branchRules: [
    [{ way: 'review', branch: 'main', kind: 'pull request', more: ['One thing.', 'Another.'] }],
    [{ way: 'review', branch: 'main', kind: 'review', more: ['One thing.'] }],
    [{ way: 'commit', branch: 'main', kind: 'merge request', more: ['One thing.'] }],
  ],
  reviewProposed: [[{ ...review, more: [] }], [{ ...branchOnly, more: ['One thing more.'] }]],
  notProposed: [
    [{ isOpen: false, trouble: 'The repository can’t be reached.' }],
    [{ isOpen: true, trouble: 'The repository can’t be reached.' }],
  ],
  reviewComments: [
    [{ ...review, comments: [{ by: 'ben', url }], more: 0 }],
    [
      {
        ...review,
        ...merge,
        comments: [
          { by: 'ben', url: undefined },
          { by: 'ana', url },
        ],
        more: 4,
      },
    ],
  ],
  reviewTakenOver: [[{ ...review, fileName: '0007-use-go.md' }]],
  proposalMerged: [[{ ...review, into: 'main' }]],
  reviewCompleted: [[{ ...review, more: ['One thing more.'] }], [{ ...branchOnly, more: [] }]],
  reviewOpened: [
    [{ ...review, why: { code: 'reviews only', branch: 'main' }, more: [] }],
    [{ ...review, ...merge, why: { code: 'reviews only', branch: 'main', approvals: 2 }, more: ['One thing more.'] }],
    [{ ...branchOnly, why: { code: 'push refused', branch: 'main', said: 'GH006' }, more: [] }],
    [{ ...branchOnly, url: 'https://git.example.com/new', why: { code: 'set', in: '.gavel.yml' }, more: [] }],
  ],
  reviewClosed: [
    [{ ...closedReview, asked: ['UANA', 'UBEN'], answer: undefined }],
    [{ ...branchOnly, ...unsaid, asked: [], answer: undefined }],
    [{ ...review, ...unsaid, toldBy: 'Ben', asked: ['UANA'], answer: undefined }],
    [{ ...branchOnly, ...unsaid, toldBy: 'Ben', asked: ['UANA'], answer: { what: 'left', by: 'Ana' } }],
    [{ ...closedReview, asked: ['UANA'], answer: { what: 'reopened', by: 'Ana' } }],
    [{ ...review, ...unsaid, asked: [], answer: { what: 'reopened', by: undefined } }],
    [{ ...review, ...unsaid, asked: ['UANA'], answer: { what: 'left', by: 'Ana' } }],
    [{ ...closedReview, asked: [], answer: { what: 'withdrawn', by: 'Ana' } }],
    [{ ...branchOnly, ...unsaid, asked: ['UANA'], answer: { what: 'arrived', by: undefined } }],
  ],
  reviewReopened: [[{ ...review, by: 'Ana' }], [{ ...review, by: undefined }], [{ ...branchOnly, by: undefined }]],
  reviewLeft: [[{ ...review, by: 'Ana' }], [{ ...branchOnly, by: 'Ana' }]],
  reviewLeftOpen: [[review], [branchOnly]],
  reviewWaits: [
    [{ ...review, since: closesAt, progress: { code: 'approvals', missing: 1 }, isUnseen: false }],
    [{ ...review, ...merge, since: closesAt, progress: { code: 'open' }, isUnseen: true }],
    [{ ...branchOnly, since: closesAt, progress: { code: 'open' }, isUnseen: true }],
  ],
  editedInReview: [true, false].flatMap((isOpen) => {
    const edited = { ...review, isOpen, fileName: '0007-use-go.md', chosen: undefined, status: undefined };
    return [
      [edited],
      [{ ...edited, chosen: { from: 'Go', to: 'Rust' } }],
      [{ ...edited, chosen: { from: 'Go', to: undefined } }],
      [{ ...edited, chosen: { from: undefined, to: 'Go' } }],
      [{ ...edited, status: { from: 'accepted', to: 'rejected' } }],
      [{ ...edited, chosen: { from: 'Go', to: 'Rust' }, status: { from: 'accepted', to: 'proposed' } }],
      [{ ...edited, status: { from: '', to: 'rejected' } }],
      [{ ...edited, status: { from: 'accepted', to: '' } }],
    ];
  }),
  reviewRenumbered: [[{ ...review, before: '0007-use-go.md', after: '0008-use-go.md' }]],
  reviewConflict: [[{ ...review, into: 'main' }]],
  fileGone: [[code('0007-use-go.md')]],
  archiveRead: [
    [1, '7'],
    [1_042, '7'],
  ],
};

const raised = { proposerId: 'UANA', name: 'Bo', until: undefined, reason: 'No licence.', closesAt: undefined };
const settled = { by: 'Bo', authorId: 'UCHI', reason: 'It has one now.' };

export const objectionSamples: Samples<ObjectionWords> = {
  raised: [
    [{ ...raised, weight: 'block' }],
    [{ ...raised, weight: 'warn' }],
    [{ ...raised, weight: 'advice', proposerId: undefined }],
    [{ ...raised, weight: 'block', until: now, closesAt }],
  ],
  settled: [
    [{ ...settled, how: 'resolved', isHold: false }],
    [{ ...settled, how: 'resolved', isHold: true }],
    [{ ...settled, how: 'overridden', isHold: false }],
    [{ ...settled, how: 'overridden', isHold: true }],
  ],
  overriddenToYou: [
    [{ by: 'Bo', isHold: false, decision: [{ kind: 'text', text: '“Keep it?”' }], reason: 'It can’t wait.' }],
    [{ by: 'Bo', isHold: true, decision: [{ kind: 'text', text: 'a decision' }], reason: undefined }],
  ],
  isClear: [
    [{ proposerId: 'UANA', next: 'outcome', overriders: everyOverrider }],
    [{ proposerId: 'UANA', next: 'second person', overriders: everyOverrider }],
    [{ proposerId: 'UANA', next: 'second person', overriders: ['deciders', 'admins'] }],
    [{ proposerId: 'UANA', next: 'second person', overriders: [] }],
    [{ proposerId: 'UANA', next: undefined, overriders: everyOverrider }],
  ],
  blocked: [
    [{ ...blocked, proposerId: 'UANA' }],
    [{ ...blocked, more: 1 }],
    [{ ...blocked, more: 2 }],
    [{ ...blocked, proposerId: 'UANA', overriders: ['admins'] }],
    [{ ...blocked, more: 1, overriders: [] }],
    [{ ...blocked, needsSecond: true }],
    [{ ...blocked, more: 1, needsSecond: true, overriders: ['deciders', 'admins'] }],
    [{ ...blocked, needsSecond: true, overriders: [] }],
    [{ ...blocked, needsSecond: true, unconfirmed: 1 }],
    [{ ...blocked, more: 1, needsSecond: true, unconfirmed: 2, overriders: ['deciders', 'admins'] }],
    [{ ...blocked, needsSecond: true, unconfirmed: 1, overriders: [] }],
  ],
  held: [
    ['Bo', 1, closesAt],
    ['Bo & Chi', 2, closesAt],
  ],
  stance: [
    [{ name: 'Bo', until: undefined, isAdvice: false, reason: 'No licence.' }],
    [{ name: 'Bo', until: undefined, isAdvice: true, reason: 'No licence.' }],
    [{ name: 'Bo', until: closesAt, isAdvice: false, reason: 'I am away.' }],
    [{ name: 'Bo', until: closesAt, isAdvice: true, reason: 'I am away.' }],
  ],
  counts: [
    [{ more: 1, resolved: 0, overridden: 0 }],
    [{ more: 2, resolved: 1, overridden: 1 }],
    [{ more: 0, resolved: 2, overridden: 12 }],
  ],
  fate: [
    ['resolved', undefined, 'It has one.'],
    ['resolved', 'Ana', 'It has one.'],
    ['overridden', 'Ana', 'We must.'],
  ],
};

const adr = say`ADR 0003 Use Go`;
const same = { name: adr, before: '', after: '', formerFile: undefined };
const files = ['0007-a.md', '0007-b.md', '0007-c.md', '0007-d.md', '0007-e.md', '0007-f.md', '0007-g.md'];

export const repositorySamples: Samples<RepositoryWords> = {
  sharedNumber: [
    [7, files.slice(0, 2).map((name) => code(name)), undefined],
    [7, files.slice(0, 3).map((name) => code(name)), 'platform'],
    [7, files.map((name) => code(name)), undefined],
  ],
  adrChange: [
    [{ ...same, kind: 'added' }],
    [{ ...same, kind: 'added', after: 'accepted' }],
    [{ ...same, kind: 'returned' }],
    [{ ...same, kind: 'returned', after: 'accepted' }],
    [{ ...same, kind: 'status', before: 'accepted', after: 'deprecated', formerFile: code('0003-go.md') }],
    [{ ...same, kind: 'status', after: 'accepted' }],
    [{ ...same, kind: 'status', before: 'accepted' }],
    [{ ...same, kind: 'renamed', formerFile: code('0003-go.md') }],
    [{ ...same, kind: 'removed' }],
  ],
  asLastSeen: [['It can’t be reached.']],
  isBeingRead: [[undefined], ['platform']],
  readingStopped: [[undefined], ['platform']],
  othersToo: [[['platform']], [['platform', 'services/billing', 'library']]],
};
