import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { dayIn } from '../../../src/decision/time/day.ts';
import type { Desk, SeenView } from '../../../src/slack/app/gesture.ts';
import { surface } from '../../../src/slack/app/listeners.ts';
import { cardActions } from '../../../src/slack/card/card-actions.ts';
import { awaitedActions } from '../../../src/slack/decide/confirm-text.ts';
import { correctActions } from '../../../src/slack/deliberate/correct-view.ts';
import { revisitActions } from '../../../src/slack/revisit/revisit-actions.ts';
import { giveBackAction } from '../../../src/slack/vote/give-back-button.ts';
import { takeVoteBackCallback } from '../../../src/slack/vote/hand-over-view.ts';
import { takeOutCallback } from '../../../src/slack/vote/take-out-view.ts';
import { commandWords } from '../../../src/words/command-words.ts';
import { en } from '../../../src/words/en/en.ts';
import type { Actor } from '../../../src/workflow/ports/actor.ts';
import { emptyForm } from '../../../src/workflow/propose/new-form.ts';
import { makeDecision, makeObjection, makeOption, makeOutcome, makeVoting } from '../../store/decision-samples.ts';
import { after, now } from '../../store/workshop.ts';
import {
  actorOf,
  type Doors,
  fillIn,
  general,
  open,
  openDoors,
  people,
  secret,
  type Told,
  type Who,
} from './door-workshop.ts';

const insider: Who = 'a member in the channel';
const everyone = Object.keys(people) as Who[];

/** Who a door is for. For anybody else, nothing is done, and they are told nothing but that. */
type Right = 'readers' | 'commands' | 'readers or commands' | 'setters' | 'importers' | 'the author' | 'anybody';

const isOurs = (who: Who) => actorOf(who).teamId === 'T1';
const isMember = (who: Who) => isOurs(who) && people[who].kind === 'member';

/** Who Slack shows a channel to: the oracle of this test, worded differently than the policies. */
function sees(who: Who, place: string): boolean {
  if (!isOurs(who) || people[who].kind === 'deactivated') return false;
  return people[who].isIn || (place === open && isMember(who));
}

function mayCommand(who: Who): boolean {
  return isOurs(who) && (people[who].kind === 'member' || people[who].kind === 'guest');
}

const hasRight: Readonly<Record<Right, (who: Who, place: string) => boolean>> = {
  readers: sees,
  commands: mayCommand,
  'readers or commands': (who, place) => sees(who, place) || mayCommand(who),
  setters: (who) => isMember(who) && people[who].isIn,
  importers: isMember,
  'the author': (who) => who === insider,
  anybody: () => true,
};

/** What there is to see in a channel: a decision in each state, and how its own people's modals look. */
interface Scene {
  readonly doors: Doors;
  readonly place: string;
  readonly ids: Readonly<Record<'discussed' | 'voted' | 'scored' | 'undecided' | 'awaiting' | 'handed', string>>;
  /** The outcome that waits for a second person. */
  readonly awaitedId: string;
  /** The option of the discussed decision that the insider added. */
  readonly optionId: string;
  /** The question whether a decision that was accepted there is still right. */
  readonly revisitId: string;
  /** What an insider who does this is shown. */
  readonly shown: (act: Act) => Promise<Told>;
  readonly importKey: string;
}

type Act = (desk: Desk, actor: Actor) => Promise<unknown>;

interface Door {
  readonly right: Right;
  /** What somebody does there, with modals that were made for others if it needs one. */
  readonly act: (scene: Scene) => Promise<Act> | Act;
  /** Nobody is told anything by it: letters are saved as they are typed. */
  readonly isSilent?: true;
  /** People who may see the decision are shown it. */
  readonly shows?: true;
  /** People who may use it, but don't see the channel, are told that. */
  readonly needsChannel?: true;
}

/** This appears in everything that there is to see in a channel. */
const markOf = (place: string) => `mark-${place}`;
const draftMark = 'mark-draft';

