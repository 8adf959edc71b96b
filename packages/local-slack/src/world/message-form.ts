import type { JsonObject } from '@gavel/local-server/json.ts';
import { initialState, keepValues, type StateValues } from '../block-kit/form/form.ts';
import type { FilledMessage } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A message with fields. */
interface Form {
  readonly channel: string;
  readonly ts: string;
  readonly blocks: readonly JsonObject[];
}

/** What somebody has entered in the fields of a message so far, or else the app's initial values. */
export function messageValues(workspace: Workspace, userId: string, form: Form): StateValues {
  const before = workspace.state.filled?.find((each) => isOf(each, userId, form));
  return before === undefined ? initialState(form) : keepValues(before, before.values, form);
}

/** Keeps what somebody has entered in the fields of a message. */
export function keepMessageValues(workspace: Workspace, userId: string, form: Form, values: StateValues): void {
  const { channel, ts, blocks } = form;
  const others = (workspace.state.filled ?? []).filter((each) => !isOf(each, userId, form));
  workspace.state.filled = [...others, { userId, channel, ts, blocks, values }];
  workspace.changes.announce();
}

function isOf(filled: FilledMessage, userId: string, { channel, ts }: Form): boolean {
  return filled.userId === userId && filled.channel === channel && filled.ts === ts;
}
