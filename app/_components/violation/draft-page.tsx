import { notFound, redirect } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { called } from '@/app/_components/organization/called'
import { byteText, kindOfFile } from '@/app/_components/upload/file-text'
import { format, locale, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { PageHead } from '@/app/_ui/heads'
import { noticesOn } from '@/lib/guidance/queries/items'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf, isDay } from '@/lib/kernel/time'
import { findWorks, listedNear, namesOf, worksNear, worksOf } from '@/lib/matching/queries'
import { admittedPlatforms } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { taxonomyOn } from '@/lib/rulebook/rules/book'
import { draftById, numberOfFiled } from '@/lib/violation/queries/draft'
import { warningOf } from '@/lib/violation/rules'
import { discardReport } from './actions'
import { FilingForm } from './filing-form'
import { pickGroups } from './pick-groups'
import { fill, listAt, textAt } from './typed'

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const find = (actor: Actor, id: string) =>
  look(actor, async (tx, now) => {
    const found = await draftById(tx, actor, id)
    if (!found) return { filed: await numberOfFiled(tx, actor, id) }
    const title = textAt(found.draft, 'title')
    const chosen = textAt(found.draft, 'work')
    const works = new Map([...(await findWorks(tx, title)), ...(await worksNear(tx, { title }, null))].map((work) => [work.id, work]))
    for (const work of (await worksOf(tx, isId(chosen) ? [chosen] : [])).values()) works.set(work.id, work)
    const typed = { title, aliases: textAt(found.draft, 'aliases').split(/[\n、;；]/) }
    const named = isId(chosen) ? await namesOf(tx, chosen) : null
    const near = named || title ? await listedNear(tx, named ?? typed) : []
    const book = await rulebook(tx)
    const notices = await noticesOn(
      tx,
      book.taxonomy.map(({ code }) => code),
    )
    return { ...found, notices, works: [...works.values()], near, platforms: await admittedPlatforms(tx), book, now }
  })

/** A report that is being written, in the hands of its own organization. */
export async function ViolationDraft({ id }: { id: string }) {
  const actor = await currentActor('platform.moderator', 'association.monitor')
  const found = await find(actor, id)
  if ('filed' in found) return found.filed ? redirect(`/c/${found.filed}`) : notFound()
  const [w, f, language, name] = [await words(), await format(), await locale(), await called()]
  const { draft: d, list, field, stage, subject, near: reasons, warning } = w.violation
  const kind = actor.kind === 'association' ? 'association' : 'platform'
  const today = dayOf(found.now)
  const seenOn = textAt(found.draft, 'seenOn')
  const cited = found.book.taxonomy.filter(({ code }) => listAt(found.draft, 'items').includes(code))
  const warnings = cited.flatMap((item) => {
    const code = isDay(seenOn) && warningOf(item, seenOn)
    return code ? [warning[code](item.code, (code === 'item_not_yet_in_force' ? item.effectiveFrom : item.effectiveTo) ?? '')] : []
  })
  return (
    <>
      <PageHead
        crumbs={[{ label: list.title[kind], href: `/${kind}/violation` }, { label: d.new }]}
        crumbsLabel={w.shell.location}
        title={d.title}
        line={d.line}
      />
      <FilingForm
        id={id}
        version={found.version}
        formKey={crypto.randomUUID()}
        draft={found.draft}
        words={{ ...d, field, stageName: stage, subjectName: subject }}
        busy={w.form.busy}
        over={{ overwrite: w.form.overwrite, overwriteHint: w.form.overwriteHint }}
        today={today}
        platforms={found.platforms.map((platform) => ({
          value: platform.id,
          label: name(platform),
        }))}
        own={kind === 'platform' ? actor.organizationId! : ''}
        works={found.works.map((work) => ({
          id: work.id,
          title: work.title,
          code: work.code,
          producer: work.producerName ?? d.producerUnknown,
          line: f.list([
            ...(work.episodeCount ? [fill(d.episodes, { count: work.episodeCount })] : []),
            ...(work.origin === 'reported' ? [d.workReported] : []),
          ]),
          listed: work.listed,
        }))}
        near={found.near.map(({ entryId, number, title, reasons: why }) => ({
          entryId,
          number,
          title,
          reasons: `${f.list(why.slice(0, 3).map(({ code, mine, theirs }) => reasons[code]({ mine, theirs })))}${language === 'en' ? '.' : '。'}`,
        }))}
        warnings={warnings}
        groups={pickGroups(taxonomyOn(found.book, today), language, w.shell.severity, found.notices)}
        evidence={found.evidence.map(({ id: file, name, byteCount, mediaType }) => ({
          id: file,
          name,
          size: byteText(byteCount),
          kind: kindOfFile(mediaType),
        }))}
      />
      <div className="mt-4 border-t border-line pt-4">
        <ActionForm action={discardReport} formKey={crypto.randomUUID()} hidden={{ id, version: found.version }} prefix="discard-">
          <ConfirmSubmit
            label={d.discard}
            title={d.discardTitle}
            confirm={d.discardConfirm}
            cancel={d.keep}
            busyLabel={w.form.busy}
            look="quiet"
          >
            {d.discardText}
          </ConfirmSubmit>
        </ActionForm>
      </div>
    </>
  )
}
