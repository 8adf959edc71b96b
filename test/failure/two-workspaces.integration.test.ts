import { defaultWorkspace } from '@gavel/local-slack/workspace/seed.ts';
import { describe, expect, it } from 'vitest';
import { createLocalRepository } from '../../src/archive/local-repository.ts';
import { startGavel } from '../../src/gavel.ts';
import { nameInPlace } from '../../src/workflow/ports/job-place.ts';
import { setStage } from '../support/gavel.ts';
import { startProcess } from './real-process.ts';
import { accept, cardSays, patience, propose } from './scene.ts';

const title = 'Choose a language';

describe('a database that belongs to one workspace', () => {
  it('is refused to a Gavel of another one, with words and an exit code', async () => {
    await using first = await setStage();
    await using second = await setStage({ workspace: { ...defaultWorkspace, id: 'T0OTHER0001' } });
    const { slack } = second;
    const environment = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: first.databaseUrl,
      ADR_REPOSITORY: second.repository,
      GAVEL_DATA: second.folder,
    };
    await expect(startProcess(environment)).rejects.toThrow(
      new RegExp(
        `ended with 1 [^]*This database belongs to the Slack workspace ${first.slack.teamId}, and ` +
          'SLACK_BOT_TOKEN is for the workspace T0OTHER0001',
      ),
    );

    await accept(first.slack, await propose(first.slack, title));
    await cardSays(first.slack, title, 'Published as');
    expect(await second.git('for-each-ref')).toBe('');
  });

  it('has jobs for others in it, which stay undone', async () => {
    await using stage = await setStage();
    const card = await propose(stage.slack, title);
    const [decision] = await stage.query<{ id: string }>('select id from decision');
    const { teamId } = stage.slack;
    const places = [
      { teamId: 'T0OTHER0001', archive: 'elsewhere' },
      { teamId, archive: 'elsewhere' },
    ];
    for (const place of places) {
      const payload = JSON.stringify({ decisionId: decision?.id, ...place });
      await stage.query('select graphile_worker.add_job($1, $2::json)', [nameInPlace('publish', place), payload]);
    }
    await accept(stage.slack, card);
    await cardSays(stage.slack, title, 'Published as');
    const left = () =>
      stage.query(`select from graphile_worker.jobs where task_identifier like '%:publish' and attempts = 0`);
    await expect.poll(left, patience).toHaveLength(2);
  });
});

describe('a Gavel that is started with another repository', () => {
  it('publishes there what was not in git yet', async () => {
    await using stage = await setStage();
    const card = await propose(stage.slack, title);
    await stage.gavel.stop();
    const away = { ...stage.parts.archive, repository: 'http://127.0.0.1:9/decisions.git' };
    stage.gavel = await startGavel({ ...stage.parts, archive: away });
    await accept(stage.slack, card);
    await cardSays(stage.slack, title, 'Not published yet');
    await stage.gavel.stop();

    const repository = `${stage.folder}/other.git`;
    await createLocalRepository(repository);
    stage.gavel = await startGavel({ ...stage.parts, archive: { ...stage.parts.archive, repository } });
    await cardSays(stage.slack, title, 'Published as');
    const left = () => stage.query(`select from graphile_worker.jobs where task_identifier like '%:publish'`);
    await expect.poll(left, patience).toEqual([]);
  });
});
