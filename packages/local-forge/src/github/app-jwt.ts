import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { App } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './api/errors.ts';

/** The longest life of a JWT, in seconds. GitHub is strict about it. */
const longestLife = 600;
/** How far ahead of GitHub's clock `iat` may be, in seconds. */
const tolerance = 60;

/** Finds the App that has signed a JWT. Throws ApiError in GitHub's words if the JWT is no good. */
export async function appOf(world: World, token: string): Promise<App> {
  const now = Math.floor(world.clock.now().getTime() / 1000);
  const { exp, iat, iss } = claimsOf(token);
  if (typeof exp !== 'number' || !Number.isInteger(exp) || exp <= now) {
    throw new ApiError(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + longestLife) throw new ApiError(401, "'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== 'number' || !Number.isInteger(iat) || iat > now + tolerance) {
    throw new ApiError(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (iss === undefined) throw new ApiError(401, "'Issuer' claim ('iss') must be an Integer");
  const app = world.state.apps.find((each) => each.clientId === String(iss) || String(each.id) === String(iss));
  if (app === undefined) throw new ApiError(404, 'Integration not found');
  try {
    await jwtVerify(token, createPublicKey(app.publicKey), {
      algorithms: ['RS256'],
      currentDate: world.clock.now(),
      clockTolerance: tolerance,
    });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw undecodable();
    throw error;
  }
  return app;
}

/** Whether a bearer token is a JWT. Installation tokens may contain one, but don't begin with it. */
export function isJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) && token.startsWith('ey');
}

function claimsOf(token: string): { readonly exp?: unknown; readonly iat?: unknown; readonly iss?: unknown } {
  try {
    if (decodeProtectedHeader(token).alg !== 'RS256') throw undecodable();
    return decodeJwt(token);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw undecodable();
  }
}

function undecodable(): ApiError {
  return new ApiError(401, 'A JSON web token could not be decoded');
}
