import { expect, test } from 'vitest'
import { IMAGES } from '@/lib/gateway/store'
import { EVIDENCE, IMAGES_ONLY } from './file-text'

test('a field for pictures offers what the store takes as one, and neither PDF nor film', () => {
  expect(IMAGES_ONLY.split(',')).toEqual([...IMAGES])
  expect(EVIDENCE.split(',')).toEqual([...IMAGES, 'application/pdf', 'video/mp4'])
})
