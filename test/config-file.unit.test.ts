import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { readConfigFile } from '../src/config-file.ts';
import { usualPublishing } from '../src/workflow/ports/archive/publishing.ts';

const good = `# Where decisions go.
repositories:
  - name: platform
    address: https://git.example.com/acme/platform.git
    branch: main
    folder: docs/adr
    token_variable: PLATFORM_TOKEN
    publish: review
    forge: gitlab
    labels: [adr, decision]
    reviewers: [ada]
    draft: yes
    auto_merge: true
    review_branch: adr/{slug}
    channels: [platform-*, "#architecture", C0123456789]
  - name: services
    address: git@git.example.com:acme/services.git
    folders: [billing/adr, search/adr/]
    workspaces: [T0123456789]
`;

const bad = `repositories:
  - name: platform
    adress: https://git.example.com/acme/platform.git
    token_variable: glpat-1234
    publish: by pigeon
    forge: bitbucket
    forge_token_variable: ghp_1234
    labels: adr
    draft: maybe
    review_branch: adr
    app_id: 12
    signing_key: /nowhere/key
    channels: team-a
  - name: Platform
    address: https://bot:secret@git.example.com/acme/adr.git
    folder: ../elsewhere
    token_variable: NOT_SET
  - name: payments
    address: https://git.example.com/acme/payments.git
    folder: docs
    folders: [adr, sub/.git]
    channels: [ok-*, "not, ok", 7]
    workspaces: [acme]
  - name: first
    address: https://git.example.com/acme/same.git
    branch: main
  - name: second
    address: https://git.example.com/acme/Same
    branch: main
  - name: third
    address: git@git.example.com:acme/same.git
  - name: A name of forty characters, no more, no
    address: https://git.example.com/acme/long.git
    folders: [adr, docs/architecture/decisions/of/the/billing/team]
  - just a name
color: blue
`;

const gitAlone = { ...usualPublishing, forge: undefined, signing: undefined };

describe('the file of GAVEL_CONFIG', () => {
  it('lists repositories, each of its folders as one', () => {
    const { repositories, problems } = readConfigFile(good, { PLATFORM_TOKEN: 't1' });
    expect(problems).toEqual([]);
    const platform = {
      ...{ name: 'platform', repository: 'https://git.example.com/acme/platform.git', branch: 'main' },
      ...{ folder: 'docs/adr', folderSetting: 'folder', token: 't1', tokenVariable: 'PLATFORM_TOKEN' },
      workspaces: undefined,
      channels: ['platform-*', '#architecture', 'C0123456789'],
      publishing: {
        ...gitAlone,
        ...{ setting: 'review', labels: ['adr', 'decision'], reviewers: ['ada'], isDraft: true, mergesItself: true },
        branchName: 'adr/{slug}',
        opensBy: 'push options',
        forge: { kind: 'gitlab', apiUrl: undefined, key: { kind: 'token', token: 't1' } },
      },
    };
    const services = {
      ...{ repository: 'git@git.example.com:acme/services.git', branch: undefined, token: undefined },
      ...{ tokenVariable: undefined, folderSetting: 'folders' },
      ...{ channels: undefined, workspaces: ['T0123456789'], publishing: gitAlone },
    };
    expect(repositories).toEqual([
      platform,
      { ...services, name: 'services/billing/adr', folder: 'billing/adr' },
      { ...services, name: 'services/search/adr', folder: 'search/adr' },
    ]);
  });

  it('is told of every mistake at once, each with its line, and shows no secret', async () => {
    const { problems } = readConfigFile(bad, {});
    const told = problems.join('\n');
    expect(told).not.toMatch(/glpat-1234|ghp_1234|secret@/);
    await expect(`${told}\n`).toMatchFileSnapshot('config-file.golden.txt');
  });

  it.each([
    ['', 1],
    ['repositories: []', 1],
    ['- a list', 1],
    ['repositories:\n  - name: [a', 2],
  ])('is told what it has to be: %j', (text, line) => {
    const { repositories, problems } = readConfigFile(text, {});
    expect(repositories).toEqual([]);
    expect(problems[0]).toContain(`line ${line}: `);
  });
});

describe('readConfig with a file', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  const write = (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'gavel-config-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'gavel.yml');
    writeFileSync(file, text);
    return file;
  };

  it('needs no repository besides, and gives all of them the author', () => {
    const environment = {
      ...slack,
      GAVEL_CONFIG: write(good),
      PLATFORM_TOKEN: 't1',
      ADR_AUTHOR: 'Ada <ada@example.com>',
    };
    const { repositories, hasRepository } = readConfig(environment);
    expect(hasRepository).toBe(true);
    expect(repositories.map(({ name, author }) => [name, author.name])).toEqual([
      ['platform', 'Ada'],
      ['services/billing/adr', 'Ada'],
      ['services/search/adr', 'Ada'],
    ]);
  });

  it('takes no repository from elsewhere at the same time, and says which file can’t be read', () => {
    const problemsOf = (environment: Readonly<Record<string, string>>) => {
      try {
        readConfig(environment);
        return '';
      } catch (error) {
        if (error instanceof ConfigError) return error.message;
        throw error;
      }
    };
    const both = {
      ...slack,
      GAVEL_CONFIG: write(good),
      PLATFORM_TOKEN: 't1',
      ADR_REPOSITORY: '/srv/adr',
      ADR_TOKEN: 'x',
    };
    expect(problemsOf(both)).toContain('GAVEL_CONFIG is set, and so are ADR_REPOSITORY, ADR_TOKEN.');
    expect(problemsOf({ ...slack, GAVEL_CONFIG: '/nowhere/gavel.yml' })).toContain(
      'GAVEL_CONFIG is “/nowhere/gavel.yml”, and that file can’t be read: ENOENT.',
    );
    expect(problemsOf({ ...slack, GAVEL_CONFIG: write('colour: blue') })).toMatch(
      /gavel\.yml, line 1: There is no setting/,
    );
  });
});
