import { asObject, asText } from '@gavel/local-server/json.ts';
import type { Answer } from '../../server/router.ts';
import { answer, type Call } from '../api/call.ts';
import { ApiError } from '../api/errors.ts';
import { execute } from './execute.ts';
import { mutationRoot } from './mutations.ts';
import { queryRoot } from './queries.ts';

/** Answers a request of the GraphQL API. Errors of what is asked come with 200, as GitHub's do. */
export async function answerGraphql(call: Call): Promise<Answer> {
  const { who, request, body } = call;
  if (request.method !== 'POST') throw new ApiError(404, 'Not Found');
  if (who === 'nobody') {
    throw new ApiError(401, 'This endpoint requires you to be authenticated.');
  }
  if (!('caller' in who)) throw new ApiError(401, 'Bad credentials');
  const query = asText(body.query);
  if (query === undefined)
    return answer({ errors: [{ message: 'A query attribute must be specified and must be a string.' }] });
  const asker = { call, caller: who.caller };
  const roots = { query: queryRoot(asker), mutation: mutationRoot(asker) };
  return answer(await execute(roots, query, asObject(body.variables)));
}
