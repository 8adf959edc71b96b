import type { CustomRoute } from '@slack/bolt';

/** What has to be in reach for Gavel to do its work, each by name. */
export type Checks = Readonly<Record<string, () => Promise<boolean> | boolean>>;

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: everything it needs is in reach, 200 or 503, with each check by
 * name.
 */
export function healthRoutes(checks: Checks): CustomRoute[] {
  return [
    {
      path: '/healthz',
      method: 'GET',
      handler: (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"alive":true}');
      },
    },
    {
      path: '/readyz',
      method: 'GET',
      handler: async (_request, response) => {
        const results = await Promise.all(
          Object.entries(checks).map(
            async ([name, check]) => [name, await Promise.resolve(check()).catch(() => false)] as const,
          ),
        );
        const isReady = results.every(([, isFine]) => isFine);
        response
          .writeHead(isReady ? 200 : 503, { 'content-type': 'application/json' })
          .end(JSON.stringify({ ready: isReady, ...Object.fromEntries(results) }));
      },
    },
  ];
}
