import type { Refusal } from './refusal.ts';

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
  | 'channel'
  | 'repository'
  | 'deadline'
  | 'time zone'
  | 'text'
  | 'chosen'
  | 'justification'
  | 'consequences'
  | 'section'
  | 'tags'
  | 'affects'
  | 'revisit on'
  | 'revisit when'
  | 'objection'
  | 'draft'
  | 'file';

/**
 * An expected failure. `refusal` has the facts that a person is told in words; the message is its code, for the log.
 * `field` names the part of the form that it belongs to; `position` (from 0) the option or section, where several
 * fields share the name.
 */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
  readonly refusal: Refusal;
  readonly field: Field | undefined;
  readonly position: number | undefined;

  constructor(refusal: Refusal, at: { field?: Field; position?: number } = {}) {
    super(refusal.code);
    this.refusal = refusal;
    this.field = at.field;
    this.position = at.position;
  }
}
