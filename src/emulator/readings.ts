/**
 * If the facts about an operation are uncertain or silent and a client can see the difference, the emulator can do each
 * reading. A world starts with {@link defaultReadings}; `EMULATOR_READINGS` or a world file chooses others.
 *
 * Each member: the first value is the default, the likeliest by the published facts.
 */
export const readingValues = {
  /** Timelines, lists of Governance and of Cloud Config 2020-09-07: what stands in NextToken on the last page. */
  lastPageToken: ['absent', 'empty', 'present'],
  /** GetResourceConfigurationTimeline: whether TotalCount is answered. */
  totalCount: ['present', 'absent'],
  /**
   * Timelines, lists of Governance and of Cloud Config 2020-09-07: a NextToken that is garbled or older than its life
   * of 15 world minutes: refused, or read as none.
   */
  badToken: ['TokenInvalid', 'first-page'],
  /** GetResourceConfigurationTimeline: whether StartTime and EndTime themselves belong to the window. */
  windowBounds: ['inclusive', 'exclusive'],
  /** GetResourceConfigurationTimeline: which change of the window comes first. */
  timelineOrder: ['newest-first', 'oldest-first'],
  /** GetResourceConfigurationTimeline 2019-01-08: what TotalCount counts: the window, or everything that was recorded. */
  timelineTotal: ['window', 'history'],
  /** GetResourceConfigurationTimeline: order of changes of one millisecond: as recorded, or another one at each call. */
  tieOrder: ['stable', 'shuffled'],
  /** GetResourceConfigurationTimeline: spelling of the event type's key, by field table or by printed sample. */
  eventTypeKey: ['ResourceEventType', 'resourceEventType'],
  /** GetResourceConfigurationTimeline for a resource that Cloud Config never saw: an empty page, or 404. */
  unknownResource: ['empty', 'NoData'],
  /** Cloud Config: MultiAccount and MemberId, retired in 2021. */
  retiredParameters: ['honoured', 'ignored', 'rejected'],
  /** Cloud Config: the JSON type of AccountId if samples show both. */
  accountIds: ['number', 'string'],
  /** DescribeConfigurationRecorder, for an account that was never activated. */
  neverActivated: ['AccountNotExisted', 'REGISTRABLE'],
  /** StartConfigurationRecorder: the status in its direct answer. */
  startAnswer: ['BUILDING', 'REGISTRABLE'],
  /** StartConfigurationRecorder for a recorder that is REGISTERED already. */
  startWhenRegistered: ['unchanged', 'rebuild'],
  /**
   * Recorder fields that do not apply to the caller: omitted, or 0 as the machine-made sample prints, or filled in all
   * the same (for Describe no page says that AccountId depends on the caller).
   */
  inapplicableFields: ['absent', 'zero', 'present'],
  /** Put- and UpdateConfigurationRecorder: whether the list replaces the recorded types or is added to them. */
  putTypes: ['replaces', 'extends'],
  /** Put- and UpdateConfigurationRecorder before the start: kept for it, started at once, or refused. */
  putWhenRegistrable: ['kept', 'started', 'AccountNotExisted'],
  /** GetResourceConfigurationTimeline for a type that is not recorded any more: whether its past stays readable. */
  unrecordedHistory: ['kept', 'hidden'],
  /** StopConfigurationRecorder: the status of the recorder afterwards, as of an account never activated, or none. */
  stoppedRecorder: ['REGISTRABLE', 'AccountNotExisted'],
  /** StopConfigurationRecorder for a recorder that is not started. */
  stopWhenRegistrable: ['true', 'StopSLRFail'],
  /** GetResourceConfigurationTimeline 2020-09-07: JSON type of its times, by field table or by printed sample. */
  changeTimes: ['text', 'number'],
  /** GetDiscoveredResource: Tags as lists of values like everywhere else, or as one text each like its sample. */
  detailTags: ['lists', 'texts'],
  /** GetDiscoveredResource if ComplianceOption does not request ComplianceType. */
  complianceNotAsked: ['absent', 'empty'],
  /** Account groups over a directory: whether the management account is in them. */
  accountGroupManagement: ['absent', 'present'],
  /** ListAggregators for an account that owns none, and no directory: an empty list, or NoPermission. */
  accountGroupsOfOthers: ['empty', 'NoPermission'],
  /** Describe- and GetDiscoveredResource for a resource that Cloud Config never saw: 404, or its key and nothing else. */
  unknownResourceDetail: ['NoData', 'bare'],
  /** DescribeDiscoveredResource: keys by field table, or with a lower-case first letter as the sample prints them. */
  detailKeys: ['documented', 'lower-first'],
  /** Cloud Config: an empty Region, for a resource that is listed without one. */
  emptyRegion: ['taken', 'Invalid.region.Value'],
  /**
   * Lists of Cloud Config 2020-09-07: what UpdateTime is. The capture of the newest change; the moment at which the list
   * learned of it, a minute later at least; or the moment that the product names, up to ten minutes before the capture.
   */
  updateTime: ['capture', 'index', 'product'],
  /**
   * Lists of Cloud Config 2020-09-07: what moves UpdateTime and Version. Changes alone; for every fourth resource also
   * relations, tags and compliance, every six hours; or for every resource also a daily check.
   */
  updateMoves: ['changes', 'relations', 'checks'],
  /** Lists of Cloud Config 2020-09-07: whether EndUpdateTimestamp itself belongs to the window. */
  updateBounds: ['inclusive', 'end-exclusive'],
  /**
   * Lists of Cloud Config 2020-09-07 with a window: a list as it was when its first page was read; or as it is, so that
   * an entry that is updated between two pages comes twice (newest first), or hides another (oldest first).
   */
  updateOrder: ['snapshot', 'newest-first', 'oldest-first'],
  /** Lists of Cloud Config 2020-09-07: UpdateTime of a deleted resource: the removal, or the last change before it. */
  deletedUpdateTime: ['removal', 'last-change'],
  /** Lists of Cloud Config 2020-09-07: whether TotalCount heeds the window of the last update. */
  listedTotal: ['filtered', 'without-window'],
  /** GetDiscoveredResourceCounts without GroupByKey. */
  countsDefaultGroup: ['ResourceType', 'Region'],
  /** ListAccounts and, for the root folder, ListAccountsForParent: whether the management account is listed. */
  listAccountsIncludesManagement: ['absent', 'present'],
  /** GetAccount and GetPayerForAccount for the management account. */
  managementAccountRecord: ['answered', 'EntityNotExists.Account'],
  /** Accounts and folders of the directory for a member's key: refused, or answered as to a delegated administrator. */
  directoryForMembers: ['refused', 'answered'],
  /** GetFolder: ParentFolderId of the root folder. */
  rootParentFolder: ['absent', 'empty'],
  /** ListAncestors: whether the folder itself is the last of them. */
  ancestorsIncludeChild: ['absent', 'present'],
  /** GetAccountFactoryBaseline without BaselineId: the default baseline, or InvalidParameter. */
  baselineLeftOut: ['default', 'InvalidParameter'],
  /** EnrollAccount: whether AccountUid of a new account is known when it answers; its sample prints 0. */
  enrollAnswer: ['account-uid', 'zero'],
  /** EnrollAccount for an account whose enrollment failed. */
  reenrollFailed: ['allowed', 'refused'],
  /** LookupEvents: the longest time range that it takes. */
  trailSpan: ['30-days', '90-days'],
  /** LookupEvents: which name finds the events of a RAM user: that of the principal, or the ID that Cloud Config has. */
  trailNames: ['principal', 'config-id'],
  /** LookupEvents: whether ResourceName matches each of several names in an event, or their whole text. */
  trailNameMatch: ['each', 'whole'],
  /** LookupEvents: a pair of attributes that is not documented: the first alone counts, or it is refused. */
  trailExtraAttributes: ['ignored', 'refused'],
  /** LookupEvents: the regions that answer events of global products: the storage region, or every one. */
  trailGlobal: ['storage-region', 'every-region'],
  /** LookupEvents: what its quota counts against. */
  trailQuota: ['account-and-region', 'account'],
  /** LookupEvents: NextToken on the last page. */
  trailLastToken: ['absent', 'empty'],
  /** LookupEvents: errorCode and errorMessage of a call that did not fail. */
  trailErrorText: ['absent', 'empty'],
  /** LookupEvents: referencedResources as an object of type to names, or as a list of objects. */
  trailResources: ['by-type', 'list'],
  /** LookupEvents: types of resources as `ACS::ECS::Instance`, or by their last part alone. */
  trailTypes: ['full', 'short'],
  /** LookupEvents: whether an event names what the call made, or only what the request named. */
  trailCreatedNamed: ['answered', 'requested'],
  /** JSON text inside XML: as it is, or with a backslash before every quote as the printed XML sample shows it. */
  embeddedJsonInXml: ['plain', 'escaped'],
  /** What a request without `Format` gets. */
  defaultFormat: ['XML', 'JSON'],
} as const;

export type Readings = { readonly [K in keyof typeof readingValues]: (typeof readingValues)[K][number] };

/** The first value of every reading. */
export const defaultReadings: Readings = Object.fromEntries(
  Object.entries(readingValues).map(([name, values]) => [name, values[0]]),
) as Readings;
