/** Why a repository takes nothing from Gavel, as git or its forge's API says. */
export type PushRefusal =
  | { readonly code: 'repository archived'; readonly place: string }
  /** A rule demands what Gavel can't give; `rule`: its name at the forge, or what it says. */
  | { readonly code: 'rule in the way'; readonly place: string; readonly rule: string; readonly said: string }
  /** The branch for the review is taken by somebody else's work. */
  | { readonly code: 'review branch taken'; readonly place: string; readonly branch: string };
