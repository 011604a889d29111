import type { SeededCampaign } from '@/db/seed/campaigns'
import { closeCampaign, openCampaign, proposeClose, startCampaign, writeCampaign } from '@/lib/campaign/commands'
import { addDays, dayOf } from '@/lib/kernel/time'
import type { Scene } from './scene'

/** A campaign from its draft to where it stands. */
export function tellCampaign(scene: Scene, told: SeededCampaign) {
  const key = `campaign ${told.key}`
  const today = dayOf(scene.now)
  const { written, started, closeProposed, closed } = told
  scene.plan(key, scene.at(written.at), async (at) => {
    const author = await scene.person(written.by)
    scene.know(key, (await scene.act(openCampaign, author, undefined, at)).id)
    const quotas = await Promise.all(
      told.quotas.map(async ({ organization, ...quota }) => ({ ...quota, organizationId: await scene.platform(organization) })),
    )
    const input = {
      title: told.title,
      basis: told.basis,
      fromOn: addDays(today, -told.from),
      toOn: addDays(today, -told.to),
      targetKinds: [...told.targetKinds],
      platformIds: [],
      bureauIds: [],
      labels: told.labels.map(({ label, codes }) => ({ label, codes: [...codes] })),
      quotas,
    }
    return scene.step(writeCampaign, author, 'campaigns', key, input, at)
  })
  if (started)
    scene.plan(key, scene.at(started.at), async (at) => scene.step(startCampaign, await scene.person(started.by), 'campaigns', key, {}, at))
  if (closeProposed)
    scene.plan(key, scene.at(closeProposed.at), async (at) =>
      scene.step(proposeClose, await scene.person(closeProposed.by), 'campaigns', key, { reason: closeProposed.reason }, at),
    )
  if (closed)
    scene.plan(key, scene.at(closed.at), async (at) =>
      scene.step(closeCampaign, await scene.person(closed.by), 'campaigns', key, { remark: closed.remark }, at),
    )
}
