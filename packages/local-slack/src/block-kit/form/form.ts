import { elementsByBlock } from '../element-places.ts';
import { isJsonObject, type JsonObject } from '../json-object.ts';
import { FORM_FIELDS, type FormField, type OpenedFrom } from './form-fields.ts';
import { isNothing } from './reading.ts';

/**
 * What one element holds, exactly as it stands in `view.state.values`: the element's type and one property that the
 * type decides, such as `{type: 'static_select', selected_option: null}` (Slack: view_submission payload).
 */
interface StateValue extends JsonObject {
  readonly type: string;
}

/** What all elements of a surface hold: block_id -> action_id -> value (Slack: `view.state.values`). */
export type StateValues = Readonly<Record<string, Readonly<Record<string, StateValue>>>>;

/** A modal, a Home tab or a message that people fill in. Its blocks have passed the checks and have all their ids. */
export interface FormSurface {
  readonly blocks: readonly unknown[];
}

/** The two ids that tell an element from all others of its surface. */
export interface Target {
  readonly block_id: string;
  readonly action_id: string;
}

/** A field of a form, found by its label. */
export interface FoundInput extends Target {
  readonly element: JsonObject;
  readonly optional: boolean;
}

interface Entry extends FoundInput {
  readonly block: JsonObject;
  readonly field: FormField;
}

/** What a form holds before anybody has touched it: the initial values that the app gave, else Slack's empty ones. */
export function initialState(view: FormSurface, from: OpenedFrom = {}): StateValues {
  return entriesOf(view).reduce<StateValues>(
    (state, entry) => put(state, entry, entry.field.initial(entry.element, from)),
    {},
  );
}

/**
 * Fills in one element with what a person typed or picked: words for text, an option's text or value, ids for
 * people and conversations, YYYY-MM-DD, HH:mm, Unix seconds or ISO 8601 for dates and times, a `rich_text` block or
 * plain words for rich text. Null clears it. What Slack's client would not let through comes back as a problem.
 */
export function setValue(
  view: FormSurface,
  state: StateValues,
  target: Target,
  typed: unknown,
): { readonly state: StateValues } | { readonly problem: string } {
  const entry = entriesOf(view).find((candidate) => isSame(candidate, target));
  if (entry === undefined) {
    return { problem: `Nothing can be filled in at block_id "${target.block_id}", action_id "${target.action_id}".` };
  }
  const reading = isNothing(typed) ? { value: entry.field.empty } : entry.field.read(entry.element, typed);
  return 'problem' in reading ? reading : { state: put(state, entry, reading.value) };
}

/**
 * What a form holds after `views.update`: a value survives where block_id, action_id and the kind of element are as
 * before (and its options are still there); everything else starts from its initial value (Slack: updating views).
 */
export function carryOver(
  oldView: FormSurface,
  oldState: StateValues,
  newView: FormSurface,
  from: OpenedFrom = {},
): StateValues {
  const before = entriesOf(oldView);
  return entriesOf(newView).reduce<StateValues>((state, entry) => {
    const same = before.some((old) => isSame(old, entry) && old.element.type === entry.element.type);
    const old = same ? valueAt(oldState, entry) : undefined;
    const kept = old === undefined ? undefined : entry.field.keep(entry.element, old[entry.field.slot]);
    return put(state, entry, kept === undefined ? entry.field.initial(entry.element, from) : kept);
  }, {});
}

/** What Slack's client says under a field instead of submitting, by block_id; an empty object means: submit. */
export function missingFields(view: FormSurface, state: StateValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    inputsOf(view).flatMap((entry) => {
      const value = valueAt(state, entry)?.[entry.field.slot];
      const isEmpty = entry.field.isEmpty(value);
      if (isEmpty) return entry.optional ? [] : [[entry.block_id, 'Please complete this required field.']];
      const { min_length: min } = entry.element;
      const isShort = typeof min === 'number' && typeof value === 'string' && value.length < min;
      return isShort ? [[entry.block_id, `Please enter at least ${min} characters.`]] : [];
    }),
  );
}

/** The input block with this label, whatever its capitals; if none has it whole, the first whose label begins so. */
export function findInput(view: FormSurface, label: string): FoundInput | undefined {
  const wanted = normalise(label);
  const inputs = inputsOf(view).map((entry) => ({ entry, label: labelOf(entry.block) }));
  const found =
    inputs.find((input) => input.label === wanted) ?? inputs.find((input) => input.label.startsWith(wanted));
  if (found === undefined || wanted === '') return undefined;
  const { block_id, action_id, element, optional } = found.entry;
  return { block_id, action_id, element, optional };
}

function entriesOf(view: FormSurface): readonly Entry[] {
  return elementsByBlock(view.blocks).flatMap((placed) =>
    placed.flatMap(({ block, element, pointer }) => {
      const field = FORM_FIELDS.get(element.type);
      if (field === undefined) return [];
      const { block_id } = block;
      const { action_id } = element;
      if (typeof block_id !== 'string' || typeof action_id !== 'string') {
        throw new Error(`The element at ${pointer} lacks its ids; Slack makes them up before anybody sees a form.`);
      }
      return [{ block, element, field, block_id, action_id, optional: block.optional === true }];
    }),
  );
}

function inputsOf(view: FormSurface): readonly Entry[] {
  return entriesOf(view).filter(({ block }) => block.type === 'input');
}

function put(state: StateValues, { block_id, action_id, element, field }: Entry, value: unknown): StateValues {
  const { type, timezone } = element;
  // A time picker tells its time zone along with the time (types: Timepicker).
  const zone = type === 'timepicker' && timezone !== undefined ? { timezone } : {};
  const filled: StateValue = { type: String(type), [field.slot]: value, ...zone };
  return { ...state, [block_id]: { ...state[block_id], [action_id]: filled } };
}

function valueAt(state: StateValues, { block_id, action_id }: Target): StateValue | undefined {
  return state[block_id]?.[action_id];
}

function isSame(one: Target, other: Target): boolean {
  return one.block_id === other.block_id && one.action_id === other.action_id;
}

function labelOf(block: JsonObject): string {
  return isJsonObject(block.label) ? normalise(String(block.label.text)) : '';
}

function normalise(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
