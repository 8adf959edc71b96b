import type { PersonKind } from '../decision/person.ts';

/** What somebody may do because of their role in the workspace. */
interface Rights {
  /** Sees everything in their channels, and takes part there: argues, objects, votes, proposes. */
  readonly takesPart: boolean;
  /** Sees everything in public channels without being a member, as in Slack. */
  readonly seesPublicChannels: boolean;
  /** Can use Gavel's commands, which show the content of the repository: ADRs, their style, doubts about them. */
  readonly usesCommands: boolean;
  /** Can let programs read what they see themselves. */
  readonly usesTools: boolean;
  /** Can set the rules and the digest of their channels, and start an import of the repository. */
  readonly setsThingsUp: boolean;
}

const nothing: Rights = {
  ...{ takesPart: false, seesPublicChannels: false, usesCommands: false, usesTools: false, setsThingsUp: false },
};

const rights: Readonly<Record<PersonKind, Rights>> = {
  member: { takesPart: true, seesPublicChannels: true, usesCommands: true, usesTools: true, setsThingsUp: true },
  guest: { ...nothing, takesPart: true, usesCommands: true },
  outsider: { ...nothing, takesPart: true },
  bot: nothing,
  deactivated: nothing,
};

/** A person who looks or acts, with their current role in Slack. An unknown person counts as an outsider. */
export interface Viewer {
  readonly kind: PersonKind | undefined;
}

/** The current state of a channel in Slack. */
export interface ChannelPrivacy {
  readonly isPrivate: boolean;
}

function rightsOf({ kind = 'outsider' }: Viewer): Rights {
  return rights[kind];
}

/** Whether somebody sees a channel without being a member. */
export function seesFromOutside(viewer: Viewer, { isPrivate }: ChannelPrivacy): boolean {
  return !isPrivate && rightsOf(viewer).seesPublicChannels;
}

/** Whether somebody sees the proposals, arguments and votes in a channel. People who see them may take part. */
export function maySee(viewer: Viewer, channel: ChannelPrivacy, isIn: boolean): boolean {
  return rightsOf(viewer).takesPart && (isIn || seesFromOutside(viewer, channel));
}

/** Whether somebody can use Gavel's commands, which show the content of the repository. */
export function mayUseCommands(viewer: Viewer): boolean {
  return rightsOf(viewer).usesCommands;
}

/** Whether somebody can let programs read what they see themselves. */
export function mayUseTools(viewer: Viewer): boolean {
  return rightsOf(viewer).usesTools;
}

/** Whether somebody can start and stop an import of the repository. */
export function mayRunImport(viewer: Viewer): boolean {
  return rightsOf(viewer).setsThingsUp;
}

/** Whether somebody can set the rules of a channel and how often it gets a digest. */
export function maySetUp(viewer: Viewer, isIn: boolean): boolean {
  return isIn && rightsOf(viewer).setsThingsUp;
}

/** The decisions that a message in a channel may mention, because everybody there reads it. */
type Audience = 'own decisions' | 'own decisions and the repository' | 'all that is public';

/** The members of a channel decide what is shown there: guests see few other channels, and outsiders see none. */
export function audienceOf(isShared: boolean, areAllMembers: boolean): Audience {
  if (isShared) return 'own decisions';
  return areAllMembers ? 'all that is public' : 'own decisions and the repository';
}
