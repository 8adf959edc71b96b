import type { JsonObject } from '@gavel/local-server/json.ts';
import { elementsByBlock, type PlacedElement } from '../block-kit/element-places.ts';
import { echoOption } from '../block-kit/form/echo-option.ts';
import { setValue } from '../block-kit/form/form.ts';
import { FORM_FIELDS } from '../block-kit/form/form-fields.ts';
import { optionsOf } from '../block-kit/schema/rules.ts';
import { type Place, sendBlockAction } from '../interaction/block-action.ts';
import type { InteractionContext } from '../interaction/context.ts';
import type { Ephemeral, Message, User } from '../workspace/state.ts';
import { maySee } from '../world/membership.ts';
import { keepMessageValues, messageValues } from '../world/message-form.ts';
import { uploadFiles } from './upload-files.ts';

/** The position of an element, for a person who points at it instead of naming it. */
export interface ElementAddress {
  /** A modal or home tab by its id, or a message. */
  readonly place: { readonly view: string } | { readonly channel: string; readonly ts: string };
  readonly blockId: string;
  readonly actionId: string;
}

/**
 * Uses exactly this element: fills in a field, selects an option, or presses a button. `dispatches` decides whether the
 * app gets the change now; the value is stored in any case. Returns why a value was not accepted, or undefined.
 */
export async function useElement(
  context: InteractionContext,
  user: User,
  address: ElementAddress,
  value: unknown,
  dispatches: boolean,
): Promise<string | undefined> {
  const place = findPlace(context, user, address);
  const { blocks } = 'view' in place ? place.view.view : formOf(place);
  const { block, element } = findElement(blocks, address);
  if (!FORM_FIELDS.has(element.type)) {
    await sendBlockAction(context, user, place, { block, element, chosen: pressed(element, value) });
    return undefined;
  }
  const target = { block_id: address.blockId, action_id: address.actionId };
  const before = 'view' in place ? place.view.state : messageValues(context.workspace, user.id, formOf(place));
  const given = uploadFiles(context.workspace, user, element.type, value);
  const result = setValue({ blocks }, before, target, given);
  if ('problem' in result) return result.problem;
  if ('view' in place) {
    place.view.state = result.state;
    place.view.errors = without(place.view.errors, address.blockId);
    context.workspace.changes.announce();
  } else keepMessageValues(context.workspace, user.id, formOf(place), result.state);
  const chosen = { ...result.state[target.block_id]?.[target.action_id] };
  if (dispatches) await sendBlockAction(context, user, place, { block, element, chosen });
  return undefined;
}

/** Removes the error of a field, which has changed. */
function without(errors: Readonly<Record<string, string>>, blockId: string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([each]) => each !== blockId));
}

/** The fields that a press adds to the action: the option of an overflow menu, the feedback button, or nothing. */
function pressed(element: JsonObject, value: unknown): JsonObject {
  if (element.type === 'overflow') {
    const option = optionsOf(element).find((each) => each.value === value);
    if (option === undefined) throw new Error('That option is no longer in the menu.');
    return { selected_option: echoOption(option) };
  }
  return element.type === 'feedback_buttons' ? { value } : {};
}

function findPlace({ workspace }: InteractionContext, user: User, { place }: ElementAddress): Place {
  const { modals, homes, ephemerals } = workspace.state;
  if ('view' in place) {
    const view = [...modals, ...homes].find((each) => each.id === place.view && each.userId === user.id);
    if (view === undefined) throw new Error('That view is no longer open.');
    return { view };
  }
  const isHere = (each: { channel: string; ts: string }): boolean =>
    each.channel === place.channel && each.ts === place.ts;
  const ephemeral = ephemerals.find((each) => isHere(each) && each.to === user.id);
  if (ephemeral !== undefined) return { ephemeral };
  const channel = workspace.channel(place.channel);
  const message = workspace.state.messages.find(isHere);
  if (channel === undefined || message === undefined || !maySee(channel, user)) {
    throw new Error('That message is gone.');
  }
  return { message };
}

function formOf(place: Exclude<Place, { view: unknown }>): Message | Ephemeral {
  return 'message' in place ? place.message : place.ephemeral;
}

function findElement(blocks: readonly JsonObject[], { blockId, actionId }: ElementAddress): PlacedElement {
  const found = elementsByBlock(blocks)
    .flat()
    .find(({ block, element }) => block.block_id === blockId && element.action_id === actionId);
  if (found === undefined) throw new Error('That element is gone. The app has changed it in the meantime.');
  return found;
}
