import { toBuild } from '@/lib/process/build'

/** The production build by the product's own hand, before the browser comes, so that what it says is read. */
await toBuild()?.(() => {})
