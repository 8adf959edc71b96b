import type { PersonKind } from '../decision/person.ts';

/** What somebody may do by what they are to the workspace. */
interface Rights {
  /** Sees what is in the channels that they are in, and takes part there: argues, objects, votes, proposes. */
  readonly takesPart: boolean;
  /** Sees what is in a public channel without being in it, as in Slack. */
  readonly seesPublicChannels: boolean;
  /** Has Gavel's commands, and is shown by them what is in the repository: ADRs, their style, what is doubtful in them. */
  readonly usesCommands: boolean;
  /** Sets the rules and the digest of a channel that they are in, and has the repository read. */
  readonly setsThingsUp: boolean;
}

const nothing: Rights = { takesPart: false, seesPublicChannels: false, usesCommands: false, setsThingsUp: false };

const rights: Readonly<Record<PersonKind, Rights>> = {
  member: { takesPart: true, seesPublicChannels: true, usesCommands: true, setsThingsUp: true },
  guest: { ...nothing, takesPart: true, usesCommands: true },
  outsider: { ...nothing, takesPart: true },
  bot: nothing,
  deactivated: nothing,
};

/** Somebody who looks or acts, as Slack has them now. Who is undefined there is treated as an outsider. */
export interface Viewer {
  readonly kind: PersonKind | undefined;
}

/** A channel as Slack has it now. */
export interface Place {
  readonly isPrivate: boolean;
}

function rightsOf({ kind = 'outsider' }: Viewer): Rights {
  return rights[kind];
}

/** Whether somebody sees what is in a channel without being in it. */
export function seesFromOutside(viewer: Viewer, { isPrivate }: Place): boolean {
  return !isPrivate && rightsOf(viewer).seesPublicChannels;
}

/** Whether somebody sees what is in a channel: what was proposed, argued and voted there. Who sees it may take part. */
export function maySee(viewer: Viewer, channel: Place, isIn: boolean): boolean {
  return rightsOf(viewer).takesPart && (isIn || seesFromOutside(viewer, channel));
}

/** Whether somebody has Gavel's commands, which show what is in the repository to everybody who has them. */
export function mayUseCommands(viewer: Viewer): boolean {
  return rightsOf(viewer).usesCommands;
}

/** Whether somebody has the repository read, and stops that. */
export function mayRunImport(viewer: Viewer): boolean {
  return rightsOf(viewer).setsThingsUp;
}

/** Whether somebody sets how votes in a channel decide, and how often it gets a digest. */
export function maySetUp(viewer: Viewer, isIn: boolean): boolean {
  return isIn && rightsOf(viewer).setsThingsUp;
}

/** Which decisions a message in a channel may name: everybody there reads it. */
type Audience = 'own decisions' | 'own decisions and the repository' | 'all that is public';

/** Whom a channel is read by decides what it is told of: guests see few other channels, outsiders none of ours. */
export function audienceOf(isShared: boolean, areAllMembers: boolean): Audience {
  if (isShared) return 'own decisions';
  return areAllMembers ? 'all that is public' : 'own decisions and the repository';
}
