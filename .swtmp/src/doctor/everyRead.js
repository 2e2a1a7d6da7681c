"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "everyRead", {
    enumerable: true,
    get: function() {
        return everyRead;
    }
});
const _operations = require("../operations");
const _cloudConfigReads = require("./cloudConfigReads");
const _reads = require("./reads");
async function everyRead(probe) {
    await (0, _reads.identityOf)(probe);
    await readDirectory(probe);
    await readGovernance(probe);
    await (0, _cloudConfigReads.readResources)(probe);
    await (0, _cloudConfigReads.readResources2020)(probe);
    await (0, _cloudConfigReads.readAccountGroups)(probe);
}
async function readDirectory(probe) {
    const directory = (await (0, _reads.directoryOf)(probe)).answer?.ResourceDirectory;
    const accounts = (await (0, _reads.accountsOf)(probe)).answer?.Accounts.Account ?? [];
    const member = accounts.find(({ AccountId })=>AccountId !== directory?.MasterAccountId)?.AccountId;
    if (member !== undefined) {
        await probe.read(_operations.GetAccount, {
            AccountId: member,
            IncludeTags: true
        });
        await probe.read(_operations.GetPayerForAccount, {
            AccountId: member
        });
    }
    if (!directory) return;
    const { RootFolderId } = directory;
    await probe.read(_operations.GetFolder, {
        FolderId: RootFolderId
    });
    await probe.read(_operations.ListAccountsForParent, {
        ParentFolderId: RootFolderId,
        ..._reads.firstPage
    });
    const folders = await probe.read(_operations.ListFoldersForParent, {
        ParentFolderId: RootFolderId,
        ..._reads.firstPage
    });
    const folder = folders.answer?.Folders.Folder?.[0]?.FolderId;
    await probe.read(_operations.ListAncestors, {
        ChildId: folder ?? RootFolderId
    });
}
async function readGovernance(probe) {
    const enrolled = await probe.read(_operations.ListEnrolledAccounts, {
        MaxResults: 100
    });
    const account = enrolled.answer?.EnrolledAccounts?.[0]?.AccountUid;
    if (account !== undefined) await probe.read(_operations.GetEnrolledAccount, {
        AccountUid: account
    });
    const BaselineId = (await (0, _reads.baselinesOf)(probe)).answer?.Baselines?.[0]?.BaselineId;
    if (BaselineId !== undefined) await probe.read(_operations.GetAccountFactoryBaseline, {
        BaselineId
    });
    await probe.read(_operations.ListAccountFactoryBaselineItems, {
        MaxResults: 100
    });
}
