import type { Workspace } from '../workspace/workspace.ts';

/** Replaces names such as `Ben` or `#general` by ids in menus of people or channels. Other values stay the same. */
export function resolveNames(workspace: Workspace, elementType: string, value: unknown): unknown {
  if (!/(users|channels|conversations)_select$/.test(elementType)) return value;
  return Array.isArray(value) ? value.map((item) => resolveName(workspace, item)) : resolveName(workspace, value);
}

function resolveName(workspace: Workspace, name: unknown): unknown {
  if (typeof name !== 'string') return name;
  const { users, channels } = workspace.state;
  const user = users.find((each) => each.displayName === name.replace(/^@/, ''));
  const channel = channels.find((each) => each.kind !== 'im' && each.name === name.replace(/^#/, ''));
  return user?.id ?? channel?.id ?? name;
}
