import type { AdrDocument } from '@gavel/adr/read/document.ts';
import { meaningOfStatus } from '@gavel/adr/read/metadata/status.ts';

/** What an ADR says, whatever its language is. */
export function factsOf({ headingNumber, title, statuses, date, roles, ...said }: AdrDocument) {
  return {
    number: headingNumber?.value,
    title: title?.value,
    statuses: statuses.map(({ value }) => meaningOfStatus(value.word)),
    date: date?.value,
    deciders: roles.deciders?.value,
    options: said.options.map(({ title: name, points, isChosen }) => ({
      name,
      isChosen,
      points: points.map(({ kind, text }) => `${kind} ${text}`),
    })),
    chosen: said.outcome?.value.chosen,
    reason: said.outcome?.value.reason,
    consequences: said.consequences.map(({ kind, text }) => `${kind} ${text}`),
  };
}
