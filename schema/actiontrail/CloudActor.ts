import { Field, ID, ObjectType } from 'type-graphql';
import type { HashedParameters } from '../../src/json/hashParameters';
import type { EventRecord } from '../../src/operations/actiontrail/EventRecord';
import { Requires } from '../access';
import { defineEnum } from '../enumValue';
import { presentText } from '../scalars/present';

export type ActorKind = 'ROOT' | 'RAM_USER' | 'ROLE_SESSION' | 'SSO_USER' | 'SERVICE' | 'UNKNOWN';

export const CloudActorKind = defineEnum<ActorKind>('CloudActorKind', 'What kind an identity is of.', {
  ROOT: 'The root user of an account.',
  RAM_USER: 'A RAM user.',
  ROLE_SESSION: 'A session of a role.',
  SSO_USER: 'A person who signed in through CloudSSO, in a role that CloudSSO made.',
  SERVICE: 'A service of Alibaba Cloud, by itself or in a service-linked role.',
  UNKNOWN: 'A value that this gateway does not know yet: see `rawKind`.',
});

/** Who did something in the cloud. Names are personal data. */
@ObjectType({ simpleResolvers: true, description: 'Who did something in the cloud.' })
export class CloudActor {
  /** Not a field: the account whose trail it is from. */
  readonly ownerAccountId!: string;
  @Field(() => CloudActorKind, { description: 'What kind of identity it is.' })
  readonly kind!: ActorKind;

  @Field(() => String, {
    description: 'The value of `kind` as the upstream returned it. Empty if it returned none.',
  })
  readonly rawKind!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The account of the identity. For a role, the account that owns the role. Null for the cloud itself.',
  })
  readonly accountId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The ID of the user or of the role. Null if it is not known.' })
  readonly principalId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the user. Null if it is no user. It needs the scope `governance:actors`.',
  })
  @Requires({ scope: 'governance:actors' })
  readonly userName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the session of the role is called, often the name of a person. Null if it is no role. It needs the scope `governance:actors`.',
  })
  @Requires({ scope: 'governance:actors' })
  readonly sessionName!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the role. Null if it is no role.' })
  readonly roleName!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The account from which the role was assumed. Null if it is not known.',
  })
  readonly assumedFromAccountId!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a second factor was used at sign-in. Null if it is not known.',
  })
  readonly mfaAuthenticated!: boolean | null;

  static fromRecord({ userIdentity, requestParameters }: EventRecord, ownerAccountId: string): CloudActor {
    const rawKind = userIdentity?.type ?? '';
    const isRole = rawKind === 'assumed-role';
    const [roleInName = '', ...sessionInName] = (userIdentity?.userName ?? '').split(':');
    const roleName = isRole ? presentText(userIdentity?.roleName ?? roleInName) : null;
    const [principal, ...sessionInPrincipal] = (userIdentity?.principalId ?? '').split(':');
    const session = userIdentity?.sessionContext?.sessionName ?? sessionInName.join(':');
    const mfa = userIdentity?.sessionContext?.attributes?.mfaAuthenticated;
    const { assumedFrom } = (requestParameters ?? {}) as Partial<HashedParameters>;
    return Object.assign(new CloudActor(), {
      ownerAccountId,
      kind: kindOf(rawKind, roleName),
      rawKind,
      accountId: userIdentity?.accountId ?? null,
      principalId: presentText(isRole ? principal : userIdentity?.principalId),
      userName: rawKind === 'ram-user' ? presentText(userIdentity?.userName) : null,
      sessionName: isRole ? presentText(session === '' ? sessionInPrincipal.join(':') : session) : null,
      roleName,
      // A role that was taken by SAML shows this number in place of an account.
      assumedFromAccountId: assumedFrom === undefined || assumedFrom === '10001' ? null : assumedFrom,
      mfaAuthenticated: mfa === 'true' ? true : mfa === 'false' ? false : null,
    } satisfies CloudActor);
  }
}

function kindOf(rawKind: string, roleName: string | null): ActorKind {
  switch (rawKind) {
    case 'root-account':
      return 'ROOT';
    case 'ram-user':
      return 'RAM_USER';
    case 'system':
      return 'SERVICE';
    case 'assumed-role':
      if (roleName?.startsWith('AliyunReservedSSO-')) return 'SSO_USER';
      return roleName?.startsWith('AliyunServiceRoleFor') ? 'SERVICE' : 'ROLE_SESSION';
    default:
      return 'UNKNOWN';
  }
}
