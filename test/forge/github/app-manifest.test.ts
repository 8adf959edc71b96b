import { describe, expect, it } from 'vitest';
import { appManifest } from '../../../src/forge/github/app-manifest.ts';

const choices = {
  name: 'Gavel of the team',
  url: 'https://gavel.example.com',
  redirectUrl: 'https://gavel.example.com/x',
};

describe('appManifest', () => {
  it('asks for what Gavel needs, and no more', () => {
    expect(appManifest({ ...choices, webhookUrl: 'https://gavel.example.com/webhooks/github' })).toEqual({
      name: 'Gavel of the team',
      url: 'https://gavel.example.com',
      hook_attributes: { url: 'https://gavel.example.com/webhooks/github', active: true },
      redirect_url: 'https://gavel.example.com/x',
      public: false,
      default_permissions: { contents: 'write', metadata: 'read', pull_requests: 'write' },
      default_events: ['pull_request', 'pull_request_review', 'push', 'repository'],
    });
  });

  it('leaves webhooks out where Gavel can not be reached', () => {
    expect(appManifest({ ...choices, webhookUrl: undefined })).toMatchObject({
      hook_attributes: { active: false },
      default_events: [],
    });
  });
});
