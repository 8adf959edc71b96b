import { z } from 'zod';
import { limits } from '../decision/limits.ts';
import type { PreparedProposal } from '../workflow/tools/prepare-form.ts';

/** The longest name or id of a channel (Slack: channel names have up to 80 characters). */
const longestChannel = 100;

const reasons = z.array(z.string().min(1).max(limits.argument)).max(limits.argumentsInDraft).optional();

/** What a program gives for a proposal, with the limits that the form has too. */
export const preparedForm = z.object({
  title: z.string().min(1).max(limits.title).describe('The question in a few words, such as “Which queue do we use?”'),
  context: z.string().min(1).max(limits.context).describe('What the problem is, in Markdown'),
  drivers: z
    .array(z.string().min(1).max(limits.driver))
    .max(limits.drivers)
    .optional()
    .describe('What the choice must satisfy, each in a line of plain text'),
  options: z
    .array(
      z.object({
        title: z.string().min(1).max(limits.optionTitle),
        description: z.string().max(limits.optionDescription).optional(),
        pros: reasons.describe('Good, because …'),
        cons: reasons.describe('Bad, because …'),
      }),
    )
    .max(limits.options.most)
    .optional()
    .describe(`The considered answers, ${limits.options.least} to ${limits.options.most}; your person can add some`),
  tags: z.array(z.string().min(1).max(limits.tag)).max(limits.tags).optional().describe('Such as “storage”'),
  affects: z
    .array(z.string().min(1).max(limits.pattern))
    .max(limits.patterns)
    .optional()
    .describe('The paths that the decision will govern, as glob patterns from the top of the repository: src/store/**'),
  revisitOn: z
    .string()
    .max(10)
    .optional()
    .describe('The day to look at it again, YYYY-MM-DD, if there is a reason for one'),
  revisitWhen: z.string().max(limits.revisitWhen).optional().describe('What would change the decision, in a line'),
  channel: z
    .string()
    .min(1)
    .max(longestChannel)
    .optional()
    .describe('The channel that decides, such as #architecture; without it, your person chooses one'),
});

/** The proposal that a program gave. */
export function readPrepared({
  title,
  context,
  drivers = [],
  options = [],
  tags = [],
  affects = [],
  revisitOn,
  revisitWhen = '',
  channel,
}: z.infer<typeof preparedForm>): PreparedProposal {
  return {
    ...{ title, context, channel },
    recall: { tags: tags.join('\n'), affects: affects.join('\n'), revisit: { on: revisitOn, when: revisitWhen } },
    drivers: drivers.map((driver) => driver.replaceAll(/\s+/g, ' ')).join('\n'),
    options: options.map(({ title: name, description = '', pros = [], cons = [] }) => ({
      ...{ title: name, description },
      arguments: [
        ...pros.map((text) => ({ kind: 'pro', text }) as const),
        ...cons.map((text) => ({ kind: 'con', text }) as const),
      ],
    })),
  };
}
