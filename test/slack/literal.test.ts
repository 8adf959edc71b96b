import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import { readMrkdwn } from '@gavel/local-slack/page/client/text/mrkdwn.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import type { Decision } from '../../src/decision/decision.ts';
import { RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import type { Departure } from '../../src/decision/outcome/departure.ts';
import { compileRuleBook } from '../../src/decision/rule/named-rule.ts';
import { takeTally } from '../../src/decision/tally/tally.ts';
import { cleanLine } from '../../src/decision/text.ts';
import { type Answer, answer, answerFailure } from '../../src/slack/app/answer.ts';
import { renderCard } from '../../src/slack/card/card.ts';
import { outcomeView } from '../../src/slack/decide/outcome-view.ts';
import { withdrawView } from '../../src/slack/decide/withdraw-view.ts';
import { readMoreView } from '../../src/slack/deliberate/read-more-view.ts';
import { settleView } from '../../src/slack/deliberate/settle-view.ts';
import { adrView, goneView, severalView } from '../../src/slack/find/adr-view.ts';
import { wordEvent, wordedKinds } from '../../src/slack/find/event-words.ts';
import { historyView, whichView } from '../../src/slack/find/history-view.ts';
import { lineBlocks } from '../../src/slack/find/list-text.ts';
import { listView } from '../../src/slack/find/list-view.ts';
import { doctorView } from '../../src/slack/follow/doctor-view.ts';
import { wordAnnouncement } from '../../src/slack/message/announcement.ts';
import { waitingText } from '../../src/slack/nudge/waiting-text.ts';
import { editView } from '../../src/slack/propose/edit-view.ts';
import { proposeView } from '../../src/slack/propose/propose-view.ts';
import { resumeView } from '../../src/slack/propose/resume-view.ts';
import { settingsView } from '../../src/slack/settings/settings-view.ts';
import { wordGaps } from '../../src/slack/text/archive-note.ts';
import { button, context } from '../../src/slack/text/blocks.ts';
import { paragraph } from '../../src/slack/text/words.ts';
import { extendView, openVotingView, shortenView, voteAgainView } from '../../src/slack/vote/deadline-view.ts';
import { scoreView } from '../../src/slack/vote/score-view.ts';
import { en } from '../../src/words/en/en.ts';
import type { Language } from '../../src/words/language.ts';
import { languages } from '../../src/words/languages.ts';
import { say } from '../../src/words/say.ts';
import type { Announcement } from '../../src/workflow/message/announcement.ts';
import type { CardView } from '../../src/workflow/ports/chat/chat.ts';
import {
  ballot,
  because,
  blockedBy,
  closesAt,
  decision,
  now,
  objection,
  option,
  summary,
  voting,
  wonBy,
} from '../decision/sample.ts';
import { indexedAdr } from './any-adr.ts';

/** Appears in everything that is typed here, and in nothing of Gavel's. */
const token = 'Zq';

const marks = [
  '*',
  '_',
  '~',
  '`',
  '```',
  '>',
  '• ',
  '<!channel>',
  '<@U1>',
  '<#C1>',
  '<https://x.y|z>',
  ':tada:',
  '&amp;',
];
const edge = fc.oneof(fc.constantFrom(...marks, ' ', ''), nastyText);

/** What somebody types or is called, with marks at its edges and inside. */
const anyTyped = fc
  .tuple(edge, edge, edge)
  .map(([before, midst, after]) => cleanLine(cleanLine(`${before}${token}${midst}${token}${after}`).slice(0, 50)));

const at = closesAt.toISOString();
const url = 'https://git.example.com/x';

/** A decision in which everything that can be typed is this. */
function decisionOf(typed: string, changes: Partial<Decision> = {}): Decision {
  return decision({
    title: typed,
    context: '',
    drivers: [typed],
    options: [option(0, typed), option(1, `${typed} 2`)],
    arguments: [{ id: 'a1', optionId: 'o1', kind: 'pro', text: typed, authorId: 'UANA', madeAt: now }],
    objections: [objection({ reason: typed })],
    sections: [{ heading: typed, markdown: '' }],
    namedGroups: [{ id: 'S1', handle: typed }],
    bond: { kind: 'supersedes', adrId: 3, number: 3, title: typed, keepingOptionId: 'o2' },
    ...changes,
  });
}

function viewOf(typed: string, changes: Partial<Decision> = {}, more: Partial<CardView> = {}): CardView {
  const shown = decisionOf(typed, changes);
  const { options } = shown;
  const ballots = [ballot('UANA', 'o1'), ballot('UBO', 'o2')];
  return {
    decision: shown,
    tally: shown.voting && takeTally({ options, ballots, deciders: ['UANA', 'UCHI'], ignored: new Set() }),
    people: peopleOf(typed),
    publication: undefined,
    boundAdrUrl: undefined,
    ...more,
  };
}

function peopleOf(typed: string): CardView['people'] {
  const ids = ['UANA', 'UBO', 'UCHI'];
  return new Map(ids.map((id) => [id, { id, name: typed, timeZone: 'UTC', kind: 'member', isAdmin: false }]));
}

const gone = [{ id: 'UBO', why: 'left' }] as const;
const open = (reason: string) => ({
  voting: voting(['UANA', 'UCHI'], { gone, shortenings: [{ by: 'UBO', at: now, from: closesAt, to: now, reason }] }),
});
const departuresOf = (typed: string): Departure[] => {
  const one = { author: 'UBO', isHold: false, reason: typed };
  return [
    { kind: 'against the vote', winner: typed, method: 'approval', counts: [{ option: typed, votes: 1 }] },
    { kind: 'objections standing', objections: [one], more: 0 },
    { kind: 'objections overridden', objections: [{ ...one, by: 'UANA', because: typed }], more: 0 },
  ];
};
const closed = { voting: voting(['UANA', 'UCHI'], { closedAt: closesAt }) };
const decided = (typed: string) => ({
  ...closed,
  status: 'accepted' as const,
  outcome: {
    chosenOptionId: 'o1',
    reason: because(typed),
    consequences: [],
    decidedBy: 'UANA',
    decidedAt: now,
    departures: departuresOf(typed),
  },
});
const publicationOf = (typed: string, commitUrl?: string) => ({
  archive: 'a',
  number: 7,
  fileName: typed,
  commit: '0123456789abcdef',
  commitUrl,
  state: 'committed' as const,
  pushedAt: now,
  trouble: undefined,
});

const refused = (said: string) => ({ code: 'refused by hook', place: 'git.example.com', said }) as const;

const announcements: readonly ((typed: string) => Announcement)[] = [
  () => ({ kind: 'voting opened', closesAt: at }),
  (reason) => ({ kind: 'discussed on', by: 'UBO', reason, isClosed: true }),
  (reason) => ({ kind: 'voting not opened', reason }),
  (handle) => ({ kind: 'voting not opened', because: { code: 'group gone', handle, wasOpen: false } }),
  (title) => ({ kind: 'option added', by: 'UBO', title, emoji: 'four' }),
  () => ({ kind: 'edited', by: 'UBO' }),
  (reason) => ({ kind: 'voting reopened', by: 'UBO', reason, closesAt: at }),
  (reason) => ({ kind: 'extended', by: 'UBO', reason, closesAt: at }),
  (reason) => ({ kind: 'shortened', by: 'UBO', from: at, closesAt: at, reason }),
  () => ({ kind: 'outcome recorded', by: 'UBO', closesAt: at }),
  (option) => ({ kind: 'extended by rule', verdict: wonBy(option), closesAt: at }),
  (option) => ({ kind: 'final comments', option, closesAt: at, isAnew: false }),
  (option) => ({ kind: 'final comments', option, closesAt: at, isAnew: true }),
  (option) => ({ kind: 'voting closed', verdict: wonBy(option) }),
  (text) => ({ kind: 'voting closed', verdict: { kind: 'told before', text } }),
  () => ({ kind: 'deciders changed', left: ['UANA'], deactivated: ['UBO'], returned: ['UCHI'] }),
  () => ({ kind: 'late vote', userId: 'UBO' }),
  (title) => ({ kind: 'stalled', decisionId: 'd1', stall: 'discussion', channelId: 'C1', title, link: url, since: at }),
  (title) => ({
    ...{ kind: 'revisit', revisitId: 'r1', dueOn: '2027-03-01', title, number: 12, url: undefined, chosen: title },
    ...{ decidedAt: at, when: undefined },
  }),
  () => ({ kind: 'revisit waits', revisitId: 'r1', since: at }),
  () => ({ kind: 'taken out', by: 'UANA', out: ['UBO'], moreOut: 2, back: ['UCHI'], moreBack: 0 }),
  () => ({ kind: 'nudge', waiting: ['UANA', 'UBO'], others: 2, closesAt: at }),
  (title) => ({ kind: 'direct nudge', title, link: url, closesAt: at }),
  (title) => ({ kind: 'direct nudge', title, link: undefined, closesAt: at }),
  (title) => ({ kind: 'form prepared', formId: 'f1', title }),
  (name) => ({ kind: 'followed', channelId: 'C1', archive: 'here', name, url, chosen: name, tags: ['kafka'] }),
  (title) => ({ kind: 'vote received', by: 'UBO', channelId: 'C1', title, link: url, closesAt: at }),
  (title) => ({ kind: 'vote returned', by: 'UBO', why: 'gone', channelId: 'C1', title, link: url, closesAt: at }),
  (title) => ({ kind: 'asked to vote', by: 'UBO', title, link: url, closesAt: at }),
  (option) => ({ kind: 'nobody leads', verdict: wonBy(option) }),
  (reason) => ({ kind: 'objection raised', by: 'UBO', objection: 'objection', weight: 'block', reason }),
  (reason) => ({ kind: 'objection raised', by: 'UBO', objection: 'hold', weight: 'warn', reason, until: at }),
  (reason) => ({
    ...{ kind: 'objection settled', by: 'UBO', authorId: 'UANA', objection: 'hold', how: 'overridden', reason },
    isClear: true,
  }),
  () => ({ kind: 'voting held', authors: ['UANA', 'UBO'], closesAt: at }),
  (reason) => ({ kind: 'blocked', verdict: blockedBy(1, reason), objections: [{ authorId: 'UBO', reason }] }),
  (reason) => ({ kind: 'withdrawn', by: 'UBO', reason }),
  (path) => ({
    kind: 'published',
    path,
    commit: '0123456',
    url,
    remarks: [{ code: 'bound ADR gone', adr: path }],
    votes: [path],
  }),
  (path) => ({ kind: 'published', path, commit: '0123456', url: undefined }),
  (said) => ({ kind: 'not published', trouble: refused(said) }),
  (fileName) => ({ kind: 'file gone', fileName }),
  (fileName) => ({ kind: 'number shared', number: 7, files: [fileName, `${fileName}2`] }),
  (example) => ({ kind: 'archive read', total: 3, example }),
  (said) => ({ kind: 'import', key: 'k', since: at, done: 1, total: 2, state: 'reading', trouble: refused(said) }),
  () => ({ kind: 'import', key: 'k', since: at, done: 1, total: 2, state: 'stopped', by: 'UANA' }),
  (title) => ({
    kind: 'digest',
    digest: JSON.parse(
      JSON.stringify({
        from: now,
        to: closesAt,
        accepted: [summary({ title, chosen: title }), summary({ title, cardLink: undefined })],
        rejected: [summary({ title })],
        open: [summary({ title })],
        inRepository: {
          changes: [
            { kind: 'status', adrId: 1, number: 1, title, fileName: title, before: title, after: title, url },
            { kind: 'renamed', adrId: 1, number: 1, title, fileName: title, formerName: title, after: '' },
          ],
          sharedNumbers: [{ number: 7, fileNames: [title, title] }],
        },
      }),
    ),
  }),
];

/** Every message that Gavel posts. */
function messagesOf(language: Language, typed: string): Answer[] {
  const setting = { decision: decisionOf(typed, decided(typed)), people: peopleOf(typed), channelId: 'C1' };
  const line = { id: 'd1', channelId: 'C1', isPrivate: false, closesAt, isUndecided: false, lack: undefined };
  const cards = [
    viewOf(typed),
    viewOf(typed, open(typed)),
    viewOf(typed, closed, { boundAdrUrl: url }),
    viewOf(typed, decided(typed), { publication: publicationOf(typed) }),
    viewOf(typed, decided(typed), { publication: publicationOf(typed, url) }),
    viewOf(typed, decided(typed), {
      publication: { ...publicationOf(typed), pushedAt: undefined, trouble: refused(typed) },
    }),
    viewOf(typed, open(typed), { earlierRound: wonBy(typed) }),
    viewOf(typed, {}, { boundAdrObstacle: { kind: 'superseded', by: { name: typed, url } } }),
    viewOf(typed, decided(typed), {
      fate: {
        kind: 'superseded',
        by: [
          { name: typed, url },
          { name: typed, url: undefined },
        ],
      },
    }),
  ];
  const log = { error: () => undefined } as never;
  return [
    ...announcements.map((announce) => wordAnnouncement(language, announce(typed), setting)),
    ...cards.map((view) => renderCard(language, view)),
    answer(
      waitingText(language, {
        votes: [{ ...line, title: typed, cardLink: undefined }],
        proposals: [],
        outcomes: [],
        reviews: [],
        objections: [],
        revisits: [{ id: 'a1', channelId: 'C1', title: typed, cardLink: url, number: 7, dueOn: '2027-03-01' }],
      }),
    ),
    answer(
      waitingText(language, {
        votes: [],
        proposals: [{ ...line, title: typed, cardLink: url }],
        outcomes: [],
        reviews: [],
        objections: [],
        revisits: [{ id: 'a1', channelId: 'C1', title: typed, cardLink: url, number: 7, dueOn: '2027-03-01' }],
      }),
    ),
    answer(
      waitingText(language, {
        votes: [],
        proposals: [],
        outcomes: [{ ...line, title: typed, cardLink: url }],
        reviews: [],
        objections: [],
        revisits: [{ id: 'a1', channelId: 'C1', title: typed, cardLink: url, number: 7, dueOn: '2027-03-01' }],
      }),
    ),
    answerFailure(language, new RuleBroken({ code: 'option name taken', name: typed }), log),
    ...wordedKinds.map((kind) =>
      answer(
        say`${wordEvent(language, kind, { title: typed, options: [typed], option: typed, text: typed, reason: typed })}`,
      ),
    ),
  ];
}

function onePage<Line>(lines: readonly Line[]) {
  return { lines, page: 0, back: undefined, next: undefined };
}

/** Every modal that contains something typed. */
function modalsOf(language: Language, typed: string): readonly { readonly blocks: readonly unknown[] }[] {
  const shown = viewOf(typed, decided(typed));
  const undecided = viewOf(typed, closed);
  const adr = indexedAdr({ fileName: typed, title: typed, statusText: typed });
  const own = { name: typed, parts: {} };
  const ruleDoubts = [{ code: 'rule name refused', name: typed } as const];
  const doubts = ruleDoubts.map((doubt) => ({ place: 'archive', doubt }) as const);
  const ruleBook = { ...compileRuleBook([], []), doubts };
  const form = {
    ...{ title: typed, context: 'x'.repeat(13_000), drivers: typed, sections: [], draft: '# x', remarks: [typed] },
    ...{ bond: shown.decision.bond, deciders: [], closesAt: at, opensVotingNow: true },
    options: [{ key: 'o1', title: typed, description: typed, arguments: [] }],
    removed: [{ key: 'o2', title: typed, description: '', arguments: [] }],
  };
  const metadata = { formId: 'd1', channelId: 'C1', timeZone: 'UTC' };
  const listed = [
    { kind: 'decision', isGone: true, summary: summary({ title: typed, chosen: typed, trouble: refused(typed) }) },
    { kind: 'adr', adr, summary: summary({ chosen: typed }), fileUrl: url },
  ] as const;
  const settings = { own: [own], initialId: undefined, changed: { by: 'UANA', at: now } };
  const event = { id: 1, at: now, actorId: 'UBO', kind: 'withdrawn', detail: { reason: typed } };
  const people = peopleOf(typed);
  const warning = { code: 'second title', heading: typed, line: 1, isError: true } as const;
  return [
    readMoreView(language, viewOf(typed)),
    readMoreView(language, shown),
    editView(language, shown.decision, []),
    scoreView(language, { decision: shown.decision, scores: new Map(), isAbstaining: true, isDecider: false }),
    openVotingView(language, decisionOf(typed), { closesAt, ruleId: undefined }, ruleBook),
    extendView(language, shown.decision, closesAt),
    shortenView(language, { decision: shown.decision, from: closesAt, to: now }, typed),
    voteAgainView(language, undecided.decision, closesAt),
    outcomeView(language, {
      ...undecided,
      picked: { answer: 'accept', chosenOptionId: undefined },
      departures: departuresOf(typed),
      answers: ['accept', 'reject', 'discuss'],
      refused: {
        code: 'not an overrider',
        act: 'decide in place of the vote',
        overriders: ['deciders'],
        names: [typed],
      },
      waits: 'yes',
    }),
    settleView(language, { ...undecided, objections: undecided.decision.objections }, 'UANA'),
    withdrawView(language, shown.decision),
    resumeView(language, [{ id: 'd1', title: typed, savedAt: now, channelName: typed }], typed, metadata),
    proposeView(language, form, metadata, { channelId: 'C1', obstacle: typed, ruleBook, groups: [] }),
    listView(
      language,
      { ...onePage(listed), total: 2, hasMore: false, isPartial: true },
      { channelId: 'C1', words: [typed] },
    ),
    listView(
      language,
      { ...onePage([]), total: 0, hasMore: false, isPartial: true },
      { channelId: 'C1', words: [typed] },
      [typed],
    ),
    { blocks: listed.flatMap((line) => lineBlocks(language, line, button('show', 'Show'))) },
    adrView(language, { adr, text: undefined, trouble: refused(typed), fileUrl: url, decision: shown.decision }, 0),
    goneView(language, {
      kind: 'gone',
      adr: { ...adr, goneAt: now, goneIn: 'abc' },
      commitUrl: undefined,
      decision: shown,
    }),
    severalView(language, [adr, adr]),
    historyView(language, {
      ...shown,
      events: onePage([event]),
      total: 1,
      votes: [{ round: 1, cast: 1, takenBack: 0 }],
    }),
    historyView(language, { ...undecided, events: onePage([]), total: 0, votes: [], people }),
    whichView(language, [summary({ title: typed }), summary({ title: typed, status: 'accepted' })]),
    settingsView(
      language,
      {
        channelName: typed,
        settings,
        ruleBook,
        people,
        language: undefined,
        inheritedLanguage: 'en',
        timeZone: 'Europe/Berlin',
        inheritedTimeZone: undefined,
        hasVoteButtons: true,
        ways: [{ repository: typed, forge: 'gitlab', found: { trouble: refused(typed) } }],
      },
      { channelId: 'C1' },
    ),
    doctorView(
      language,
      { files: [{ file: typed, lossless: false, warnings: [warning] }], findings: [], renumberings: [], ruleDoubts },
      { channelId: 'C1' },
      0,
    ),
    { blocks: [context(...wordGaps(language, [{ kind: 'away', trouble: refused(typed) }])), paragraph(typed)] },
  ];
}

type Json = Readonly<Record<string, unknown>>;

function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(objectsIn)];
}

