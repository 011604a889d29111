'use client'

import { type Fault, FaultNotice } from '@/app/_components/shell/fault-notice'

export default function ErrorPage(fault: Fault) {
  return <FaultNotice {...fault} />
}
