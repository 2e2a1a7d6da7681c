/** Where a process listens. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  /** The setting that names the port. */
  readonly portSetting: string;
  /** The setting that names the address. Defaults to `HOST`. */
  readonly hostSetting?: string;
}

/**
 * Explains to an operator why the process did not start, and which setting to change, in one sentence.
 *
 * @param listening every server of the process. The first explains what names no port.
 */
export const explainStartFailure = (error: unknown, listening: readonly [Listening, ...Listening[]]): string => {
  const {
    code,
    port,
    hostname,
    address = hostname,
  } = error as Partial<Record<'code' | 'port' | 'address' | 'hostname', unknown>>;
  const named = listening.filter((server) => server.port === port);
  const {
    host,
    portSetting,
    hostSetting = 'HOST',
  } = named.find((server) => server.host === address) ??
  named[0] ??
  listening.find((server) => server.host === address) ??
  listening[0];
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use. Stop the process that listens there, or set ${portSetting}.`;
    case 'EACCES':
      return `This user may not listen on port ${String(port)}. Set ${portSetting} to a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${hostSetting} must be an address of this machine, but got ${JSON.stringify(host)}.`;
    default:
      return error instanceof Error ? error.message : String(error);
  }
};
