import type { PushRefusal } from './push-refusal.ts';

/** In what git was asked for, and what it said: its own words or those of the forge, without secrets. */
interface AtPlace {
  /** The repository as people know it, without credentials. */
  readonly place: string;
  readonly said: string;
}

/** A repository as the file of GAVEL_CONFIG lists it, for the advice which setting to change. */
export interface Listed {
  readonly name: string;
  /** The environment variable that has its token, if the file names one. */
  readonly tokenVariable?: string;
  readonly folderSetting: 'folder' | 'folders';
}

/**
 * What can be wrong with the repository of ADRs, as facts. It is kept as JSON, and worded when somebody is told. It holds
 * no secret. `listed` is the repository in the file of GAVEL_CONFIG; without it, environment variables name the place.
 */
export type Trouble = TroubleFacts & { readonly listed?: Listed };

type TroubleFacts =
  | { readonly code: 'no git' }
  | { readonly code: 'git too old'; readonly found: string; readonly needed: string }
  | { [Code in TroubleAtPlace]: { readonly code: Code } & AtPlace }[TroubleAtPlace]
  | PushRefusal
  /** At `path`, a file is where a folder is to be, or the other way round. Earlier versions kept git's words instead. */
  | ({ readonly code: 'folder in the way'; readonly path?: string } & AtPlace)
  /** `command`: the one of git's that did not end in time; `said` is for how long then. */
  | ({ readonly code: 'unreachable'; readonly command?: string } & AtPlace)
  /** git can't sign with this key: the path of an ssh key, or the id of a key of gpg. */
  | ({ readonly code: 'cannot sign'; readonly key: string } & AtPlace)
  /** git failed in a way that nobody has foreseen. */
  | ({ readonly code: 'git failed'; readonly command: string } & AtPlace)
  /** `others` has not all of its ADRs: `lost` are missing there, and so many `more`. */
  | {
      readonly code: 'branch gone';
      readonly branch: string;
      readonly commit: string;
      readonly other: string;
      readonly lost: readonly string[];
      readonly more: number;
    }
  /**
   * A review branch can't be brought up to date with the followed one, `other`: both have changed these files, by their
   * paths, and so many `more`. Without any, the two have nothing in common.
   */
  | {
      readonly code: 'review conflict';
      readonly branch: string;
      readonly other: string;
      readonly files: readonly string[];
      readonly more: number;
    }
  /** There is no such branch, or without a name no default branch; `known` are some of those that there are. */
  | { readonly code: 'no branch'; readonly branch?: string; readonly known: readonly string[] }
  | { readonly code: 'folder occupied'; readonly place: string }
  /** The branch takes only signed commits, and nobody signs Gavel's, so that nothing was pushed. */
  | { readonly code: 'unsigned'; readonly branch: string; readonly place: string }
  | { readonly code: 'too many files'; readonly folder: string; readonly megabytes: number }
  | SettingTrouble
  /** The operator named no repository for the channel. */
  | { readonly code: 'no repository' }
  | { readonly code: 'nothing to commit' }
  | { readonly code: 'unusable file name'; readonly name: string }
  | { readonly code: 'unusable decision id'; readonly id: string }
  | ToldTrouble;

/** What a remote says no to. */
export type TroubleAtPlace =
  | 'protected branch'
  | 'refused by hook'
  | 'branch checked out'
  | 'unknown host key'
  | 'not authorized'
  | 'not found';

/** Settings that can't work. */
type SettingTrouble =
  | { readonly code: 'no address' }
  | { readonly code: 'unreadable address'; readonly protocol: string }
  | { readonly code: 'unknown protocol'; readonly protocol: string }
  | { readonly code: 'unencrypted'; readonly host: string }
  | { readonly code: 'unusable folder'; readonly folder: string };

/** A sentence of an earlier version, which is told as it was told then. */
interface ToldTrouble {
  readonly code: 'told before';
  readonly text: string;
}

/** Trouble of a code. */
export type TroubleOf<Code extends Trouble['code']> = Extract<Trouble, { readonly code: Code }>;
