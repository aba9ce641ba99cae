import {
  byType,
  completion,
  duration,
  satisfaction,
  technicianPerformance,
} from '../../reports/service/service-report';
import { FixedReport } from './fixed-report.enum';
import { fixed, number, record, text } from './table';

/** Where something is known of the whole alone, the whole is the last row. */
export const serviceTables = {
  [FixedReport.SERVICE_COMPLETION]: fixed(async (context, reported) => {
    const whole = await completion(context, reported);
    const parts = whole.byServiceCentre.map((row) => ({ ...row, promised: null, onTime: null }));
    return [...parts, { ...whole, serviceCentre: null }];
  })([
    record('SERVICE_CENTRE', 'ServiceCentre', ({ serviceCentre }) => serviceCentre),
    number('CREATED', ({ created }) => created),
    number('COMPLETED', ({ completed }) => completed),
    number('DELIVERED', ({ delivered }) => delivered),
    number('CANCELLED', ({ cancelled }) => cancelled),
    number('PROMISED', ({ promised }) => promised),
    number('ON_TIME', ({ onTime }) => onTime),
  ]),
  [FixedReport.TECHNICIAN_PERFORMANCE]: fixed(technicianPerformance)([
    record('TECHNICIAN', 'User', ({ technician }) => technician),
    number('JOBS_COMPLETED', ({ jobsCompleted }) => jobsCompleted),
    number('SERVICES_COMPLETED', ({ servicesCompleted }) => servicesCompleted),
    number('ON_TIME', ({ onTime }) => onTime),
    number('HOURS_CLOCKED', ({ hoursClocked }) => hoursClocked),
    number('HOURS_ROSTERED', ({ hoursRostered }) => hoursRostered),
    number('UTILISATION', ({ utilisation }) => utilisation),
    number('RATINGS', ({ ratings }) => ratings),
    number('SATISFACTION', (row) => row.satisfaction),
  ]),
  [FixedReport.SERVICE_TYPES]: fixed(byType)([
    record('SERVICE_ITEM', 'ServiceItem', ({ serviceItem }) => serviceItem),
    number('COMPLETED', ({ completed }) => completed),
    number('LABOUR_HOURS', ({ labourHours }) => labourHours),
  ]),
  [FixedReport.CUSTOMER_SATISFACTION]: fixed(async (context, reported) => {
    const { distribution, mean, ratings } = await satisfaction(context, reported);
    return [...distribution.map((row) => ({ ...row, mean: null })), { rating: null, count: ratings, mean }];
  })([
    number('RATING', ({ rating }) => rating),
    number('RATINGS', ({ count }) => count),
    number('MEAN', ({ mean }) => mean),
  ]),
  [FixedReport.SERVICE_DURATION]: fixed(async (context, reported) => {
    const { distribution, completed, meanHours, meanHoursOfWork } = await duration(context, reported);
    return [
      ...distribution.map((row) => ({ ...row, meanHours: null, meanHoursOfWork: null })),
      { duration: null, count: completed, meanHours, meanHoursOfWork },
    ];
  })([
    text('DURATION', (row) => row.duration),
    number('JOBS', ({ count }) => count),
    number('MEAN_HOURS', ({ meanHours }) => meanHours),
    number('MEAN_HOURS_OF_WORK', ({ meanHoursOfWork }) => meanHoursOfWork),
  ]),
};
