import { defineConfig } from 'vitest/config';

/**
 * Two projects: `unit` needs nothing but Node and takes seconds; `integration`
 * starts a real PostgreSQL, real git and the local Slack.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{decision,adr,workflow,slack,local-slack}/**/*.test.ts', 'test/*.unit.test.ts'],
          exclude: ['**/*.integration.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/**/*.integration.test.ts', 'test/{archive,store,jobs,db}/**/*.test.ts', 'test/life-of-a-decision.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
});
