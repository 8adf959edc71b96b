import type { App, Installation, Repository } from './state.ts';
import { ownerOf } from './world.ts';

/** The installation through which an App may use a repository; undefined if there is none, or if it is suspended. */
export function installationOn(app: App, repository: Repository): Installation | undefined {
  return app.installations.find(
    (each) => each.login === ownerOf(repository) && covers(each, repository) && !each.isSuspended,
  );
}

/** Whether an installation includes a repository. */
export function covers(installation: Installation, { id }: Repository): boolean {
  return installation.repositories === undefined || installation.repositories.includes(id);
}
