import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { checkMayUseTools } from '../access/access.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { PersonalToken } from '../ports/records/tokens.ts';

const day = 24 * 60 * 60 * 1_000;

/** How long a token works, in days. */
const tokenDays = 90;

/** How many tokens that work a person may have. */
export const mostTokens = 10;

/** The parts of a token that somebody's program sent. */
interface SentToken {
  readonly teamId: string;
  readonly id: string;
  readonly secret: string;
}

const form = /^gavel_([A-Z0-9]{1,20})_([0-9a-f]{12})_([0-9a-f]{64})$/;

/** Takes a token apart; undefined for anything else. The workspace and the id only say where to look. */
export function readToken(text: string): SentToken | undefined {
  const [, teamId, id, secret] = form.exec(text) ?? [];
  return teamId && id && secret ? { teamId, id, secret } : undefined;
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** How a token is recognized by its person, without its secret. */
export function tokenHint({ teamId, id }: Pick<PersonalToken, 'teamId' | 'id'>): string {
  return `gavel_${teamId}_${id}_…`;
}

/** The tokens of a person that work now, newest first. Throws RuleBroken and ChatError. */
export async function listTokens(ports: Ports, actor: Actor): Promise<readonly PersonalToken[]> {
  await checkMayUseTools(ports, actor);
  return ports.store.read.tokens.listLive(actor, ports.now());
}

/**
 * Makes a token for a person and returns it: this is the only time that it is known. Undefined if they have too many.
 * Throws RuleBroken and ChatError.
 */
export async function makeToken(ports: Ports, actor: Actor): Promise<string | undefined> {
  const live = await listTokens(ports, actor);
  if (live.length >= mostTokens) return undefined;
  const [id, secret] = [randomBytes(6).toString('hex'), randomBytes(32).toString('hex')];
  const madeAt = ports.now();
  const expiresAt = new Date(madeAt.getTime() + tokenDays * day);
  const { teamId, userId } = actor;
  const token = { id, teamId, userId, secretHash: hash(secret), madeAt, expiresAt, revokedAt: undefined };
  await ports.store.read.tokens.add(token);
  await planHomes(ports, ports.store.read);
  ports.log.info({ user: userId, token: id }, 'Somebody made a personal token.');
  return `gavel_${teamId}_${id}_${secret}`;
}

/** Revokes a token of a person's own. Nobody needs a right for that. */
export async function revokeToken(ports: Ports, actor: Actor, id: string): Promise<void> {
  await ports.store.read.tokens.revoke(actor, id, ports.now());
  await planHomes(ports, ports.store.read);
  ports.log.info({ user: actor.userId, token: id }, 'Somebody revoked a personal token.');
}

/** Whose token this is, or why it doesn't work. */
export type TokenCheck = { readonly actor: Actor } | { readonly trouble: 'unknown' | 'revoked' | 'expired' };

/** Checks a token that somebody's program sent. Whether its person may still see anything is not part of that. */
export async function checkToken(ports: Ports, { teamId, id, secret }: SentToken): Promise<TokenCheck> {
  const token = await ports.store.read.tokens.find(teamId, id);
  // Compares also what can't fit, so that an unknown id takes as long as a wrong secret.
  const known = Buffer.from(token?.secretHash ?? hash(''), 'hex');
  const fits = timingSafeEqual(known, Buffer.from(hash(secret), 'hex'));
  if (token === undefined || !fits) return { trouble: 'unknown' };
  if (token.revokedAt !== undefined) return { trouble: 'revoked' };
  if (token.expiresAt <= ports.now()) return { trouble: 'expired' };
  return { actor: { teamId, userId: token.userId } };
}
