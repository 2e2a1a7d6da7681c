import type { Settings } from '../settings';

/** Why the process did not start, in a sentence for its operator that says which setting to change. */
export const explainStartFailure = (error: unknown, settings: Pick<Settings, 'host' | 'port'>): string => {
  const { code, port } = error as { code?: unknown; port?: unknown };
  const name = port === settings.port ? 'PORT' : 'EMULATOR_PORT';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use: stop what listens there, or set ${name}.`;
    case 'EACCES':
      return `Port ${String(port)} may not be used by this user: set ${name} to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST must be an address of this machine, but got ${JSON.stringify(settings.host)}.`;
    default:
      return error instanceof Error ? error.message : String(error);
  }
};
