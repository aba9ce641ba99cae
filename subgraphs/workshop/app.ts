import { organisationRecordsParts } from '../../shared/organisation-records/parts';
import { personalDataParts } from '../../shared/personal-data/parts';
import { together } from '../../shared/personal-data/personal-data';
import { joinParts } from '../../shared/subgraph/parts';
import { bodyshopParts } from './bodyshop/bodyshop.parts';
import { bodyshopPersonalData } from './bodyshop/bodyshop.personal-data';
import { catalogueParts } from './catalogue/catalogue.parts';
import { homeParts } from './home/home.parts';
import { homePersonalData } from './home/home.personal-data';
import { inspectionsParts } from './inspections/inspections.parts';
import { inspectionsPersonalData } from './inspections/inspections.personal-data';
import { jobsParts } from './jobs/jobs.parts';
import { jobsPersonalData } from './jobs/jobs.personal-data';
import { jobSheetPersonalData } from './jobs/sheet/job-sheet.personal-data';
import { requestsParts } from './requests/requests.parts';
import { requestsPersonalData } from './requests/requests.personal-data';
import { appointmentsPersonalData } from './scheduling/appointments/appointments.personal-data';
import { schedulingParts } from './scheduling/scheduling.parts';

export const workshopApp = joinParts('workshop', [
  catalogueParts,
  schedulingParts,
  jobsParts,
  requestsParts,
  homeParts,
  inspectionsParts,
  bodyshopParts,
  personalDataParts(
    'workshop',
    together(
      appointmentsPersonalData,
      homePersonalData,
      inspectionsPersonalData,
      jobSheetPersonalData,
      jobsPersonalData,
      requestsPersonalData,
      bodyshopPersonalData,
    ),
    'CustomerErased',
  ),
  organisationRecordsParts('workshop'),
]);
