/** Words that generated names are made of. Few enough that display names occur twice. */
export const units = [
  '支付',
  'Storefront',
  '物流',
  'Data Platform',
  '营销',
  'Machine Learning',
  '客服',
  'Finance',
] as const;
export const stages = ['生产', 'Production', 'Staging', '测试', '沙箱', 'Preview'] as const;

/** Names of folders, by level; the last is the fifth, below which there is none. */
export const folderNames = [
  ['Security', 'Infrastructure', '业务 Workloads', 'Non-production', '归档'],
  ['华东', 'North', 'Overseas'],
  ['Payments', '商城'],
  ['Team A', 'Team B'],
  ['Feature branches'],
] as const;

/** Keys and values of tags that careless code trips over. */
export const oddTags: readonly (readonly [key: string, value: string])[] = [
  ['a&b=c', 'd=e&f'],
  ['plus+and space', '100% + %20'],
  ['"quoted"', 'it\'s "fine"'],
  ['back\\slash', 'C:\\temp\\'],
  ['<xml>', ']]></xml>&amp;'],
  ['emoji 🐉', '👩‍👩‍👧‍👦'],
  ['עברית', 'مرحبا'],
  ['zero\u200bwidth', '\u00a0'],
  ['tab\tand line', 'first\nsecond'],
  ['__proto__', '{"polluted":true}'],
  ['constructor', 'toString'],
  ['empty value', ''],
  ['comma,separated', 'x,y,z'],
  ['path/like', '/etc/../*?#'],
  ['${template}', '{{moustache}} %s'],
  ['长'.repeat(64), '值'.repeat(128)],
  ['null', 'undefined'],
  ['e\u0301 or \u00e9', '𠮷野家'],
];
