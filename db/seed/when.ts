/**
 * When something of the demonstration happened, told from the instant of seeding: `12d 10:30` is that time of the twelfth working
 * day before the desk's day (today until 17:30, else the next working day); `3h` is three hours ago at whatever time of day,
 * `26h office` the last moment of office hours by then, `3h of work` three hours of office hours ago.
 */
export type When = `${number}d ${number}:${number}` | `${number}h` | `${number}h office` | `${number}h of work`
