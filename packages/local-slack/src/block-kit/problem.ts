/**
 * The constraint that a value violates. Slack documents `{type: 'enum', expected: [...], got}`; others look the same.
 */
interface Constraint {
  readonly type: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/**
 * A problem in a Block Kit payload, as reported by Slack's `blocks.validate`. `pointer` is a JSON pointer from the root
 * of the payload (`/blocks/3/text/text`). `field` is the missing or unknown property of the object at `pointer`.
 */
export interface Problem {
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly constraint?: Constraint;
  readonly field?: string;
}

/**
 * All codes of problems. The last four are Slack's error codes, which methods return unchanged. The first three lead to
 * `invalid_blocks`, `invalid_message`, `invalid_view` or `invalid_arguments`.
 */
type ProblemCode =
  | 'failed_constraint'
  | 'missing_field'
  | 'unknown_field'
  | 'no_text'
  | 'markdown_text_conflict'
  | 'msg_blocks_too_long'
  | 'view_too_large';

/** The problem of a value that violates a constraint. */
export function failedConstraint(
  pointer: string,
  message: string,
  type: string,
  expected: unknown,
  got: unknown,
): Problem {
  return { pointer, code: 'failed_constraint', message, constraint: { type, expected, got } };
}

/** The problem of an object without a required property. */
export function missingField(pointer: string, field: string): Problem {
  return { pointer, code: 'missing_field', message: `missing required field: ${field}`, field };
}

/** The problem of an object with a property that it may not have. */
export function unknownField(pointer: string, field: string): Problem {
  return { pointer, code: 'unknown_field', message: `invalid additional property: ${field}`, field };
}

/** Extends a JSON pointer by one step, with `~` and `/` escaped (RFC 6901). */
export function pointTo(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
