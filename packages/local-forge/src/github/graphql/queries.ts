import { numberOf, stamp } from '../shapes/context.ts';
import { GraphqlError, type GraphqlObject } from './execute.ts';
import { type Asker, actorObject, may, pullObject, repositoryObject } from './objects.ts';

/** What can be asked. */
export function queryRoot(asker: Asker): GraphqlObject {
  const { world } = asker.call;
  return {
    type: 'Query',
    fields: {
      viewer: () => actorObject(asker, asker.caller.account.login),
      repository: ({ owner, name }) => {
        const path = `${String(owner)}/${String(name)}`;
        const repository = world.repository(path) ?? world.renamed(path);
        if (repository === undefined || !may(asker, repository, 'metadata', 'read')) {
          throw new GraphqlError('NOT_FOUND', `Could not resolve to a Repository with the name '${path}'.`);
        }
        return repositoryObject(asker, repository);
      },
      node: ({ id }) => {
        const text = String(id);
        const number = numberOf('PR', text);
        for (const repository of world.state.repositories) {
          const review = repository.reviews.find((each) => each.id === number);
          if (review !== undefined && may(asker, repository, 'pull_requests', 'read')) {
            return pullObject(asker, repository, review);
          }
          if (repository.id === numberOf('R', text) && may(asker, repository, 'metadata', 'read')) {
            return repositoryObject(asker, repository);
          }
        }
        throw new GraphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${text}'`);
      },
      rateLimit: () => ({
        type: 'RateLimit',
        fields: { cost: () => 1, limit: () => 5000, remaining: () => 4999, resetAt: () => stamp(world.now()) },
      }),
    },
  };
}