async function setScene(doors: Doors, place: string): Promise<Scene> {
  const { read } = doors.ports.store;
  const everybody = [...new Set(Object.values(people).map(({ id }) => id))];
  const options = () => [
    // The insider’s own, which they can correct.
    { ...makeOption(0, `First ${markOf(place)}`), addedBy: 'UIN' },
    makeOption(1, `Second ${markOf(place)}`),
  ];
  const add = async (more: Partial<Decision>) => {
    const decision = makeDecision({
      ...{ channelId: place, title: `Which store ${markOf(place)}`, context: markOf(place), proposerId: 'UAUTHOR' },
      ...{ namedDeciders: everybody, options: options(), closesAt: after(30 * 24 * 3_600) },
      ...{ objections: [makeObjection({ authorId: 'UAUTHOR', reason: markOf(place) })], ...more },
    });
    await read.decisions.insert(decision);
    return decision.id;
  };
  const voting = makeVoting({ deciders: everybody, firstClosesAt: after(30 * 24 * 3_600) });
  const scores = presets.scores.rule;
  const awaited = {
    id: randomUUID(),
    outcome: { ...makeOutcome(undefined), decidedBy: 'UAUTHOR' },
    seen: { title: `Which store ${markOf(place)}`, voted: 0, options: [] },
  };
  const ids = {
    discussed: await add({}),
    voted: await add({ voting }),
    handed: await add({ rule: { ...voting.rule, allowsHandover: true }, voting }),
    scored: await add({ rule: scores, voting: { ...voting, rule: scores } }),
    undecided: await add({ voting: { ...voting, closedAt: now } }),
    awaiting: await add({ voting: { ...voting, rule: { ...voting.rule, needsSecond: true } }, awaited }),
  };
  const draft = { ...emptyForm(`Unfinished ${draftMark}`, after(30 * 24 * 3_600)), context: draftMark };
  await read.forms.save({ id: randomUUID(), teamId: 'T1', channelId: place, userId: 'UIN', form: draft, savedAt: now });
  const importKey = `import:${randomUUID()}`;
  const body = {
    kind: 'import',
    key: importKey,
    since: now.toISOString(),
    state: 'reading',
    done: 1,
    total: 9,
  } as const;
  await read.messages.write({ teamId: 'T1', key: importKey, channelId: place, decisionId: undefined, body }, now);
  const rule = { preset: 'majority', quorum: '3/4' };
  await read.rules.save({ teamId: 'T1', channelId: place }, { name: `Rule ${markOf(place)}`, value: rule }, 'UIN', now);
  const accepted = await add({ status: 'accepted', outcome: makeOutcome(undefined), objections: [] });
  const revisitId = randomUUID();
  await read.revisits.ask({
    ...{ id: revisitId, teamId: 'T1', subject: { decisionId: accepted }, archive: 'here', channelIds: [place] },
    ...{ dueOn: '2027-03-01', askedAt: now, remindedAt: undefined, answer: undefined, noted: undefined },
    review: undefined,
  });
  const shown = (act: Act) => doors.listen((desk) => act(desk, actorOf(insider)));
  const [own] = (await read.decisions.find(ids.discussed))?.options ?? [];
  return { doors, place, ids, optionId: own?.id ?? '', awaitedId: awaited.id, revisitId, shown, importKey };
}

const wordless = {
  ...{ ts: '1.000001', threadTs: undefined, userId: 'UANA', appName: undefined },
  ...{ text: '', isDeleted: false, richText: undefined, fileNames: [] },
};

/** Somebody types a command in the channel. */
const command =
  (line: string, channel?: string) =>
  ({ place }: Pick<Scene, 'place'>): Act =>
  (desk, actor) => {
    const words = line.split(' ');
    const gesture = { actor, language: en, channelId: channel ?? place, words, text: line, triggerId: 't1' };
    return surface.commands['/adr'](desk, gesture);
  };

type Listener = (typeof surface.actions)[string];

function press(listener: Listener | undefined, value: string, view?: SeenView, channelId?: string): Act {
  if (listener === undefined) throw new Error('There is no such listener.');
  return (desk, actor) =>
    listener(desk, { actor, language: en, channelId, triggerId: 't1', value, at: new Date(now.getTime() + 1), view });
}

const onCard =
  (action: string, of: keyof Scene['ids'] = 'discussed') =>
  ({ ids, place }: Scene): Act =>
    press(surface.actions[action], ids[of], undefined, place);

const onQuestion =
  (action: string) =>
  ({ revisitId, place }: Scene): Act =>
    press(surface.actions[action], revisitId, undefined, place);

/** A form that was opened by somebody in the channel, and is submitted by anybody. */
const form =
  (opener: (scene: Scene) => Act, values: Readonly<Record<string, unknown>> = {}) =>
  async (scene: Scene): Promise<Act> =>
    submit(fillIn((await scene.shown(opener(scene))).view, values));

function submit(view: SeenView): Act {
  const submission = surface.submissions[view.callback_id];
  if (submission === undefined) throw new Error(`Nobody listens to “${view.callback_id}”.`);
  return async (desk, actor) => {
    const next = await submission.askFurther?.(desk, { actor, view, language: en });
    if (next) return next;
    return submission.handle(desk, { actor, view, language: en });
  };
}

function close(view: SeenView): Act {
  return async (desk, actor) => surface.closings[view.callback_id]?.(desk, { actor, view, language: en });
}

