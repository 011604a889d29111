import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AnnouncementCase } from '@/app/_components/announcement/case-page'
import { BatchCase } from '@/app/_components/batch/case-page'
import { BiweeklyCase } from '@/app/_components/biweekly/case-page'
import { BlacklistCase } from '@/app/_components/blacklist/case-page'
import { CampaignCase } from '@/app/_components/campaign/case-page'
import { ConsultationCase } from '@/app/_components/consultation/case-page'
import { GuidanceCase } from '@/app/_components/guidance/case-page'
import { PlanCase } from '@/app/_components/inspection/plan-case'
import { SheetCase } from '@/app/_components/inspection/sheet-case'
import { OrganizationCase } from '@/app/_components/organization/case-page'
import { PenaltyCase } from '@/app/_components/penalty/case-page'
import { RectificationCase } from '@/app/_components/rectification/case-page'
import { RegistrationCase } from '@/app/_components/registration/case-page'
import { PrintHead } from '@/app/_components/shell/print-head'
import { TakedownCase } from '@/app/_components/takedown/case-page'
import { ViolationCase } from '@/app/_components/violation/case-page'
import { words } from '@/app/_server/locale'
import { caseNumber } from '@/lib/kernel/number'

type Query = Record<string, string | undefined>

/** Whose page a case number opens, by its letters. Each decides for itself who may read it. */
const pages: Record<string, (props: { number: string; query: Query }) => Promise<ReactNode>> = {
  BA: RegistrationCase,
  HM: BlacklistCase,
  ZX: CampaignCase,
  GG: AnnouncementCase,
  CF: PenaltyCase,
  DR: BatchCase,
  ZG: RectificationCase,
  JB: ViolationCase,
  XJ: TakedownCase,
  XC: SheetCase,
  JK: PlanCase,
  JG: OrganizationCase,
  SZ: BiweeklyCase,
  WX: ConsultationCase,
  ZD: GuidanceCase,
}

type Props = { params: Promise<{ number: string }>; searchParams: Promise<Query> }
const read = async ({ params }: Props) => {
  const typed = decodeURIComponent((await params).number)
  const number = caseNumber(typed)
  return { typed, number, CasePage: number && pages[number.slice(0, 2)] }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number, CasePage } = await read(props)
  return { title: number && CasePage ? number : (await words()).shell.notFound.title }
}

/** A case's one address, for everybody; its number spelled otherwise leads there. */
export default async function Page(props: Props) {
  const { typed, number, CasePage } = await read(props)
  if (!number || !CasePage) notFound()
  if (number !== typed) redirect(`/c/${number}`)
  return (
    <>
      <PrintHead number={number} />
      <CasePage number={number} query={await props.searchParams} />
    </>
  )
}
