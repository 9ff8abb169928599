export interface ServerOptions {
  /** The project's folder. */
  root: string;
  /** Where the server keeps its files. */
  dataFolder: string;
  /** The user's profile; inside `dataFolder` when not given. */
  userFolder?: string;
  /** Installed extensions; inside `dataFolder` when not given. */
  extensionsFolder?: string;
  /** User settings above the quiet ones, written only into a profile that has none. */
  settings?: Readonly<Record<string, unknown>>;
  /** Further arguments of the server. */
  args?: readonly string[];
}

export interface Server {
  readonly port: number;
  /** Address of the workbench; `folder` in the query opens a folder. */
  address(query: Readonly<Record<string, string>>): string;
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

export function serverCommand(root: string): { program: string; args: string[] };
export function installExtension(root: string, extensionsFolder: string): void;
export function startServer(options: ServerOptions): Promise<Server>;
