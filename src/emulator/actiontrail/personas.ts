import { roleId, userId } from '../world/principals';
import type { TrailIdentity } from './TrailEvent';

/** Somebody who works in the accounts of a world, and with what. */
export interface Persona {
  readonly identity: TrailIdentity;
  readonly userAgent: string;
  readonly sourceIp?: string;
}

const agents = {
  console: 'AliyunConsole',
  ecsConsole: 'ecs.console.aliyun.com',
  terraform:
    'AlibabaCloud (linux; amd64) Golang/1.21.6 Core/1.62.0 TeaDSL/1 HashiCorp-Terraform/1.8.2 Terraform-Provider/1.223.0',
  cli: 'aliyun-cli/3.0.198',
  sdk: 'AlibabaCloud (linux; amd64) Python/3.11.4 Core/2.14.0',
} as const;

const user = (accountId: string, userName: string, mfa?: boolean): TrailIdentity => ({
  type: 'ram-user',
  accountId,
  principalId: userId(accountId, userName),
  userName,
  mfa,
});

const session = (accountId: string, roleName: string, sessionName: string, assumedFrom?: string): TrailIdentity => ({
  type: 'assumed-role',
  accountId,
  principalId: `${roleId(accountId, roleName)}:${sessionName}`,
  roleName,
  sessionName,
  assumedFrom,
});

/** The RAM user of an account to which a deployment tool belongs. */
export const ciUser = 'ci-deploy';

/** The people and programs of an account. The same number gives the same one. */
export function personaOf(accountId: string, managementAccountId: string, lot: number): Persona {
  const people: readonly Persona[] = [
    { identity: user(accountId, 'zhang.wei', true), userAgent: agents.console, sourceIp: '203.0.113.24' },
    { identity: user(accountId, ciUser), userAgent: agents.terraform, sourceIp: '198.51.100.7' },
    {
      identity: session(accountId, 'PlatformAdmin', 'li.na', managementAccountId),
      userAgent: agents.ecsConsole,
      sourceIp: '203.0.113.31',
    },
    {
      identity: session(accountId, 'AliyunReservedSSO-Operators', 'amir.khan@example.com', managementAccountId),
      userAgent: agents.console,
      sourceIp: '203.0.113.77',
    },
    { identity: user(accountId, 'night-shift'), userAgent: agents.cli, sourceIp: '198.51.100.19' },
    { identity: session(accountId, 'AutoScaler', 'scaler-7'), userAgent: agents.sdk, sourceIp: '10.20.0.8' },
    {
      identity: { type: 'root-account', accountId, principalId: accountId, mfa: true },
      userAgent: agents.console,
      sourceIp: '192.0.2.44',
    },
    { identity: { type: 'system' }, userAgent: '', sourceIp: 'Internal' },
  ];
  return people[lot % people.length] ?? { identity: { type: 'system' }, userAgent: '' };
}
