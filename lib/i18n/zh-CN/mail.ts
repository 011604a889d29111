/** What leaves the house by e-mail: subject and body, plain text. */
const signature = '网络微短剧合规平台\n本邮件由系统自动发出，请勿回复。'
const letter = (subject: string, ...lines: string[]) => ({ subject, body: [...lines, signature].join('\n\n') })

type Noticed = {
  name: string
  items: { what: string; title: string; number: string | null; until: string | null; link: string }[]
  /** How many more there are than are written out. */
  more: number
  portal: string
}

export const mail = {
  invited: ({ organization, link, until }: { organization: string; link: string; until: string }) =>
    letter(
      `${organization}邀请您加入网络微短剧合规平台`,
      `${organization}邀请您作为成员加入网络微短剧合规平台。请打开下面的链接，填写姓名并设置密码：`,
      link,
      `链接只能用一次，${until}前有效。如果您不认识这家单位，不必理会本邮件。`,
    ),
  noticed: ({ name, items, more, portal }: Noticed) =>
    letter(
      items.length === 1
        ? `${items[0]!.what}：${items[0]!.title}${items[0]!.number ? `（${items[0]!.number}）` : ''}`
        : `${items.length + more} 件事与您的职责有关`,
      `${name}，您好：`,
      ...items.map(({ what, title, number, until, link }) =>
        [`${what}`, [title, number].filter(Boolean).join('  '), ...(until ? [`办理期限：${until}（北京时间）`] : []), link].join('\n'),
      ),
      ...(more > 0 ? [`还有 ${more} 件，请登录后在“通知”里查看：${portal}`] : []),
    ),
  reset: ({ name, link, until }: { name: string; link: string; until: string }) =>
    letter(
      '重新设置密码',
      `${name}，您好：`,
      '有人请求重新设置您的密码。如果是您本人，请打开下面的链接设置新密码：',
      link,
      `链接只能用一次，${until}前有效。设置后，您在所有设备上都会退出登录。如果不是您本人请求的，不必理会本邮件，原密码仍然有效。`,
    ),
  passwordChanged: ({ name, at, link }: { name: string; at: string; link: string }) =>
    letter(
      '您的密码已更改',
      `${name}，您好：`,
      `您的密码已于 ${at}（北京时间）更改。如果不是您本人操作的，请立即重新设置密码，并告诉本机构的管理员：`,
      link,
    ),
  triedToApply: ({ name, organization, link }: { name: string; organization: string; link: string }) =>
    letter(
      '有人用您的邮箱申请接入',
      `${name}，您好：`,
      `有人用这个邮箱为“${organization}”申请接入。这个邮箱已有账号，所以没有受理这份申请。如果是您本人，请登录现有账号，或换一个邮箱重新申请：`,
      link,
      '如果不是您本人，不必理会本邮件。',
    ),
  accepted: ({ name, organization, link }: { name: string; organization: string; link: string }) =>
    letter(`${organization}的申请已受理通过`, `${name}，您好：`, `${organization}的申请已通过，现在可以登录办理了：`, link),
  refused: ({ name, organization, reason, link }: { name: string; organization: string; reason: string; link: string }) =>
    letter(
      `${organization}的申请未通过`,
      `${name}，您好：`,
      `${organization}的申请未通过。理由：`,
      reason,
      '您可以登录后更正材料，重新申请：',
      link,
    ),
  suspended: ({ name, organization, reason, link }: { name: string; organization: string; reason: string; link: string }) =>
    letter(`${organization}已被暂停办理`, `${name}，您好：`, `${organization}已被暂停办理。理由：`, reason, '登录后可以查看情况：', link),
  reinstated: ({ name, organization, link }: { name: string; organization: string; link: string }) =>
    letter(`${organization}已恢复办理`, `${name}，您好：`, `${organization}已恢复办理，可以登录了：`, link),
}