/** The offer to continue the insider's draft, and the form of that draft. */
async function openOffer(scene: Scene): Promise<SeenView> {
  return fillIn((await scene.shown(command('propose')(scene))).view);
}

/** The button that continues the insider's draft. */
function offered({ blocks }: SeenView): string {
  const [, id] = blocks.map(({ block_id = '' }) => /^draft:(.+)$/.exec(block_id) ?? []).find(([all]) => all) ?? [];
  if (id === undefined) throw new Error('No draft is offered.');
  return id;
}

async function pressOffer(scene: Scene, listener: Listener | undefined): Promise<Act> {
  const offer = await openOffer(scene);
  return press(listener, offered(offer), offer);
}

async function openDraft(scene: Scene, values: Readonly<Record<string, unknown>> = {}): Promise<SeenView> {
  const resumed = await scene.shown(await pressOffer(scene, surface.actions.resume_draft));
  return fillIn(resumed.view, values);
}

async function openEdit(scene: Scene): Promise<SeenView> {
  return fillIn((await scene.shown(onCard(cardActions.edit)(scene))).view);
}

async function openSettings(scene: Scene): Promise<SeenView> {
  return fillIn((await scene.shown(command('settings')(scene))).view);
}

async function openOwnRule(scene: Scene): Promise<SeenView> {
  return fillIn((await scene.shown(press(surface.actions.add_rule, '', await openSettings(scene)))).view);
}

/** The confirmation of an earlier deadline, as the proposer gets it. */
async function openShortening(scene: Scene): Promise<SeenView> {
  const opened = await scene.shown(onCard(cardActions.moveDeadline, 'voted')(scene));
  const asked = await scene.shown(
    submit(fillIn(opened.view, { 'Voting closes': after(20 * 24 * 3_600).toISOString() })),
  );
  return fillIn(JSON.parse(asked.words)[0]);
}

const about = (metadata: object): SeenView => ({
  ...{ id: 'V1', hash: 'h1', callback_id: '', private_metadata: JSON.stringify(metadata), blocks: [] },
  state: { values: {} },
});

/** What a form that somebody else has opened contains: nothing of the insider's. */
const typed = { Question: 'Typed', 'Context and problem statement': 'Typed' };
const argument = { Option: `First mark`, Because: 'It is ours.' };
const proposal = { Question: 'Whose?', 'Context and problem statement': 'All.', 'Option 1': 'A', 'Option 2': 'B' };

/** Everybody has a form that was opened from a message there, as if they had all been in the channel then. */
async function openThreadForms({ doors: { ports }, place }: Scene): Promise<ReadonlyMap<string, string>> {
  const source = { channelId: place, ts: '1.000001', threadTs: '1.000001', isPrivate: place === secret };
  const ids = new Map<string, string>();
  for (const who of everyone) {
    const { teamId, userId } = actorOf(who);
    const form = { ...emptyForm('From a message', after(30 * 24 * 3_600)), source };
    const id = ids.get(userId) ?? randomUUID();
    ids.set(userId, id);
    if (teamId === 'T1')
      await ports.store.read.forms.save({ id, teamId, userId, channelId: place, form, savedAt: now });
  }
  return ids;
}

/** Does something with the list of that thread's messages. */
const inThread =
  (listener: Listener | undefined, value: string, values: SeenView['state']['values'] = {}) =>
  async (scene: Scene): Promise<Act> => {
    const ids = await openThreadForms(scene);
    return (desk, actor) => {
      const carried = { formId: ids.get(actor.userId) ?? '', channelId: scene.place, timeZone: 'UTC' };
      const onForm = { draftId: carried.formId, ...carried };
      const view = about({ ...onForm, form: carried, rootId: 'V0', path: [''] });
      return press(listener, value, { ...view, state: { values } })(desk, actor);
    };
  };

