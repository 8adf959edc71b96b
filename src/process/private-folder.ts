import { chmod, mkdir, stat } from 'node:fs/promises';

const forItsOwnerAlone = 0o700;

/** Creates a folder that only its owner may enter, unless it exists. An existing one stays as its creator wants it. */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: forItsOwnerAlone });
}

/**
 * Creates a folder of our own, or removes everybody else’s access to it, since earlier versions let all users read it.
 * A folder that belongs to another user was set up that way on purpose.
 */
export async function keepPrivateFolder(path: string): Promise<void> {
  await makePrivateFolder(path);
  const { mode, uid } = await stat(path);
  if ((mode & 0o077) !== 0 && uid === process.getuid?.()) await chmod(path, forItsOwnerAlone);
}
