import { randomBytes } from 'node:crypto';
import { asObjects, asText, at, copyOf, type JsonObject } from '@gavel/local-server/json.ts';
import { initialState, keepValues } from '../block-kit/form/form.ts';
import { validateView } from '../block-kit/validate.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';
import { checkScope } from '../web-api/find.ts';
import { describeEntity } from '../work-object/entity.ts';
import type { FilledView, OpenView, PlacedEntity } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fillIds } from './fill-ids.ts';
import type { Origin } from './triggers.ts';

/** The most modals in one person's stack (Slack: views.push). */
const stackLimit = 3;

/** The modals that a person has open. The top one comes last. */
export function modalStack(workspace: Workspace, userId: string): OpenView[] {
  return workspace.state.modals.filter((modal) => modal.userId === userId);
}

/**
 * Opens a modal for a person, on top of those that are already open. `previous` is the modal that pushed it, `edits` the
 * Work Object whose fields it has. Throws `push_limit_reached`.
 */
export function openModal(
  workspace: Workspace,
  origin: Origin,
  view: JsonObject,
  previous?: OpenView,
  edits?: PlacedEntity,
): OpenView {
  const stack = modalStack(workspace, origin.userId);
  if (stack.length >= stackLimit) throw new SlackError('push_limit_reached');
  const modal = { ...newView(workspace, origin, view, previous), ...(edits === undefined ? {} : { edits }) };
  workspace.state.modals.push(modal);
  workspace.changes.announce();
  return modal;
}

/** Replaces an open view. Typed values stay in fields that keep their block and action ids. */
export function replaceView(workspace: Workspace, open: OpenView, view: JsonObject): void {
  checkExternalId(workspace, view, open);
  const next = filled(view);
  open.state = keepValues(open.view, open.state, next, openedFrom(open.conversation));
  open.view = next;
  open.hash = newHash(workspace);
  open.errors = {};
  workspace.changes.announce();
}

/** Removes open modals. */
export function removeModals(workspace: Workspace, gone: readonly OpenView[]): void {
  workspace.state.modals = workspace.state.modals.filter((modal) => !gone.includes(modal));
  workspace.changes.announce();
}

/** The home tab that the app has published for a person; undefined if it has not yet. */
export function homeOf(workspace: Workspace, userId: string): OpenView | undefined {
  return workspace.state.homes.find((home) => home.userId === userId);
}

/** Publishes the app's home tab for one person. */
export function publishHome(workspace: Workspace, userId: string, view: JsonObject): OpenView {
  const existing = homeOf(workspace, userId);
  if (existing !== undefined) {
    replaceView(workspace, existing, view);
    return existing;
  }
  const home = newView(workspace, { userId }, view, undefined);
  workspace.state.homes.push(home);
  workspace.changes.announce();
  return home;
}

/**
 * Throws for a view that Slack would refuse: `view_too_large`, `invalid_arguments` with each problem and its location,
 * or `missing_scope` for a file input without `files:read` (Slack: file input). `surface` is the type that the method
 * accepts.
 */
export function checkView(workspace: Workspace, view: JsonObject, surface: 'modal' | 'home'): void {
  if (view.type !== surface) throw invalidArguments(`must be of type "${surface}" [json-pointer:/view/type]`);
  const problems = validateView(view);
  if (problems.some((problem) => problem.code === 'view_too_large')) throw new SlackError('view_too_large');
  if (problems.length > 0) {
    throw invalidArguments(...problems.map(({ message, pointer }) => `${message} [json-pointer:/view${pointer}]`));
  }
  const asksForFiles = asObjects(view.blocks).some((block) => at(block, 'element', 'type') === 'file_input');
  if (asksForFiles) checkScope(workspace, 'files:read');
}

/** A view in Slack's JSON (Slack: view objects), with the current values. */
export function viewShape(workspace: Workspace, open: OpenView, state = open.state): JsonObject {
  const { app, team } = workspace.state;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    title: null,
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    ...copyOf(open.view),
    ...(open.edits === undefined ? {} : describeEntity(open.edits)),
    id: open.id,
    team_id: team.id,
    app_id: app.id,
    app_installed_team_id: team.id,
    bot_id: app.botId,
    hash: open.hash,
    root_view_id: open.rootId,
    previous_view_id: open.previousId ?? null,
    state: { values: copyOf(state) },
  };
}

function newView(workspace: Workspace, origin: Origin, view: JsonObject, previous: OpenView | undefined): OpenView {
  checkExternalId(workspace, view, undefined);
  const content = filled(view);
  const conversation = origin.conversation ?? previous?.conversation;
  const id = workspace.newId('V');
  return {
    id,
    userId: origin.userId,
    rootId: previous?.rootId ?? id,
    previousId: previous?.id,
    conversation,
    view: content,
    state: initialState(content, openedFrom(conversation)),
    hash: newHash(workspace),
    errors: {},
    isSubmitting: false,
  };
}

function openedFrom(conversation: string | undefined): { conversation?: string } {
  return conversation === undefined ? {} : { conversation };
}

function filled(view: JsonObject): FilledView {
  return { ...copyOf(view), blocks: fillIds(asObjects(view.blocks)) };
}

function checkExternalId(workspace: Workspace, view: JsonObject, self: OpenView | undefined): void {
  const externalId = asText(view.external_id) ?? '';
  const { modals, homes } = workspace.state;
  if (
    externalId !== '' &&
    [...modals, ...homes].some((each) => each !== self && each.view.external_id === externalId)
  ) {
    throw new SlackError('duplicate_external_id');
  }
}

function newHash(workspace: Workspace): string {
  return `${Math.floor(workspace.clock.now().getTime() / 1000)}.${randomBytes(6).toString('base64url')}`;
}
