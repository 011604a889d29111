import { trialsOfLists } from './trials/lists'
import { trialsOfMeasures } from './trials/measures'
import { trialsOfPapers } from './trials/papers'
import { trialsOfPeople } from './trials/people'
import { trialsOfRecords } from './trials/records'
import { trialsOfReports } from './trials/reports'
import type { Ground, Trials } from './trials/trial'
import { trialsOfWorks } from './trials/works'

/** Every form of the portal on a case of its own, by the name that the attack surface gives it. */
export const trials = (ground: Ground): Trials => ({
  ...trialsOfWorks(ground),
  ...trialsOfReports(ground),
  ...trialsOfLists(ground),
  ...trialsOfMeasures(ground),
  ...trialsOfPeople(ground),
  ...trialsOfPapers(ground),
  ...trialsOfRecords(ground),
})
