import { describe, expect, it } from 'vitest';
import type { PersonKind } from '../../src/decision/person.ts';
import {
  audienceOf,
  mayRunImport,
  maySee,
  maySetUp,
  mayUseCommands,
  seesFromOutside,
} from '../../src/policy/rights.ts';

const kinds: readonly (PersonKind | undefined)[] = ['member', 'guest', 'outsider', 'bot', 'deactivated', undefined];

/** Those of all kinds of people who may do something; `unknown` for those of whom Slack tells nothing. */
function whoMay(may: (viewer: { kind: PersonKind | undefined }) => boolean): string[] {
  return kinds.filter((kind) => may({ kind })).map((kind) => kind ?? 'unknown');
}

const [open, secret] = [{ isPrivate: false }, { isPrivate: true }];

describe('what somebody is to the workspace decides', () => {
  it('whether they see a channel: in a public one members always, in any channel whoever is in it', () => {
    expect(whoMay((viewer) => maySee(viewer, open, false))).toEqual(['member']);
    expect(whoMay((viewer) => seesFromOutside(viewer, open))).toEqual(['member']);
    expect(whoMay((viewer) => maySee(viewer, open, true))).toEqual(['member', 'guest', 'outsider', 'unknown']);
    expect(whoMay((viewer) => maySee(viewer, secret, true))).toEqual(['member', 'guest', 'outsider', 'unknown']);
    expect(whoMay((viewer) => maySee(viewer, secret, false))).toEqual([]);
    expect(whoMay((viewer) => seesFromOutside(viewer, secret))).toEqual([]);
  });

  it('whether they read the repository, and whether they have it read', () => {
    expect(whoMay(mayUseCommands)).toEqual(['member', 'guest']);
    expect(whoMay(mayRunImport)).toEqual(['member']);
  });

  it('whether they set up a channel: members who are in it', () => {
    expect(whoMay((viewer) => maySetUp(viewer, true))).toEqual(['member']);
    expect(whoMay((viewer) => maySetUp(viewer, false))).toEqual([]);
  });
});

describe('what a channel is told of', () => {
  it('is less where guests read, and least where other organizations do', () => {
    expect(audienceOf(false, true)).toBe('all that is public');
    expect(audienceOf(false, false)).toBe('own decisions and the repository');
    expect(audienceOf(true, true)).toBe('own decisions');
    expect(audienceOf(true, false)).toBe('own decisions');
  });
});
