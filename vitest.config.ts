import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { forecast } from './test/support/forecast.ts';
import { UseOfSlackReporter } from './test/support/use-of-slack.ts';

/** Says which random inputs the laws are tried with. */
const setupFiles = ['test/support/laws.ts'];
/** How long a test that looks again and again waits, in milliseconds. Ends what hangs; a second is short under load. */
const expect = { poll: { timeout: 30_000 } };
const onRealParts = {
  expect,
  setupFiles,
  globalSetup: ['test/support/postgres.ts'],
  // Ends what hangs. The slowest test takes 44 seconds where five share two idle cores.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // As `npm start` has it. Starting git copies the page tables of the process, which takes the longer the larger it is.
  execArgv: ['--max-semi-space-size=4'],
  // For the threads that read and for other processes: each test file starts new ones, and what they load is compiled once.
  env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node-compile-cache', import.meta.url)) },
};

/**
 * Three projects: `unit` needs nothing but Node and takes seconds; `integration` starts a real PostgreSQL, real git and
 * the local Slack; `browser` clicks through the local Slack's page in Chromium.
 */
export default defineConfig({
  test: {
    // More than the two cores of a small machine: a worker waits for PostgreSQL, git and Slack most of the time. On two
    // idle cores, all tests took 13 minutes with three workers and nine with five.
    maxWorkers: 5,
    reporters: [...configDefaults.reporters, forecast, new UseOfSlackReporter()],
    // Modules keep no state but caches of what is pure, so test files can share them. Importing them anew for each file
    // took half of the processor time of the unit tests.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: [
            'test/{decision,fidelity,forge,http,policy,process,words,record,workflow,slack}/**/*.test.ts',
            'test/*.unit.test.ts',
            'packages/{adr,local-server,local-slack}/test/**/*.test.ts',
          ],
          exclude: ['**/*.integration.test.ts', '**/*.browser.test.ts'],
          // A law of hundreds of cases may take long on a machine that has other work.
          testTimeout: 180_000,
          expect,
        },
      },
      {
        test: {
          name: 'integration',
          include: [
            'test/**/*.integration.test.ts',
            'test/{archive,reader,store,jobs,db}/**/*.test.ts',
            'test/life-of-a-decision.test.ts',
            'packages/local-forge/test/**/*.test.ts',
          ],
          ...onRealParts,
        },
      },
      { test: { name: 'browser', include: ['{test,packages/*/test}/**/*.browser.test.ts'], ...onRealParts } },
    ],
  },
});
