import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { folderAt } from '../../analysis/chooseRepository';

/**
 * The folders that may be asked about: those of the command line, else the roots of the client, else the folder that the
 * server was started in. Roots are asked for once, and again when the client says that they changed.
 */
export class ClientRepositories {
  private roots: Promise<readonly string[]> | null = null;

  constructor(
    private readonly server: Server,
    private readonly named: readonly string[],
    private readonly folder: string,
    private readonly log: (line: string) => void,
  ) {
    server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
      this.roots = null;
    });
  }

  async list(): Promise<readonly string[]> {
    if (this.named.length > 0) return this.named;
    this.roots ??= this.askForRoots();
    const roots = await this.roots;
    return roots.length > 0 ? roots : [this.folder];
  }

  private async askForRoots(): Promise<readonly string[]> {
    if (this.server.getClientCapabilities()?.roots === undefined) return [];
    try {
      const { roots } = await this.server.listRoots();
      return roots.flatMap(({ uri }) => folderAt(uri) ?? []);
    } catch (error) {
      this.log(`The client did not say what it has open: ${error instanceof Error ? error.message : String(error)}`);
      this.roots = null;
      return [];
    }
  }
}
