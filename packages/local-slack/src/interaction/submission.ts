import { asObject, asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import { missingFields } from '../block-kit/form/form.ts';
import { SlackError } from '../slack-error.ts';
import { refOf } from '../work-object/entity.ts';
import type { OpenView, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkView, modalStack, openModal, removeModals, replaceView, viewShape } from '../world/views.ts';
import { type InteractionContext, viewBase } from './context.ts';
import { checkAnswered, giveNotice } from './notice.ts';

/**
 * Submits a modal as Slack's client does. Missing fields are shown as errors first. Then the app's response shows
 * errors, or updates, pushes or closes views. `times` above 1 simulates a double click that the client lets through.
 */
export async function submitView(
  context: InteractionContext,
  user: User,
  modal: OpenView,
  times: number,
): Promise<void> {
  const { workspace } = context;
  modal.errors = { ...missingFields(modal.view, modal.state) };
  workspace.changes.announce();
  if (Object.keys(modal.errors).length > 0 || modal.isSubmitting) return;
  modal.isSubmitting = true;
  try {
    await Promise.all(Array.from({ length: times }, () => submitOnce(context, user, modal)));
  } finally {
    modal.isSubmitting = false;
    workspace.changes.announce();
  }
}

async function submitOnce(context: InteractionContext, user: User, modal: OpenView): Promise<void> {
  const { workspace, courier, triggers } = context;
  const answer = await courier.ask('interactive', `view_submission ${String(modal.view.callback_id ?? '')}`, {
    type: 'view_submission',
    ...viewBase(workspace, user),
    trigger_id: triggers.make({
      userId: user.id,
      viewId: modal.id,
      conversation: modal.conversation,
      entity: modal.edits && refOf(modal.edits.entity),
    }),
    view: viewShape(workspace, modal),
    response_urls: responseUrls(context, user, modal),
  });
  if (!checkAnswered(workspace, answer, user.id, undefined, 'Submitting')) return;
  if (!workspace.state.modals.includes(modal)) return;
  try {
    applyAnswer(workspace, user, modal, asObject(answer.body));
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    workspace.wire.note(`The answer to view_submission was refused: ${error.code}`, error.fields);
    giveNotice(workspace, user.id, undefined, 'dispatch_failed', 'We had some trouble connecting. Try again?');
  }
}

const responseActions: Readonly<
  Record<string, (workspace: Workspace, user: User, modal: OpenView, answer: JsonObject) => void>
> = {
  errors: (workspace, _user, modal, answer) => showErrors(workspace, modal, asObject(answer.errors)),
  update: (workspace, _user, modal, answer) => {
    const view = asObject(answer.view);
    checkView(workspace, view, 'modal');
    replaceView(workspace, modal, view);
  },
  push: (workspace, user, modal, answer) => {
    const view = asObject(answer.view);
    checkView(workspace, view, 'modal');
    openModal(workspace, { userId: user.id }, view, modal);
  },
  clear: (workspace, user) => removeModals(workspace, modalStack(workspace, user.id)),
};

function applyAnswer(workspace: Workspace, user: User, modal: OpenView, answer: JsonObject): void {
  const name = asText(answer.response_action);
  if (name === undefined) {
    removeModals(workspace, [modal]);
    return;
  }
  const act = Object.hasOwn(responseActions, name) ? responseActions[name] : undefined;
  if (act === undefined) throw new SlackError('unknown_response_action', { response_action: name });
  act(workspace, user, modal, answer);
}

function showErrors(workspace: Workspace, modal: OpenView, errors: JsonObject): void {
  const fields = new Set(modal.view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id));
  const known = Object.entries(errors).filter(([blockId]) => fields.has(blockId));
  const unknown = Object.keys(errors).filter((blockId) => !fields.has(blockId));
  if (unknown.length > 0) {
    const effect = known.length === 0 ? '; the modal looks stuck' : '';
    workspace.wire.note(`Errors for blocks that are not inputs of the modal are not shown${effect}`, unknown);
  }
  modal.errors = Object.fromEntries(known.map(([blockId, text]) => [blockId, String(text)]));
  workspace.changes.announce();
}

/** Response URLs for the conversations selected in menus that ask for one (Slack: response_url_enabled). */
function responseUrls(context: InteractionContext, user: User, modal: OpenView): JsonObject[] {
  return asObjects(modal.view.blocks).flatMap((block) => {
    const element = asObject(block.element);
    const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
    const value = modal.state[blockId]?.[actionId];
    const channel = asText(value?.selected_conversation) ?? asText(value?.selected_channel);
    if (element.response_url_enabled !== true || channel === undefined) return [];
    const url = context.responseUrls.make('actions', user.id, channel);
    return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }];
  });
}