/** The texts in which Slack looks for marks, mentions, links and emoji. */
function liveTexts(blocks: unknown): unknown[] {
  const isLive = ({ type, emoji }: Json) => type === 'mrkdwn' || (type === 'plain_text' && emoji !== false);
  return objectsIn(blocks)
    .filter(isLive)
    .map(({ text }) => text);
}

/** What is active in rich text: links and mentions. */
function liveElements(blocks: unknown, typed: string): string {
  const links = nodesOf({ type: 'paragraph', children: parseTypedLine(typed) }).flatMap((node) =>
    node.type === 'link' ? [node.url] : [],
  );
  const isTyped = ({ type, url: to }: Json) => type === 'link' && typeof to === 'string' && links.includes(to);
  const lively = objectsIn(blocks).filter(
    (each) => each.type !== 'text' && each.type !== 'plain_text' && !isTyped(each),
  );
  return JSON.stringify(
    lively.map(({ type, url: to, user_id, channel_id, usergroup_id, name, range }) => {
      return [
        type === 'link' || type === 'button' ? to : '',
        user_id,
        channel_id,
        usergroup_id,
        range,
        type === 'emoji' ? name : '',
      ];
    }),
  );
}

/** Everything that is shown letter by letter; what has styles is put together again. */
function letters(blocks: unknown): string {
  return objectsIn(blocks)
    .flatMap(({ text, initial_value, elements }) => [text, initial_value, joined(elements)])
    .filter((shown) => typeof shown === 'string')
    .join('\n');
}

