import { accessPolicyJsonSchema } from '../access/AccessPolicy';
import type { GeneratedFile } from './GeneratedFile';

/** `docs/access-policy.schema.json`: what `ACCESS_POLICY_FILE` may hold, for editors. */
export const accessPolicySchema = (): GeneratedFile => ({
  path: 'docs/access-policy.schema.json',
  content: `${JSON.stringify(accessPolicyJsonSchema(), null, 2)}\n`,
});
