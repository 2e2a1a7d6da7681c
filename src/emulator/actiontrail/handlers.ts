import type { Handlers } from '../handler';
import { BusinessError } from '../handler';
import { LookupEvents } from './LookupEvents';
import { trailRegions } from './regions';

type TrailHandlers = Pick<
  Handlers,
  'LookupEvents' | 'DescribeTrails' | 'GetTrailStatus' | 'DescribeRegions' | 'GetGlobalEventsStorageRegion'
>;

/** The one trail of every account: into a bucket, in all regions. */
const trailName = 'governance-events';
const startedAt = '2025-01-01T00:00:00Z';

/** ActionTrail, answered from what was done in the world. */
export const trailHandlers: TrailHandlers = {
  LookupEvents,

  DescribeTrails({ NameList, IncludeOrganizationTrail = false }, { caller, world }) {
    if (NameList?.some((name) => !/^[a-z][a-z0-9_-]{5,35}$/.test(name)) === true) {
      throw new BusinessError('InvalidTrailNameException');
    }
    if ((NameList?.length ?? 0) > 100) throw new BusinessError('InvalidQueryParameter');
    const isNamed = NameList === undefined || NameList.includes(trailName);
    if (!isNamed || IncludeOrganizationTrail) return { TrailList: [] };
    const region = world.trail.globalRegion(caller.accountId);
    return {
      TrailList: [
        {
          Name: trailName,
          TrailArn: `acs:actiontrail:${region}:${caller.accountId}:trail/${trailName}`,
          HomeRegion: region,
          Region: region,
          TrailRegion: 'All',
          Status: 'Enable',
          EventRW: 'Write',
          IsOrganizationTrail: false,
          CreateTime: startedAt,
          UpdateTime: startedAt,
          StartLoggingTime: startedAt,
          OssBucketName: `trail-${caller.accountId}`,
          OssBucketLocation: `oss-${region}`,
          OssKeyPrefix: '',
        },
      ],
    };
  },

  GetTrailStatus({ Name }, { world }) {
    if (Name !== trailName) throw new BusinessError('TrailNotFoundException');
    const now = new Date(world.clock.now()).toISOString();
    return {
      IsLogging: true,
      StartLoggingTime: startedAt,
      LatestDeliveryTime: `${now.slice(0, 16)}:00Z`,
      OssBucketStatus: true,
    };
  },

  DescribeRegions({ AcceptLanguage }) {
    return {
      Regions: {
        Region: trailRegions.map((RegionId) => ({
          RegionId,
          RegionEndpoint: `actiontrail.${RegionId}.aliyuncs.com`,
          LocalName: AcceptLanguage === 'zh-CN' ? `地域 ${RegionId}` : RegionId,
        })),
      },
    };
  },

  GetGlobalEventsStorageRegion: (_request, { caller, world }) => ({
    StorageRegion: world.trail.globalRegion(caller.accountId),
  }),
};
