/** Open to everybody, signed in or not. */
export const PUBLIC: readonly string[] = [
  'createOrganisation',
  'login',
  'logout',
  'openLink',
  'preCheckIn',
  'refreshSession',
  'register',
  'requestPasswordReset',
  'resetPassword',
  'trackRepair',
];
