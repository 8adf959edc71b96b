import { makeSecretKey, type SecretKey } from './store/workspace/seal.ts';

const howToMakeOne = 'Make one with: openssl rand -base64 32';

/**
 * The keys of GAVEL_SECRET_KEY, separated by commas or spaces. Mistakes are added to `problems`, without any part of a
 * key.
 */
export function readSecretKeys(value: string | undefined, problems: string[]): readonly SecretKey[] {
  const written = (value ?? '').split(/[\s,]+/).filter(Boolean);
  const keys: SecretKey[] = [];
  if (value !== undefined && written.length === 0) problems.push(`GAVEL_SECRET_KEY has no key in it. ${howToMakeOne}`);
  for (const [index, text] of written.entries()) {
    const which = written.length === 1 ? 'GAVEL_SECRET_KEY' : `Key ${index + 1} of GAVEL_SECRET_KEY`;
    const bytes = /^[A-Za-z\d+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
    if (bytes === undefined) problems.push(`${which} is not written in base64. ${howToMakeOne}`);
    else if (bytes.length !== 32)
      problems.push(`${which} has ${bytes.length} bytes. A key must have 32. ${howToMakeOne}`);
    else keys.push(makeSecretKey(bytes));
  }
  return keys;
}
