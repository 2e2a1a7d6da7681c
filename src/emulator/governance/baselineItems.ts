/** One item that baselines can be made of. */
interface KnownBaselineItem {
  /** Items that must be applied first. */
  readonly dependsOn: readonly string[];
}

/**
 * The baseline items that the account factory offers, by name.
 *
 * The names are those of public documents and clients; that the VPC item needs the subscriptions is taken from the
 * example of ListAccountFactoryBaselineItems.
 */
export const knownBaselineItems: ReadonlyMap<string, KnownBaselineItem> = new Map([
  ['ACS-BP_ACCOUNT_FACTORY_ACCOUNT_NOTIFICATION', { dependsOn: [] }],
  ['ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY', { dependsOn: [] }],
  ['ACS-BP_ACCOUNT_FACTORY_RAM_SECURITY_PREFERENCE', { dependsOn: [] }],
  ['ACS-BP_ACCOUNT_FACTORY_RAM_DEFAULT_DOMAIN', { dependsOn: [] }],
  ['ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES', { dependsOn: [] }],
  ['ACS-BP_ACCOUNT_FACTORY_VPC', { dependsOn: ['ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES'] }],
]);
