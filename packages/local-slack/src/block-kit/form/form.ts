import { elementsByBlock } from '../element-places.ts';
import { isJsonObject, type JsonObject } from '../json-object.ts';
import { FORM_FIELDS, type FormField, type OpenedFrom } from './form-fields.ts';
import { isNothing } from './read-result.ts';

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

interface PlacedField extends FoundInput {
  readonly block: JsonObject;
  readonly kind: FormField;
}

/** What a form holds before anybody has touched it: the initial values that the app gave, else Slack's empty ones. */
export function initialState(view: FormSurface, from: OpenedFrom = {}): StateValues {
  return fieldsIn(view).reduce<StateValues>(
    (state, field) => withValue(state, field, field.kind.initial(field.element, from)),
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
  const field = fieldsIn(view).find((candidate) => isSame(candidate, target));
  if (field === undefined) {
    return { problem: `Nothing can be filled in at block_id "${target.block_id}", action_id "${target.action_id}".` };
  }
  const reading = isNothing(typed) ? { value: field.kind.empty } : field.kind.read(field.element, typed);
  return 'problem' in reading ? reading : { state: withValue(state, field, reading.value) };
}

/**
 * What a form holds after `views.update`: a value survives where block_id, action_id and the kind of element are as
 * before (and its options are still there); everything else starts from its initial value (Slack: updating views).
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

/** What Slack's client says under a field instead of submitting, by block_id; an empty object means: submit. */
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

/** The input block with this label, whatever its capitals; if none has it whole, the first whose label begins so. */
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
        throw new Error(`The element at ${pointer} lacks its ids; Slack makes them up before anybody sees a form.`);
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
  // A time picker tells its time zone along with the time (types: Timepicker).
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
  return isJsonObject(block.label) ? normalize(String(block.label.text)) : '';
}

function normalize(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
