import type { JsonObject } from '@gavel/local-server/json.ts';
import { invalidArguments, SlackError } from '../../slack-error.ts';
import type { OpenView } from '../../workspace/state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { checkView, modalStack, openModal, publishHome, replaceView, viewShape } from '../../world/views.ts';
import { optionalText, requiredObject, requiredText } from '../arguments.ts';
import { findUser } from '../find.ts';
import type { Call, Methods } from '../method.ts';

/** The methods about modals and the home tab. */
export const viewMethods: Methods = {
  'views.open': { token: 'bot', scopes: [], tier: 'tier 4', run: open },
  'views.push': { token: 'bot', scopes: [], tier: 'tier 4', run: push },
  'views.update': { token: 'bot', scopes: [], tier: 'tier 4', run: update },
  'views.publish': { token: 'bot', scopes: [], tier: 'tier 4', run: publish },
};

function open({ workspace, triggers, args }: Call): JsonObject {
  const view = requiredObject(args, 'view');
  checkView(workspace, view, 'modal');
  const origin = triggers.use(triggerOf(args));
  return { view: viewShape(workspace, openModal(workspace, origin, view)) };
}

function push({ workspace, triggers, args }: Call): JsonObject {
  const view = requiredObject(args, 'view');
  checkView(workspace, view, 'modal');
  const origin = triggers.use(triggerOf(args));
  // Only an action in a modal that is still open can push another modal.
  const previous = modalStack(workspace, origin.userId).find((modal) => modal.id === origin.viewId);
  if (previous === undefined) throw new SlackError('not_found');
  return { view: viewShape(workspace, openModal(workspace, origin, view, previous)) };
}

function update({ workspace, args }: Call): JsonObject {
  const view = requiredObject(args, 'view');
  checkView(workspace, view, 'modal');
  const modal = findModal(workspace, args);
  checkHash(modal, args);
  replaceView(workspace, modal, view);
  return { view: viewShape(workspace, modal) };
}

function publish({ workspace, args }: Call): JsonObject {
  if (!workspace.app.hasHomeTab) throw new SlackError('not_enabled');
  const user = findUser(workspace, requiredText(args, 'user_id'));
  const view = requiredObject(args, 'view');
  checkView(workspace, view, 'home');
  const home = workspace.state.homes.find((each) => each.userId === user.id);
  if (home !== undefined) checkHash(home, args);
  return { view: viewShape(workspace, publishHome(workspace, user.id, view)) };
}

function triggerOf(args: JsonObject): string {
  return optionalText(args, 'trigger_id') ?? requiredText(args, 'interactivity_pointer');
}

function findModal(workspace: Workspace, args: JsonObject): OpenView {
  const [id, externalId] = [optionalText(args, 'view_id'), optionalText(args, 'external_id')];
  if (id === undefined && externalId === undefined) throw invalidArguments('missing required field: view_id');
  const modal = workspace.state.modals.find((each) =>
    id === undefined ? each.view.external_id === externalId : each.id === id,
  );
  if (modal === undefined) throw new SlackError('not_found');
  return modal;
}

function checkHash(view: OpenView, args: JsonObject): void {
  const hash = optionalText(args, 'hash');
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
}
