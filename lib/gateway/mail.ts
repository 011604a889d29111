import { createTransport } from 'nodemailer'

export type Outgoing = { id: string; recipient: string; subject: string; body: string }

const [CONNECT_WITHIN, ANSWER_WITHIN] = [10_000, 30_000]

/**
 * Hands mails to the server at `url`, one at a time; throws when it did not take one. A mail that goes out twice carries
 * the same Message-ID, so that the two can be told to be one.
 */
export function mailer(url: string, from: string) {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: ANSWER_WITHIN,
  })
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return async ({ id, recipient, subject, body }: Outgoing): Promise<void> => {
    await transport.sendMail({
      from,
      to: { name: '', address: recipient },
      subject,
      text: body,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
}