const doors: Readonly<Record<string, Door>> = {
  'command propose': { right: 'readers', act: command('propose') },
  'shortcut propose_from_message': {
    // Whoever may propose anywhere keeps a form of their own, which says that they can't propose here.
    right: 'readers or commands',
    act:
      ({ place }) =>
      (desk, actor) => {
        const message = { ...wordless, text: 'Which store do we take?' };
        const gesture = { actor, language: en, triggerId: 't1', on: { channelId: place, message } };
        return surface.shortcuts.propose_from_message(desk, gesture);
      },
  },
  'shortcut propose_decision': {
    right: 'commands',
    act: () => (desk, actor) =>
      surface.shortcuts.propose_decision(desk, { actor, language: en, triggerId: 't1', on: undefined }),
  },
  'command list': { right: 'commands', act: command('list') },
  'command find': { right: 'commands', act: command('find which store') },
  'command show': { right: 'commands', act: command('show 1') },
  'command supersede': { right: 'commands', act: command('supersede 1') },
  'command amend': { right: 'commands', act: command('amend 1') },
  'command deprecate': { right: 'commands', act: command('deprecate 1') },
  'command style': { right: 'commands', act: command('style') },
  'command doctor': { right: 'commands', act: command('doctor') },
  'command history': { right: 'commands', act: command('history which store') },
  'command waiting': { right: 'commands', act: command('waiting') },
  'command away': { right: 'commands', act: command('away until friday') },
  'command back': { right: 'commands', act: command('back') },
  'command nudges': { right: 'commands', act: command('nudges off') },
  'command settings': { right: 'setters', act: command('settings'), shows: true },
  'command digest': { right: 'setters', act: command('digest off') },
  'command follow': { right: 'setters', act: command('follow storage') },
  'command unfollow': { right: 'setters', act: command('unfollow storage') },
  'command import': { right: 'importers', act: command('import') },
  'command token': { right: 'importers', act: command('token') },
  'command help': { right: 'anybody', act: command('help') },

  [`action ${cardActions.readMore}`]: { right: 'readers', act: onCard(cardActions.readMore), shows: true },
  [`action ${cardActions.giveArgument}`]: { right: 'readers', act: onCard(cardActions.giveArgument), shows: true },
  [`action ${cardActions.giveOption}`]: { right: 'readers', act: onCard(cardActions.giveOption) },
  [`action ${cardActions.giveScores}`]: {
    right: 'readers',
    act: onCard(cardActions.giveScores, 'scored'),
    shows: true,
  },
  [`action ${cardActions.object}`]: { right: 'readers', act: onCard(cardActions.object) },
  [`action ${cardActions.settleObjection}`]: {
    right: 'readers',
    act: onCard(cardActions.settleObjection),
    shows: true,
  },
  [`action ${cardActions.openVoting}`]: { right: 'readers', act: onCard(cardActions.openVoting) },
  [`action ${cardActions.recordOutcome}`]: { right: 'readers', act: onCard(cardActions.recordOutcome), shows: true },
  [`action ${awaitedActions.confirm}`]: {
    right: 'readers',
    act: ({ ids, awaitedId, place }) =>
      press(surface.actions[awaitedActions.confirm], `${ids.awaiting} ${awaitedId}`, undefined, place),
  },
  [`action ${awaitedActions.decline}`]: {
    right: 'readers',
    act: ({ ids, awaitedId, place }) =>
      press(surface.actions[awaitedActions.decline], `${ids.awaiting} ${awaitedId}`, undefined, place),
  },
  [`action ${cardActions.publishNow}`]: { right: 'readers', act: onCard(cardActions.publishNow, 'voted') },
  [`action ${cardActions.reopenReview}`]: { right: 'readers', act: onCard(cardActions.reopenReview, 'voted') },
  [`action ${cardActions.leaveReview}`]: { right: 'readers', act: onCard(cardActions.leaveReview, 'voted') },
  [`action ${cardActions.tellClosed}`]: { right: 'readers', act: onCard(cardActions.tellClosed, 'voted') },
  [`action ${cardActions.showChanges}`]: { right: 'readers', act: onCard(cardActions.showChanges, 'voted') },
  [`action ${cardActions.menu}`]: {
    right: 'readers',
    act: ({ ids, place }) => press(surface.actions[cardActions.menu], `edit ${ids.discussed}`, undefined, place),
    shows: true,
  },
  'action add_option': {
    right: 'readers',
    act: async (scene) => press(surface.actions.add_option, '', await openDraft(scene, typed)),
  },
  'action add_section': {
    right: 'readers',
    act: async (scene) => press(surface.actions.add_section, '', await openDraft(scene, typed)),
  },
  'action add_markdown_section': {
    right: 'readers',
    act: async (scene) => press(surface.actions.add_markdown_section, '', await openDraft(scene, typed)),
  },
  'action add_recall': {
    right: 'readers',
    act: async (scene) => press(surface.actions.add_recall, '', await openDraft(scene, typed)),
  },
  // An empty form to paste a draft into, on top of the form; what was typed is kept for its author.
  'action use_draft': {
    right: 'anybody',
    act: async (scene) => press(surface.actions.use_draft, '', await openDraft(scene)),
  },
  // The archive has no ADR here; what it shows is what the form shows.
  'action supersede_instead': {
    right: 'readers',
    act: async (scene) => press(surface.actions.supersede_instead, '1', await openDraft(scene, typed)),
    isSilent: true,
  },
  'action take_from_thread': { right: 'readers', act: inThread(surface.actions.take_from_thread, ''), shows: true },
  'action thread_jump': { right: 'readers', act: inThread(surface.actions.thread_jump, '1.000000'), shows: true },
  'page thread': { right: 'readers', act: inThread(surface.pages.thread, 'back'), shows: true },
  'input thread': {
    right: 'readers',
    act: inThread(surface.inputs.thread, '', {
      'said:1.000001:x': { value: { selected_option: { value: 'option' } } },
    }),
    shows: true,
  },
  'action describe_option': {
    right: 'readers',
    act: async (scene) => press(surface.actions.describe_option, 'open o1', await openDraft(scene, typed)),
  },
  'action option_menu': {
    right: 'readers',
    act: async (scene) => press(surface.actions.option_menu, 'remove o1', await openDraft(scene, typed)),
  },
  'action bring_back_option': {
    right: 'readers',
    act: async (scene) => press(surface.actions.bring_back_option, '', await openDraft(scene, typed)),
  },
  'action edit_description': {
    right: 'readers',
    act: async (scene) => press(surface.actions.edit_description, 'open o1', await openEdit(scene)),
    shows: true,
  },
  'action edit_option_menu': {
    right: 'readers',
    act: async (scene) => press(surface.actions.edit_option_menu, 'up o1', await openEdit(scene)),
    shows: true,
  },
  'action edit_add_section': {
    right: 'readers',
    act: async (scene) => press(surface.actions.edit_add_section, '', await openEdit(scene)),
    shows: true,
  },
  'action edit_add_recall': {
    right: 'readers',
    act: async (scene) => press(surface.actions.edit_add_recall, '', await openEdit(scene)),
    shows: true,
  },
  'action resume_draft': {
    right: 'the author',
    act: (scene) => pressOffer(scene, surface.actions.resume_draft),
  },
  'action discard_draft': {
    right: 'the author',
    act: (scene) => pressOffer(scene, surface.actions.discard_draft),
    isSilent: true,
  },
  'action start_afresh': {
    right: 'readers',
    act: async (scene) => press(surface.actions.start_afresh, '', await openOffer(scene)),
  },
  'action add_rule': {
    right: 'setters',
    act: async (scene) => press(surface.actions.add_rule, '', await openSettings(scene)),
  },
  'action own_rule': {
    right: 'setters',
    act: async (scene) =>
      press(surface.actions.own_rule, `remove Rule ${markOf(scene.place)}`, await openSettings(scene)),
  },
  [`action ${correctActions.correct}`]: {
    right: 'readers',
    act: ({ ids, optionId }) =>
      press(surface.actions[correctActions.correct], `option ${optionId}`, about({ decisionId: ids.discussed })),
  },
  [`action ${correctActions.withdraw}`]: {
    right: 'readers',
    act: ({ ids, optionId }) =>
      press(surface.actions[correctActions.withdraw], `option ${optionId}`, about({ decisionId: ids.discussed })),
  },
  'action stop-import': {
    right: 'importers',
    act: ({ importKey, place }) => press(surface.actions['stop-import'], importKey, undefined, place),
    needsChannel: true,
    isSilent: true,
  },
  'action history_of': {
    right: 'readers',
    act: ({ ids }) => press(surface.actions.history_of, ids.discussed, about({})),
    shows: true,
  },
  'action show': {
    right: 'commands',
    act: ({ ids, place }) => press(surface.actions.show, `decision ${ids.discussed}`, about({ channelId: place })),
    needsChannel: true,
  },
  'action page_back': {
    right: 'readers',
    act: ({ ids }) =>
      press(surface.actions.page_back, '', { ...about({ decisionId: ids.discussed }), callback_id: 'history' }),
    shows: true,
  },
  // A form without a channel.
  'action home_propose': { right: 'commands', act: () => press(surface.actions.home_propose, '') },
  'action home_search': { right: 'commands', act: () => press(surface.actions.home_search, 'which store') },
  'action home_turn': { right: 'commands', act: () => press(surface.actions.home_turn, ''), shows: true },
  'action home_turn_back': { right: 'commands', act: () => press(surface.actions.home_turn_back, ''), shows: true },
  // Slack has opened the link already.
  'action home_away': {
    right: 'commands',
    act: () => press(surface.actions.home_away, dayIn('UTC', new Date(now.getTime() + 86_400_000))),
    shows: true,
  },
  'action home_tokens': { right: 'importers', act: () => press(surface.actions.home_tokens, '') },
  'action home_try_again': {
    right: 'importers',
    act: () => press(surface.actions.home_try_again, ''),
    shows: true,
  },
  'action home_digest': { right: 'commands', act: () => press(surface.actions.home_digest, '') },
  'action home_open': { right: 'anybody', act: () => press(surface.actions.home_open, '') },
  'action settings_channel': {
    right: 'setters',
    act: ({ place }) => press(surface.actions.settings_channel, place, about({})),
    shows: true,
  },
  'action page_next': {
    right: 'commands',
    act: ({ place }) =>
      press(surface.actions.page_next, '', { ...about({ channelId: place, words: [] }), callback_id: 'list' }),
  },
  'action value': {
    right: 'the author',
    act: async (scene) => press(surface.actions.value, '', await openDraft(scene, { Question: 'Typed elsewhere' })),
    isSilent: true,
  },

  [`action ${cardActions.edit}`]: { right: 'readers', act: onCard(cardActions.edit), shows: true },
  [`action ${cardActions.correct}`]: { right: 'readers', act: onCard(cardActions.correct) },
  [`action ${cardActions.moveDeadline}`]: { right: 'readers', act: onCard(cardActions.moveDeadline, 'voted') },
  [`action ${cardActions.voteAgain}`]: { right: 'readers', act: onCard(cardActions.voteAgain, 'undecided') },
  [`action ${cardActions.leaveOpen}`]: { right: 'readers', act: onCard(cardActions.leaveOpen) },
  [`action ${revisitActions.stillRight}`]: {
    right: 'readers',
    act: onQuestion(revisitActions.stillRight),
    shows: true,
  },
  [`action ${revisitActions.amend}`]: { right: 'readers', act: onQuestion(revisitActions.amend) },
  [`action ${revisitActions.supersede}`]: { right: 'readers', act: onQuestion(revisitActions.supersede) },
  [`action ${revisitActions.reopenNote}`]: { right: 'readers', act: onQuestion(revisitActions.reopenNote) },
  [`action ${revisitActions.leaveNote}`]: { right: 'readers', act: onQuestion(revisitActions.leaveNote) },
  [`action ${cardActions.takeOut}`]: { right: 'readers', act: onCard(cardActions.takeOut, 'voted') },
  [`action ${cardActions.handOver}`]: { right: 'readers', act: onCard(cardActions.handOver, 'handed') },
  [`action ${giveBackAction}`]: {
    right: 'readers',
    act: ({ ids, place }) => press(surface.actions[giveBackAction], `${ids.handed} UGUEST`, undefined, place),
  },
  [`action ${cardActions.withdraw}`]: { right: 'readers', act: onCard(cardActions.withdraw) },

  'action make_token': { right: 'importers', act: () => press(surface.actions.make_token, '', about({})) },
  'action revoke_token': { right: 'importers', act: () => press(surface.actions.revoke_token, 'x', about({})) },

  'page history': {
    right: 'readers',
    act: ({ ids }) => press(surface.pages.history, '', about({ decisionId: ids.discussed })),
    shows: true,
  },
  'page adr_history': { right: 'commands', act: () => press(surface.pages.adr_history, '1', about({ adrId: 1 })) },
  'action history_of_adr': { right: 'commands', act: () => press(surface.actions.history_of_adr, '1', about({})) },
  'page adr': { right: 'commands', act: () => press(surface.pages.adr, '1', about({ adrId: 1 })) },
  'page list': {
    right: 'commands',
    act: ({ place }) => press(surface.pages.list, '', about({ channelId: place, words: ['store'] })),
  },
  'page search': {
    right: 'commands',
    act: ({ place }) => press(surface.pages.search, '0', about({ channelId: place, typed: 'store' })),
  },
  'page correct_list': {
    right: 'readers',
    act: ({ ids }) => press(surface.pages.correct_list, '0', about({ decisionId: ids.discussed })),
  },
  'page review_changes': {
    right: 'readers',
    act: ({ ids }) => press(surface.pages.review_changes, '0', about({ decisionId: ids.voted })),
  },
  'page doctor': { right: 'commands', act: () => press(surface.pages.doctor, '1', about({})) },
  // The form is drawn again from itself; the settings are read and changed only where it is saved.
  'page own_rule': {
    right: 'anybody',
    act: async (scene) => press(surface.pages.own_rule, '1', await openOwnRule(scene)),
  },
  'page style': { right: 'commands', act: ({ place }) => press(surface.pages.style, '1', about({ channelId: place })) },

  'input propose': {
    right: 'the author',
    act: async (scene) => press(surface.inputs.propose, '', await openDraft(scene, { Question: 'Typed elsewhere' })),
    isSilent: true,
  },
  // Names are learned for the form; nothing is shown or changed.
  'input open_voting': {
    right: 'readers',
    act: async (scene) => {
      const opened = await scene.shown(onCard(cardActions.openVoting)(scene));
      return press(surface.inputs.open_voting, '', fillIn(opened.view));
    },
  },
  'input outcome': {
    right: 'readers',
    act: async (scene) => {
      const opened = await scene.shown(onCard(cardActions.recordOutcome, 'voted')(scene));
      return press(surface.inputs.outcome, '', fillIn(opened.view));
    },
    shows: true,
  },
  'input own_rule': {
    right: 'anybody',
    act: async (scene) => press(surface.inputs.own_rule, '', await openOwnRule(scene)),
  },
  'input edit': { right: 'anybody', act: () => press(surface.inputs.edit, '', about({})), isSilent: true },

  'close propose': {
    right: 'the author',
    act: async (scene) => close(await openDraft(scene)),
    isSilent: true,
  },
  'close resume': {
    right: 'the author',
    act: async (scene) => close(await openOffer(scene)),
    isSilent: true,
  },

  'submit propose': {
    right: 'readers',
    act: async (scene) => submit(await openDraft(scene, proposal)),
    isSilent: true,
  },
  'submit markdown_draft': {
    right: 'readers',
    act: async (scene) => {
      const pushed = await scene.shown(press(surface.actions.use_draft, '', await openDraft(scene)));
      return submit(fillIn(pushed.view, { Draft: '# Whose?\n\n## Considered options\n\n* A\n* B\n' }));
    },
  },
  'submit argument': {
    right: 'readers',
    act: (scene) =>
      form(onCard(cardActions.giveArgument), { ...argument, Option: `First ${markOf(scene.place)}` })(scene),
    isSilent: true,
  },
  'submit option': { right: 'readers', act: form(onCard(cardActions.giveOption), { Option: 'Third' }), isSilent: true },
  'submit scores': {
    right: 'readers',
    act: (scene) =>
      form(onCard(cardActions.giveScores, 'scored'), { [`First ${markOf(scene.place)}`]: '3: the best' })(scene),
    isSilent: true,
  },
  'submit objection': {
    right: 'readers',
    act: form(onCard(cardActions.object), { Because: 'It is dear.' }),
    isSilent: true,
  },
  'submit settle_objection': {
    right: 'readers',
    act: form(onCard(cardActions.settleObjection), { Because: 'It can’t wait.' }),
    isSilent: true,
  },
  'submit edit': {
    right: 'readers',
    act: form(onCard(cardActions.edit), { 'Decision drivers': 'Soon' }),
    isSilent: true,
  },
  'submit correct': {
    right: 'readers',
    act: async ({ ids, optionId, shown }) => {
      const open = press(
        surface.actions[correctActions.correct],
        `option ${optionId}`,
        about({ decisionId: ids.discussed }),
      );
      return submit(fillIn((await shown(open)).view, { Option: 'First, corrected' }));
    },
    isSilent: true,
  },
  'submit open_voting': { right: 'readers', act: form(onCard(cardActions.openVoting)), isSilent: true },
  'submit extend': {
    right: 'readers',
    act: form(onCard(cardActions.moveDeadline, 'voted'), { 'Voting closes': after(40 * 24 * 3_600).toISOString() }),
    isSilent: true,
  },
  'submit shorten': { right: 'readers', act: async (scene) => submit(await openShortening(scene)), isSilent: true },
  'submit vote_again': { right: 'readers', act: form(onCard(cardActions.voteAgain, 'undecided')), isSilent: true },
  'submit outcome': {
    right: 'readers',
    act: (scene) =>
      form(onCard(cardActions.recordOutcome, 'voted'), {
        'Chosen option': `First ${markOf(scene.place)}`,
        Because: 'Yes.',
      })(scene),
    isSilent: true,
  },
  'submit search': { right: 'commands', act: form(command('find store'), { 'Search for': 'which' }) },
  'submit still_right': { right: 'readers', act: form(onQuestion(revisitActions.stillRight)), isSilent: true },
  'submit take_out': {
    right: 'readers',
    act: ({ ids }) => {
      const metadata = JSON.stringify({ decisionId: ids.voted });
      const view = { id: 'V1', hash: 'h', callback_id: takeOutCallback, private_metadata: metadata, blocks: [] };
      return submit({ ...view, state: { values: {} } });
    },
    isSilent: true,
  },
  'submit hand_over': {
    right: 'readers',
    act: form(onCard(cardActions.handOver, 'handed'), { 'Who votes for you': 'UGUEST' }),
    isSilent: true,
  },
  'submit take_vote_back': {
    right: 'readers',
    act: ({ ids }) => {
      const metadata = JSON.stringify({ decisionId: ids.handed });
      const view = { id: 'V1', hash: 'h', callback_id: takeVoteBackCallback, private_metadata: metadata, blocks: [] };
      return submit({ ...view, state: { values: {} } });
    },
    isSilent: true,
  },
  'submit withdraw': { right: 'readers', act: form(onCard(cardActions.withdraw), { Why: 'No.' }), isSilent: true },
  'submit settings': {
    right: 'setters',
    act: async (scene) =>
      submit(
        fillIn((await scene.shown(command('settings')(scene))).view, { 'Rule that is offered first': 'Majority' }),
      ),
    isSilent: true,
  },
  'submit set_up_digest': {
    right: 'setters',
    act: (scene) => form(() => press(surface.actions.home_digest, ''), { Channel: scene.place })(scene),
  },
  'submit own_rule': {
    right: 'setters',
    act: async (scene) => {
      const asked = await scene.shown(press(surface.actions.add_rule, '', await openSettings(scene)));
      return submit(fillIn(asked.view, { Name: 'Mine' }));
    },
    isSilent: true,
  },
  'object entity_details_requested': {
    right: 'readers',
    act:
      ({ ids }) =>
      (desk, actor) => {
        const gesture = { actor, language: en, url: 'https://example.com/', triggerId: 't1' };
        return surface.objects.entity_details_requested(desk, {
          ...gesture,
          ref: { id: ids.discussed, type: 'decision' },
        });
      },
    shows: true,
    isSilent: true,
  },
  'comments entity_comments_requested': {
    right: 'readers',
    act:
      ({ ids }) =>
      (desk, actor) => {
        const gesture = { actor, language: en, url: 'https://example.com/', triggerId: 't1', cursor: undefined };
        return surface.comments.entity_comments_requested(desk, {
          ...gesture,
          limit: 100,
          ref: { id: ids.discussed, type: 'decision' },
        });
      },
    isSilent: true,
  },
};

