"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readingSubjects", {
    enumerable: true,
    get: function() {
        return readingSubjects;
    }
});
const readingSubjects = {
    lastPageToken: 'Timelines, lists of Governance and of Cloud Config 2020-09-07: `NextToken` on the last page.',
    totalCount: 'GetResourceConfigurationTimeline: whether `TotalCount` is answered.',
    badToken: 'Timelines, lists of Governance and of Cloud Config 2020-09-07: a `NextToken` that is garbled or too old.',
    windowBounds: 'GetResourceConfigurationTimeline: whether `StartTime` and `EndTime` belong to the window.',
    timelineOrder: 'GetResourceConfigurationTimeline: whether the newest or the oldest change comes first.',
    timelineTotal: 'GetResourceConfigurationTimeline 2019-01-08: whether `TotalCount` counts the window or all changes.',
    tieOrder: 'GetResourceConfigurationTimeline: order of changes of one millisecond.',
    eventTypeKey: 'GetResourceConfigurationTimeline: spelling of the key of the event type.',
    unknownResource: 'GetResourceConfigurationTimeline: a resource that was never seen.',
    retiredParameters: 'Cloud Config: `MultiAccount` and `MemberId`, retired in 2021.',
    accountIds: 'Cloud Config: JSON type of `AccountId`, because samples show both.',
    neverActivated: 'Cloud Config for an account that was never activated.',
    startAnswer: 'StartConfigurationRecorder: the status in its direct answer.',
    startWhenRegistered: 'StartConfigurationRecorder for a recorder that is REGISTERED.',
    inapplicableFields: 'Start- and DescribeConfigurationRecorder: fields that do not apply to the caller.',
    putTypes: 'Put- and UpdateConfigurationRecorder: whether the list replaces the recorded types or is added to them.',
    putWhenRegistrable: 'Put- and UpdateConfigurationRecorder for a recorder that was not started.',
    unrecordedHistory: 'GetResourceConfigurationTimeline: the past of a type that is not recorded any more.',
    stoppedRecorder: 'Cloud Config after StopConfigurationRecorder.',
    stopWhenRegistrable: 'StopConfigurationRecorder for a recorder that is not started.',
    changeTimes: 'GetResourceConfigurationTimeline 2020-09-07: JSON type of its times.',
    detailTags: 'GetDiscoveredResource: values of `Tags` as lists, or as single texts.',
    complianceNotAsked: 'GetDiscoveredResource: `ComplianceType` that was not asked for.',
    accountGroupManagement: 'Account groups over a directory: whether the management account is in them.',
    accountGroupsOfOthers: 'ListAggregators for an account that owns neither a group nor a directory.',
    unknownResourceDetail: 'Describe- and GetDiscoveredResource: a resource that was never seen.',
    detailKeys: 'DescribeDiscoveredResource: keys by field table, or as the printed sample spells them.',
    emptyRegion: 'Cloud Config: an empty `Region`, for a resource that is listed without one.',
    countsDefaultGroup: 'GetDiscoveredResourceCounts without `GroupByKey`.',
    listAccountsIncludesManagement: 'ListAccounts and ListAccountsForParent: whether the management account is listed.',
    managementAccountRecord: 'GetAccount and GetPayerForAccount for the management account.',
    directoryForMembers: 'Accounts and folders of the directory for a member’s key.',
    rootParentFolder: 'GetFolder: `ParentFolderId` of the root folder.',
    ancestorsIncludeChild: 'ListAncestors: whether the folder itself is the last of them.',
    baselineLeftOut: 'GetAccountFactoryBaseline without `BaselineId`.',
    enrollAnswer: 'EnrollAccount: `AccountUid` of a new account.',
    reenrollFailed: 'EnrollAccount for an account whose enrollment failed.',
    embeddedJsonInXml: 'JSON text inside XML: with or without a backslash before each quote.',
    defaultFormat: 'What a request without `Format` gets.'
};
