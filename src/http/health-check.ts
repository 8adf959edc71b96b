/**
 * The health check of the image. Exits with 0 if the Gavel on this machine answers within four seconds, or else with 1.
 */
async function checkHealth(): Promise<void> {
  const port = process.env.PORT?.trim() || '3000';
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) });
  if (!answer.ok) throw new Error(`Gavel answered its health check with ${answer.status}.`);
}

checkHealth().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
