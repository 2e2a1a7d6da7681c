import { supportedResourceTypes } from '../../../../src/emulator/cloud-config/supportedResourceTypes';
import { ListSupportedProducts } from '../../../../src/operations';
import type { ResponseOf } from '../../../../src/operations/operation';
import type { ClientCloud } from './startWithClient';
import { startWithClient } from './startWithClient';

let cloud: ClientCloud;
afterEach(() => cloud.close());

it('lists every supported type once, under its product, to an account that was never activated, too', async () => {
  cloud = await startWithClient('fresh');
  const pages: ResponseOf<typeof ListSupportedProducts>[] = [];
  for (let NextToken: string | undefined = ''; NextToken !== undefined; NextToken = pages.at(-1)?.NextToken) {
    pages.push(await cloud.call(ListSupportedProducts, { MaxResults: 10, NextToken }));
  }

  const products = pages.flatMap(({ Products }) => Products);
  const types = products.flatMap(({ ResourceTypeList = [] }) => ResourceTypeList);

  expect(pages.map(({ MaxResults, Products }) => [MaxResults, Products.length])).toEqual([
    ['10', 10],
    ['10', 8],
  ]);
  expect(types.map(({ ResourceType }) => ResourceType).sort()).toEqual([...supportedResourceTypes].sort());
  expect(types.filter(({ TypeNameEn = '', TypeNameZh = '' }) => TypeNameEn === '' || TypeNameZh === '')).toEqual([]);
  expect(products.find(({ ProductNameZh }) => ProductNameZh === '云服务器ECS')?.ResourceTypeList).toContainEqual({
    ResourceType: 'ACS::ECS::SecurityGroup',
    TypeNameEn: 'Security Group',
    TypeNameZh: '安全组',
    TypePageLink: '/ecs/@{ResourceId}?region=@{RegionId}',
  });
});
