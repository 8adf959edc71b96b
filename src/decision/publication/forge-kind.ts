/** The kinds of forges whose API Gavel speaks. */
export type ForgeKind = 'github' | 'gitlab' | 'forgejo';
