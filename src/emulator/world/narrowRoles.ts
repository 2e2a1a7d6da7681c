/*
 * The narrow roles that the built-in worlds have, as the documents advise a deployment to make them.
 */

/** Roles of every member: one for reading, one for writing to recorders. */
export const readerRole = {
  name: 'GovernanceReader',
  allowed: ['config:Describe*', 'config:Get*', 'config:List*'],
};

export const recorderRole = {
  name: 'GovernanceRecorder',
  allowed: [
    'config:StartConfigurationRecorder',
    'config:StopConfigurationRecorder',
    'config:UpdateConfigurationRecorder',
    'config:PutConfigurationRecorder',
  ],
};

/** Roles of the management account: one for reading the directory and its enrollments, one for enrolling. */
export const directoryRole = {
  name: 'GovernanceDirectoryReader',
  allowed: ['resourcemanager:Get*', 'resourcemanager:List*', 'governance:Get*', 'governance:List*'],
};

export const enrollmentRole = { name: 'GovernanceEnroller', allowed: ['governance:EnrollAccount'] };
