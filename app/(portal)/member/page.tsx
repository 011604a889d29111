import type { Metadata } from 'next'
import { InvitationActs } from '@/app/_components/organization/invitation-acts'
import { InviteForm } from '@/app/_components/organization/invite-form'
import { MemberHistory } from '@/app/_components/organization/member-history'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { currentMember } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { CaseLayout, QuietPanel } from '@/app/_ui/step-panel'
import { holds } from '@/lib/kernel/actor'
import {
  type ListedMember,
  type OpenInvitation,
  ownCounts,
  ownHistory,
  ownInvitations,
  ownMembers,
} from '@/lib/organization/queries/members'
import { look } from '@/lib/perform'
import { invite, renew, revoke } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).member.list.title })

type Props = { searchParams: Promise<{ after?: string }> }

export default async function Page({ searchParams }: Props) {
  const { actor, member: own } = await currentMember()
  const { after } = await searchParams
  const { page, counts, open, history, now } = await look(actor, async (tx, now) => ({
    page: await ownMembers(actor, tx, after),
    counts: await ownCounts(actor, tx),
    open: await ownInvitations(actor, tx),
    history: await ownHistory(actor, tx),
    now,
  }))
  const [{ member: w, shell }, f] = [await words(), await format()]
  const mayManage = holds(actor, 'admin')
  const last = counts.administrators.length === 1 ? counts.administrators[0] : undefined
  const dutiesOf = ({ duties }: { duties: ListedMember['duties'] }) => f.list(duties.map((duty) => w.duty[duty]))

  const acts = ({ id, name }: ListedMember) => (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      <Link href={`/member/${id}`} className="inline-flex min-h-6 items-center">
        {w.list.change}
        <span className="sr-only"> {name}</span>
      </Link>
      {id === last ? (
        <span className="basis-full text-13 text-ink-2">{w.list.lastAdministrator}</span>
      ) : (
        <Link href={`/member/${id}#remove`} className="inline-flex min-h-6 items-center">
          {w.list.remove}
          <span className="sr-only"> {name}</span>
        </Link>
      )}
    </div>
  )
  const people = (
    <Section id="members" title={w.list.members}>
      <DataTable
        caption={w.list.members}
        rows={page.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'member',
            head: w.list.head.member,
            rowHead: true,
            at: 'title',
            cell: ({ id, name, email }) => (
              <>
                <b>
                  {name}
                  {id === own.memberId && w.list.yourself}
                </b>
                <span className="official block text-13 font-normal [overflow-wrap:anywhere] text-ink-3">{email}</span>
              </>
            ),
          },
          { key: 'duties', head: w.list.head.duties, at: 'line', cell: dutiesOf },
          {
            key: 'signedIn',
            head: w.list.head.signedIn,
            at: 'aside',
            cardLabel: w.list.head.signedIn,
            cell: ({ signedInAt }) => (signedInAt ? f.inList(signedInAt, now) : <span className="text-ink-3">{w.list.never}</span>),
          },
          ...(mayManage ? [{ key: 'acts', head: w.list.head.acts, width: '30%', at: 'full' as const, cell: acts }] : []),
        ]}
      />
      {mayManage && <p className="mt-2 text-13 text-ink-2">{w.list.removedNote}</p>}
      {(after || page.next) && <ListPager path="/member" page={page} after={after} label={w.list.pager} />}
    </Section>
  )
  const until = ({ expiresAt }: OpenInvitation) =>
    expiresAt > now ? (
      <>
        {f.span(expiresAt.getTime() - now.getTime())}
        <span className="block text-13 text-ink-3">{f.inList(expiresAt, now)}</span>
      </>
    ) : (
      w.invite.expired
    )
  return (
    <>
      <PageHead
        title={w.list.title}
        line={w.list.line(counts.members, open.length)}
        time={shell.beijing(f.instant(now))}
        actions={mayManage && <Link href="/member/mail">{w.post.toPost}</Link>}
      />
      <CaseLayout
        aside={
          mayManage ? (
            <InviteForm action={invite} kind={own.kind} />
          ) : (
            <QuietPanel title={w.list.notAdmin}>{w.list.notAdminText}</QuietPanel>
          )
        }
        lead={people}
      >
        {open.length > 0 && (
          <div className="mt-8">
            <Section id="invitations" title={w.invite.section} aside={w.invite.sectionAside(open.length)}>
              <DataTable
                caption={w.invite.section}
                rows={open}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'email',
                    head: w.invite.head.email,
                    rowHead: true,
                    at: 'title',
                    cell: ({ email }) => <b className="official [overflow-wrap:anywhere]">{email}</b>,
                  },
                  { key: 'duties', head: w.invite.head.duties, at: 'line', cell: dutiesOf },
                  { key: 'until', head: w.invite.head.until, at: 'clock', cell: until },
                  ...(mayManage
                    ? [
                        {
                          key: 'acts',
                          head: w.invite.head.acts,
                          width: '40%',
                          at: 'full' as const,
                          cell: (one: OpenInvitation) => <InvitationActs {...one} renew={renew} revoke={revoke} />,
                        },
                      ]
                    : []),
                ]}
              />
            </Section>
          </div>
        )}
        <MemberHistory events={history} now={now} />
      </CaseLayout>
    </>
  )
}
