/** Where the upstream of the comparison tells what it counted, and takes how it has to behave. */
export const benchmarkPath = '/_benchmark';
