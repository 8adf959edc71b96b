import type { App, Check, Repository } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { appShape } from './app-shape.ts';
import { type Addresses, nodeId, type Schemas, stamp, stampOrNull } from './context.ts';

/** A check run of an App. */
export function checkShape(
  world: World,
  addresses: Addresses,
  repository: Repository,
  app: App,
  check: Check,
): Schemas['check-run'] {
  const { id, sha, name, at, run } = check;
  const url = `${addresses.api}/repos/${repository.path}/check-runs/${id}`;
  const page = `${addresses.web}/${repository.path}/runs/${id}`;
  const conclusion = run?.conclusion as Schemas['check-run']['conclusion'] | undefined;
  return {
    id,
    head_sha: sha,
    node_id: nodeId('CR', id),
    external_id: '',
    url,
    html_url: page,
    details_url: run?.detailsUrl ?? page,
    status: run?.status ?? 'completed',
    conclusion: conclusion ?? null,
    started_at: stamp(run?.startedAt ?? at),
    completed_at: stampOrNull(run?.status === 'completed' ? at : undefined),
    output: {
      title: run?.output?.title ?? null,
      summary: run?.output?.summary ?? null,
      text: run?.output?.text ?? null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    name,
    check_suite: { id },
    app: appShape(world, addresses, app),
    pull_requests: [],
  };
}
