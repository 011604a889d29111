import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LanguageProvider } from './chinese-here'
import { Fragment, jsx, jsxs } from './jsx-runtime'

const on = (language: string, node: ReactNode) => renderToStaticMarkup(createElement(LanguageProvider, { language }, node))
const zh = (text: string) => `<span lang="zh-CN">${text}</span>`

describe('on an English page', () => {
  test.each([
    ['a name alone', jsx('td', { children: '快手' }), `<td>${zh('快手')}</td>`],
    ['a title in a sentence', jsx('p', { children: 'Filed for 《夜宴》 today' }), `<p>Filed for ${zh('《夜宴》')} today</p>`],
    [
      'a number as issued',
      jsx('p', { children: 'No. （京）网微剧备字（2026）第001号' }),
      `<p>No. ${zh('（京）网微剧备字（2026）第001号')}</p>`,
    ],
    [
      'one part of several',
      jsxs('p', { children: ['By ', '周敏', ', ', jsx('b', { children: 'today' })] }),
      `<p>By ${zh('周敏')}, <b>today</b></p>`,
    ],
    ['a list of names', jsx('p', { children: [['夜宴', ' / '], ['长安夜宴']] }), `<p>${zh('夜宴')} / ${zh('长安夜宴')}</p>`],
    [
      'words between elements',
      jsx('dd', { children: jsxs(Fragment, { children: ['夜航', jsx('br', {})] }) }),
      `<dd>${zh('夜航')}<br/></dd>`,
    ],
    ['a choice', jsx('option', { value: '1', children: '抖音' }), '<option lang="zh-CN" value="1">抖音</option>'],
    ['a choice in English', jsx('option', { value: '1', children: 'Douyin' }), '<option value="1">Douyin</option>'],
  ])('%s is marked where it is Chinese', (_, node, html) => expect(on('en', node)).toBe(html))

  test.each([
    ['what says its language itself', jsx('span', { lang: 'zh-CN', children: '夜宴' }), '<span lang="zh-CN">夜宴</span>'],
    ['what has no Chinese', jsx('p', { children: 'HM-2026-0027' }), '<p>HM-2026-0027</p>'],
    ['what somebody typed', jsx('textarea', { defaultValue: '写到一半' }), '<textarea>写到一半</textarea>'],
  ])('%s is left as it is', (_, node, html) => expect(on('en', node)).toBe(html))
})

test('a Chinese page is left as it is', () =>
  expect(on('zh-CN', jsxs('p', { children: ['由', '快手', jsx('b', { children: '提交' })] }))).toBe('<p>由快手<b>提交</b></p>'))

test('a choice stays the same element when its words change with the language', () => {
  const [chinese, english] = [jsx('option', { children: '一类' }), jsx('option', { children: 'Class I' })]
  expect(chinese.type).toBe(english.type)
})
