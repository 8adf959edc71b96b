import { isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { elementsByBlock } from '../element-places.ts';
import { FORM_FIELDS, type FormField, type OpenedFrom } from './form-fields.ts';
import { isNothing } from './read-result.ts';

/**
 * The value of one element as in `view.state.values`: the element's type, and a property that depends on the type, such
 * as `{type: 'static_select', selected_option: null}` (Slack: view_submission payload).
 */
interface StateValue extends JsonObject {
  readonly type: string;
}

/** The values of all elements of a surface, by block_id and action_id (Slack: `view.state.values`). */
export type StateValues = Readonly<Record<string, Readonly<Record<string, StateValue>>>>;

/** A modal, home tab or message that people fill in. Its blocks are valid and have all their ids. */
export interface FormSurface {
  readonly blocks: readonly unknown[];
}

/** The two ids that identify an element on its surface. */
export interface Target {
  readonly block_id: string;
  readonly action_id: string;
}

/** A field of a form, found by its label. */
export interface FoundInput extends Target {
  readonly element: JsonObject;
  readonly optional: boolean;
}

interface PlacedField extends FoundInput {
  readonly block: JsonObject;
  readonly kind: FormField;
}

/** The values of a form before anybody fills it in: the app's initial values, or else Slack's empty values. */
export function initialState(view: FormSurface, from: OpenedFrom = {}): StateValues {
  return fieldsIn(view).reduce<StateValues>(
    (state, field) => withValue(state, field, field.kind.initial(field.element, from)),
    {},
  );
}

/**
 * Fills in one element with what a person typed or selected: text, the text or value of an option, the ids of people
 * and conversations, dates and times as YYYY-MM-DD, HH:mm, Unix seconds or ISO 8601, or a `rich_text` block or plain
 * text for rich text. Null clears the element. Returns a problem for a value that Slack's client would not accept.
 */
export function setValue(
  view: FormSurface,
  state: StateValues,
  target: Target,
  typed: unknown,
): { readonly state: StateValues } | { readonly problem: string } {
  const field = fieldsIn(view).find((candidate) => isSame(candidate, target));
  if (field === undefined) {
    return { problem: `There is no field with block_id "${target.block_id}" and action_id "${target.action_id}".` };
  }
  const reading = isNothing(typed) ? { value: field.kind.empty } : field.kind.read(field.element, typed);
  return 'problem' in reading ? reading : { state: withValue(state, field, reading.value) };
}

/**
 * The values of a form after `views.update`. A value stays if its block_id, action_id and type of element stay, and if
 * its options still exist. All other elements get their initial values (Slack: updating views).
 */
export function keepValues(
  oldView: FormSurface,
  oldState: StateValues,
  newView: FormSurface,
  from: OpenedFrom = {},
): StateValues {
  const before = fieldsIn(oldView);
  return fieldsIn(newView).reduce<StateValues>((state, field) => {
    const same = before.some((old) => isSame(old, field) && old.element.type === field.element.type);
    const old = same ? valueAt(oldState, field) : undefined;
    const kept = old === undefined ? undefined : field.kind.keep(field.element, old[field.kind.slot]);
    return withValue(state, field, kept === undefined ? field.kind.initial(field.element, from) : kept);
  }, {});
}

/** The errors that Slack's client shows under fields instead of submitting, by block_id. Empty if there are none. */
export function missingFields(view: FormSurface, state: StateValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    inputsIn(view).flatMap((field) => {
      const value = valueAt(state, field)?.[field.kind.slot];
      const isEmpty = field.kind.isEmpty(value);
      if (isEmpty) return field.optional ? [] : [[field.block_id, 'Please complete this required field.']];
      const { min_length: min } = field.element;
      const isShort = typeof min === 'number' && typeof value === 'string' && value.length < min;
      return isShort ? [[field.block_id, `Please enter at least ${min} characters.`]] : [];
    }),
  );
}

/** Finds an input by its label, ignoring case, or else the first input whose label starts with it. */
export function findInput(view: FormSurface, label: string): FoundInput | undefined {
  const wanted = normalize(label);
  const inputs = inputsIn(view).map((field) => ({ field, label: labelOf(field.block) }));
  const found =
    inputs.find((input) => input.label === wanted) ?? inputs.find((input) => input.label.startsWith(wanted));
  if (found === undefined || wanted === '') return undefined;
  const { block_id, action_id, element, optional } = found.field;
  return { block_id, action_id, element, optional };
}

function fieldsIn(view: FormSurface): readonly PlacedField[] {
  return elementsByBlock(view.blocks).flatMap((placed) =>
    placed.flatMap(({ block, element, pointer }) => {
      const kind = FORM_FIELDS.get(element.type);
      if (kind === undefined) return [];
      const { block_id } = block;
      const { action_id } = element;
      if (typeof block_id !== 'string' || typeof action_id !== 'string') {
        throw new Error(`The element at ${pointer} has no ids. Slack adds them before anybody sees a form.`);
      }
      return [{ block, element, kind, block_id, action_id, optional: block.optional === true }];
    }),
  );
}

function inputsIn(view: FormSurface): readonly PlacedField[] {
  return fieldsIn(view).filter(({ block }) => block.type === 'input');
}

function withValue(
  state: StateValues,
  { block_id, action_id, element, kind }: PlacedField,
  value: unknown,
): StateValues {
  const { type, timezone } = element;
  // A time picker includes its time zone (types: Timepicker).
  const zone = type === 'timepicker' && timezone !== undefined ? { timezone } : {};
  const filled: StateValue = { type: String(type), [kind.slot]: value, ...zone };
  return { ...state, [block_id]: { ...state[block_id], [action_id]: filled } };
}

function valueAt(state: StateValues, { block_id, action_id }: Target): StateValue | undefined {
  return state[block_id]?.[action_id];
}

function isSame(one: Target, other: Target): boolean {
  return one.block_id === other.block_id && one.action_id === other.action_id;
}

function labelOf(block: JsonObject): string {
  return isObject(block.label) ? normalize(String(block.label.text)) : '';
}

function normalize(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
