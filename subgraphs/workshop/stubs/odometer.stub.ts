import { registerEnumType } from 'type-graphql';

/** The vehicle subgraph's enums; the workshop takes readings in them. */
export enum DistanceUnit {
  KM = 'KM',
  MI = 'MI',
}
registerEnumType(DistanceUnit, {
  name: 'DistanceUnit',
  description: 'What a distance is counted in.',
  valuesConfig: {
    KM: { description: 'Kilometres.' },
    MI: { description: 'Statute miles of 1.609344 km.' },
  },
});

export enum OdometerReadingKind {
  NORMAL = 'NORMAL',
  REPLACEMENT = 'REPLACEMENT',
  CORRECTION = 'CORRECTION',
}
registerEnumType(OdometerReadingKind, {
  name: 'OdometerReadingKind',
  description: 'Whether a reading goes on from the one before it.',
  valuesConfig: {
    NORMAL: { description: 'Goes on from the reading before it, and cannot be lower.' },
    REPLACEMENT: { description: 'The first of another instrument: it may show less.' },
    CORRECTION: {
      description: 'What is right; those before it were read or typed wrongly, and stay for the record.',
    },
  },
});
