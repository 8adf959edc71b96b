import { rename } from 'node:fs/promises';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RepositoryConfig } from '../src/config.ts';
import { startGavel } from '../src/gavel.ts';
import { git, makeRemote, pushFiles } from './archive/workshop.ts';
import { type Stage, setStage } from './support/gavel.ts';
import {
  ask,
  cardSays,
  fillForm,
  lastPrivateAnswer,
  look,
  modalSays,
  openFreshForm,
  openFromCard,
  type Proposal,
  propose,
  standingCard,
} from './support/scene.ts';

const author = { name: 'Gavel', email: 'gavel@example.com' };

async function makeRepository(name: string, channels: string[], more: Partial<RepositoryConfig> = {}) {
  const repository = await makeRemote();
  const config: RepositoryConfig = {
    ...{
      name,
      repository,
      branch: 'main',
      folder: 'docs/adr',
      token: undefined,
      tokenVariable: undefined,
      folderSetting: 'folder',
      author,
      channels,
      workspaces: undefined,
    },
    ...more,
  };
  return config;
}

const adrTools = (number: number, title: string) =>
  `# ${number}. ${title}\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nIt has to be.\n\n## Decision\n\nWe will.\n\n## Consequences\n\nNone.\n`;

const madr = (title: string) =>
  `---\nstatus: accepted\ndate: 2026-01-02\n---\n\n# ${title}\n\n## Context and Problem Statement\n\nIt has to be.\n\n## Considered Options\n\n* One\n* Two\n\n## Decision Outcome\n\nChosen option: "One", because it fits.\n`;

/**
 * Three repositories: two for the public channel, of which one writes as adr-tools does, and one for the private one.
 */
async function setHouse() {
  const platform = await makeRepository('platform', ['archi*']);
  const library = await makeRepository('library', ['#architecture', 'gen*al'], { folder: 'adr' });
  const secrets = await makeRepository('secrets', ['security']);
  await pushFiles(platform.repository, {
    'docs/adr/0001-use-go.md': adrTools(1, 'Use Go'),
    'docs/adr/0002-use-rust.md': adrTools(2, 'Use Rust'),
  });
  await pushFiles(library.repository, { 'adr/0007-use-css.md': madr('Use CSS') });
  await pushFiles(secrets.repository, { 'docs/adr/0040-rotate-keys.md': madr('Rotate keys') });
  const stage = await setStage({ parts: { repositories: [platform, library, secrets] } });
  return { stage, platform, library, secrets };
}

async function decide(stage: Stage, proposal: Proposal & { by: string; channel: string }): Promise<void> {
  const message = await propose(stage, proposal);
  await accept(stage, proposal.by, message);
}

async function accept(stage: Stage, by: string, message: Awaited<ReturnType<typeof propose>>): Promise<void> {
  const person = stage.slack.person(by);
  await openFromCard(stage, person, message, ['Record outcome', 'Record']);
  await person.fill('Chosen option', 'Go');
  await person.fill('Because', 'it is small.');
  await person.submit();
}

/** Waits until the form shows the rules of a repository. */
async function showsRulesOf({ slack }: Stage, repository: string): Promise<void> {
  const isShown = ({ block_id }: { readonly [key: string]: unknown }) =>
    String(block_id).startsWith('rule:') && String(block_id).endsWith(`:${repository}`);
  await slack.until(() => slack.person('Alice').modal()?.blocks.some(isShown), `the rules of ${repository}`);
}

const filesOf = async ({ repository }: RepositoryConfig) =>
  (await git(repository, 'ls-tree', '-r', '--name-only', 'main')).split('\n').filter(Boolean);
const read = ({ repository }: RepositoryConfig, path: string) => git(repository, 'show', `main:${path}`);

