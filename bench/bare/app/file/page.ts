import { createElement } from 'react'
import { file } from './actions'

export const dynamic = 'force-dynamic'

export default function Page() {
  return createElement(
    'form',
    { action: file as unknown as string },
    createElement('input', { name: 'id' }),
    createElement('textarea', { name: 'description' }),
    createElement('button', { type: 'submit' }, 'file'),
  )
}
