import { expect, it } from 'vitest';
import { usualPublishing } from '../../../src/workflow/ports/archive/publishing.ts';
import { openStage } from '../../forge/local.ts';
import { setStage } from '../../support/gavel.ts';
import {
  ask,
  cardSays,
  look,
  openFromCard,
  pickedOption,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

const aMinute = 60_000;
const path = 'team/adrs';

const names = {
  github: { kind: 'pull request', sign: '#1', login: 'gavel', grants: undefined, rule: 'required_status_checks' },
  gitlab: {
    ...{ kind: 'merge request', sign: '!1', login: 'gavel-bot', grants: ['api', 'write_repository'] },
    rule: 'only_allow_merge_if_pipeline_succeeds',
  },
} as const;

it.each(['github', 'gitlab'] as const)('a review at %s is told as it stands there', async (dialect) => {
  await using forge = await openStage(dialect, path);
  const { kind, sign, login, grants, rule } = names[dialect];
  forge.person(login);
  forge.admin.setRole(path, login, 'write');
  const { secret } = forge.admin.createToken(login, grants ? { grants } : {});
  forge.admin.protect(path, { branch: 'main', approvals: 1, checks: ['ci'] });
  const key = { kind: 'token', token: secret } as const;
  const archive = {
    ...{ repository: forge.gitUrl(path), branch: undefined, folder: 'docs/decisions', token: secret },
    author: { name: 'Gavel', email: 'gavel@example.com' },
    publishing: {
      ...usualPublishing,
      forge: { kind: dialect, apiUrl: `${forge.apiUrl}/`, key },
      signing: undefined,
    },
  };
  await using stage = await setStage({ rateLimits: false, parts: { archive } });
  const title = 'Keep it open';
  const [alice, ben] = [stage.slack.person('Alice'), forge.person('ben')];
  await propose(stage, { title });
  const settings = () => look(stage, alice, '/adr settings');
  // The first look may come before the forge has answered what its branch demands.
  await expect.poll(settings).toContain(`Each ADR goes into a ${kind}: main takes changes by ${kind} only`);
  const unjudged = `main has a rule that I can’t judge: ${rule}. If it keeps an ADR out,`;
  expect(await settings()).toContain(unjudged);
  await alice.closeAllModals();
  await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'Go');
  await pickedOption(stage, alice);
  await alice.fill('Because', 'It is small.');
  await alice.submit();

  await cardSays(stage, title, `in review ${sign}`);
  const thread = () => threadOf(stage, standingCard(stage, title)).join('\n');
  await stage.slack.until(() => thread().includes(`so I opened ${kind} ${sign}`), 'the thread to tell of the review');
  expect(thread()).toContain(`main takes changes by ${kind} only`);
  expect(thread()).toMatch(new RegExp(`The ADR goes to .main. by ${kind}\\. ${unjudged}.*so I opened ${kind}`, 's'));
  expect(await cardSays(stage, title, 'waiting for 1 approval')).toContain(`in review ${sign}`);
  expect(await ask(stage, alice, '/adr waiting')).toContain(`${kind} ${sign}`);

  const { number = 0 } = forge.reviews(path)[0] ?? {};
  ben.approve(path, number);
  await stage.advance(aMinute);
  await cardSays(stage, title, 'approved, not merged yet');
  forge.admin.unprotect(path, 'main');
  await forge.person('ann').merge(path, number);
  await forge.settled();
  await stage.advance(aMinute);
  await cardSays(stage, title, 'Published as');
  await stage.slack.until(() => thread().includes('was merged'), 'the thread to tell that it was merged');
});
