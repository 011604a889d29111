import { join } from 'node:path'

/** Where a portal with so many reports stands; a `DATA_DIR` like any other. */
export const folderOf = (benchDir: string, violations: number) => join(benchDir, String(violations))

/** Reports in the small database that growth is measured from. */
export const BASE = 10_000
