/**
 * What exactly a value failed, as data: Slack shows `{type: 'enum', expected: [...], got}`
 * and we word every other constraint in the same three fields.
 */
interface Constraint {
  readonly type: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/**
 * One fault of a Block Kit payload, in the shape of Slack's own `blocks.validate`.
 * `pointer` is a JSON pointer from the root of the payload (`/blocks/3/text/text`); `field` names the
 * missing or surplus property of the object that `pointer` leads to.
 */
export interface Problem {
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly constraint?: Constraint;
  readonly field?: string;
}

/**
 * The closed list of codes. The last four are Slack's own error words, which a method answers as they are;
 * the first three make up `invalid_blocks`, `invalid_message`, `invalid_view` or `invalid_arguments`.
 */
type ProblemCode =
  | 'failed_constraint'
  | 'missing_field'
  | 'unknown_field'
  | 'no_text'
  | 'markdown_text_conflict'
  | 'msg_blocks_too_long'
  | 'view_too_large';

/** A value that is there, but is not what it has to be. */
export function failedConstraint(
  pointer: string,
  message: string,
  type: string,
  expected: unknown,
  got: unknown,
): Problem {
  return { pointer, code: 'failed_constraint', message, constraint: { type, expected, got } };
}

/** A required property that the object at `pointer` lacks. */
export function missingField(pointer: string, field: string): Problem {
  return { pointer, code: 'missing_field', message: `missing required field: ${field}`, field };
}

/** A property that the object at `pointer` may not have. */
export function unknownField(pointer: string, field: string): Problem {
  return { pointer, code: 'unknown_field', message: `invalid additional property: ${field}`, field };
}

/** Extends a JSON pointer by one step, with `~` and `/` escaped (RFC 6901). */
export function pointTo(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
