// 统计口径: the words of what can be counted. A figure has no steps: a fact follows from an act and is voided by another.
/** What a fact says was done: an offence found, a measure taken, a mending accepted or refused, a listing proposed, an order carried out, a check made, a check that hit. */
export const WHATS = ['found', 'measured', 'rectified', 'refused', 'proposed', 'carried_out', 'inspected', 'hit'] as const
export const TARGET_KINDS = ['drama', 'episode', 'mini_program', 'account'] as const
/** Upheld by a bureau; recorded by a platform itself, which counts beside and never as upheld; done for all that needs no ruling. */
export const STANDINGS = ['upheld', 'recorded', 'done'] as const
/** Works, mini-programs or accounts, each once; cases; or the episodes or minutes of the works. Units are never added to each other. */
export const MEASURES = ['targets', 'cases', 'episodes', 'minutes'] as const
/** Where an offence was seen first, from the owner's side: `platform` is another platform's report. */
export const FACT_SOURCES = ['self_inspection', 'platform', 'association', 'public', 'regulator', 'blacklist_match'] as const

/** What is kept as totals by week, so that an overview is read and not counted. */
export const KEPT = ['found', 'found_group', 'measured', 'rectified', 'refused', 'order', 'dark', 'registration', 'entry', 'sheet'] as const

export type What = (typeof WHATS)[number]
export type TargetKind = (typeof TARGET_KINDS)[number]
export type Standing = (typeof STANDINGS)[number]
export type Measure = (typeof MEASURES)[number]
export type FactSource = (typeof FACT_SOURCES)[number]
export type Kept = (typeof KEPT)[number]
