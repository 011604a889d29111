import * as react from 'react/jsx-runtime'
import { marked } from './marked'

export type { JSX } from 'react/jsx-runtime'

export const { Fragment } = react
export const jsx: typeof react.jsx = (type, props, key) => react.jsx(...marked(type, props), key)
export const jsxs: typeof react.jsxs = (type, props, key) => react.jsxs(...marked(type, props), key)
