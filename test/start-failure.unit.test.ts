import { expect, it } from 'vitest';
import { wordStartFailure } from '../src/start-failure.ts';
import { ArchiveError } from '../src/workflow/ports/archive-error.ts';
import { StartError } from '../src/workflow/ports/start-error.ts';

it.each([
  [new StartError({ code: 'one connection only', seconds: 5 }), 'In PgBouncer, raise default_pool_size.'],
  [new ArchiveError({ code: 'no address' }), 'ADR_REPOSITORY is empty.'],
  [new Error('It is not for us to say.'), 'It is not for us to say.'],
  ['nothing that was foreseen', 'nothing that was foreseen'],
])('what ends Gavel is told in words: %j', (error, words) => {
  expect(wordStartFailure(error)).toContain(words);
});
