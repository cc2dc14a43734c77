import { chmod, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A folder for each connection's session, readable by this account alone. */
export class SessionFolders {
  constructor(private readonly dataFolder: string) {}

  /** @returns its absolute path; made when it is not there */
  async open(connectionId: string): Promise<string> {
    const folder = this.pathOf(connectionId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // One that was restored from a backup may be open to others.
    await chmod(folder, 0o700);
    return folder;
  }

  async remove(connectionId: string): Promise<void> {
    await rm(this.pathOf(connectionId), { recursive: true, force: true });
  }

  private pathOf(connectionId: string): string {
    return path.resolve(this.dataFolder, 'sessions', connectionId);
  }
}
