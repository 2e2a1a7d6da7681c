/**
 * Regions in Alibaba Cloud's public documents, retired ones included, and `global`, the region of resources that belong
 * to none. No operation lists regions, so there may be more.
 */
const published: readonly string[] = [
  'global',
  'cn-qingdao',
  'cn-beijing',
  'cn-zhangjiakou',
  'cn-huhehaote',
  'cn-wulanchabu',
  'cn-hangzhou',
  'cn-shanghai',
  'cn-nanjing',
  'cn-fuzhou',
  'cn-wuhan',
  'cn-wuhan-lr',
  'cn-zhengzhou-jva',
  'cn-shenzhen',
  'cn-heyuan',
  'cn-guangzhou',
  'cn-chengdu',
  'cn-hongkong',
  'cn-hangzhou-finance',
  'cn-shanghai-finance-1',
  'cn-shenzhen-finance',
  'cn-shenzhen-finance-1',
  'cn-beijing-finance-1',
  'cn-beijing-gov-1',
  'cn-north-2-gov-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ap-south-1',
  'us-east-1',
  'us-west-1',
  'us-southeast-1',
  'na-south-1',
  'eu-central-1',
  'eu-west-1',
  'rus-west-1',
  'me-east-1',
  'me-central-1',
];

/** The regions that are known without a call. */
export const publishedRegions: ReadonlySet<string> = new Set(published);

const number = /-\d+$/;
const numbered = new Set(published.filter((region) => number.test(region)).map((region) => region.replace(number, '')));

/** Whether there is such a region, or may be: one that differs from another in its number only can be new. */
export const mayBeRegion = (name: string): boolean =>
  publishedRegions.has(name) || (number.test(name) && numbered.has(name.replace(number, '')));
