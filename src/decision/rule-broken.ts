/** The parts of a form that an expected failure can point at; the modals show it under that field. */
export type Field =
  | 'title'
  | 'context'
  | 'drivers'
  | 'options'
  | 'option'
  | 'deciders'
  | 'groups'
  | 'rule'
  | 'deadline'
  | 'text'
  | 'chosen'
  | 'justification'
  | 'consequences'
  | 'section'
  | 'objection'
  | 'draft'
  | 'file';

/**
 * An expected failure, worded for the reader: what was wrong, what is allowed, what to do. `field` names the part of
 * the form that it belongs to; `position` (from 0) the option or section, where several fields share the name.
 */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
  readonly field: Field | undefined;
  readonly position: number | undefined;

  constructor(message: string, at: { field?: Field; position?: number } = {}) {
    super(message);
    this.field = at.field;
    this.position = at.position;
  }
}
