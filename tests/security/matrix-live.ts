/** The rows of the matrix for subscriptions, and where they begin. */
export const LIVE = `
liveCursor                 sign-in                A     A       A       A            A          A          A        A      A
jobCardUpdated             jobs:read              A     C       C       C            S          C          S        -      -
appointmentUpdated         appointments:read      A     C       C       C            S          C          S        -      -
homeServiceUpdated         homeServices:read      A     C       C       C            S          C          S        -      -
stockAlertRaised           stock:read             A     C       C       C            C          C          -        -      -
notificationReceived       sign-in                S     S       S       S            S          S          S        S      -
dashboardUpdated           dashboards:read        A     C       C       C            S          C          -        -      -
exportJobUpdated           reports:read           S     S       S       S            -          S          -        -      -
`;

/** Subscriptions that are open to everybody. */
export const PUBLIC_LIVE: readonly string[] = ['trackedRepairUpdated'];
