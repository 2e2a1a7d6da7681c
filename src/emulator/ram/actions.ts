/** A RAM action or a pattern of such: `config:StartConfigurationRecorder`, `config:Get*`, `*`. */
export type ActionPattern = string;

/** Whether one of the patterns covers an action. `*` stands for any text; letter case does not matter. */
export const covers = (patterns: readonly ActionPattern[], action: string): boolean =>
  patterns.some((pattern) => {
    const form = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${form.join('.*')}$`, 'i').test(action);
  });
