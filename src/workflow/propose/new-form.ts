import { randomUUID } from 'node:crypto';
import type { OptionRow, ProposalInput } from '../ports/proposal-input.ts';

/** A row for a new option, empty or with a title. */
export function newOption(title = ''): OptionRow {
  return { key: randomUUID().slice(0, 8), title, description: '', arguments: [] };
}

/** The form before anybody has typed. */
export function emptyForm(suggestedTitle: string, closesAt: Date, ruleId?: string): ProposalInput {
  return {
    title: suggestedTitle,
    context: '',
    drivers: '',
    options: [newOption(), newOption()],
    sections: [],
    draft: undefined,
    remarks: [],
    bond: undefined,
    deciders: [],
    ruleId,
    closesAt: closesAt.toISOString(),
    opensVotingNow: true,
  };
}
