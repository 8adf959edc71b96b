import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { changeSettings, openSettings, removeOwnRule, saveOwnRule } from '../../workflow/settings/settings.ts';
import type { ActionGesture, CommandGesture, Desk, Submission } from '../app/gesture.ts';
import { openModal, pushModal, replaceView } from '../form/open-modal.ts';
import { ownRuleBlockOf, ownRuleView, readOwnRule, readOwnRuleMetadata } from './own-rule-view.ts';
import {
  ownRuleChoices,
  readFirstRule,
  readLanguage,
  readRepository,
  readSettingsMetadata,
  readVoteButtons,
  settingsView,
} from './settings-view.ts';

/** `/adr settings`: how votes in this channel decide, for people who may change it. */
export async function onSettings(
  desk: Desk,
  { actor, channelId, triggerId, language }: CommandGesture,
): Promise<undefined> {
  await openModal(language, desk, triggerId, language.settingsForm.title, async () =>
    settingsView(language, await openSettings(desk.ports, actor, channelId), { channelId }),
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
      return settingsView(language, await openSettings(desk.ports, actor, channelId), { channelId });
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
    const chosen = { initialId: readFirstRule(values), language: readLanguage(values), hasVoteButtons, repository };
    await changeSettings(ports, actor, channelId, chosen);
  },
};

/** The rule that somebody put together; the settings below show it at once. */
export const ownRuleSubmission: Submission = {
  async handle(desk, { actor, view, language }) {
    const { channelId, before } = readOwnRuleMetadata(view);
    await saveOwnRule(desk.ports, actor, channelId, readOwnRule(view.state.values), before);
    const viewId = view.root_view_id;
    if (!viewId) return;
    await replaceView(language, desk, { viewId }, language.settingsForm.title, async () =>
      settingsView(language, await openSettings(desk.ports, actor, channelId), { channelId }),
    );
  },
  blockOf: () => ownRuleBlockOf,
};
