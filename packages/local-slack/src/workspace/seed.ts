/** A person of a workspace that is to be created. */
export interface PersonSeed {
  /** A first name. The handle is the same name in lower case. */
  readonly name: string;
  readonly title: string;
  /** An IANA time zone. */
  readonly timeZone: string;
  /** The language and country that they have Slack in, such as “de-DE”; “en-US” unless told otherwise. */
  readonly locale?: string;
  readonly role: 'admin' | 'member' | 'guest';
}

/** A channel of a workspace that is to be created. */
export interface ChannelSeed {
  readonly name: string;
  readonly isPrivate: boolean;
  readonly topic: string;
  /** The names of people. */
  readonly members: readonly string[];
  /** Whether the app's bot is a member from the start. */
  readonly hasBot: boolean;
}

/** The initial content of a workspace. */
export interface WorkspaceSeed {
  /** Slack's id of the workspace. Defaults to the same id for every local workspace. */
  readonly id?: string;
  readonly name: string;
  readonly domain: string;
  readonly people: readonly PersonSeed[];
  readonly channels: readonly ChannelSeed[];
  readonly groups: readonly { readonly handle: string; readonly name: string; readonly members: readonly string[] }[];
}

const everyone = ['Alice', 'Ben', 'Chloe', 'Dev', 'Emi', 'Gus'];

/**
 * Six people with different roles and time zones. Gus is a guest who sees only #architecture. Emi is not in
 * #architecture. The bot is not in #random.
 */
export const defaultWorkspace: WorkspaceSeed = {
  name: 'Local workspace',
  domain: 'local-workspace',
  people: [
    { name: 'Alice', title: 'Lead architect', timeZone: 'Europe/Berlin', role: 'admin' },
    { name: 'Ben', title: 'Backend engineer', timeZone: 'America/New_York', role: 'member' },
    { name: 'Chloe', title: 'Security engineer', timeZone: 'Europe/London', role: 'member' },
    { name: 'Dev', title: 'Platform engineer', timeZone: 'Asia/Kolkata', role: 'member' },
    { name: 'Emi', title: 'Designer', timeZone: 'Asia/Tokyo', role: 'member' },
    { name: 'Gus', title: 'Contractor', timeZone: 'America/Los_Angeles', role: 'guest' },
  ],
  channels: [
    {
      name: 'general',
      isPrivate: false,
      topic: 'Everything for everyone',
      members: everyone.filter((name) => name !== 'Gus'),
      hasBot: true,
    },
    {
      name: 'architecture',
      isPrivate: false,
      topic: 'How we build it, and why',
      members: everyone.filter((name) => name !== 'Emi'),
      hasBot: true,
    },
    {
      name: 'random',
      isPrivate: false,
      topic: 'Anything else',
      members: everyone.filter((name) => name !== 'Gus'),
      hasBot: false,
    },
    {
      name: 'security',
      isPrivate: true,
      topic: 'Not for everyone',
      members: ['Alice', 'Chloe', 'Dev'],
      hasBot: true,
    },
  ],
  groups: [
    { handle: 'architects', name: 'Architects', members: ['Alice', 'Ben', 'Chloe'] },
    { handle: 'platform', name: 'Platform', members: ['Dev', 'Gus'] },
  ],
};