/** Every door that there is, from the tables of the listeners. */
function allDoors(): string[] {
  const named = (kind: string, table: object) => Object.keys(table).map((name) => `${kind} ${name}`);
  return [
    ...commandWords.map((word) => `command ${word}`),
    ...named('action', surface.actions),
    ...named('page', surface.pages),
    ...named('input', surface.inputs),
    ...named('submit', surface.submissions),
    ...named('close', surface.closings),
    ...named('object', surface.objects),
    ...named('comments', surface.comments),
    ...named('shortcut', surface.shortcuts),
  ].toSorted();
}

const refusals =
  /can’t find this decision|can’t read this thread|This draft has been proposed|Only people in this workspace|Only members of this workspace|Only people in this channel|You are not in this channel|I can’t find a decision|another workspace/;

it('has a case for every door of the app', () => {
  expect(Object.keys(doors).toSorted()).toEqual(allDoors());
});

describe.each([
  ['a public channel', open],
  ['a private channel', secret],
])('in %s', (_, place) => {
  it.each(Object.keys(doors))('“%s” shows and does for each kind of person what they may see and do', async (name) => {
    const door = doors[name];
    if (door === undefined) throw new Error('There is no such door.');
    const workshop = await openDoors();
    const scene = await setScene(workshop, place);
    const act = await door.act(scene);
    // What the removed person may have seen before.
    workshop.move('UREMOVED', 'in');
    await workshop.listen((desk) => command('list')(scene)(desk, actorOf('a member who was removed since')));
    workshop.move('UREMOVED', 'out');

    // First the people who may not: they find everything as it was made.
    const inTurn = everyone.toSorted(
      (a, b) => Number(hasRight[door.right](a, place)) - Number(hasRight[door.right](b, place)),
    );
    for (const who of inTurn) {
      const may = hasRight[door.right](who, place);
      const before = may ? '' : await workshop.state();
      const told = await workshop.listen((desk) => act(desk, actorOf(who)));
      const isShown = sees(who, place);
      if (!isShown) expect(told.words, `${who} is told what Slack does not show`).not.toContain(markOf(place));
      if (who !== insider) expect(told.words, `${who} is told of somebody else’s draft`).not.toContain(draftMark);
      if (!may) {
        expect(await workshop.state(), `${who} changes something`).toBe(before);
        if (!door.isSilent) expect(told.words, `${who} is not told that they may not`).toMatch(refusals);
      } else if (isShown) {
        expect(told.words, `${who} is refused`).not.toMatch(refusals);
        if (door.shows) expect(told.words, `${who} is not shown it`).toContain(markOf(place));
      }
    }
  });
});

describe('a list that somebody asks for elsewhere', () => {
  it('names what public channels that they see decide, and nothing from private ones', async () => {
    const workshop = await openDoors();
    for (const place of [open, secret]) await setScene(workshop, place);
    for (const who of everyone) {
      const told = await workshop.listen((desk) => command('list', general)({ place: general })(desk, actorOf(who)));
      expect(told.words).not.toContain(markOf(secret));
      const isListed = hasRight.commands(who, open) && sees(who, open);
      expect(told.words.includes(markOf(open)), who).toBe(isListed);
    }
  });
});
