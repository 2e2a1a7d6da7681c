import { z } from 'zod';
import { accountId, textOr, time } from './definitionParts';

const trailIdentity = z.strictObject({
  type: z.string().min(1).default('ram-user').describe('root-account, ram-user, assumed-role or system.'),
  userName: z.string().min(1).optional(),
  principalId: z.string().min(1).optional(),
  roleName: z.string().min(1).optional(),
  sessionName: z.string().min(1).optional(),
  assumedFrom: accountId.optional().describe('The account that assumed the role.'),
  mfa: z.boolean().optional(),
});

export const write = z
  .strictObject({
    at: time,
    accountId,
    region: z.string().min(1).default('cn-hangzhou'),
    service: z.string().min(1).default('Ecs'),
    operation: z.string().min(1),
    type: z.string().min(1).default('ApiCall'),
    isWrite: z.boolean().default(true).describe('false: a read, which is noted all the same.'),
    isGlobal: z.boolean().default(false),
    identity: trailIdentity.prefault({ userName: 'zhang.wei' }),
    userAgent: z.string().default('aliyun-cli/3.0.198'),
    sourceIp: z.string().default('203.0.113.24'),
    resources: z
      .array(
        z.strictObject({
          type: z.string().min(1),
          name: z.string().min(1),
          configId: z.string().min(1).optional(),
          isMade: z.boolean().optional(),
        }),
      )
      .default([])
      .describe('What the event names.'),
    parameters: z.record(z.string(), z.unknown()).default({}),
    answer: z.record(z.string(), z.unknown()).default({}),
    error: z.strictObject({ code: z.string().optional(), message: z.string().optional() }).optional(),
    change: z
      .strictObject({
        region: z.string(),
        resourceType: z.string().min(1),
        resourceId: z.string().min(1),
        type: z.string().min(1).default('MODIFY'),
        diff: textOr(z.record(z.string(), z.unknown())).optional(),
      })
      .optional()
      .describe('What it changes: captured with the next ten minutes of world time that are full.'),
  })
  .describe('Something that somebody does, or tries: an event of the trail and, if it changes a resource, a change.');

export type WriteDefinition = z.output<typeof write>;
