/** The path under which the upstream of the comparison reports its counts, and takes its behavior. */
export const benchmarkPath = '/_benchmark';
