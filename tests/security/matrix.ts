/**
 * Who may do what, written by hand from the domain’s matrix and compared with what the graph does. It is never
 * made from the code: a root field that is not in it fails the test, and so does one that answers otherwise.
 *
 *   A  in the whole organisation
 *   C  in the service centres where they work
 *   S  what is their own or assigned to them
 *   -  not at all
 *
 * `needs` is the one permission that opens the field; `sign-in` stands for everybody who is signed in. LINK is the
 * holder of a customer’s invitation, who has no account yet.
 */
const TABLE = `
                           needs                  ADMIN MANAGER ADVISOR RECEPTIONIST TECHNICIAN ACCOUNTANT CUSTOMER VENDOR LINK
me                         sign-in                A     A       A       A            A          A          A        A      A
updateProfile              sign-in                A     A       A       A            A          A          A        A      -
changePassword             sign-in                A     A       A       A            A          A          A        A      -
startMfaEnrollment         sign-in                A     A       A       A            A          A          A        A      -
confirmMfaEnrollment       sign-in                A     A       A       A            A          A          A        A      -
disableMfa                 sign-in                A     A       A       A            A          A          A        A      -
sessions                   sign-in                S     S       S       S            S          S          S        S      -
revokeSession              sign-in                A     C       S       S            S          S          S        S      -

organisation               sign-in                A     A       A       A            A          A          A        A      A
updateOrganisation         settings:update        A     -       -       -            -          -          -        -      -
permissions                roles:read             A     A       -       -            -          -          -        -      -
roles                      roles:read             A     A       -       -            -          -          -        -      -
createRole                 roles:create           A     -       -       -            -          -          -        -      -
updateRole                 roles:update           A     -       -       -            -          -          -        -      -
deleteRole                 roles:delete           A     -       -       -            -          -          -        -      -
auditLogs                  audit:read             A     -       -       -            -          -          -        -      -

serviceCentre              serviceCentres:read    A     A       A       A            A          A          -        -      -
serviceCentres             serviceCentres:read    A     A       A       A            A          A          -        -      -
createServiceCentre        serviceCentres:create  A     -       -       -            -          -          -        -      -
updateServiceCentre        serviceCentres:update  A     C       -       -            -          -          -        -      -

user                       users:read             A     C       C       C            C          C          -        -      -
users                      users:read             A     C       C       C            C          C          -        -      -
createUser                 users:create           A     C       -       -            -          -          -        -      -
updateUser                 users:update           A     C       -       -            -          -          -        -      -
setUserActive              users:update           A     C       -       -            -          -          -        -      -
deleteUser                 users:delete           A     C       -       -            -          -          -        -      -

customer                   customers:read         A     C       C       C            C          C          S        -      S
customers                  customers:read         A     C       C       C            C          C          S        -      S
createCustomer             customers:create       A     C       C       C            -          -          -        -      -
updateCustomer             customers:update       A     C       C       C            -          -          S        -      -
addContact                 customers:update       A     C       C       C            -          -          S        -      -
updateContact              customers:update       A     C       C       C            -          -          S        -      -
removeContact              customers:update       A     C       C       C            -          -          S        -      -
archiveCustomer            customers:archive      A     C       C       C            -          -          -        -      -
restoreCustomer            customers:archive      A     C       C       C            -          -          -        -      -
inviteCustomer             customers:invite       A     C       C       C            -          -          -        -      -
revokeLink                 customers:invite       A     C       C       C            -          -          -        -      -
findCustomer               customers:link         A     A       A       A            -          -          -        -      -

vehicle                    vehicles:read          A     C       C       C            C          C          S        -      S
vehicles                   vehicles:read          A     C       C       C            C          C          S        -      S
createVehicle              vehicles:create        A     C       C       C            -          -          S        -      -
updateVehicle              vehicles:update        A     C       C       C            C          -          S        -      -
changeVehiclePlate         vehicles:update        A     C       C       C            C          -          S        -      -
archiveVehicle             vehicles:archive       A     C       C       C            -          -          -        -      -
restoreVehicle             vehicles:archive       A     C       C       C            -          -          -        -      -
transferVehicleOwnership   vehicles:transfer      A     C       C       C            -          -          -        -      -
findVehicle                vehicles:link          A     A       A       A            -          -          -        -      -

jobCard                    jobs:read              A     C       C       C            S          C          S        -      -
jobCards                   jobs:read              A     C       C       C            S          C          S        -      -
createJobCard              jobs:create            A     C       C       -            -          -          -        -      -
updateJobCard              jobs:update            A     C       C       -            S          -          -        -      -
assignJobCard              jobs:assign            A     C       -       -            -          -          -        -      -
cancelJobCard              jobs:cancel            A     C       -       -            -          -          -        -      -

file                       files:read             A     A       A       A            A          A          S        S      -
createUpload               files:create           A     A       A       A            A          A          A        A      -
completeUpload             files:create           A     A       A       A            A          A          S        S      -

stockLocations             stock:read             A     C       C       C            C          C          -        -      -
taxRates                   tax:read               A     A       -       -            -          A          -        -      -
`;

/** Open to everybody, signed in or not. */
export const PUBLIC: readonly string[] = [
  'createOrganisation',
  'login',
  'logout',
  'openLink',
  'refreshSession',
  'register',
  'requestPasswordReset',
  'resetPassword',
];

const [header = '', ...lines] = TABLE.split('\n').filter((line) => line.trim());
export const ROLES = header.trim().split(/\s+/).slice(1);

export type Grant = 'A' | 'C' | 'S' | '-';

export interface Row {
  field: string;
  needs: string;
  grants: ReadonlyMap<string, Grant>;
}

export const MATRIX: readonly Row[] = lines.map((line) => {
  const [field = '', needs = '', ...letters] = line.trim().split(/\s+/);
  if (letters.length !== ROLES.length)
    throw new Error(`The row of ${field} has not as many columns as there are roles.`);
  return { field, needs, grants: new Map(ROLES.map((role, n) => [role, letters[n] as Grant])) };
});

export const rowOf = (field: string): Row => MATRIX.find((row) => row.field === field)!;
