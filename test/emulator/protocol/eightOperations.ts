import type { Parameters } from './rawClient';

/** One call of every operation of the root, in an order in which all of them succeed on the world `fresh`. */
export const eightOperations: readonly {
  readonly version: string;
  readonly action: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** As an official client takes them: lists as lists if they are sent flat, text if they are JSON. */
  readonly request: Readonly<Record<string, unknown>>;
  /** A part of the answer. */
  readonly answer: object;
}[] = [
  {
    version: '2015-04-01',
    action: 'GetCallerIdentity',
    methods: ['GET', 'POST'],
    request: {},
    answer: { IdentityType: 'RAMUser', AccountId: '1602394815570246' },
  },
  {
    version: '2019-01-08',
    action: 'StartConfigurationRecorder',
    methods: ['POST'],
    request: { EnterpriseEdition: false },
    answer: { ConfigurationRecorder: { ConfigurationRecorderStatus: 'BUILDING' } },
  },
  {
    version: '2019-01-08',
    action: 'DescribeConfigurationRecorder',
    methods: ['GET', 'POST'],
    request: {},
    answer: { ConfigurationRecorder: { ConfigurationRecorderStatus: 'BUILDING' } },
  },
  {
    version: '2019-01-08',
    action: 'GetResourceConfigurationTimeline',
    methods: ['GET', 'POST'],
    request: { ResourceId: 'i-none', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou', Limit: 5 },
    answer: { ResourceConfigurationTimeline: { Limit: 5 } },
  },
  {
    version: '2020-03-31',
    action: 'InitResourceDirectory',
    methods: ['POST'],
    request: {},
    answer: { ResourceDirectory: { MasterAccountId: '1602394815570246' } },
  },
  {
    version: '2020-03-31',
    action: 'GetResourceDirectory',
    methods: ['GET', 'POST'],
    request: {},
    answer: { ResourceDirectory: { MasterAccountId: '1602394815570246' } },
  },
  {
    version: '2021-01-20',
    action: 'EnrollAccount',
    methods: ['POST'],
    request: {
      AccountNamePrefix: 'sandbox-a',
      DisplayName: '沙箱 account *~(1)!',
      BaselineItems: [
        { Name: 'ACS-BP_ACCOUNT_FACTORY_VPC', Skip: true },
        { Name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY', Config: '{"MinimumPasswordLength":14}' },
      ],
      Tag: '[{"Key":"env","Value":"dev"}]',
    },
    answer: {},
  },
];

/** The eighth: the enrollment that EnrollAccount began. */
export const GetEnrolledAccount = { version: '2021-01-20', action: 'GetEnrolledAccount' };

/** The answer of GetEnrolledAccount: the parameters arrived with their meaning. */
export const enrolled = {
  DisplayName: '沙箱 account *~(1)!',
  Inputs: {
    AccountNamePrefix: 'sandbox-a',
    BaselineItems: [
      { Name: 'ACS-BP_ACCOUNT_FACTORY_VPC', Skip: true },
      { Name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY', Config: '{"MinimumPasswordLength":14}' },
    ],
    Tag: [{ Key: 'env', Value: 'dev' }],
  },
};

/** A request in text, as a raw client sends it. */
export const asText = (request: Readonly<Record<string, unknown>>): Parameters =>
  Object.fromEntries(
    Object.entries(request).flatMap(([name, value]): [string, string][] =>
      Array.isArray(value)
        ? (value as object[]).flatMap((item, index) =>
            Object.entries(item).map(([key, inner]): [string, string] => [
              `${name}.${index + 1}.${key}`,
              String(inner),
            ]),
          )
        : [[name, String(value)]],
    ),
  );
