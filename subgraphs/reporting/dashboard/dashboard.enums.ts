import { registerEnumType } from 'type-graphql';

export enum DashboardKind {
  ORGANISATION = 'ORGANISATION',
  SERVICE_CENTRE = 'SERVICE_CENTRE',
  TECHNICIAN = 'TECHNICIAN',
}
registerEnumType(DashboardKind, {
  name: 'DashboardKind',
  description: 'Whose dashboard it is: it follows from what one may see.',
  valuesConfig: {
    ORGANISATION: { description: 'Of those who see all service centres together.' },
    SERVICE_CENTRE: { description: 'Of those who see one service centre, or theirs.' },
    TECHNICIAN: { description: 'Of those who see their own numbers.' },
  },
});

export enum DashboardPeriod {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(DashboardPeriod, {
  name: 'DashboardPeriod',
  description: 'A stretch of the calendar of the service centre.',
  valuesConfig: {
    DAY: { description: 'One day.' },
    WEEK: { description: 'From Monday to Sunday.' },
    MONTH: { description: 'A month of the calendar.' },
    YEAR: { description: 'A year of the calendar.' },
  },
});

export enum KpiName {
  SERVICE_CENTRES = 'SERVICE_CENTRES',
  ACTIVE_VEHICLES = 'ACTIVE_VEHICLES',
  REQUESTS = 'REQUESTS',
  REQUESTS_PENDING = 'REQUESTS_PENDING',
  REQUESTS_COMPLETED = 'REQUESTS_COMPLETED',
  REVENUE = 'REVENUE',
  LOW_STOCK = 'LOW_STOCK',
  STOCK_ITEMS = 'STOCK_ITEMS',
  SATISFACTION = 'SATISFACTION',
  JOBS_IN_PROGRESS = 'JOBS_IN_PROGRESS',
  PENDING_APPROVALS = 'PENDING_APPROVALS',
  UTILISATION = 'UTILISATION',
  ASSIGNED_JOBS = 'ASSIGNED_JOBS',
  SERVICES_COMPLETED = 'SERVICES_COMPLETED',
  PENDING_WORK = 'PENDING_WORK',
  PARTS_REQUIRED = 'PARTS_REQUIRED',
  JOBS_COMPLETED = 'JOBS_COMPLETED',
  HOURS_CLOCKED = 'HOURS_CLOCKED',
  ON_TIME = 'ON_TIME',
}
registerEnumType(KpiName, {
  name: 'KpiName',
  description: 'What a number on the dashboard says.',
  valuesConfig: {
    SERVICE_CENTRES: { description: 'Service centres that are open now.' },
    ACTIVE_VEHICLES: { description: 'Vehicles that are not archived now.' },
    REQUESTS: { description: 'Service requests that came in.' },
    REQUESTS_PENDING: { description: 'Service requests that nobody has decided on now.' },
    REQUESTS_COMPLETED: { description: 'Service requests that were completed.' },
    REVENUE: { description: 'What was invoiced less what was credited, without tax.' },
    LOW_STOCK: { description: 'Parts at a place that are at or below where they should be bought now.' },
    STOCK_ITEMS: { description: 'Parts at a place of which there is something on hand now.' },
    SATISFACTION: { description: 'What customers rated, from 1 to 5, on average.' },
    JOBS_IN_PROGRESS: {
      description: 'Jobs that were begun and are not completed now, those that wait included.',
    },
    PENDING_APPROVALS: {
      description:
        'What waits for a yes now: service requests, proposals to customers on jobs, and purchase orders.',
    },
    UTILISATION: {
      description: 'What part of the hours of their shifts technicians clocked on jobs; 1 is all.',
    },
    ASSIGNED_JOBS: { description: 'Jobs that one has in hand now.' },
    SERVICES_COMPLETED: { description: 'Services on jobs that one finished.' },
    PENDING_WORK: { description: 'Services on jobs in hand that are not finished now.' },
    PARTS_REQUIRED: { description: 'Lines of parts that jobs in hand wait for now.' },
    JOBS_COMPLETED: { description: 'Jobs that were completed.' },
    HOURS_CLOCKED: { description: 'Hours that were clocked on jobs and have ended.' },
    ON_TIME: { description: 'What part of the completed jobs with a promise kept it; 1 is all.' },
  },
});

export enum KpiTrend {
  UP = 'UP',
  DOWN = 'DOWN',
  SAME = 'SAME',
}
registerEnumType(KpiTrend, {
  name: 'KpiTrend',
  description: 'Where a number went since the period before.',
  valuesConfig: {
    UP: { description: 'It is larger.' },
    DOWN: { description: 'It is smaller.' },
    SAME: { description: 'It is the same.' },
  },
});

export enum DashboardChartName {
  REVENUE = 'REVENUE',
  JOBS = 'JOBS',
  REQUESTS = 'REQUESTS',
  PAYMENT_METHODS = 'PAYMENT_METHODS',
  RATINGS = 'RATINGS',
  HOURS = 'HOURS',
}

export enum WidgetType {
  KPI = 'KPI',
  CHART = 'CHART',
}
registerEnumType(WidgetType, {
  name: 'WidgetType',
  description: 'What a widget shows.',
  valuesConfig: {
    KPI: { description: 'A number.' },
    CHART: { description: 'A chart.' },
  },
});
