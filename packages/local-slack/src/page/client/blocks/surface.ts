import { asObject, asText, type JsonObject } from '@gavel/local-server/json.ts';
import { signal } from '@preact/signals';
import { post } from '../act.ts';
import type { Outbox } from '../fields/outbox.ts';
import { place } from '../place.ts';

/** The modal, home tab, message or answer of Slackbot's that contains some blocks. */
export interface Surface {
  readonly place: { readonly view: string } | { readonly channel: string; readonly ts: string };
  /** Where a press goes instead of to the app. */
  readonly press?: (element: JsonObject) => Promise<void>;
  /** The values of the fields, by block id and action id. */
  readonly state: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  /** The errors from the app or Slack, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly outbox: Outbox;
}

/** Why the values of fields were not accepted, by the field's key. These fields prevent a submission. */
export const problems = signal<Readonly<Record<string, string>>>({});

/** The props of a component for an element: the element, its block and its surface. */
export interface ElementProps {
  readonly surface: Surface;
  readonly block: JsonObject;
  readonly element: JsonObject;
  /** The id of its label on the page, for screen readers. Without one, the element names itself. */
  readonly labelId?: string | undefined;
}

/** The unique key of a field, which is also the id of its HTML element. */
export function fieldKey({ surface, block, element }: Pick<ElementProps, 'surface' | 'block' | 'element'>): string {
  const where = 'view' in surface.place ? surface.place.view : `${surface.place.channel}-${surface.place.ts}`;
  return `${where}:${String(block.block_id)}:${String(element.action_id)}`;
}

/** The value of a field on the server. */
export function heldValue({ surface, block, element }: ElementProps): JsonObject | undefined {
  return surface.state[String(block.block_id)]?.[String(element.action_id)];
}

/** The error of a field, from the page or from the app. */
export function problemOf(props: ElementProps): string | undefined {
  return problems.value[fieldKey(props)] ?? props.surface.errors[String(props.block.block_id)];
}

/** Whether the app gets a selection in an element immediately. */
export function dispatchesAtOnce({ block }: ElementProps): boolean {
  return block.type !== 'input' || block.dispatch_action === true;
}

/** When the app gets typed text (Slack: dispatch action configuration). Defaults to Enter. */
export function typingTriggers(props: ElementProps): readonly string[] {
  if (!dispatchesAtOnce(props)) return [];
  const asked = asObject(props.element.dispatch_action_config).trigger_actions_on;
  return Array.isArray(asked) ? asked : ['on_enter_pressed'];
}

/** Fills in or presses an element. Returns whether the value was accepted. Rejects if the server refuses. */
export async function useElement(props: ElementProps, value: unknown, dispatches: boolean): Promise<boolean> {
  const { surface, block, element } = props;
  if (surface.press !== undefined) {
    await surface.press(element);
    return true;
  }
  const result = await post('element', {
    as: place.value.as,
    place: surface.place,
    blockId: asText(block.block_id),
    actionId: asText(element.action_id),
    value,
    dispatches,
  });
  const problem = asText(result.problem);
  setProblem(fieldKey(props), problem);
  return problem === undefined;
}

/** Sets or removes the error of a field. */
function setProblem(key: string, problem: string | undefined): void {
  if (problems.value[key] === problem) return;
  const { [key]: _gone, ...others } = problems.value;
  problems.value = problem === undefined ? others : { ...others, [key]: problem };
}
