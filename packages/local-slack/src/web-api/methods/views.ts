import type { JsonObject } from '@gavel/local-server/json.ts';
import { invalidArguments, SlackError } from '../../slack-error.ts';
import type { OpenView } from '../../workspace/state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { mayUseApp } from '../../world/membership.ts';
import { checkView, homeOf, modalStack, openModal, publishHome, replaceView, viewShape } from '../../world/views.ts';
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
  const open = findView(workspace, args);
  checkView(workspace, view, workspace.state.homes.includes(open) ? 'home' : 'modal');
  checkHash(open, args);
  replaceView(workspace, open, view);
  return { view: viewShape(workspace, open) };
}

function publish({ workspace, args }: Call): JsonObject {
  if (!workspace.app.home.hasHome) throw new SlackError('not_enabled');
  const user = findUser(workspace, requiredText(args, 'user_id'));
  if (!mayUseApp(user)) throw new SlackError('user_not_found');
  const view = requiredObject(args, 'view');
  checkView(workspace, view, 'home');
  checkHash(homeOf(workspace, user.id), args);
  return { view: viewShape(workspace, publishHome(workspace, user.id, view)) };
}

function triggerOf(args: JsonObject): string {
  return optionalText(args, 'trigger_id') ?? requiredText(args, 'interactivity_pointer');
}

/** A view that somebody has open: a modal, or the home tab. Throws `not_found`. */
function findView(workspace: Workspace, args: JsonObject): OpenView {
  const [id, externalId] = [optionalText(args, 'view_id'), optionalText(args, 'external_id')];
  if (id === undefined && externalId === undefined) throw invalidArguments('missing required field: view_id');
  const { modals, homes } = workspace.state;
  const view = [...modals, ...homes].find((each) =>
    id === undefined ? each.view.external_id === externalId : each.id === id,
  );
  if (view === undefined) throw new SlackError('not_found');
  return view;
}

/** Throws `hash_conflict` for a hash that is not the view's, an empty one included (slack-go#1462). */
function checkHash(view: OpenView | undefined, { hash }: JsonObject): void {
  if (hash !== undefined && hash !== null && hash !== view?.hash) throw new SlackError('hash_conflict');
}
