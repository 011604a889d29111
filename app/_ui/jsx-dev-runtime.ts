import * as react from 'react/jsx-dev-runtime'
import { marked } from './marked'

export type { JSX } from 'react/jsx-dev-runtime'

export const { Fragment } = react
export const jsxDEV: typeof react.jsxDEV = (type, props, ...rest) => react.jsxDEV(...marked(type, props), ...rest)
