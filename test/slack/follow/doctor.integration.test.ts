import { rename } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { setStage } from '../../support/gavel.ts';
import { architecture, lastPrivateAnswer, look, modalSays, turnPage } from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

const good = (number: number) =>
  `---\nstatus: accepted\ndate: 2026-01-01\n---\n# Good ${number}\n\n## Context and Problem Statement\n\nx\n\n## Decision Outcome\n\ny\n`;

it('/adr doctor reads the repository as it is now, and says what is wrong', async () => {
  await using stage = await setStage();
  const alice = stage.slack.person('Alice');
  expect(await look(stage, alice, '/adr doctor')).toContain('0 ADRs, all kept exactly when rewritten, 0 errors.');

  await pushFiles(stage.repository, {
    'docs/decisions/0001-a.md': good(1),
    'docs/decisions/0002-b.md': good(2),
    'docs/img/x.png': 'x',
  });
  expect(await look(stage, alice, '/adr doctor')).toContain('Nothing to mend.');

  await pushFiles(stage.repository, {
    'docs/decisions/0002-later.md': `${good(2).replace('2026-01-01', '2026-02-02')}\n[here](../img/x.png) [gone](<!channel>)\n`,
    'docs/decisions/README.md': '* [2](0002-later.md)\n',
    'docs/decisions/0003-two.md': '# One\n\n# Two\n\n[gone](../img/gone.png)\n',
    'docs/decisions/0001-a.md': good(1).replace('---\n', '---\naffects: [docs/img/*.png, src/gone/**, "**"]\n'),
  });
  const said = await look(stage, alice, '/adr doctor');
  expect(said).toContain('4 ADRs');
  expect(said).toContain('“src/gone/**” affects no file of the repository.');
  expect(said).toContain('“**” affects every file of the repository.');
  expect(said).not.toContain('“docs/img/*.png”');
  expect(said).toContain(
    'Number 2 is taken twice: 0002-b.md, 0002-later.md. Give this one the number 4: 0004-later.md.',
  );
  expect(said).toContain('0002-later.md → number 4: 0004-later.md. With it the link in README.md line 1 would change.');
  expect(said).toContain('The link to ../img/gone.png leads nowhere.');
  expect(said).not.toContain('x.png leads');
  expect(said.indexOf('Errors')).toBeLessThan(said.indexOf('Warnings'));
  expect(findPings(stage)).toEqual([]);

  await rename(stage.repository, `${stage.repository}.away`);
  expect(await look(stage, alice, '/adr doctor')).toContain('There is no repository');
});

it('/adr doctor says that it reads many files, and has pages for what it finds', async () => {
  await using stage = await setStage();
  const alice = stage.slack.person('Alice');
  const files = Array.from({ length: 150 }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return [`docs/decisions/${number}-x.md`, `# ${index + 1}. X\n\n[gone](../nowhere/${number}.png)\n`] as const;
  });
  await pushFiles(stage.repository, Object.fromEntries(files));
  const seen = new Set<string>();
  await alice.command(architecture, '/adr doctor');
  await stage.slack.until(() => {
    const modal = alice.modal();
    const text = modal ? alice.plainText(modal) : '';
    seen.add(text);
    return text.includes('150 ADRs');
  }, 'the result');
  expect([...seen].join('\n')).toContain('I am reading 150 files. This can take a minute; the result appears here.');
  const first = await modalSays(stage, alice, 'Page 1 of ');
  await Promise.all([alice.press('Next'), alice.press('Next')]);
  await modalSays(stage, alice, 'Page 2 of ');
  expect(await turnPage(stage, alice, 'Back', 1)).toBe(first);
});

it('names ADRs in a format that Gavel does not read, in /adr doctor, /adr import and /adr settings', async () => {
  await using stage = await setStage();
  const alice = stage.slack.person('Alice');
  await pushFiles(stage.repository, {
    'docs/decisions/0001-a.adoc': '= A\n',
    'docs/decisions/web/0002-b.adoc': '= B\n',
    'docs/decisions/0003-c.md': good(3),
  });
  const unread = '2 ADRs in AsciiDoc, which Gavel does not read: 0001-a.adoc, web/0002-b.adoc.';
  expect(await look(stage, alice, '/adr doctor')).toContain(unread);
  expect(await look(stage, alice, '/adr settings')).toContain(unread);
  await alice.command(architecture, '/adr import');
  const answer = await stage.slack.until(() => {
    const said = lastPrivateAnswer(alice, architecture);
    return said.includes('Read 1 ADR') ? said : undefined;
  }, 'what was read');
  expect(answer).toContain(unread);
});
