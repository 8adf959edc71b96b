import type { Actor } from '../../workflow/ports/actor.ts';

/** What Slack says about who acted, and where (Slack: interaction payloads). */
interface Interaction {
  readonly user: { readonly id: string; readonly team_id?: string };
  /** In a modal, the person's own workspace, even if the app is not installed there (bolt-js#1614). */
  readonly team: { readonly id: string } | null;
  readonly view?: { readonly app_installed_team_id?: string | null };
}

/** Who acted, and in which workspace: the one where the app is installed, even for people from other organizations. */
export function actorOf({ user, team, view }: Interaction): Actor {
  return { teamId: view?.app_installed_team_id ?? team?.id ?? user.team_id ?? '', userId: user.id };
}
