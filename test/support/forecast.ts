import type { Reporter, TestSpecification } from 'vitest/node';

/** Seconds that one of five workers takes for a test file of each project, as measured on two idle cores. */
const secondsPerFile: Readonly<Record<string, number>> = { unit: 1.4, integration: 15.3, browser: 39 };

const oneMinute = 60;

/** Says at the start about how long the tests will take, when that is a minute or more. */
export const forecast: Reporter = {
  onTestRunStart(specifications) {
    const seconds = sumSeconds(specifications) / workersOf(specifications);
    if (seconds < oneMinute) return;
    const minutes = Math.round(seconds / oneMinute);
    console.log(` ${specifications.length} test files; on a quiet machine they take about ${minutes} min.\n`);
  },
};

function sumSeconds(specifications: readonly TestSpecification[]): number {
  return specifications.map(({ project }) => secondsPerFile[project.name] ?? 0).reduce((one, other) => one + other, 0);
}

function workersOf([first]: readonly TestSpecification[]): number {
  return first?.project.vitest.config.maxWorkers ?? 1;
}
