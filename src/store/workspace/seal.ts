import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { SealTrouble } from '../../workflow/ports/installations.ts';

/** A key that tokens are sealed with. It never shows in a log: Node prints only that it is a key. */
export interface SecretKey {
  /** Identifies the key that sealed something, and reveals nothing about it. */
  readonly id: string;
  readonly key: KeyObject;
}

/** The number of bytes in a key (AES-256). */
const keyBytes = 32;

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** A key from these bytes. Throws RangeError unless there are 32. */
export function makeSecretKey(bytes: Buffer): SecretKey {
  if (bytes.length !== keyBytes) throw new RangeError(`A key must have ${keyBytes} bytes.`);
  const id = createHash('sha256').update('gavel secret key').update(bytes).digest('hex').slice(0, 12);
  return { id, key: createSecretKey(bytes) };
}

/** Seals a secret, so that it can be opened only with this key and for this purpose. */
export function seal(secret: string, { key }: SecretKey, purpose: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
}

/** A secret that was sealed with the key of this id for this purpose, or why it can't be opened. */
export function unseal(
  sealed: Buffer,
  { keys, keyId, purpose }: { readonly keys: readonly SecretKey[]; readonly keyId: string; readonly purpose: string },
): { readonly secret: string; readonly trouble: undefined } | { readonly trouble: SealTrouble } {
  const found = keys.find(({ id }) => id === keyId);
  if (!found) return { trouble: 'unknown key' };
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  try {
    const opening = createDecipheriv(cipher, found.key, nonce, { authTagLength: tagBytes })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(tag);
    const text = Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]);
    return { secret: text.toString('utf8'), trouble: undefined };
  } catch {
    // Node's message helps nobody, and is about the secret.
    return { trouble: 'damaged' };
  }
}
