import type { ElementType } from 'react'
import * as react from 'react/jsx-runtime'
import { marked } from './marked'

export type { JSX } from 'react/jsx-runtime'

/** An attribute that is not there is not sent: a page says each of its elements twice, as a document and as what its scripts start from. */
function lean<P>(type: ElementType<P>, props: P): P {
  if (typeof type !== 'string') return props
  const given = Object.entries(props as object)
  return given.some(([, value]) => value === undefined)
    ? (Object.fromEntries(given.filter(([, value]) => value !== undefined)) as P)
    : props
}

export const { Fragment } = react
export const jsx: typeof react.jsx = (type, props, key) => react.jsx(...marked(type, lean(type, props)), key)
export const jsxs: typeof react.jsxs = (type, props, key) => react.jsxs(...marked(type, lean(type, props)), key)
