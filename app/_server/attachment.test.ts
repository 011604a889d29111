import { expect, test } from 'vitest'
import { disposition } from './attachment'

test.for([
  ['双周报送-SZ-2026-0012.pdf', 'SZ-2026-0012.pdf', '%E5%8F%8C%E5%91%A8%E6%8A%A5%E9%80%81-SZ-2026-0012.pdf'],
  ['biweekly-report-SZ-2026-0012.xlsx', 'biweekly-report-SZ-2026-0012.xlsx', 'biweekly-report-SZ-2026-0012.xlsx'],
  ['处置明细.csv', 'file.csv', '%E5%A4%84%E7%BD%AE%E6%98%8E%E7%BB%86.csv'],
  [`a";x='1'(2)*.png`, 'a-x-1-2.png', 'a%22%3Bx%3D%271%27%282%29%2A.png'],
  ['../a\r\nb', 'a-b', '..%2Fa%0D%0Ab'],
] as const)('%s is named in plain letters, too', ([name, plain, whole]) => {
  expect(disposition(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${whole}`)
})
