import type { Limit } from '../block-kit/schema/limits.ts';

/** All limits of Work Objects that the local Slack enforces. "Slack: x" is the page on docs.slack.dev. */
export const objectLimits = {
  entities: { min: 1, source: 'Slack refuses empty lists' },
  entityBytes: { max: 3400, source: 'undocumented; apps in production keep the entities of one message below it' },
  title: { min: 1, max: 512, source: 'undocumented; apps in production keep titles below it' },
  fieldText: { min: 1, max: 3000, source: 'Slack: Work Objects, the longest text that can be edited' },
  label: { min: 1, max: 2000, source: 'Slack: input block; a field is one where it can be edited' },
  key: { min: 1, max: 255, source: 'Slack: block_id; the key of a field is one where it can be edited' },
  reference: { min: 1, max: 255, source: 'undocumented; as the ids of views' },
  primaryActions: { min: 1, max: 2, source: 'Slack: Work Objects, actions' },
  overflowActions: { min: 1, max: 5, source: 'Slack: Work Objects, actions' },
  actionText: { min: 1, max: 75, source: 'Slack: button' },
  seconds: { min: 1, max: 9_999_999_999, source: 'Slack: Work Objects, Unix seconds' },
  commentBlocks: { min: 1, max: 1, source: 'Slack: comments in Work Objects' },
  replyUsers: { min: 0, max: 2, source: 'Slack: comments in Work Objects' },
  editedText: { min: 0, max: 3000, source: 'Slack: Work Objects, editing' },
} as const satisfies Readonly<Record<string, Limit>>;
