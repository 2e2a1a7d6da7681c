import { connectionOf } from '../relay/connectionOf';
import { AccountFactoryBaseline } from './AccountFactoryBaseline';

export const AccountFactoryBaselineConnection = connectionOf(AccountFactoryBaseline, {
  name: 'AccountFactoryBaseline',
  items: 'baselines',
});
export type AccountFactoryBaselineConnection = InstanceType<typeof AccountFactoryBaselineConnection>;
