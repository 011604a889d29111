import type { mail as zh } from '../zh-CN/mail'

const signature = 'Micro-drama Compliance\nThis mail was sent by the system; please do not answer it.'
const letter = (subject: string, ...lines: string[]) => ({ subject, body: [...lines, signature].join('\n\n') })

export const mail: typeof zh = {
  invited: ({ organization, link, until }) =>
    letter(
      `${organization} invites you to the micro-drama compliance portal`,
      `${organization} invites you to join the micro-drama compliance portal as its member. Open this link, enter your name and set a password:`,
      link,
      `The link works once, until ${until} Beijing time. If you do not know this organization, you need not do anything.`,
    ),
  noticed: ({ name, items, more, portal }) =>
    letter(
      items.length === 1
        ? `${items[0]!.what}: ${items[0]!.title}${items[0]!.number ? ` (${items[0]!.number})` : ''}`
        : `${items.length + more} matters concern your duties`,
      `Dear ${name},`,
      ...items.map(({ what, title, number, until, link }) =>
        [what, [title, number].filter(Boolean).join('  '), ...(until ? [`Due by ${until} Beijing time`] : []), link].join('\n'),
      ),
      ...(more > 0 ? [`${more} more are listed under Notices when you sign in: ${portal}`] : []),
    ),
  reset: ({ name, link, until }) =>
    letter(
      'Set a new password',
      `Dear ${name},`,
      'Someone has asked to set a new password for you. If it was you, open this link:',
      link,
      `The link works once, until ${until} Beijing time. Afterwards you are signed out on every device. If it was not you, you need not do anything; your password stays as it is.`,
    ),
  passwordChanged: ({ name, at, link }) =>
    letter(
      'Your password was changed',
      `Dear ${name},`,
      `Your password was changed on ${at} Beijing time. If it was not you, set a new one at once and tell your organization's administrator:`,
      link,
    ),
  triedToApply: ({ name, organization, link }) =>
    letter(
      'Somebody applied with your address',
      `Dear ${name},`,
      `Somebody applied for “${organization}” with this address. It has an account already, so the application was not taken. If it was you, sign in, or apply again with another address:`,
      link,
      'If it was not you, you need not do anything.',
    ),
  accepted: ({ name, organization, link }) =>
    letter(
      `${organization}: application accepted`,
      `Dear ${name},`,
      `The application of ${organization} was accepted. You can sign in and begin:`,
      link,
    ),
  refused: ({ name, organization, reason, link }) =>
    letter(
      `${organization}: application refused`,
      `Dear ${name},`,
      `The application of ${organization} was refused. The reason:`,
      reason,
      'After signing in you can correct it and apply again:',
      link,
    ),
  suspended: ({ name, organization, reason, link }) =>
    letter(
      `${organization}: suspended`,
      `Dear ${name},`,
      `${organization} was suspended. The reason:`,
      reason,
      'Sign in to see how it stands:',
      link,
    ),
  reinstated: ({ name, organization, link }) =>
    letter(`${organization}: reinstated`, `Dear ${name},`, `${organization} was reinstated. You can sign in again:`, link),
}
