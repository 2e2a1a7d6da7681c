import { connectionOf } from '../relay/connectionOf';
import { AccountGroup } from './AccountGroup';

export const AccountGroupConnection = connectionOf(AccountGroup, { name: 'AccountGroup', items: 'account groups' });
export type AccountGroupConnection = InstanceType<typeof AccountGroupConnection>;
