export { Columns } from './columns';
export { ParallelColumn } from './parallel-column';
export { useParallel, type Parallel } from './use-parallel';
