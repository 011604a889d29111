'use client'

import { type Fault, FaultNotice } from './_components/shell/fault-notice'

export default function ErrorPage(fault: Fault) {
  return (
    <main className="mx-auto max-w-public px-4 py-12">
      <FaultNotice {...fault} />
    </main>
  )
}
