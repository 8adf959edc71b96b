import { randomBytes } from 'node:crypto';
import type { AppManifest } from './manifest.ts';
import type { ChannelSeed, PersonSeed, WorkspaceSeed } from './seed.ts';
import type { Channel, User, WorkspaceState } from './state.ts';

/**
 * Creates a workspace from its seed, with the app installed and new tokens. An app has one signing secret in all
 * workspaces.
 */
export function buildState(
  seed: WorkspaceSeed,
  app: AppManifest,
  now: Date,
  signingSecret = randomBytes(16).toString('hex'),
): WorkspaceState {
  const state: WorkspaceState = {
    version: 1,
    team: { id: seed.id ?? 'T0000000001', name: seed.name, domain: seed.domain },
    app: {
      id: 'A0000000001',
      botId: 'B0000000001',
      botUserId: 'U0000000001',
      botToken: `xoxb-local-${randomBytes(12).toString('hex')}`,
      appToken: `xapp-1-local-${randomBytes(12).toString('hex')}`,
      signingSecret,
      verificationToken: randomBytes(12).toString('hex'),
    },
    users: [],
    channels: [],
    groups: [],
    messages: [],
    ephemerals: [],
    modals: [],
    homes: [],
    flexpanes: {},
    details: [],
    composed: [],
    notices: [],
    files: [],
    emoji: {},
    lastTimestamp: 0,
    lastId: 1,
  };
  state.users.push(botUser(state.app.botUserId, app, now));
  for (const person of seed.people) state.users.push(makeUser(newId(state, 'U'), person, now));

  const ids = new Map<string, string>();
  for (const { isBot, displayName, id } of state.users) if (!isBot && !ids.has(displayName)) ids.set(displayName, id);
  const idOf = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new TypeError(`The workspace's seed mentions ${name}, who is not one of its people.`);
    return id;
  };
  for (const each of seed.channels) {
    const members = [...each.members.map(idOf), ...(each.hasBot ? [state.app.botUserId] : [])];
    state.channels.push(channel(newId(state, 'C'), each, members, now));
  }
  for (const { handle, name, members } of seed.groups) {
    state.groups.push({ id: newId(state, 'S'), handle, name, members: members.map(idOf) });
  }
  return state;
}

/** Returns a new id for this workspace, such as `C000000000A`. */
export function newId(state: WorkspaceState, prefix: string): string {
  state.lastId += 1;
  return `${prefix}${state.lastId.toString(36).toUpperCase().padStart(10, '0')}`;
}

/** Creates a person. `foreignTeam` is the workspace of somebody from another workspace. */
export function makeUser(id: string, person: PersonSeed, now: Date, foreignTeam?: string): User {
  const name = person.name.toLowerCase();
  return {
    id,
    name,
    displayName: person.name,
    email: `${name}@example.com`,
    title: person.title,
    timeZone: person.timeZone,
    ...(person.locale === undefined ? {} : { locale: checkLocale(person.locale) }),
    role: person.role,
    foreignTeam,
    isBot: false,
    isDeactivated: false,
    updated: seconds(now),
  };
}

function botUser(id: string, app: AppManifest, now: Date): User {
  return {
    id,
    name: app.botName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
    displayName: app.botName,
    email: '',
    title: '',
    timeZone: 'America/Los_Angeles',
    role: 'member',
    foreignTeam: undefined,
    isBot: true,
    isDeactivated: false,
    updated: seconds(now),
  };
}

function channel(id: string, seed: ChannelSeed, members: string[], now: Date): Channel {
  return {
    id,
    name: seed.name,
    kind: seed.isPrivate ? 'private' : 'public',
    topic: seed.topic,
    purpose: '',
    creator: members[0] ?? '',
    created: seconds(now),
    isArchived: false,
    members,
  };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** A locale as Slack has them (Slack: users.info, `include_locale`). Throws for anything else. */
export function checkLocale(locale: string): string {
  if (/^[a-z]{2,3}-[A-Z]{2}$/.test(locale)) return locale;
  throw new Error(`"${locale}" is no locale: use one such as "en-US" or "de-DE".`);
}