function joined(elements: unknown): string | undefined {
  if (!Array.isArray(elements)) return undefined;
  return elements.map(({ text, url: to }: Json) => (typeof text === 'string' ? text : (to ?? ''))).join('');
}

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? [...node.children].flatMap(nodesOf) : [])];
}

function checkLiteral(blocks: unknown, typed: string): void {
  for (const text of liveTexts(blocks)) expect(text).not.toContain(token);
  expect(liveElements(blocks, typed)).not.toContain(token);
  expect(letters(blocks)).not.toContain('[object');
  const meant = textOf(parseTypedLine(typed));
  const shown = letters(blocks);
  if (JSON.stringify(blocks).includes(token))
    expect([typed, meant].filter((words) => shown.includes(words))).not.toEqual([]);
}

const allLanguages = Object.values(languages);
const anyLanguage = fc.constantFrom(...allLanguages);

/** Texts in which Slack would find something, where it looks for it. */
const formatted = ['*Zq*. Everybody agreed. *Zq*', '_Zq_ ~Zq~ `Zq`', '> Zq', ':Zq:', '<!channel> Zq <https://x.y|Zq>'];

describe('what somebody typed', () => {
  it('appears as it was meant in everything that Gavel posts: only its own styles and links are live', () => {
    fc.assert(
      fc.property(anyTyped, anyLanguage, (typed, language) => {
        for (const { text, blocks } of messagesOf(language, typed)) {
          checkLiteral(blocks satisfies KnownBlock[], typed);
          // An address does not become a link in a notification.
          const called = readMrkdwn(text)
            .flatMap(({ pieces }) => pieces)
            .filter(({ kind }) => kind === 'user' || kind === 'group' || kind === 'channel' || kind === 'broadcast');
          expect(called.filter((piece) => piece.kind !== 'user' || piece.id !== 'UANA')).toEqual([]);
          expect(text).not.toContain('[object');
        }
      }),
      {
        examples: formatted.flatMap((typed) => allLanguages.map((language): [string, Language] => [typed, language])),
      },
    );
  });

  it('appears as it was meant in every modal: only its own styles and links are live', () => {
    fc.assert(
      fc.property(anyTyped, anyLanguage, (typed, language) => {
        for (const { blocks } of modalsOf(language, typed)) checkLiteral(blocks, typed);
      }),
      { numRuns: 40 },
    );
  });

  it('starts no line of its own', () => {
    const [message] = messagesOf(en, 'x').slice(1, 2);
    expect(message).toBeDefined();
    const said = wordAnnouncement(
      en,
      { kind: 'withdrawn', by: 'UBO', reason: 'I am tired.\nVoting has closed. Accepted: Rust.' },
      { decision: decision(), people: peopleOf('Bo'), channelId: 'C1' },
    );
    expect(letters(said.blocks)).toContain('Bo withdrew this decision: I am tired. Voting has closed. Accepted: Rust.');
  });
});
