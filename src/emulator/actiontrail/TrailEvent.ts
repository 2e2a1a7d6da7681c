/** Who did something, as an event has it. */
export interface TrailIdentity {
  readonly type: string;
  /** The account of the identity; of a role, the account that owns it. */
  readonly accountId?: string;
  readonly principalId?: string;
  /** Of a RAM user. */
  readonly userName?: string;
  readonly roleName?: string;
  readonly sessionName?: string;
  /** The account that assumed the role. */
  readonly assumedFrom?: string;
  readonly mfa?: boolean;
}

/** A resource that an event names. */
export interface TrailResource {
  readonly type: string;
  readonly name: string;
  /** The ID that Cloud Config has of it, if it differs. */
  readonly configId?: string;
  /** Whether the call made it: by a reading, the event then does not name it. */
  readonly isMade?: boolean;
}

/** Something that was done in an account, or tried: one entry of the trail. */
export interface TrailEvent {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  /** Milliseconds since the epoch, in whole seconds. */
  readonly at: number;
  readonly service: string;
  readonly operation: string;
  readonly type: string;
  readonly isWrite: boolean;
  /** Whether its product belongs to no region: such events are kept in one region. */
  readonly isGlobal: boolean;
  readonly identity: TrailIdentity;
  readonly resources: readonly TrailResource[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly userAgent: string;
  readonly sourceIp?: string;
  /** Whether it made the change that it is derived from. No client learns of it. */
  readonly isCause?: boolean;
  readonly error?: { readonly code?: string; readonly message?: string };
}
