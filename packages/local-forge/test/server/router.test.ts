import { Router } from '@gavel/local-forge/server/router.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const router = new Router([
  { method: 'GET', path: '/projects/:id/merge_requests/:iid', handler: 'one' },
  { method: 'GET', path: '/repos/:owner/:repo/git/ref/*ref', handler: 'ref' },
  { method: 'PATCH', path: '/repos/:owner/:repo/git/ref/*ref', handler: 'move' },
]);

describe('a route', () => {
  it('has the parameters of its path, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (id, iid) => {
        const found = router.match('GET', `/projects/${encodeURIComponent(id)}/merge_requests/${iid}`);
        expect(found).toMatchObject({ route: { handler: 'one' }, parameters: { id, iid: String(iid) } });
      }),
    );
  });

  it('takes the rest of the path, with its slashes', () => {
    const match = router.match('PATCH', '/repos/a/b/git/ref/heads/x/y%20z');
    expect(match).toMatchObject({ route: { handler: 'move' }, parameters: { ref: 'heads/x/y z' } });
  });

  it('is not found for another path, and only its methods are for another method', () => {
    expect(router.match('GET', '/projects/1')).toEqual({ methods: [] });
    expect(router.match('GET', '/projects/%E0%A4%A/merge_requests/1')).toEqual({ methods: [] });
    expect(router.match('GET', '/repos/a/b/git/ref/')).toEqual({ methods: [] });
    expect(router.match('DELETE', '/repos/a/b/git/ref/heads/x')).toEqual({ methods: ['GET', 'PATCH'] });
  });
});
