import type { member as zh } from '../zh-CN/member'

export const member: typeof zh = {
  duty: {
    'national.approver': 'approver',
    'national.reviewer': 'reviewer',
    'province.reviewer': 'reviewer',
    'association.monitor': 'monitor',
    'platform.moderator': 'moderator',
    'platform.compliance': 'compliance',
    'creator.editor': 'editor',
    'creator.signatory': 'signatory',
    admin: 'administrator',
  },
  noDuty: 'no duty',
  field: { email: 'E-mail', password: 'Password' },
  signIn: {
    title: 'Sign in',
    line: 'One entrance for regulators, platforms and creators.',
    forgotten: 'Forgotten password',
    show: 'Show',
    hide: 'Hide',
    act: 'Sign in',
    busy: 'Signing in…',
    limits:
      'Members of regulators, the association and platforms are signed out after 30 minutes without activity, creators after 24 hours; what you are typing is kept.',
    doors: 'No account yet',
    creator: 'Register a creator',
    creatorText:
      'Have the unified social credit code and the production licence at hand. Once the bureau of your province accepts you, you can file works.',
    platform: 'Apply as a platform',
    platformText:
      'Platforms are admitted by the national administration. Members of admitted platforms and of regulators get a one-time invitation link from their own administrator.',
    public: 'Look up the register and the blacklist without signing in',
    publicText: 'Search by title, number or producer.',
  },
  refusal: {
    wrong_password: 'The e-mail or the password is wrong. Check both and try again, or set a new password through “Forgotten password”.',
    too_many_attempts: 'Too many attempts. Try again in 15 minutes, or set a new password through “Forgotten password”.',
  },
}
