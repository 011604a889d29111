import { buffer } from 'node:stream/consumers'
import { gridOf } from '../gateway/sheet'

// Reads one file from standard input and answers with its grid; what goes wrong here ends this process and no other.
const grid = await gridOf(await buffer(process.stdin))
process.stdout.write(JSON.stringify(grid), () => process.exit(0))
