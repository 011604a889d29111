import { notFound } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { Unfold } from '@/app/_components/form/unfold'
import { called } from '@/app/_components/organization/called'
import { Hand } from '@/app/_components/organization/hand'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, locale, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { CaseLayout, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Timeline } from '@/app/_ui/timeline'
import { Nothing, Zh } from '@/app/_ui/words'
import { withdraw } from '@/app/(portal)/regulator/guidance/actions'
import { itemByNumber, type WholeItem } from '@/lib/guidance/queries/items'
import { guidanceWorkflow } from '@/lib/guidance/workflow'
import { openSteps } from '@/lib/kernel/workflow'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import type { Rulebook } from '@/lib/rulebook/rules/book'
import { Closing } from './item-table'
import { Sources } from './sources'

async function ItemSource({ item, book }: { item: WholeItem['item']; book: Rulebook }) {
  const { guidance: w } = await words()
  if (item.sourceKeys) return <Sources keys={item.sourceKeys.split('|')} sources={book.sources} />
  return (
    <>
      <Zh>{item.sourceName}</Zh>{' '}
      {item.sourceUrl && (
        <a href={item.sourceUrl} rel="noreferrer" className="underline underline-offset-3">
          {w.item.see}
        </a>
      )}
    </>
  )
}

async function Withdraw({ item }: { item: WholeItem['item'] }) {
  const [{ guidance: w, form }] = [await words()]
  return (
    <StepPanel title={w.item.steps}>
      <StepSection>
        <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ id: item.id, version: item.version }} prefix="withdraw-">
          <Unfold summary={`${w.item.withdraw}…`} field="reason">
            <p className="text-13 text-ink-2">{w.item.withdrawTitle}</p>
            <FormTextarea name="reason" label={w.item.withdrawReason} hint={w.item.withdrawReasonHint} limit={500} rows={3} />
            <SubmitButton look="outline" busyLabel={form.busy}>
              {w.item.withdrawAct}
            </SubmitButton>
          </Unfold>
        </ActionForm>
      </StepSection>
    </StepPanel>
  )
}

/** A notice, a call or a recommendation under its number, for everybody; its issuer may take it out. */
export async function GuidanceCase({ number }: { number: string }) {
  const [{ actor }, now] = [await reader(), await instant()]
  const found = await look(actor, async (tx) => {
    const one = await itemByNumber(tx, number)
    return one && { ...one, book: await rulebook(tx), clause: await clauseName(tx) }
  })
  if (!found) notFound()
  const [w, f, language, name] = [await words(), await format(), await locale(), await called()]
  const { item, row, works, book, clause, history } = found
  const g = w.guidance
  const i = g.item
  const english = language === 'en'
  const translated = english && item.titleEn !== null
  const date = item.issuedOn ? (row.precision === 'day' ? f.day(item.issuedOn) : i.precision[row.precision](item.issuedOn)) : ''
  const body =
    translated && item.bodyEn ? (
      <p className="whitespace-pre-line">{item.bodyEn}</p>
    ) : (
      <p className="whitespace-pre-line">
        <Zh>{item.body}</Zh>
      </p>
    )
  const lead = (
    <Facts
      items={[
        { label: i.issuer, value: name(row.issuer) },
        { label: i.issued, value: date || <Nothing /> },
        item.kind === 'call' && { label: i.closes, value: item.closesOn ? <Closing item={item} now={now} /> : i.closesNone },
        item.kind === 'recommendation' && { label: i.batch, value: item.batch ? <Zh>{item.batch}</Zh> : <Nothing /> },
        item.kind === 'recommendation' && { label: i.count, value: item.workCount ? i.counted(item.workCount) : i.uncounted },
        row.clauses.length > 0 && {
          label: i.clauses,
          wide: true,
          value: row.clauses.map((code) => (
            <span key={code} className="block">
              {code} {clause(code)}
            </span>
          )),
        },
        { label: g.source, wide: true, value: <ItemSource item={item} book={book} /> },
      ]}
    />
  )
  const rest = (
    <>
      <Section id="body" title={i.body}>
        <div className="max-w-[46em]">{body}</div>
        {(item.carriedAs || translated) && (
          <p className="pt-2 text-13 text-ink-2">
            {[item.carriedAs ? i.carried : '', translated ? i.translated : ''].filter(Boolean).join(' ')}
          </p>
        )}
      </Section>
      {item.kind === 'recommendation' && (
        <Section id="works" title={i.works} aside={works.length > 0 ? i.worksAside(works.length, item.workCount) : undefined}>
          {works.length > 0 ? (
            <DataTable
              caption={i.worksCaption}
              rows={works}
              rowKey={({ title }) => title}
              columns={[
                { key: 'title', head: i.work, rowHead: true, at: 'title', cell: ({ title }) => <Zh>{w.drama.title(title)}</Zh> },
                { key: 'producer', head: i.producer, at: 'full', cell: ({ producer }) => (producer ? <Zh>{producer}</Zh> : <Nothing />) },
              ]}
            />
          ) : (
            <p className="text-ink-2">
              {i.noWorks}
              {english ? '. ' : '。'}
              {i.noWorksNext}
            </p>
          )}
        </Section>
      )}
      <Section id="history" title={i.history} aside={w.shell.list.newestFirst}>
        <Timeline
          items={history.map(({ id, name: event, at, hand, words: said }) => ({
            key: id,
            at: at.toISOString(),
            when: f.inList(at, now),
            title: g.event[event] ?? event,
            who: hand?.organization ? <Hand of={hand} /> : undefined,
            quote: said.reason,
          }))}
        />
      </Section>
    </>
  )
  const isOpen = openSteps(guidanceWorkflow, item, actor).includes('withdraw')
  const home = actor.organizationId === item.issuerId ? '/regulator/guidance' : '/guidance/library'
  return (
    <>
      <PageHead
        crumbs={[
          { label: i.crumb, href: home },
          { label: g.kind[item.kind], href: `/guidance/library?kind=${item.kind}` },
          { label: number },
        ]}
        crumbsLabel={w.shell.location}
        title={translated ? item.titleEn : <Zh>{item.title}</Zh>}
        state={
          item.state === 'withdrawn' && (
            <State tone="neutral" pill>
              {g.state.withdrawn}
            </State>
          )
        }
        line={i.line(name(row.issuer), date)}
      />
      {item.state === 'withdrawn' && (
        <div className="mb-4">
          <Note tone="refused" title={i.withdrawn} />
        </div>
      )}
      {isOpen ? (
        <CaseLayout lead={lead} aside={<Withdraw item={item} />}>
          {rest}
        </CaseLayout>
      ) : (
        <>
          <div className="mb-8">{lead}</div>
          {rest}
        </>
      )}
    </>
  )
}
