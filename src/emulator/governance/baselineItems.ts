/** One item that baselines can be made of. */
interface KnownBaselineItem {
  /** Items that must be applied first. */
  readonly dependsOn: readonly string[];
  readonly description: string;
}

/**
 * The baseline items that the account factory offers, by name.
 *
 * The names are those of public documents and clients; that the VPC item needs the subscriptions is taken from the
 * example of ListAccountFactoryBaselineItems.
 */
export const knownBaselineItems: ReadonlyMap<string, KnownBaselineItem> = new Map([
  [
    'ACS-BP_ACCOUNT_FACTORY_ACCOUNT_NOTIFICATION',
    { dependsOn: [], description: 'contacts that are told of events of the account' },
  ],
  ['ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY', { dependsOn: [], description: 'password rules for RAM users' }],
  ['ACS-BP_ACCOUNT_FACTORY_RAM_SECURITY_PREFERENCE', { dependsOn: [], description: 'how RAM users sign in' }],
  ['ACS-BP_ACCOUNT_FACTORY_RAM_DEFAULT_DOMAIN', { dependsOn: [], description: 'default domain of RAM users' }],
  [
    'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES',
    { dependsOn: [], description: 'services that are activated for the account' },
  ],
  [
    'ACS-BP_ACCOUNT_FACTORY_VPC',
    { dependsOn: ['ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES'], description: 'network of the account' },
  ],
]);
