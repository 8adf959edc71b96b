import { chmod, mkdir, stat } from 'node:fs/promises';

const forItsOwnerAlone = 0o700;

/** Makes a folder, where there is none, that only its owner may enter. One that is there stays as whoever made it wants it. */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: forItsOwnerAlone });
}

/**
 * Makes a folder of our own, or takes everybody else’s rights to it away: earlier versions made it for all to read.
 * One that belongs to another user was made by somebody who wanted it so.
 */
export async function keepPrivateFolder(path: string): Promise<void> {
  await makePrivateFolder(path);
  const { mode, uid } = await stat(path);
  if ((mode & 0o077) !== 0 && uid === process.getuid?.()) await chmod(path, forItsOwnerAlone);
}
