import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UseOfApp } from '@gavel/local-slack/workspace/use-of-app.ts';
import type { Reporter, TestSpecification, Vitest } from 'vitest/node';

/** Where the stages of a run write down what Gavel has made use of; unset outside a run. */
const variable = 'GAVEL_TEST_USE_OF_SLACK';

const root = new URL('../../', import.meta.url);

/** Writes down what Gavel has made use of at a stage, when that is taken down. */
export function noteUse({ methods, scopes }: UseOfApp): void {
  const file = process.env[variable];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify([[...methods], [...scopes]])}\n`);
}

/** The scopes that the manifest asks for, and the methods of Slack's that the sources call. */
export interface Asked {
  readonly scopes: readonly string[];
  readonly methods: readonly string[];
}

/** Reads the manifest and the sources. */
export async function readAsked(): Promise<Asked> {
  const manifest = JSON.parse(await readFile(new URL('manifest.json', root), 'utf8'));
  const folder = new URL('src/slack/', root);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')));
  const calls = texts.join('\n').matchAll(/client\s*((?:\.\w+\s*){2,3})\(|apiCall\('([\w.]+)'/g);
  const names = [...calls].map(([, chain = '', whole]) => whole ?? chain.replaceAll(/\s/g, '').slice(1));
  return { scopes: manifest.oauth_config.scopes.bot, methods: [...new Set(names)].sort() };
}

/** What is asked for and was never used. */
export function findUnused(asked: Asked, used: UseOfApp): Asked {
  return {
    scopes: asked.scopes.filter((scope) => !used.scopes.has(scope)),
    methods: asked.methods.filter((method) => !used.methods.has(method)),
  };
}

function readUse(text: string): UseOfApp {
  const notes = text.split('\n').filter((line) => line !== '');
  const stages = notes.map((line) => JSON.parse(line) as [methods: string[], scopes: string[]]);
  return {
    methods: new Set(stages.flatMap(([methods]) => methods)),
    scopes: new Set(stages.flatMap(([, scopes]) => scopes)),
  };
}

/** Whether every file of the projects that set stages is run, and every test in it. */
async function isWhole(vitest: Vitest, run: readonly TestSpecification[]): Promise<boolean> {
  const onStages = (all: readonly TestSpecification[]) => all.filter(({ project }) => project.name !== 'unit').length;
  const isPart = vitest.config.testNamePattern !== undefined || run.some(({ testLines }) => testLines !== undefined);
  return !isPart && onStages(run) === onStages(await vitest.globTestSpecifications());
}

/**
 * Fails a whole and otherwise successful run in which a scope of the manifest was never needed, or a method that the
 * sources call was never called. What the manifest does not ask for, the local Slack refuses at once.
 */
export class UseOfSlackReporter implements Reporter {
  #vitest: Vitest | undefined;
  #folder = '';
  #run: readonly TestSpecification[] = [];

  async onInit(vitest: Vitest): Promise<void> {
    this.#vitest = vitest;
    this.#folder = await mkdtemp(join(tmpdir(), 'gavel-use-'));
    process.env[variable] = join(this.#folder, 'use');
  }

  onTestRunStart(run: readonly TestSpecification[]): void {
    this.#run = run;
  }

  async onTestRunEnd(...[, , reason]: Parameters<NonNullable<Reporter['onTestRunEnd']>>): Promise<void> {
    const text = await readFile(join(this.#folder, 'use'), 'utf8').catch(() => '');
    await rm(this.#folder, { recursive: true, force: true });
    if (this.#vitest === undefined || reason !== 'passed' || !(await isWhole(this.#vitest, this.#run))) return;
    const { scopes, methods } = findUnused(await readAsked(), readUse(text));
    if (scopes.length + methods.length === 0) return;
    if (scopes.length > 0) console.error(`No test needed these scopes of manifest.json: ${scopes.join(', ')}`);
    if (methods.length > 0) console.error(`No test made Gavel call these methods of Slack: ${methods.join(', ')}`);
    process.exitCode = 1;
  }
}
