import type { Actor } from '../../workflow/ports/actor.ts';

/** What Slack says of who acted, and where (Slack: interaction payloads). */
interface Interaction {
  readonly user: { readonly id: string; readonly team_id?: string };
  /** In a modal, the person's own workspace, also where the app is not installed there (bolt-js#1614). */
  readonly team: { readonly id: string } | null;
  readonly view?: { readonly app_installed_team_id?: string | null };
}

/** Who acted, and in which workspace: the one in which the app is installed, also for people of other organizations. */
export function actorOf({ user, team, view }: Interaction): Actor {
  return { teamId: view?.app_installed_team_id ?? team?.id ?? user.team_id ?? '', userId: user.id };
}
