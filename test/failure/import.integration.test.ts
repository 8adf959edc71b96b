import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { makeFolder, pushFiles } from '../archive/workshop.ts';
import { query } from '../jobs/workshop.ts';
import { freshDatabase } from '../support/postgres.ts';
import { startProcess } from './real-process.ts';
import { channel, patience } from './scene.ts';

const count = 2_000;

const adrs = () =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `docs/decisions/${String(index + 1).padStart(4, '0')}-choose.md`,
      `# ${index + 1}. Choose ${index + 1}\n\n## Status\n\nAccepted\n`,
    ]),
  );

describe('a long import in a process that is killed', () => {
  it('resumes where it was, in the message that it started with', async () => {
    const folder = await makeFolder();
    const repository = join(folder, 'team.git');
    await createLocalRepository(repository);
    const manifest: unknown = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'));
    const slack = await startLocalSlack({ manifest, rateLimits: false, mode: 'socket' });
    onTestFinished(() => slack.stop());
    const databaseUrl = await freshDatabase();
    const rows = (text: string) => query<{ count: number }>(databaseUrl, text);
    const indexed = async () => (await rows('select count(*)::int as count from adr'))[0]?.count ?? 0;
    const start = () =>
      startProcess({
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: databaseUrl,
        ADR_REPOSITORY: repository,
        GAVEL_DATA: join(folder, 'data'),
      });

    const first = await start();
    await expect.poll(() => rows('select from archive where checked_at is not null'), patience).toHaveLength(1);
    await pushFiles(repository, adrs());
    const alice = slack.person('Alice');
    await alice.command(channel, '/adr import');
    await expect.poll(indexed, { ...patience, interval: 10 }).toBeGreaterThan(0);
    await first.kill();
    const before = await indexed();
    expect(before).toBeLessThan(count);

    await start();
    const imports = () =>
      alice
        .sees(channel)
        .filter((message) => /I am reading|^Read /.test(alice.plainText(message)) && !message.isEphemeral);
    await slack.until(
      () => imports().some((message) => alice.plainText(message).startsWith('Read 2,000 ADRs: 2,000 are new')),
      'the end of the import',
    );
    expect(imports()).toHaveLength(1);
    expect(await rows('select from adr where removed_at is null')).toHaveLength(count);
    expect(await rows(`select from adr_event where kind = 'added'`)).toHaveLength(count);
    expect(await rows(`select from adr_event where kind <> 'added'`)).toEqual([]);
  });
});