/** A git server that takes every question, and answers none. */
async function openSilentServer() {
  let waiting = 0;
  const server = createServer(() => {
    waiting += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  onTestFinished(close);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/library.git`,
    waiting: () => waiting,
    [Symbol.asyncDispose]: close,
  };
}

const readiness = async ({ gavel }: Stage) => {
  const response = await fetch(`http://127.0.0.1:${gavel.healthPort}/readyz`);
  return (await response.json()) as { ready: boolean; checks: Record<string, { state: string }> };
};

describe('several repositories', () => {
  it('have each their channels, numbers and style; people see those of the channel that they are in', async () => {
    const { stage, platform, secrets } = await setHouse();
    await using _ = stage;
    const alice = stage.slack.person('Alice');

    await decide(stage, { title: 'Name the service', by: 'Alice', channel: '#architecture' });
    await cardSays(stage, 'Name the service', 'Published as');
    await decide(stage, { title: 'Name the key store', by: 'Alice', channel: '#security' });
    await cardSays(stage, 'Name the key store', 'Published as', '#security');
    expect(await filesOf(platform)).toContain('docs/adr/0003-name-the-service.md');
    expect(await filesOf(secrets)).toContain('docs/adr/0041-name-the-key-store.md');
    expect(await read(platform, 'docs/adr/0003-name-the-service.md')).toMatch(
      /^# 3\. Name the service\n[\s\S]*\n## Status\n/,
    );
    expect(await read(secrets, 'docs/adr/0041-name-the-key-store.md')).toMatch(/^---\nstatus: accepted\n/);

    await alice.closeAllModals();
    const inPublic = await look(stage, alice, '/adr list');
    for (const line of ['ADR 0003 Name the service', 'ADR 0001 Use Go', 'ADR 0007 Use CSS'])
      expect(inPublic).toContain(line);
    expect(inPublic).toMatch(/Use Go: .*platform/);
    expect(inPublic).toMatch(/Use CSS: .*library/);
    expect(inPublic).not.toMatch(/key store|Rotate keys|secrets/);
    expect(inPublic.indexOf('Use Go')).toBeLessThan(inPublic.indexOf('Use CSS'));
    await alice.closeAllModals();
    const inPrivate = await look(stage, alice, '/adr list', '#security');
    expect(inPrivate).toContain('ADR 0041 Name the key store');
    expect(inPrivate).toContain('ADR 0040 Rotate keys');
    expect(inPrivate).not.toMatch(/Use Go|Use CSS/);
    await alice.closeAllModals();
    expect(await look(stage, alice, '/adr show 40')).toContain('There is no ADR with number 40');
    await alice.closeAllModals();
    expect(await look(stage, alice, '/adr show 40', '#security')).toContain('Rotate keys');
    await alice.closeAllModals();
    expect(await look(stage, alice, '/adr style library')).toContain('MADR');
    await alice.closeAllModals();
    const help = await ask(stage, alice, '/adr help repository');
    for (const usage of ['/adr style [repository]', '/adr doctor [repository]', '/adr import [repository]'])
      expect(help).toContain(usage);
    expect(await ask(stage, alice, '/adr dokter')).toContain('/adr doctor [repository]');
    expect(await ask(stage, alice, '/adr help repository', '#security')).not.toContain('[repository]');
    await ask(stage, alice, '/adr import secrets');
    const refused = 'This channel has no repository “secrets”. It has platform and library.';
    await stage.slack.until(() => lastPrivateAnswer(alice).includes(refused), 'the refusal');
  });

  it('may be chosen for a proposal, and for a channel, where it has several', async () => {
    const { stage, platform, library } = await setHouse();
    await using _ = stage;
    const alice = stage.slack.person('Alice');
    const proposal = { title: 'Choose a font', by: 'Alice', channel: '#architecture' };
    await openFreshForm(stage, 'Alice', '#architecture');
    await fillForm(stage, proposal);
    await alice.fill('Repository', 'library');
    await showsRulesOf(stage, 'library');
    await alice.submit();
    await cardSays(stage, proposal.title, 'have voted');

    await alice.command('#architecture', '/adr settings');
    await stage.slack.until(() => alice.modal()?.submit === 'Save', 'the settings');
    await alice.fill('Repository', 'library');
    await alice.submit();
    await decide(stage, { title: 'Choose a color', by: 'Alice', channel: '#architecture' });
    await cardSays(stage, 'Choose a color', 'Published as');
    expect(await filesOf(library)).toContain('adr/0008-choose-a-color.md');
    // What was proposed before stays where it was to go.
    const rows = await stage.query<{ title: string; archive: string }>(
      'select title, archive from decision order by title',
    );
    expect(rows.map(({ archive }) => archive)).toEqual([rows[0]?.archive, rows[0]?.archive]);
    expect(await filesOf(platform)).toHaveLength(2);

    await alice.command('#architecture', '/adr supersede 0001-use-go.md');
    await stage.slack.until(() => alice.modal()?.submit === 'Propose', 'the form');
    expect(JSON.stringify(alice.modal()?.blocks)).not.toContain('Where the ADR goes');
  });

  it('bring their own rules to the form of a proposal, as soon as one is chosen there', async () => {
    const { stage, platform, library } = await setHouse();
    await using _ = stage;
    const own = (name: string) => `rule: ${name}\nrules:\n  ${name}:\n    preset: majority\n    quorum: 3\n`;
    await pushFiles(platform.repository, { 'docs/adr/.gavel.yml': own('Careful') });
    await pushFiles(library.repository, { 'adr/.gavel.yml': own('Swift') });
    const alice = stage.slack.person('Alice');
    await look(stage, alice, '/adr list');
    await alice.closeAllModals();
    const ruleField = () => {
      const isRule = ({ label }: { readonly [key: string]: unknown }) => JSON.stringify(label)?.includes('"Rule"');
      const { options, initial_option } = (alice.modal()?.blocks.find(isRule)?.element ?? {}) as {
        readonly [key: string]: object;
      };
      return { all: JSON.stringify(options ?? []), first: JSON.stringify(initial_option ?? {}) };
    };
    const proposal = { title: 'Choose a font', by: 'Alice', channel: '#architecture' };
    await openFreshForm(stage, 'Alice', '#architecture');
    expect(ruleField().first).toContain('Careful');
    expect(ruleField().all).not.toContain('Swift');
    await fillForm(stage, proposal);
    await alice.fill('Repository', 'library');
    await stage.slack.until(() => ruleField().first.includes('Swift'), 'the rule of the library');
    expect(ruleField().all).not.toContain('Careful');
    await alice.fill('Rule', 'Unanimous');
    await alice.fill('Repository', 'platform');
    await stage.slack.until(() => ruleField().all.includes('Careful'), 'the rules of the platform');
    expect(ruleField().first).toContain('Unanimous');
    await alice.fill('Repository', 'library');
    await stage.slack.until(() => ruleField().all.includes('Swift'), 'the rules of the library');
    await alice.fill('Rule', 'Swift');
    await alice.submit();
    await cardSays(stage, proposal.title, 'have voted');
    expect(await stage.query('select rule from decision')).toMatchObject([{ rule: { quorum: 3 } }]);
  });

  it('have rules that nobody proposes under unseen: a form submitted too soon comes back with them', async () => {
    const { stage, library } = await setHouse();
    await using _ = stage;
    await pushFiles(library.repository, { 'adr/.gavel.yml': 'rule: unanimous\n' });
    const alice = stage.slack.person('Alice');
    await look(stage, alice, '/adr list');
    await alice.closeAllModals();
    const proposal = { title: 'Choose a font', by: 'Alice', channel: '#architecture' };
    await openFreshForm(stage, 'Alice', '#architecture');
    await fillForm(stage, proposal);
    stage.slack.faults.failNext('views.update', { error: 'hash_conflict' });
    await alice.fill('Repository', 'library');
    await alice.submit();
    await modalSays(stage, alice, '⚠ Other rules apply where you want to propose this now.');
    await modalSays(stage, alice, 'Rule: Unanimous');
    expect(await stage.query('select from decision')).toEqual([]);
    await alice.submit();
    await cardSays(stage, proposal.title, 'have voted');
  });

  it('are all read in a direct message that are those of a channel of the reader', async () => {
    const { stage } = await setHouse();
    await using _ = stage;
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    const all = await look(stage, alice, '/adr list', '@Gavel');
    for (const adr of ['Use Rust', 'Use CSS', 'Rotate keys']) expect(all).toContain(adr);
    // Ben is not in #security.
    const some = await look(stage, ben, '/adr list', '@Gavel');
    for (const adr of ['Use Rust', 'Use CSS']) expect(some).toContain(adr);
    expect(some).not.toContain('Rotate keys');
    expect(await look(stage, ben, '/adr show 40', '@Gavel')).toContain('There is no ADR with number 40.');
    expect(await look(stage, alice, '/adr show 40', '@Gavel')).toContain('Rotate keys');
  });

  it('are told apart in a digest, which tells nothing of those that its channel does not have', async () => {
    const { stage, platform, library, secrets } = await setHouse();
    await using _ = stage;
    const alice = stage.slack.person('Alice');
    const channels = ['#architecture', '#general', '#security'] as const;
    await decide(stage, { title: 'Name the service', by: 'Alice', channel: '#architecture' });
    await decide(stage, { title: 'Choose a font', by: 'Alice', channel: '#general' });
    await decide(stage, { title: 'Name the key store', by: 'Alice', channel: '#security' });
    await cardSays(stage, 'Name the service', 'Published as');
    await cardSays(stage, 'Choose a font', 'Published as', '#general');
    await cardSays(stage, 'Name the key store', 'Published as', '#security');
    await pushFiles(platform.repository, { 'docs/adr/0001-use-zig.md': adrTools(1, 'Use Zig') });
    await pushFiles(library.repository, { 'adr/0009-use-sass.md': madr('Use Sass') });
    await pushFiles(secrets.repository, { 'docs/adr/0042-lock-up.md': madr('Lock up') });
    for (const channel of channels) await look(stage, alice, '/adr list', channel);
    await alice.closeAllModals();
    const digest = (channel: string) => ask(stage, alice, '/adr digest', channel);

    const inBoth = await digest('#architecture');
    expect(inBoth).toMatch(/ADR 0003 Name the service \(platform\): .*Go/);
    expect(inBoth).toMatch(/ADR 0008 Choose a font \(library\): .*Go/);
    expect(inBoth).toMatch(/ADR 0001 Use Zig \(platform\): new/);
    expect(inBoth).toMatch(/ADR 0009 Use Sass \(library\): new/);
    expect(inBoth).toMatch(/Number 1 is taken twice in platform: .*`\/adr doctor platform`/);
    expect(inBoth).toContain('In the repositories');
    expect(inBoth).not.toMatch(/secrets|key store|Lock up/);

    // Who sees a channel may be told what it decides, and nothing of where that went.
    const inOne = await digest('#general');
    expect(inOne).toMatch(/ADR 0008 Choose a font: .*Go/);
    expect(inOne).toMatch(/ADR 0009 Use Sass: new/);
    expect(inOne).toContain('Name the service');
    expect(inOne).not.toMatch(/0003|platform|library|Use Zig|secrets|key store|Lock up/);

    const inPrivate = await digest('#security');
    expect(inPrivate).toMatch(/ADR 0041 Name the key store: .*Go/);
    expect(inPrivate).toMatch(/ADR 0042 Lock up: new/);
    expect(inPrivate).not.toMatch(/0003|0008|platform|library|Use Zig|Use Sass/);
  });

  it('are each named where somebody waits for what is in them while several are away', async () => {
    const { stage, platform, library } = await setHouse();
    await using _ = stage;
    const alice = stage.slack.person('Alice');
    for (const { repository } of [platform, library]) await rename(repository, `${repository}.away`);
    const list = await look(stage, alice, '/adr list');
    for (const name of ['platform', 'library']) expect(list).toContain(`There is no repository “${name}” at `);
    await alice.closeAllModals();
    const shown = await look(stage, alice, '/adr show 99');
    for (const name of ['platform', 'library']) expect(shown).toContain(`There is no repository “${name}” at `);
    expect(`${list}${shown}`).not.toMatch(/ADR_[A-Z]|secrets/);
  });

  it('keep none of the others waiting while one is away', async () => {
    const { stage, platform, secrets } = await setHouse();
    await using _ = stage;
    await rename(secrets.repository, `${secrets.repository}.away`);
    await decide(stage, { title: 'Hide the keys', by: 'Alice', channel: '#security' });
    const told = await cardSays(stage, 'Hide the keys', 'Not published yet', '#security');
    expect(told).toContain('There is no repository “secrets” at ');
    expect(told).not.toContain('ADR_REPOSITORY');
    await decide(stage, { title: 'Show the code', by: 'Alice', channel: '#architecture' });
    await cardSays(stage, 'Show the code', 'Published as');
    expect(await filesOf(platform)).toContain('docs/adr/0003-show-the-code.md');
    expect(await readiness(stage)).toMatchObject({
      ready: true,
      checks: {
        'repository platform': { state: 'ok' },
        'repository library': { state: 'ok' },
        'repository secrets': { state: 'degraded' },
      },
    });
    await rename(`${secrets.repository}.away`, secrets.repository);
    await cardSays(stage, 'Hide the keys', 'Published as', '#security');
    expect(await filesOf(secrets)).toContain('docs/adr/0041-hide-the-keys.md');
  });

  it('keep none of the others waiting while one does not answer, and a list names it', async () => {
    const silent = await openSilentServer();
    const platform = await makeRepository('platform', ['architecture']);
    const library = await makeRepository('library', ['architecture'], { repository: silent.url });
    await pushFiles(platform.repository, { 'docs/adr/0001-use-go.md': adrTools(1, 'Use Go') });
    await using stage = await setStage({ parts: { repositories: [library, platform] } });
    await using _ = silent;
    const alice = stage.slack.person('Alice');
    await openFreshForm(stage, 'Alice', '#architecture');
    const proposal = { title: 'Name the service', by: 'Alice', channel: '#architecture' };
    await fillForm(stage, proposal);
    await alice.fill('Repository', 'platform');
    await showsRulesOf(stage, 'platform');
    await alice.submit();
    await cardSays(stage, proposal.title, 'have voted');
    await accept(stage, 'Alice', standingCard(stage, proposal.title));
    await cardSays(stage, proposal.title, 'Published as');
    expect(await filesOf(platform)).toContain('docs/adr/0002-name-the-service.md');

    const list = await look(stage, alice, '/adr list');
    expect(list).toContain('ADR 0002 Name the service');
    expect(list).toContain('“library” (127.0.0.1');
    expect(list).not.toContain('“platform”');
    expect(silent.waiting()).toBeGreaterThan(0);
  });

  it('may be two branches of one repository, each with its own numbers', async () => {
    const repository = await makeRemote();
    await pushFiles(repository, { 'README.md': 'Ours' });
    await git(repository, 'branch', 'next', 'main');
    const main = await makeRepository('main', ['architecture'], { repository });
    const next = await makeRepository('next', ['security'], { repository, branch: 'next' });
    await using stage = await setStage({ parts: { repositories: [main, next] } });
    const one = await propose(stage, { title: 'Hold', by: 'Alice', channel: '#architecture' });
    const two = await propose(stage, { title: 'Go on', by: 'Dev', channel: '#security' });
    await Promise.all([accept(stage, 'Alice', one), accept(stage, 'Dev', two)]);
    await cardSays(stage, 'Hold', 'Published as');
    await cardSays(stage, 'Go on', 'Published as', '#security');
    const filesOn = (branch: string) => git(repository, 'ls-tree', '-r', '--name-only', branch);
    expect(await filesOn('main')).toBe('README.md\ndocs/adr/0001-hold.md');
    expect(await filesOn('next')).toBe('README.md\ndocs/adr/0001-go-on.md');
    expect(await look(stage, stage.slack.person('Alice'), '/adr list')).not.toContain('Go on');
  });

  it('may lose one whose decision is still open: that goes to the present one of its channel', async () => {
    const former = await makeRepository('former', ['architecture']);
    const present = await makeRepository('present', ['architecture']);
    await using stage = await setStage({ parts: { repositories: [former] } });
    const title = 'Name the service';
    await propose(stage, { title, by: 'Alice', channel: '#architecture' });
    await stage.gavel.stop();
    stage.gavel = await startGavel({ ...stage.parts, repositories: [present] });
    await accept(stage, 'Alice', standingCard(stage, title));
    await cardSays(stage, title, 'Published as');
    expect(await filesOf(present)).toEqual(['docs/adr/0001-name-the-service.md']);
    expect(await git(former.repository, 'for-each-ref')).toBe('');
    expect(await look(stage, stage.slack.person('Alice'), '/adr list')).toContain('ADR 0001 Name the service');
  });

  it('must include one for the workspace, or Gavel says so and does not start', async () => {
    const elsewhere = await makeRepository('elsewhere', ['architecture'], { workspaces: ['T0123456789'] });
    await using stage = await setStage();
    await expect(startGavel({ ...stage.parts, repositories: [elsewhere] })).rejects.toThrow(
      /^GAVEL_CONFIG has no repository for the workspace T\w+\. Name it under “workspaces” of one/,
    );
  });

  it('may be one repository with several folders, whose decisions are published at the same time', async () => {
    const repository = await makeRemote();
    const parts = { repository, branch: 'main' };
    const billing = await makeRepository('mono/billing', ['architecture'], { ...parts, folder: 'billing/adr' });
    const search = await makeRepository('mono/search', ['security'], { ...parts, folder: 'search/adr' });
    await using stage = await setStage({ parts: { repositories: [billing, search] } });
    const [one, two] = [
      await propose(stage, { title: 'Bill', by: 'Alice', channel: '#architecture' }),
      await propose(stage, { title: 'Seek', by: 'Dev', channel: '#security' }),
    ];
    await Promise.all([accept(stage, 'Alice', one), accept(stage, 'Dev', two)]);
    await cardSays(stage, 'Bill', 'Published as');
    await cardSays(stage, 'Seek', 'Published as', '#security');
    expect(await filesOf(billing)).toEqual(['billing/adr/0001-bill.md', 'search/adr/0001-seek.md']);
  });
});
