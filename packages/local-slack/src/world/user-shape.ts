import type { JsonObject } from '@gavel/local-server/json.ts';
import { shownZone } from '../person/slack-date.ts';
import type { User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A user in Slack's JSON (Slack: user objects). The email address needs `users:read.email`. */
export function userShape(workspace: Workspace, user: User): JsonObject {
  const team = user.foreignTeam ?? workspace.state.team.id;
  const isGuest = user.role === 'guest';
  const profile = {
    title: user.title,
    real_name: user.displayName,
    real_name_normalized: user.displayName,
    display_name: user.displayName,
    display_name_normalized: user.displayName,
    ...statusOf(workspace, user),
    team,
    ...(user.isBot ? { bot_id: workspace.state.app.botId, api_app_id: workspace.state.app.id } : {}),
    ...(!user.isBot && user.foreignTeam === undefined && workspace.may('users:read.email')
      ? { email: user.email }
      : {}),
  };
  if (user.isDeactivated) {
    return {
      id: user.id,
      team_id: team,
      name: user.name,
      deleted: true,
      profile,
      is_bot: user.isBot,
      updated: user.updated,
    };
  }
  return {
    id: user.id,
    team_id: team,
    name: user.name,
    deleted: false,
    real_name: user.displayName,
    tz: user.timeZone || null,
    tz_label: user.timeZone || null,
    tz_offset: timeZoneOffset(shownZone(user.timeZone), workspace.clock.now()),
    profile,
    is_admin: user.role === 'admin',
    is_owner: false,
    is_primary_owner: false,
    is_restricted: isGuest,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    ...(user.foreignTeam === undefined ? {} : { is_stranger: !isKnown(workspace, user) }),
    updated: user.updated,
  };
}

/** Slack clears a status when its time is up (Slack: users.profile.set, `status_expiration`). */
function statusOf({ clock }: Workspace, { status }: User): JsonObject {
  const isUp = status !== undefined && status.expiresAt !== 0 && status.expiresAt * 1_000 <= clock.now().getTime();
  if (status === undefined || isUp) return { status_text: '', status_emoji: '', status_expiration: 0 };
  return { status_text: status.text, status_emoji: status.emoji, status_expiration: status.expiresAt };
}

/** Whether somebody shares a channel with the app (Slack: user objects, `is_stranger`). */
function isKnown(workspace: Workspace, user: User): boolean {
  return workspace.state.channels.some((channel) => channel.members.includes(user.id) && workspace.hasBot(channel));
}

/** How many seconds a time zone is ahead of UTC at a time. */
function timeZoneOffset(timeZone: string, now: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (match === null) return 0;
  const size = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -size : size;
}
