import { isLoopbackName } from '../process/loopback';

/** Where a gateway listens, and whether real accounts can be changed. */
interface Reach {
  readonly host: string;
  readonly upstream: string;
  readonly mutations: boolean;
}

/** Why a gateway needs to authenticate its callers. Undefined if only this machine reaches it and no real account changes. */
export const reasonToAuthenticate = ({ host, upstream, mutations }: Reach): string | undefined => {
  if (!isLoopbackName(host)) return `HOST is ${host}, so that other machines reach the port`;
  return upstream === 'alibaba-cloud' && mutations
    ? 'MUTATIONS is on and UPSTREAM is alibaba-cloud, so that whoever reaches the port can change real accounts'
    : undefined;
};

/** Explains to an operator what anyone may do without authentication. Undefined if that is harmless, or not so. */
export const explainOpenAccess = (
  settings: Reach & { readonly access: { readonly authentication: string } },
): string | undefined => {
  const reason = settings.access.authentication === 'none' ? reasonToAuthenticate(settings) : undefined;
  if (reason === undefined) return undefined;
  const rights = settings.mutations ? 'read and change' : 'read';
  const accounts = settings.upstream === 'emulator' ? 'all demo data' : 'every account';
  return `AUTHENTICATION is none, and ${reason}. Anyone who reaches it may ${rights} ${accounts}.`;
};
