import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git, makeFolder, writeScript } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  ask,
  cardSays,
  lastPrivateAnswer,
  look,
  modalSays,
  openFromCard,
  pickedOption,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';
import { mergeBranch } from '../../workflow/fake-forge.ts';

const aMinute = 60_000;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ rateLimits: false });
  await commitTo('main', async (folder) => writeFile(join(folder, 'README.md'), '# Decisions\n'));
  const said = 'GH006: Protected branch update failed for refs/heads/main.';
  await writeScript(hook(), `[ "$1" != refs/heads/main ] || { echo '${said}' >&2; exit 1; }`);
});
afterEach(() => stage[Symbol.asyncDispose]());

const hook = () => join(stage.repository, 'hooks/update');

/** Commits to a branch as somebody else would. */
async function commitTo(branch: string, change: (folder: string) => Promise<void>): Promise<void> {
  const clone = await makeFolder();
  await git('/', 'clone', '--quiet', stage.repository, clone);
  await git(clone, 'checkout', '--quiet', '-B', branch, ...(branch === 'main' ? [] : [`origin/${branch}`]));
  await change(clone);
  await git(clone, 'add', '--all');
  await git(clone, 'commit', '--quiet', '--message', 'Suggest something');
  await git(clone, 'push', '--quiet', 'origin', branch);
}

/** Merges a branch as somebody would who may. */
async function merge(branch: string): Promise<void> {
  const script = await readFile(hook());
  await rm(hook());
  await mergeBranch(stage.repository, branch, 'merge');
  await writeFile(hook(), script, { mode: 0o755 });
}

/** Proposes a decision, decides it, and waits until its ADR is in review. */
async function decide(title: string, deciders?: string[]): Promise<string> {
  await propose(stage, { title, ...(deciders ? { deciders } : {}) });
  const alice = stage.slack.person('Alice');
  await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'Go');
  await pickedOption(stage, alice);
  await alice.fill('Because', 'It is small.');
  await alice.submit();
  const left = alice.modal();
  if (left) throw new Error(alice.plainText(left));
  await cardSays(stage, title, 'in review');
  const branches = (await stage.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/gavel')).split('\n');
  const slug = title.toLowerCase().replaceAll(' ', '-');
  return branches.find((branch) => branch.endsWith(slug)) ?? '';
}

async function threadSays(title: string, words: string): Promise<string> {
  return stage.slack.until(
    () => threadOf(stage, standingCard(stage, title)).find((text) => text.includes(words)),
    `“${words}” in the thread`,
  );
}

/** What is still asked in the thread, or can be chosen there. */
async function questions(title: string): Promise<readonly string[]> {
  const texts = threadOf(stage, standingCard(stage, title));
  return texts.filter((text) => /What should happen now|Open it again|Leave it/.test(text));
}

