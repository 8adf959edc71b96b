import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { RepositoryConfig } from '../src/config.ts';
import { git, makeRemote, pushFiles } from './archive/workshop.ts';
import { type Stage, setStage } from './support/gavel.ts';
import {
  ask,
  cardSays,
  fillForm,
  lastPrivateAnswer,
  look,
  openFreshForm,
  openFromCard,
  type Proposal,
  propose,
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

const filesOf = async ({ repository }: RepositoryConfig) =>
  (await git(repository, 'ls-tree', '-r', '--name-only', 'main')).split('\n').filter(Boolean);
const read = ({ repository }: RepositoryConfig, path: string) => git(repository, 'show', `main:${path}`);

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

  it('keep none of the others waiting while one is away', async () => {
    const { stage, platform, secrets } = await setHouse();
    await using _ = stage;
    await rename(secrets.repository, `${secrets.repository}.away`);
    await decide(stage, { title: 'Hide the keys', by: 'Alice', channel: '#security' });
    await cardSays(stage, 'Hide the keys', 'Not published yet', '#security');
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
