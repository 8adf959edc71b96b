import type { Workspace } from '../workspace/workspace.ts';

/** Encodes typed text as Slack does: escapes `&`, `<`, `>`, and turns `@Name` and `#channel` into references. */
export function encodeTypedText(workspace: Workspace, text: string): string {
  const { users, channels, groups } = workspace.state;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/(?<!\S)@([\w-]+)/g, (typed, name: string) => {
      if (['here', 'channel', 'everyone'].includes(name)) return `<!${name}>`;
      const user = users.find((each) => each.displayName === name);
      const group = groups.find((each) => each.handle === name);
      if (user !== undefined) return `<@${user.id}>`;
      return group === undefined ? typed : `<!subteam^${group.id}>`;
    })
    .replaceAll(/(?<!\S)#([\w-]+)/g, (typed, name: string) => {
      const channel = channels.find((each) => each.kind === 'public' && each.name === name);
      return channel === undefined ? typed : `<#${channel.id}|${name}>`;
    });
}
