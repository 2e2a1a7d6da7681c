/**
 * What a mutation is about, and which state it leads to: enough to find out later, by reading, whether it was carried out. It has
 * names and IDs, and nothing else of the input.
 */
export type Subject =
  | { readonly kind: 'recorder'; readonly accountId: string; readonly wanted: 'ON' | 'OFF' }
  | { readonly kind: 'recordedTypes'; readonly accountId: string; readonly resourceTypes: readonly string[] }
  | { readonly kind: 'enterpriseEdition'; readonly accountId: string }
  | { readonly kind: 'directory'; readonly accountId: string }
  | { readonly kind: 'enrollment'; readonly accountId: string }
  | { readonly kind: 'newAccount'; readonly accountNamePrefix: string; readonly displayName: string };
