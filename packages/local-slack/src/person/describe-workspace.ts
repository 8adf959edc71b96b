import type { Workspace } from '../workspace/workspace.ts';
import { displayName } from './seen.ts';

/**
 * Describes the latest messages, the open modals, the end of the wire log and what the app last reported, for the
 * message of a failed test.
 */
export function describeWorkspace(workspace: Workspace, reported: readonly string[]): string {
  const { channels, messages, modals, notices } = workspace.state;
  const latest = channels.flatMap(({ id, name }) => {
    const message = messages.findLast((each) => each.channel === id);
    return message === undefined ? [] : [`  #${name} ${displayName(workspace, message.user)}: ${message.text}`];
  });
  const open = modals.map(({ userId, view }) => `  ${displayName(workspace, userId)}: ${JSON.stringify(view.title)}`);
  const wire = workspace.wire
    .entries()
    .map(({ at, kind, name, status }) => `  ${at} ${kind} ${name}: ${status ?? 'in progress'}`);
  return [
    'Latest messages:',
    ...latest,
    'Open modals:',
    ...open,
    'Notices:',
    ...notices.slice(-3).map(({ text }) => `  ${text}`),
    'Wire:',
    ...wire.slice(-20),
    ...(reported.length > 0 ? ['The app reported:', ...reported.map((line) => `  ${line}`)] : []),
  ].join('\n');
}
