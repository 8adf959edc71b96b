import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { isDirectMessage } from '../../workflow/access/access.ts';
import {
  changeSettings,
  openSettings,
  removeOwnRule,
  saveOwnRule,
  showSettings,
} from '../../workflow/settings/settings.ts';
import type { ActionGesture, CommandGesture, Desk, Submission } from '../app/gesture.ts';
import { openModal, pushModal, replaceView } from '../form/open-modal.ts';
import { chooseChannelView } from './choose-channel-view.ts';
import { findPageToCorrect, ownRuleBlockOf, ownRuleView, readOwnRule, turnOwnRule } from './own-rule-view.ts';
import {
  ownRuleChoices,
  readFirstRule,
  readLanguage,
  readRepository,
  readSettingsMetadata,
  readTimeZone,
  readVoteButtons,
  settingsBlockOf,
  settingsView,
} from './settings-view.ts';

/** `/adr settings`: how votes in a channel decide, for people who may change it. A direct message asks which channel. */
export async function onSettings(
  desk: Desk,
  { actor, channelId, triggerId, language }: CommandGesture,
): Promise<undefined> {
  await openModal(language, desk, triggerId, language.settingsForm.title, async () =>
    isDirectMessage(channelId)
      ? chooseChannelView(language)
      : settingsView(language, await showSettings(desk.ports, actor, channelId), { channelId }),
  );
}

/** A channel was chosen in a direct message: its settings take the place of the question. */
export async function onChooseChannel(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, view, value: channelId, language } = gesture;
  if (view === undefined || channelId === '') return;
  const target = { viewId: view.id, hash: view.hash };
  await replaceView(language, desk, target, language.settingsForm.title, async () =>
    settingsView(language, await showSettings(desk.ports, actor, channelId), { channelId }),
  );
}

/** “Add a rule”: asks for it, on top of the settings. */
export async function onAddRule(desk: Desk, { actor, view, triggerId, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const { channelId } = readSettingsMetadata(view);
  await pushModal(language, desk, triggerId, language.ownRuleForm.title, async () => {
    await openSettings(desk.ports, actor, channelId);
    return ownRuleView(language, channelId);
  });
}

/** “Change” or “Remove”, from the menu beside a rule. */
export async function onOwnRule(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, view, triggerId, value, language } = gesture;
  if (view === undefined) return;
  const { channelId } = readSettingsMetadata(view);
  const [line, ...words] = value.split(' ');
  const name = words.join(' ');
  if (line === ownRuleChoices.remove) {
    await replaceView(language, desk, { viewId: view.id }, language.settingsForm.title, async () => {
      await removeOwnRule(desk.ports, actor, channelId, name);
      return settingsView(language, await showSettings(desk.ports, actor, channelId), { channelId });
    });
    return;
  }
  await pushModal(language, desk, triggerId, language.ownRuleForm.title, async () => {
    const { settings } = await openSettings(desk.ports, actor, channelId);
    const rule = settings.own.find((one) => one.name === name);
    if (rule === undefined) throw new RuleBroken({ code: 'own rule gone' });
    return ownRuleView(language, channelId, rule);
  });
}

export const settingsSubmission: Submission = {
  async handle({ ports }, { actor, view }) {
    const { channelId } = readSettingsMetadata(view);
    const { values } = view.state;
    const repository = readRepository(values);
    const hasVoteButtons = readVoteButtons(values);
    const timeZone = readTimeZone(values);
    const chosen = { initialId: readFirstRule(values), language: readLanguage(values), timeZone };
    await changeSettings(ports, actor, channelId, { ...chosen, hasVoteButtons, repository });
  },
  blockOf: () => settingsBlockOf,
};

/**
 * “Back” and “Next” in the form for a rule. What was chosen just before may still be on its way to the form; the page
 * turns all the same.
 */
export async function onOwnRulePage(desk: Desk, { view, value, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  await replaceView(language, desk, { viewId: view.id }, language.ownRuleForm.title, async () =>
    turnOwnRule(language, view, value),
  );
}

/** Something else was chosen for a rule: says what it is now. */
export async function onChooseRulePart(desk: Desk, { view, language }: ActionGesture): Promise<void> {
  if (view === undefined) return;
  const { id: viewId, hash } = view;
  await replaceView(language, desk, { viewId, hash }, language.ownRuleForm.title, async () =>
    turnOwnRule(language, view),
  );
}

/** The rule that somebody put together; the settings below show it at once. */
export const ownRuleSubmission: Submission = {
  async askFurther(_, { view, language }) {
    return findPageToCorrect(language, view);
  },
  async handle(desk, { actor, view, language }) {
    const { rule, channelId, before } = readOwnRule(view);
    await saveOwnRule(desk.ports, actor, channelId, rule, before);
    const viewId = view.root_view_id;
    if (!viewId) return;
    await replaceView(language, desk, { viewId }, language.settingsForm.title, async () =>
      settingsView(language, await showSettings(desk.ports, actor, channelId), { channelId }),
    );
  },
  blockOf: ownRuleBlockOf,
};
