/** The portal does not start like this; the message says why and what to do. */
export class NotFit extends Error {}
