import type { PushRefusal } from './push-refusal.ts';
import type { Listed, Trouble } from './trouble.ts';

/**
 * What is wrong with a forge's API, as facts for people. It is kept as JSON, and holds no secret. `listed` is the
 * repository in the file of GAVEL_CONFIG; without it, environment variables have its settings.
 */
export type ForgeTrouble = ForgeTroubleFacts & { readonly listed?: Listed };

type ForgeTroubleFacts =
  /** No answer, a failure of the server, or a limit on requests. */
  | { readonly code: 'forge unreachable'; readonly place: string; readonly said: string }
  /** The token, or the App's key, is wrong, revoked or expired. `key`: what the forge did not accept. */
  | { readonly code: 'forge key refused'; readonly place: string; readonly key: 'token' | 'app'; readonly said: string }
  /** The App is not installed on the repository; `url`: where to install it. */
  | { readonly code: 'app not installed'; readonly place: string; readonly url: string | undefined }
  /** `permission`: as the forge calls it, such as `pull_requests: write`. */
  | { readonly code: 'permission missing'; readonly place: string; readonly permission: string }
  | { readonly code: 'repository unknown'; readonly place: string }
  | PushRefusal
  /** The forge said no to something that nobody has foreseen. */
  | { readonly code: 'forge refused'; readonly place: string; readonly doing: string; readonly said: string };

/** What can keep an ADR from reaching its branch: trouble with git, or with the forge's API. */
export type PublicationTrouble = Trouble | ForgeTrouble;
