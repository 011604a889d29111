import { announcement as announcementEn } from './en/announcement'
import { batch as batchEn } from './en/batch'
import { biweekly as biweeklyEn } from './en/biweekly'
import { blacklist as blacklistEn } from './en/blacklist'
import { campaign as campaignEn } from './en/campaign'
import { consultation as consultationEn } from './en/consultation'
import { desk as deskEn } from './en/desk'
import { dossier as dossierEn } from './en/dossier'
import { drama as dramaEn } from './en/drama'
import { figure as figureEn } from './en/figure'
import { form as formEn } from './en/form'
import { guidance as guidanceEn } from './en/guidance'
import { inspection as inspectionEn } from './en/inspection'
import { mail as mailEn } from './en/mail'
import { member as memberEn } from './en/member'
import { notice as noticeEn } from './en/notice'
import { organization as organizationEn } from './en/organization'
import { overview as overviewEn } from './en/overview'
import { penalty as penaltyEn } from './en/penalty'
import { rectification as rectificationEn } from './en/rectification'
import { register as registerEn } from './en/register'
import { registration as registrationEn } from './en/registration'
import { rulebook as rulebookEn } from './en/rulebook'
import { search as searchEn } from './en/search'
import { shell as shellEn } from './en/shell'
import { takedown as takedownEn } from './en/takedown'
import { violation as violationEn } from './en/violation'
import type { Locale } from './formats'
import { announcement as announcementZh } from './zh-CN/announcement'
import { batch as batchZh } from './zh-CN/batch'
import { biweekly as biweeklyZh } from './zh-CN/biweekly'
import { blacklist as blacklistZh } from './zh-CN/blacklist'
import { campaign as campaignZh } from './zh-CN/campaign'
import { consultation as consultationZh } from './zh-CN/consultation'
import { desk as deskZh } from './zh-CN/desk'
import { dossier as dossierZh } from './zh-CN/dossier'
import { drama as dramaZh } from './zh-CN/drama'
import { figure as figureZh } from './zh-CN/figure'
import { form as formZh } from './zh-CN/form'
import { guidance as guidanceZh } from './zh-CN/guidance'
import { inspection as inspectionZh } from './zh-CN/inspection'
import { mail as mailZh } from './zh-CN/mail'
import { member as memberZh } from './zh-CN/member'
import { notice as noticeZh } from './zh-CN/notice'
import { organization as organizationZh } from './zh-CN/organization'
import { overview as overviewZh } from './zh-CN/overview'
import { penalty as penaltyZh } from './zh-CN/penalty'
import { rectification as rectificationZh } from './zh-CN/rectification'
import { register as registerZh } from './zh-CN/register'
import { registration as registrationZh } from './zh-CN/registration'
import { rulebook as rulebookZh } from './zh-CN/rulebook'
import { search as searchZh } from './zh-CN/search'
import { shell as shellZh } from './zh-CN/shell'
import { takedown as takedownZh } from './zh-CN/takedown'
import { violation as violationZh } from './zh-CN/violation'

const chinese = {
  announcement: announcementZh,
  batch: batchZh,
  biweekly: biweeklyZh,
  blacklist: blacklistZh,
  campaign: campaignZh,
  consultation: consultationZh,
  desk: deskZh,
  dossier: dossierZh,
  drama: dramaZh,
  figure: figureZh,
  form: formZh,
  guidance: guidanceZh,
  inspection: inspectionZh,
  mail: mailZh,
  member: memberZh,
  notice: noticeZh,
  organization: organizationZh,
  overview: overviewZh,
  penalty: penaltyZh,
  rectification: rectificationZh,
  register: registerZh,
  registration: registrationZh,
  rulebook: rulebookZh,
  search: searchZh,
  shell: shellZh,
  takedown: takedownZh,
  violation: violationZh,
}

/** Every word of the portal by noun; Chinese gives the shape, a missing English word does not compile. */
export type Words = typeof chinese

const english: Words = {
  announcement: announcementEn,
  batch: batchEn,
  biweekly: biweeklyEn,
  blacklist: blacklistEn,
  campaign: campaignEn,
  consultation: consultationEn,
  desk: deskEn,
  dossier: dossierEn,
  drama: dramaEn,
  figure: figureEn,
  form: formEn,
  guidance: guidanceEn,
  inspection: inspectionEn,
  mail: mailEn,
  member: memberEn,
  notice: noticeEn,
  organization: organizationEn,
  overview: overviewEn,
  penalty: penaltyEn,
  rectification: rectificationEn,
  register: registerEn,
  registration: registrationEn,
  rulebook: rulebookEn,
  search: searchEn,
  shell: shellEn,
  takedown: takedownEn,
  violation: violationEn,
}

export const catalogues: Record<Locale, Words> = { 'zh-CN': chinese, en: english }
