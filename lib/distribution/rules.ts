import { type Outcome, ok, refuse } from '../kernel/outcome'

const bare = (typed: string) => typed.normalize('NFKC').replace(/[\s\u200b()-]/g, '')

/** A telephone number in one spelling: digits without spaces, hyphens and the country code of the mainland. */
export function readPhone(typed: string): Outcome<string, 'phone_form'> {
  const digits = bare(typed).replace(/^(\+|00)?86(?=1\d{10}$|0\d{9,11}$)/, '')
  return /^\+?\d{7,15}$/.test(digits) ? ok(digits) : refuse('phone_form')
}

/** The account that is paid, a bank's or a payment service's, in one spelling. */
export function readPayee(typed: string): Outcome<string, 'payee_form'> {
  const account = bare(typed).toUpperCase()
  return /^[0-9A-Z._@*]{6,64}$/.test(account) ? ok(account) : refuse('payee_form')
}
