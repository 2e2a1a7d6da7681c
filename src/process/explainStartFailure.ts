/** Where a process listens. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  /** The setting that names the port. */
  readonly portSetting: string;
}

/**
 * Explains to an operator why the process did not start, and which setting to change, in one sentence.
 *
 * @param listening every server of the process. The first explains what names no port.
 */
export const explainStartFailure = (error: unknown, listening: readonly [Listening, ...Listening[]]): string => {
  const { code, port } = error as { code?: unknown; port?: unknown };
  const { host, portSetting } = listening.find((server) => server.port === port) ?? listening[0];
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use. Stop the process that listens there, or set ${portSetting}.`;
    case 'EACCES':
      return `This user may not listen on port ${String(port)}. Set ${portSetting} to a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST must be an address of this machine, but got ${JSON.stringify(host)}.`;
    default:
      return error instanceof Error ? error.message : String(error);
  }
};
