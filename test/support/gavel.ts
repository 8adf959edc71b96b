import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Stage, type StageSettings, setStage as setStageOn } from '../../src/try/stage.ts';
import { freshDatabase } from './postgres.ts';
import { noteUse } from './use-of-slack.ts';

export type { Stage };

/** A log that nobody reads; set GAVEL_TEST_LOG to read it. */
export const testLog = pino({ level: process.env.GAVEL_TEST_LOG ?? 'silent' });

/** A Monday morning, so that what a test sees doesn't depend on the day on which it runs. */
const monday = new Date('2026-03-02T10:00:00Z');

/** A catch-up that happens to run during a test finds what the test has just made go missing. */
const never = '';

/** Everything real, started for one test: PostgreSQL, git, Gavel, and the local Slack through which people act. */
export async function setStage(settings: Partial<StageSettings> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-stage-'));
  const databaseUrl = await freshDatabase();
  const log = process.env.GAVEL_TEST_LOG ? { log: testLog } : {};
  const parts = { ...log, rounds: never, ...settings.parts };
  const stage = await setStageOn({ databaseUrl, folder, begins: monday, ...settings, parts });
  const takeDown = stage[Symbol.asyncDispose];
  return Object.assign(stage, {
    [Symbol.asyncDispose]: async () => {
      noteUse(stage.slack.use);
      await takeDown();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}