describe('an ADR that goes to its branch by a review', { timeout: 240_000 }, () => {
  it('says where it is on the card, in the thread and wherever people look, until it is merged', async () => {
    const title = 'Keep it small';
    const branch = await decide(title);
    const alice = stage.slack.person('Alice');
    expect(branch).toMatch(/^gavel\/\d+-keep-it-small$/);
    expect(await cardSays(stage, title, 'in review')).toContain(`in review ${branch} · waiting to be merged`);
    expect(await cardSays(stage, title, 'main refused a push')).toContain(`so the ADR is in the branch \`${branch}\`.`);
    const told = await threadSays(title, 'main refused a push');
    expect(told).toContain(`so I pushed the ADR to the branch \`${branch}\`. Please open a review from there.`);
    expect(await ask(stage, alice, '/adr waiting')).toContain('ADRs that wait in review');
    expect(await look(stage, alice, '/adr list keep it small')).toContain('in review');
    await alice.closeAllModals();
    expect(await look(stage, alice, '/adr settings')).toContain('Each ADR goes into a review: main refused a push.');
    await alice.closeAllModals();
    await alice.click(standingCard(stage, title), 'Read more');
    expect(await modalSays(stage, alice, 'main refused a push')).toContain(
      `so the ADR is in the branch \`${branch}\` (waiting to be merged).`,
    );
    await alice.closeAllModals();

    await commitTo(branch, async (folder) => {
      const [file = ''] = (await git(folder, 'ls-files', 'docs/decisions')).split('\n');
      await appendFile(join(folder, file), '\n## Notes\n\nWe tried it at home.\n');
    });
    await stage.advance(aMinute);
    await threadSays(title, 'The chosen option and the status are as decided. What is merged counts.');
    const whileOpen = alice.thread(standingCard(stage, title)).at(-1);
    if (whileOpen === undefined) throw new Error('Nobody was told.');
    await alice.click(whileOpen, 'Show what changed');
    expect(await modalSays(stage, alice, 'We tried it at home.')).toContain('Only the text was edited.');
    await alice.closeAllModals();

    await merge(branch);
    await stage.advance(aMinute);
    expect(await cardSays(stage, title, 'Published as')).not.toContain('in review');
    await threadSays(title, 'was merged');
    await threadSays(title, 'Before it was merged,');
    const thread = alice.thread(standingCard(stage, title));
    const edited = thread.findLast((message) => alice.plainText(message).includes('Before it was merged,'));
    if (edited === undefined) throw new Error('Nobody was told.');
    await alice.click(edited, 'Show what changed');
    const shown = await modalSays(stage, alice, 'We tried it at home.');
    expect(shown).toContain('Only the text was edited.');
    await alice.closeAllModals();
  });

  it('is opened again when somebody asks for that, or withdrawn', async () => {
    const title = 'Keep it green';
    const branch = await decide(title, ['Ben']);
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    const lose = async () => {
      await stage.git('update-ref', '-d', `refs/heads/${branch}`);
      await stage.advance(aMinute);
      await cardSays(stage, title, 'closed without merging');
    };
    const lastAsked = () =>
      alice.thread(standingCard(stage, title)).findLast((one) => alice.plainText(one).includes('What should happen'));
    await lose();
    await threadSays(title, 'What should happen now?');
    const first = lastAsked();
    if (first === undefined) throw new Error('Nobody was asked.');
    await ben.click(first, 'Open it again');
    await stage.slack.until(() => lastPrivateAnswer(ben).includes('opening it again'), 'Ben to be told');
    await cardSays(stage, title, 'waiting to be merged');
    await threadSays(title, 'was not merged. Ben asked me to open it again.');
    expect(await questions(title)).toEqual([]);
    expect(await stage.git('for-each-ref', `refs/heads/${branch}`)).not.toBe('');

    await lose();
    const askedAgain = () => {
      const last = lastAsked();
      return last?.ts === first.ts ? undefined : last;
    };
    await stage.slack.until(() => askedAgain() !== undefined, 'to be asked once more');
    const second = askedAgain();
    if (second === undefined) throw new Error('Nobody was asked again.');
    await openFromCard(stage, alice, second, ['Withdraw the decision', 'Withdraw']);
    await alice.fill('Why', 'We start over.');
    await alice.submit();
    await cardSays(stage, title, 'Withdrawn');
    await threadSays(title, 'Alice withdrew this decision: We start over.');
    await threadSays(title, 'was not merged. Alice withdrew the decision.');
    expect(await questions(title)).toEqual([]);
  });

  it('asks what to do when its branch is gone, and takes the answer of those who may give it, once', async () => {
    const title = 'Keep it big';
    const branch = await decide(title, ['Ben']);
    const [alice, chloe] = [stage.slack.person('Alice'), stage.slack.person('Chloe')];
    await stage.git('update-ref', '-d', `refs/heads/${branch}`);
    await stage.advance(aMinute);
    await cardSays(stage, title, 'closed without merging');
    const asked = await threadSays(title, 'What should happen now?');
    expect(asked).toContain('@Alice');
    expect(asked).toContain('@Ben');
    expect(asked).not.toContain('@Chloe');
    const thread = alice.thread(standingCard(stage, title));
    const message = thread.findLast((one) => alice.plainText(one).includes('What should happen now?'));
    if (message === undefined) throw new Error('Nobody was asked.');
    expect(['Open it again', 'Withdraw the decision', 'Leave it'].every((name) => asked.includes(name))).toBe(true);

    await chloe.click(message, 'Leave it');
    await stage.slack.until(() => lastPrivateAnswer(chloe).includes('please ask'), 'Chloe to be told whom to ask');
    await Promise.all([alice.click(message, 'Leave it'), alice.click(message, 'Leave it')]);
    await threadSays(title, 'Alice left the branch');
    await threadSays(title, 'was not merged. Alice left it at that.');
    expect(await questions(title)).toEqual([]);
    await stage.slack.until(
      () => lastPrivateAnswer(alice).includes('somebody has already chosen'),
      'a second click to be refused',
    );
    expect(threadOf(stage, standingCard(stage, title)).filter((text) => text.includes('Alice left the'))).toHaveLength(
      1,
    );
  });

  it('is told to be closed by people where its branch stays, and is asked about then', async () => {
    const title = 'Keep it warm';
    const branch = await decide(title);
    const alice = stage.slack.person('Alice');
    await stage.advance(8 * 24 * 60 * aMinute);
    const reminded = await threadSays(title, 'but not whether it was closed');
    expect(reminded).toContain('It was closed');
    const thread = alice.thread(standingCard(stage, title));
    const reminder = thread.findLast((one) => alice.plainText(one).includes('but not whether it was closed'));
    if (reminder === undefined) throw new Error('Nobody was reminded.');
    await Promise.all([alice.click(reminder, 'It was closed'), alice.click(reminder, 'It was closed')]);
    await threadSays(title, `Alice says that the review of the branch \`${branch}\` was closed without merging.`);
    await cardSays(stage, title, 'closed without merging');
    await stage.slack.until(
      () => !threadOf(stage, standingCard(stage, title)).some((text) => text.includes('but not whether it was closed')),
      'the reminder to have lost its button',
    );
    expect(await questions(title)).toHaveLength(1);

    // Looking at it again changes nothing.
    await stage.advance(25 * 60 * aMinute);
    expect(await cardSays(stage, title, 'closed without merging')).toContain(branch);
    const asked = alice.thread(standingCard(stage, title)).find((one) => alice.plainText(one).includes('What should'));
    if (asked === undefined) throw new Error('Nobody was asked.');
    await alice.click(asked, 'Open it again');
    await threadSays(title, 'is there again');
    await cardSays(stage, title, 'waiting to be merged');
  });
});
