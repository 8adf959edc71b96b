import { signal } from '@preact/signals';
import { asObject, asText, type JsonObject } from '../../../json.ts';
import { post } from '../act.ts';
import type { Outbox } from '../fields/outbox.ts';
import { place } from '../place.ts';

/** Where blocks stand, and what the people who use them do there: a modal, the home tab, or a message. */
export interface Surface {
  readonly place: { readonly view: string } | { readonly channel: string; readonly ts: string };
  /** What the fields hold, by block id and action id; a message holds nothing. */
  readonly state: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  /** What is wrong with a field, by block id, as the app or Slack said. */
  readonly errors: Readonly<Record<string, string>>;
  readonly outbox: Outbox;
}

/** Why what was typed into a field was not taken, by the field's key; these fields hold a submit back. */
export const problems = signal<Readonly<Record<string, string>>>({});

/** An element in its block, on its surface: what every view of an element is given. */
export interface ElementProps {
  readonly surface: Surface;
  readonly block: JsonObject;
  readonly element: JsonObject;
  /** The id of what names it on the page, for those who can't see it; without one it names itself. */
  readonly labelId?: string | undefined;
}

/** What tells a field from all others on the page; also the id of its element there. */
export function fieldKey({ surface, block, element }: Pick<ElementProps, 'surface' | 'block' | 'element'>): string {
  const where = 'view' in surface.place ? surface.place.view : `${surface.place.channel}-${surface.place.ts}`;
  return `${where}:${String(block.block_id)}:${String(element.action_id)}`;
}

/** What a field holds on the server. */
export function heldValue({ surface, block, element }: ElementProps): JsonObject | undefined {
  return surface.state[String(block.block_id)]?.[String(element.action_id)];
}

/** What the app or the page says is wrong with a field. */
export function problemOf(props: ElementProps): string | undefined {
  return problems.value[fieldKey(props)] ?? props.surface.errors[String(props.block.block_id)];
}

/** Whether picking something in an element is told to the app at once. */
export function dispatchesAtOnce({ block }: ElementProps): boolean {
  return block.type !== 'input' || block.dispatch_action === true;
}

/** When typing in an element is told to the app (Slack: dispatch action configuration; on Enter unless it says more). */
export function typingTriggers(props: ElementProps): readonly string[] {
  if (!dispatchesAtOnce(props)) return [];
  const asked = asObject(props.element.dispatch_action_config).trigger_actions_on;
  return Array.isArray(asked) ? asked : ['on_enter_pressed'];
}

/** Uses an element: fills in `value`, or presses it; says whether the value was taken. Rejects when the server refuses. */
export async function useElement(props: ElementProps, value: unknown, dispatches: boolean): Promise<boolean> {
  const { surface, block, element } = props;
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

/** Says what is wrong with a field, or that nothing is. */
function setProblem(key: string, problem: string | undefined): void {
  if (problems.value[key] === problem) return;
  const { [key]: _gone, ...others } = problems.value;
  problems.value = problem === undefined ? others : { ...others, [key]: problem };
}
