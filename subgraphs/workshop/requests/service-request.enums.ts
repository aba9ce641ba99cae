import { registerEnumType } from 'type-graphql';

export enum ServiceRequestType {
  SERVICE = 'SERVICE',
  SPARE_PART = 'SPARE_PART',
}
registerEnumType(ServiceRequestType, {
  name: 'ServiceRequestType',
  description: 'What a service request is for. Whether the work is done at home is a field of its own.',
  valuesConfig: {
    SERVICE: { description: 'Work on the vehicle.' },
    SPARE_PART: { description: 'A part, with or without fitting it.' },
  },
});

export enum RequestedService {
  REGULAR = 'REGULAR',
  REPAIR = 'REPAIR',
  INSPECTION = 'INSPECTION',
  EMERGENCY = 'EMERGENCY',
}
registerEnumType(RequestedService, {
  name: 'RequestedService',
  description: 'Which kind of work a service request asks for.',
  valuesConfig: {
    REGULAR: { description: 'A regular service.' },
    REPAIR: { description: 'Something is broken.' },
    INSPECTION: { description: 'To be looked over.' },
    EMERGENCY: { description: 'The vehicle cannot or should not be driven.' },
  },
});
