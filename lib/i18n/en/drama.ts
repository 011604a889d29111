import type { drama as zh } from '../zh-CN/drama'
import { many } from './number'

export const drama: typeof zh = {
  title: (title) => title,
  untitled: 'No title yet',
  form: { live_action: 'Live action', comic: 'Comic drama', digital_human: 'Digital human' },
  era: { contemporary: 'Contemporary', modern: 'Modern', early_modern: 'Early modern', ancient: 'Ancient', major: 'Major' },
  genre: {
    urban: 'Urban',
    rural: 'Rural',
    youth: 'Youth',
    military: 'Military life',
    crime: 'Crime',
    science_fiction: 'Science fiction',
    legend: 'Legend',
    palace: 'Palace',
    martial_arts: 'Martial arts',
    myth: 'Myth',
    biography: 'Biography',
    other: 'Other',
  },
  subject: {
    political: 'Political',
    military: 'Military',
    diplomatic: 'Diplomatic',
    national_security: 'National security',
    united_front: 'United front',
    ethnic: 'Ethnic',
    religious: 'Religious',
    judicial: 'Judicial',
    public_security: 'Public security',
  },
  aiMade: { yes: 'AI-made', no: 'Not AI-made' },
  class: { 1: 'Class I', 2: 'Class II', 3: 'Class III' },
  noClass: 'Not yet known',
  episodes: (count) => (count === 1 ? '1 episode' : `${count} episodes`),
  length: (count, minutes) => (minutes === null ? many(count, 'episode') : `${many(count, 'episode')}, ${minutes} min in all`),
  uniform: (count, length, minutes) => `${many(count, 'episode')} × ${length}, ${minutes} min in all`,
  seconds: (seconds) => {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
    return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
  },
}
