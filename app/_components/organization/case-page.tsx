import { notFound } from 'next/navigation'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { Clock } from '@/app/_ui/clock'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { CaseLayout } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { Timeline } from '@/app/_ui/timeline'
import { Name, Nothing, Official } from '@/app/_ui/words'
import { organizationsNear } from '@/lib/dossier/queries/near'
import { holds } from '@/lib/kernel/actor'
import { asDay, dayOf } from '@/lib/kernel/time'
import { openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { firstInvitation } from '@/lib/organization/queries/members'
import { administeredOf, organizationCase, organizationNames } from '@/lib/organization/queries/organizations'
import { licenceStanding } from '@/lib/organization/rules/licence'
import { organizationWorkflow } from '@/lib/organization/workflow'
import { look } from '@/lib/perform'
import { called, fullyCalled } from './called'
import { DecidePanel } from './decide-panel'
import { FirstPanel } from './first-panel'
import { toneOf } from './tone'

/** An organization's one address: for its own members and whoever accepts it; to anyone else there is no such page. */
export async function OrganizationCase({ number }: { number: string }) {
  const { actor } = await reader()
  const found = await look(actor, async (tx, now) => {
    const one = await organizationCase(actor, tx, { number })
    if (!one) return null
    const invites =
      actor.kind === 'national' && holds(actor, 'national.approver', 'admin') && one.kind !== 'creator' && one.kind !== 'national'
    return {
      one,
      now,
      names: await organizationNames(tx, [one.bureauId]),
      history: await historyOf(tx, [{ noun: 'organization', id: one.id }]),
      near: one.state === 'applied' && openSteps(organizationWorkflow, one, actor).length > 0 ? await organizationsNear(tx, one) : [],
      // Nobody can accept it before the bureau has its first member, whom 总局 invites.
      unmanned:
        actor.kind === 'national' && one.kind === 'creator' && one.state === 'applied' && one.bureauId
          ? !(await administeredOf(tx, [one.bureauId])).has(one.bureauId)
          : false,
      first: invites ? { has: (await administeredOf(tx, [one.id])).has(one.id), open: await firstInvitation(actor, tx, one.id) } : null,
    }
  })
  if (!found) notFound()
  const { one, now, names, history, near, unmanned, first } = found
  const [{ organization: w, shell }, f, said, brief] = [await words(), await format(), await fullyCalled(), await called()]
  const { details } = one
  const standing = licenceStanding(details?.licenceExpiresOn ? asDay(details.licenceExpiresOn) : null, dayOf(now))
  const applies = one.kind === 'creator' || one.kind === 'platform'
  const steps = openSteps(organizationWorkflow, one, actor)
  const isRegulator = actor.kind === 'national' || actor.kind === 'province'
  return (
    <>
      <PageHead
        crumbs={[...(isRegulator ? [{ label: w.page.crumb, href: '/regulator/organization' }] : []), { label: number }]}
        crumbsLabel={shell.location}
        title={<Name>{said(one)}</Name>}
        state={<State tone={toneOf[one.state]}>{w.state[one.state]}</State>}
        line={applies ? w.page.line(w.kind[one.kind], f.instant(one.openedAt)) : w.page.enrolledLine(w.kind[one.kind])}
        time={shell.beijing(f.instant(now))}
      />
      {(steps.includes('accept') || steps.includes('admit')) && <StickyAct label={w.page.decide} />}
      <CaseLayout
        aside={
          <>
            {applies && (
              <DecidePanel
                id={one.id}
                version={one.version}
                kind={one.kind as 'creator' | 'platform'}
                state={one.state}
                steps={steps}
                mine={one.id === actor.organizationId}
              />
            )}
            {first && one.state === 'accepted' && <FirstPanel id={one.id} now={now} {...first} />}
          </>
        }
        lead={
          <>
            {one.kind === 'creator' && one.state === 'applied' && standing === 'expired' && (
              <div className="mb-5">
                <Note tone="overdue" title={w.page.expiredNote}>
                  {w.page.expiredText}
                </Note>
              </div>
            )}
            {unmanned && (
              <div className="mb-5">
                <Note tone="overdue" title={w.page.unmanned(said(names.get(one.bureauId ?? '')))}>
                  <Link href={`/regulator/organization?tab=authorities&q=${encodeURIComponent(names.get(one.bureauId ?? '')?.name ?? '')}`}>
                    {w.page.unmannedNext}
                  </Link>
                </Note>
              </div>
            )}
            {near.length > 0 && (
              <div className="mb-5">
                <Note tone="waiting" title={w.page.nearNames(near.length)}>
                  <ul>
                    {near.map((other) => (
                      <li key={other.id}>
                        <Link href={`/c/${other.number}`}>
                          <Name>{other.shortName === other.name ? other.name : `${other.shortName} ${other.name}`}</Name>
                        </Link>{' '}
                        {w.state[other.state]}
                      </li>
                    ))}
                  </ul>
                  {w.page.nearNamesNext}
                </Note>
              </div>
            )}
            {applies && (
              <Section id="facts" title={w.page.facts}>
                <Facts
                  labelWidth="long"
                  items={[
                    { label: w.field.name, value: <Name>{one.name}</Name>, wide: true },
                    one.kind === 'platform' && { label: w.field.shortName, value: <Name>{one.shortName}</Name> },
                    { label: w.field.creditCode, value: details?.creditCode ? <Official>{details.creditCode}</Official> : <Nothing /> },
                    { label: w.standing.by, value: said(names.get(one.bureauId ?? '')) || <Nothing /> },
                    {
                      label: one.kind === 'platform' ? w.field.platformLicence : w.field.licenceNumber,
                      value: details?.licenceNumber ? <Official>{details.licenceNumber}</Official> : <Nothing />,
                    },
                    one.kind === 'creator' && {
                      label: w.field.licenceExpiresOn,
                      value: (
                        <>
                          {details?.licenceExpiresOn ? f.day(details.licenceExpiresOn) : <Nothing />}{' '}
                          <State tone={standing === 'valid' ? 'done' : standing === 'expiring' ? 'waiting' : 'overdue'}>
                            {w.page.licence[standing]}
                          </State>
                        </>
                      ),
                    },
                    { label: w.page.contact, value: details?.contactName ? <Name>{details.contactName}</Name> : <Nothing /> },
                    one.dueAt && {
                      label: w.standing.due,
                      value: (
                        <Clock
                          due={one.dueAt.toISOString()}
                          now={now.toISOString()}
                          words={shell.clock}
                          when={f.inList(one.dueAt, now)}
                          subject={one.name}
                        />
                      ),
                    },
                    {
                      label: w.field.email,
                      value: details?.contactEmail ? (
                        <span className="official [overflow-wrap:anywhere]">{details.contactEmail}</span>
                      ) : (
                        <Nothing />
                      ),
                      wide: true,
                    },
                    one.state !== 'accepted' && details?.reason ? { label: w.field.reason, value: details.reason, wide: true } : null,
                  ]}
                />
              </Section>
            )}
          </>
        }
      >
        <Section id="history" title={w.page.history} aside={shell.list.newestFirst}>
          <Timeline
            items={history.map(({ id, at, name, hand, words: quoted, actorKind }) => ({
              key: id,
              at: at.toISOString(),
              when: f.inList(at, now),
              title: w.event[name as keyof typeof w.event],
              who:
                hand?.memberName ??
                (actorKind === 'visitor' ? details?.contactName : hand?.organization ? brief(hand.organization) : undefined),
              quote: quoted.reason,
            }))}
          />
        </Section>
      </CaseLayout>
    </>
  )
}
