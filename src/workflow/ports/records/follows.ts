/** The tags that channels and people follow. `followerId`: the id of a channel or of a person. */
export interface FollowRecords {
  /** False if they follow it already. */
  follow(
    teamId: string,
    followerId: string,
    tag: string,
    how: { readonly by: string; readonly at: Date },
  ): Promise<boolean>;
  /** False if they did not follow it. */
  unfollow(teamId: string, followerId: string, tag: string): Promise<boolean>;
  /** The tags that they follow, in order. */
  findTags(teamId: string, followerId: string): Promise<string[]>;
  /** The channels and people that follow one of these tags, in order. */
  findFollowers(teamId: string, tags: readonly string[]): Promise<string[]>;
}
