import { Field, ID, ObjectType } from 'type-graphql';
import type { EventRecord } from '../../src/operations/actiontrail/EventRecord';
import { Requires } from '../access';
import { defineEnum } from '../enumValue';
import { DateTime } from '../scalars';
import { presentText } from '../scalars/present';
import { CloudActor } from './CloudActor';

export type AuditEventKind = 'API_CALL' | 'CONSOLE_ACTION' | 'SERVICE_ACTION' | 'UNKNOWN';

export const CloudAuditEventKind = defineEnum<AuditEventKind>(
  'CloudAuditEventKind',
  'What kind an event of the audit trail is of.',
  {
    API_CALL: 'A call of an API, by whatever client. Most of what is done in a console is that.',
    CONSOLE_ACTION: 'Something done in a console, or on a page for buying, that calls no public API.',
    SERVICE_ACTION: 'Something that the cloud did itself, such as releasing an expired instance.',
    UNKNOWN: 'A value that this gateway does not know yet: see `rawKind`.',
  },
);

export type AuditClient = 'CONSOLE' | 'TERRAFORM' | 'CLI' | 'SDK' | 'SERVICE' | 'UNKNOWN';

export const CloudAuditClient = defineEnum<AuditClient>('CloudAuditClient', 'What kind of client was used.', {
  CONSOLE: 'A console of Alibaba Cloud.',
  TERRAFORM: 'Terraform, whose provider says so.',
  CLI: 'The command line of Alibaba Cloud.',
  SDK: 'An SDK, or a program that signs its own requests.',
  SERVICE: 'A service of Alibaba Cloud.',
  UNKNOWN: 'The event does not say.',
});

/** An entry of the audit trail, without what was sent and what was answered: both can hold secrets. */
@ObjectType({
  simpleResolvers: true,
  description:
    'An event of the audit trail. What was sent and what was answered is never returned, because both can hold secrets.',
})
export class CloudAuditEvent {
  /** Not a field: the account whose trail it is from, in which its personal data may be seen or not. */
  readonly ownerAccountId!: string;
  @Field(() => ID, { description: 'ActionTrail’s ID of the event.' })
  readonly eventId!: string;

  @Field(() => DateTime, { description: 'When it happened, to the second.' })
  readonly occurredAt!: Date;

  @Field(() => String, {
    description: 'What was called, as the upstream names it. For an order or a sign-in a word for it, such as `Renew`.',
  })
  readonly operation!: string;

  @Field(() => String, { description: 'The product, as ActionTrail spells it, such as `Ecs`. Empty if unknown.' })
  readonly service!: string;

  @Field(() => CloudAuditEventKind, { description: 'What kind of event it is.' })
  readonly kind!: AuditEventKind;

  @Field(() => String, {
    description: 'The value of `kind` as the upstream returned it. Empty if it returned none.',
  })
  readonly rawKind!: string;

  @Field(() => String, { nullable: true, description: 'The region of the event. Null if it does not say.' })
  readonly region!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The request ID of the call, for the support desk of its product. Null if it has none.',
  })
  readonly requestId!: string | null;

  @Field(() => CloudAuditClient, {
    description: 'What kind of client was used, judged by the user agent and the identity.',
  })
  readonly client!: AuditClient;

  @Field(() => String, {
    nullable: true,
    description:
      'The source of the request: an IP address, or a word for the cloud itself. Null if the event does not say. It needs the scope `governance:actors`.',
  })
  @Requires({ scope: 'governance:actors' })
  readonly sourceIp!: string | null;

  @Field(() => CloudActor, { description: 'Who did it.' })
  readonly actor!: CloudActor;

  static fromRecord(record: EventRecord, ownerAccountId: string): CloudAuditEvent {
    const { eventType = '' } = record;
    return Object.assign(new CloudAuditEvent(), {
      ownerAccountId,
      sourceIp: presentText(record.sourceIpAddress),
      eventId: record.eventId,
      occurredAt: new Date(record.eventTime),
      operation: record.eventName,
      service: record.serviceName ?? '',
      kind: kinds.get(eventType) ?? 'UNKNOWN',
      rawKind: eventType,
      region: presentText(record.acsRegion),
      requestId: presentText(record.requestId),
      client: clientOf(record),
      actor: CloudActor.fromRecord(record, ownerAccountId),
    } satisfies CloudAuditEvent);
  }
}

const kinds: ReadonlyMap<string, AuditEventKind> = new Map([
  ['ApiCall', 'API_CALL'],
  ['ConsoleOperation', 'CONSOLE_ACTION'],
  ['ConsoleCall', 'CONSOLE_ACTION'],
  ['ConsoleSignin', 'CONSOLE_ACTION'],
  ['ConsoleSignout', 'CONSOLE_ACTION'],
  ['PasswordReset', 'CONSOLE_ACTION'],
  ['AliyunServiceEvent', 'SERVICE_ACTION'],
]);

/** User agents by what they contain. The first that fits counts: Terraform names an SDK, too. */
const agents: readonly (readonly [form: RegExp, client: AuditClient])[] = [
  [/HashiCorp-Terraform|Terraform-Provider/i, 'TERRAFORM'],
  [/aliyun-cli/i, 'CLI'],
  [/AliyunConsole|\.console\.(?:aliyun|alibabacloud)\.com/i, 'CONSOLE'],
  [/AlibabaCloud|TeaDSL|Core\/|Python|Java|Go-http|node/i, 'SDK'],
];

function clientOf({ userAgent = '', userIdentity, eventType }: EventRecord): AuditClient {
  if (userIdentity?.type === 'system' || eventType === 'AliyunServiceEvent') return 'SERVICE';
  if (eventType?.startsWith('Console')) return 'CONSOLE';
  return agents.find(([form]) => form.test(userAgent))?.[1] ?? 'UNKNOWN';
}
