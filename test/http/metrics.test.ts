import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { openMetrics } from '../../src/http/metrics.ts';

/** The lines of figures, as Prometheus would read them. */
async function scrape({ routes }: ReturnType<typeof openMetrics>): Promise<string[]> {
  const [route] = routes;
  await using server = createServer((request, response) => route?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}${route?.path}`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

it('reports each figure starting from zero', async () => {
  expect(await scrape(openMetrics())).toEqual([
    'gavel_votes_received_total 0',
    'gavel_ballot_corrections_total{correction="added"} 0',
    'gavel_ballot_corrections_total{correction="removed"} 0',
    'gavel_card_changes_total 0',
    'gavel_publications_total{result="published"} 0',
    'gavel_publications_total{result="failed"} 0',
    'gavel_jobs_failed_total 0',
    'gavel_jobs_given_up_total 0',
    'gavel_slack_refusals_total 0',
    'gavel_webhook_refusals_total 0',
    'gavel_socket_gaps_total 0',
  ]);
});

it('adds up counts, separately for each Gavel', async () => {
  const [metrics, other] = [openMetrics(), openMetrics()];
  metrics.count('ballot removed', 2);
  metrics.count('ballot removed');
  metrics.count('job failed');
  other.count('ballot removed');
  const lines = await scrape(metrics);
  expect(lines).toContain('gavel_ballot_corrections_total{correction="removed"} 3');
  expect(lines).toContain('gavel_ballot_corrections_total{correction="added"} 0');
  expect(lines).toContain('gavel_jobs_failed_total 1');
});
