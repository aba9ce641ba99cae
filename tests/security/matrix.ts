import { CLIENTS } from './matrix-clients';
import { LIVE } from './matrix-live';

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
auditLog                   audit:read             A     -       -       -            -          -          -        -      -
accessLogs                 audit:read             A     -       -       -            -          -          -        -      -
systemHealth               system:read            A     -       -       -            -          -          -        -      -
exportOrganisation         organisation:export    A     -       -       -            -          -          -        -      -
dashboard                  dashboards:read        A     C       C       C            S          C          -        -      -
updateDashboardLayout      dashboards:read        S     S       S       S            S          S          -        -      -
serviceReport              reports:read           A     C       C       C            -          C          -        -      -
salesReport                reports:read           A     C       C       C            -          C          -        -      -
financialReport            reports:read           A     C       C       C            -          C          -        -      -
outstandingReport          reports:read           A     C       C       C            -          C          -        -      -
profitAndLoss              reports:read           A     C       C       C            -          C          -        -      -
invoiceSummary             reports:read           A     C       C       C            -          C          -        -      -
inventoryReport            reports:read           A     C       C       C            -          C          -        -      -
analytics                  reports:read           A     C       C       C            -          C          -        -      -
reportDatasets             reports:read           A     C       C       C            -          C          -        -      -
runReport                  reports:read           A     C       C       C            -          C          -        -      -
savedReports               reports:read           S     S       S       S            -          S          -        -      -
saveReport                 reports:read           S     S       S       S            -          S          -        -      -
deleteReport               reports:read           S     S       S       S            -          S          -        -      -
exportReport               reports:read           S     S       S       S            -          S          -        -      -
exportJob                  reports:read           S     S       S       S            -          S          -        -      -

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

startJobCard               jobs:update            A     C       C       -            S          -          -        -      -
pauseJobCard               jobs:update            A     C       C       -            S          -          -        -      -
resumeJobCard              jobs:update            A     C       C       -            S          -          -        -      -
completeJobCard            jobs:update            A     C       C       -            S          -          -        -      -
deliverJobCard             jobs:deliver           A     C       C       -            -          -          -        -      -
recordPreInspection        jobs:update            A     C       C       -            S          -          -        -      -
addJobService              jobs:update            A     C       C       -            S          -          -        -      -
updateJobService           jobs:update            A     C       C       -            S          -          -        -      -
removeJobService           jobs:update            A     C       C       -            S          -          -        -      -
startJobService            jobs:update            A     C       C       -            S          -          -        -      -
completeJobService         jobs:update            A     C       C       -            S          -          -        -      -
skipJobService             jobs:update            A     C       C       -            S          -          -        -      -
additionalService          jobs:read              A     C       C       C            S          C          S        -      -
proposeAdditionalService   jobs:update            A     C       C       -            S          -          -        -      -
updateAdditionalService    jobs:update            A     C       C       -            S          -          -        -      -
withdrawAdditionalService  jobs:update            A     C       C       -            S          -          -        -      -
decideAdditionalService    jobs:decide            A     C       C       -            -          -          S        -      -
timeEntries                time:read              A     C       C       C            S          C          -        -      -
startTimeEntry             jobs:update            A     C       C       -            S          -          -        -      -
stopTimeEntry              jobs:update            A     C       C       -            S          -          -        -      -
correctTimeEntry           time:correct           A     C       -       -            -          -          -        -      -
technicians                users:read             A     C       C       C            C          C          -        -      -
technicianWorkload         time:read              A     C       C       C            S          C          -        -      -

file                       files:read             A     A       A       A            A          A          S        S      -
createUpload               files:create           A     A       A       A            A          A          A        A      -
completeUpload             files:create           A     A       A       A            A          A          S        S      -

serviceRequest             serviceRequests:read   A     C       C       C            S          C          S        -      -
serviceRequests            serviceRequests:read   A     C       C       C            S          C          S        -      -
createServiceRequest       serviceRequests:create A     C       C       C            -          -          S        -      -
updateServiceRequest       serviceRequests:update A     C       C       C            -          -          -        -      -
approveServiceRequest      serviceRequests:approve A    C       -       -            -          -          -        -      -
rejectServiceRequest       serviceRequests:approve A    C       -       -            -          -          -        -      -
scheduleServiceRequest     serviceRequests:update A     C       C       C            -          -          -        -      -
cancelServiceRequest       serviceRequests:cancel A     C       -       -            -          -          S        -      -

jobStages                  jobs:read              A     A       A       A            A          A          A        -      -
configureJobStages         settings:update        A     -       -       -            -          -          -        -      -
moveJobCardToStage         jobs:update            A     C       C       -            S          -          -        -      -
attachPhotos               jobs:photograph        A     C       C       -            S          -          -        -      -

part                       parts:read             A     A       A       A            A          A          -        -      -
parts                      parts:read             A     A       A       A            A          A          -        -      -
partByBarcode              parts:read             A     A       A       A            A          A          -        -      -
createPart                 parts:create           A     A       -       -            -          -          -        -      -
updatePart                 parts:update           A     A       -       -            -          -          -        -      -
discontinuePart            parts:discontinue      A     A       -       -            -          -          -        -      -
reinstatePart              parts:discontinue      A     A       -       -            -          -          -        -      -
stockLocations             stock:read             A     C       C       C            C          C          -        -      -
supplier                   suppliers:read         A     A       A       A            -          A          -        -      -
suppliers                  suppliers:read         A     A       A       A            -          A          -        -      -
createSupplier             suppliers:create       A     A       -       -            -          -          -        -      -
updateSupplier             suppliers:update       A     A       -       -            -          -          -        -      -
purchaseRequests           purchaseRequests:read  A     C       C       C            S          C          -        -      -
createPurchaseRequest      purchaseRequests:create A    C       -       -            C          -          -        -      -
dismissPurchaseRequest     purchaseRequests:dismiss A   C       -       -            -          -          -        -      -
createPurchaseOrderFromRequests purchaseOrders:create A C       -       -            -          -          -        -      -
purchaseOrder              purchaseOrders:read    A     C       C       C            -          C          -        -      -
purchaseOrders             purchaseOrders:read    A     C       C       C            -          C          -        -      -
createPurchaseOrder        purchaseOrders:create  A     C       -       -            -          -          -        -      -
updatePurchaseOrder        purchaseOrders:update  A     C       -       -            -          -          -        -      -
submitPurchaseOrder        purchaseOrders:update  A     C       -       -            -          -          -        -      -
approvePurchaseOrder       purchaseOrders:approve A     C       -       -            -          -          -        -      -
rejectPurchaseOrder        purchaseOrders:approve A     C       -       -            -          -          -        -      -
sendPurchaseOrder          purchaseOrders:update  A     C       -       -            -          -          -        -      -
receivePurchaseOrder       purchaseOrders:receive A     C       -       -            -          -          -        -      -
closePurchaseOrder         purchaseOrders:update  A     C       -       -            -          -          -        -      -
cancelPurchaseOrder        purchaseOrders:update  A     C       -       -            -          -          -        -      -
createStockLocation        stockLocations:create  A     C       -       -            -          -          -        -      -
updateStockLocation        stockLocations:update  A     C       -       -            -          -          -        -      -
stockLevels                stock:read             A     C       C       C            C          C          -        -      -
lowStock                   stock:read             A     C       C       C            C          C          -        -      -
stockMovements             stock:read             A     C       C       C            C          C          -        -      -
adjustStock                stock:adjust           A     C       -       -            -          -          -        -      -
updateStockLevel           stock:adjust           A     C       -       -            -          -          -        -      -
stocktake                  stock:read             A     C       C       C            C          C          -        -      -
stocktakes                 stock:read             A     C       C       C            C          C          -        -      -
startStocktake             stock:adjust           A     C       -       -            -          -          -        -      -
recordStocktakeCount       stock:count            A     C       -       -            C          -          -        -      -
postStocktake              stock:adjust           A     C       -       -            -          -          -        -      -
cancelStocktake            stock:adjust           A     C       -       -            -          -          -        -      -
transfer                   transfers:read         A     C       C       C            -          C          -        -      -
transfers                  transfers:read         A     C       C       C            -          C          -        -      -
requestTransfer            transfers:create       A     C       -       -            -          -          -        -      -
approveTransfer            transfers:approve      A     C       -       -            -          -          -        -      -
rejectTransfer             transfers:approve      A     C       -       -            -          -          -        -      -
shipTransfer               transfers:update       A     C       -       -            -          -          -        -      -
receiveTransfer            transfers:update       A     C       -       -            -          -          -        -      -
cancelTransfer             transfers:cancel       A     C       -       -            -          -          -        -      -
taxRates                   tax:read               A     A       -       -            -          A          -        -      -

notifications              sign-in                S     S       S       S            S          S          S        S      -
unreadNotificationCount    sign-in                A     A       A       A            A          A          A        A      -
markNotificationRead       sign-in                S     S       S       S            S          S          S        S      -
markAllNotificationsRead   sign-in                A     A       A       A            A          A          A        A      -
deleteNotification         sign-in                S     S       S       S            S          S          S        S      -
notificationPreferences    sign-in                A     A       A       A            A          A          A        A      -
updateNotificationPreferences  sign-in            A     A       A       A            A          A          A        A      -
messages                   messages:read          A     C       C       C            -          -          S        -      -
sendMessage                messages:create        A     C       C       C            -          -          -        -      -
retryMessage               messages:retry         A     C       C       C            -          -          -        -      -
messageTemplates           messageTemplates:read  A     A       A       A            -          -          -        -      -
updateMessageTemplate      messageTemplates:update A    A       -       -            -          -          -        -      -
recordConsent              customers:update       A     C       C       C            -          -          S        -      -

lead                       leads:read             A     C       C       C            -          C          -        -      -
leads                      leads:read             A     C       C       C            -          C          -        -      -
createLead                 leads:create           A     C       C       C            -          -          -        -      -
updateLead                 leads:update           A     C       C       -            -          -          -        -      -
assignLead                 leads:update           A     C       C       -            -          -          -        -      -
convertLead                leads:update           A     C       C       -            -          -          -        -      -
markLeadLost               leads:update           A     C       C       -            -          -          -        -      -

feedbackEntry              feedback:read          A     C       C       C            S          C          S        -      -
feedbackEntries            feedback:read          A     C       C       C            S          C          S        -      -
submitFeedback             feedback:create        A     -       -       -            -          -          S        -      -
acknowledgeFeedback        feedback:update        A     C       -       -            -          -          -        -      -
resolveFeedback            feedback:update        A     C       -       -            -          -          -        -      -

complaint                  complaints:read        A     C       C       C            S          C          S        -      -
complaints                 complaints:read        A     C       C       C            S          C          S        -      -
complaintAnalytics         complaints:read        A     C       C       C            S          C          S        -      -
createComplaint            complaints:create      A     C       C       C            -          -          S        -      -
updateComplaint            complaints:update      A     C       C       -            -          -          -        -      -
assignComplaint            complaints:update      A     C       C       -            -          -          -        -      -
investigateComplaint       complaints:update      A     C       C       -            -          -          -        -      -
proposeComplaintResolution complaints:update      A     C       C       -            -          -          -        -      -
approveComplaintResolution complaints:approve     A     -       -       -            -          -          -        -      -
rejectComplaintResolution  complaints:approve     A     -       -       -            -          -          -        -      -
escalateComplaint          complaints:update      A     C       C       -            -          -          -        -      -
closeComplaint             complaints:update      A     C       C       -            -          -          -        -      -
exportCustomerData         customers:export       A     C       -       -            -          -          S        -      -
eraseCustomer              customers:erase        A     -       -       -            -          -          -        -      -

serviceItems               serviceItems:read      A     C       C       C            C          C          A        -      -
createServiceItem          serviceItems:create    A     C       -       -            -          -          -        -      -
updateServiceItem          serviceItems:update    A     C       -       -            -          -          -        -      -
bays                       scheduling:read        A     C       C       C            C          C          -        -      -
calendar                   scheduling:read        A     C       C       C            C          C          -        -      -
createBay                  scheduling:update      A     C       -       -            -          -          -        -      -
updateBay                  scheduling:update      A     C       -       -            -          -          -        -      -
setOpeningHours            scheduling:update      A     C       -       -            -          -          -        -      -
addClosure                 scheduling:update      A     C       -       -            -          -          -        -      -
removeClosure              scheduling:update      A     C       -       -            -          -          -        -      -
setShift                   scheduling:update      A     C       -       -            -          -          -        -      -
removeShift                scheduling:update      A     C       -       -            -          -          -        -      -
availability               appointments:create    A     C       C       C            -          -          A        -      -
appointment                appointments:read      A     C       C       C            S          C          S        -      -
appointments               appointments:read      A     C       C       C            S          C          S        -      -
holdSlot                   appointments:create    A     C       C       C            -          -          S        -      -
bookAppointment            appointments:create    A     C       C       C            -          -          S        -      -
confirmAppointment         appointments:receive   A     C       C       C            -          -          -        -      -
checkInAppointment         appointments:receive   A     C       C       C            -          -          -        -      -
markNoShow                 appointments:receive   A     C       C       C            -          -          -        -      -
updateAppointment          appointments:update    A     C       C       C            S          -          S        -      -
rescheduleAppointment      appointments:update    A     C       C       C            S          -          S        -      -
cancelAppointment          appointments:cancel    A     C       C       C            -          -          S        -      -

homeService                homeServices:read      A     C       C       C            S          C          S        -      -
homeServices               homeServices:read      A     C       C       C            S          C          S        -      -
createHomeService          homeServices:create    A     C       C       C            -          -          S        -      -
scheduleHomeService        homeServices:dispatch  A     C       C       C            -          -          -        -      -
assignHomeService          homeServices:dispatch  A     C       C       C            -          -          -        -      -
updateHomeService          homeServices:dispatch  A     C       C       C            -          -          -        -      -
startHomeServiceRoute      homeServices:update    A     C       C       C            S          -          -        -      -
updateHomeServiceLocation  homeServices:update    A     C       C       C            S          -          -        -      -
arriveHomeService          homeServices:update    A     C       C       C            S          -          -        -      -
startHomeService           homeServices:update    A     C       C       C            S          -          -        -      -
completeHomeService        homeServices:update    A     C       C       C            S          -          -        -      -
cancelHomeService          homeServices:cancel    A     C       -       -            -          -          S        -      -

inspectionTemplates        inspectionTemplates:read A   A       A       A            A          A          -        -      -
createInspectionTemplate   inspectionTemplates:create A A       -       -            -          -          -        -      -
updateInspectionTemplate   inspectionTemplates:update A A       -       -            -          -          -        -      -
inspection                 inspections:read       A     C       C       C            C          C          S        -      -
inspections                inspections:read       A     C       C       C            C          C          S        -      -
sharedInspection           inspections:read       A     C       C       C            C          C          S        -      -
startInspection            inspections:create     A     C       -       -            C          -          -        -      -
recordInspectionItem       inspections:update     A     C       -       -            C          -          -        -      -
recordInspectionItems      inspections:update     A     C       -       -            C          -          -        -      -
publishInspection          inspections:publish    A     C       -       -            C          -          -        -      -
shareInspection            inspections:share      A     C       C       -            C          -          -        -      -
revokeInspectionLinks      inspections:share      A     C       C       -            C          -          -        -      -
cancelInspection           inspections:cancel     A     C       -       -            -          -          -        -      -

quickSearchVehicles        vehicles:read          A     C       C       C            C          C          S        -      S
decodeVin                  sign-in                A     A       A       A            A          A          A        A      A
lookupVehicle              vehicles:lookup        A     A       A       A            -          -          -        -      -
recordOdometerReading      vehicles:update        A     C       C       C            C          -          S        -      -
addVehicleImage            vehicles:update        A     C       C       C            C          -          S        -      -
updateVehicleImage         vehicles:update        A     C       C       C            C          -          S        -      -
removeVehicleImage         vehicles:update        A     C       C       C            C          -          S        -      -
dueReminders               reminders:read         A     C       C       C            C          C          S        -      -
createReminder             reminders:create       A     C       C       C            -          -          S        -      -
updateReminder             reminders:update       A     C       C       C            C          -          S        -      -
completeReminder           reminders:update       A     C       C       C            C          -          S        -      -
dismissReminder            reminders:update       A     C       C       C            C          -          S        -      -

billingSettings            billingSettings:read   A     A       -       -            -          A          -        -      -
updateBillingSettings      billingSettings:update A     -       -       -            -          A          -        -      -
createTaxRate              tax:create             A     -       -       -            -          A          -        -      -
retireTaxRate              tax:update             A     -       -       -            -          A          -        -      -

quotation                  quotations:read        A     C       C       C            S          C          S        -      -
quotations                 quotations:read        A     C       C       C            S          C          S        -      -
createQuotation            quotations:create      A     C       C       C            -          -          -        -      -
updateQuotation            quotations:update      A     C       C       -            S          -          -        -      -
addQuotationLine           quotations:update      A     C       C       -            S          -          -        -      -
updateQuotationLine        quotations:update      A     C       C       -            S          -          -        -      -
removeQuotationLine        quotations:update      A     C       C       -            S          -          -        -      -
approveQuotation           quotations:approve     A     C       -       -            -          -          -        -      -
sendQuotation              quotations:send        A     C       C       -            -          -          -        -      -
acceptQuotation            quotations:decide      A     C       C       -            -          -          S        -      -
rejectQuotation            quotations:decide      A     C       C       -            -          -          S        -      -
convertQuotation           quotations:convert     A     C       C       -            -          -          -        -      -

invoice                    invoices:read          A     C       C       C            S          C          S        -      -
invoices                   invoices:read          A     C       C       C            S          C          S        -      -
creditNote                 invoices:read          A     C       C       C            S          C          S        -      -
creditNotes                invoices:read          A     C       C       C            S          C          S        -      -
documents                  invoices:read          A     C       C       C            S          C          S        -      -
createInvoice              invoices:create        A     C       C       C            S          -          -        -      -
createInvoiceFromJobCard   invoices:create        A     C       C       C            S          -          -        -      -
createInvoiceFromCounterOrder invoices:create     A     C       C       C            S          -          -        -      -
updateInvoice              invoices:update        A     C       C       -            S          -          -        -      -
addInvoiceLine             invoices:update        A     C       C       -            S          -          -        -      -
updateInvoiceLine          invoices:update        A     C       C       -            S          -          -        -      -
removeInvoiceLine          invoices:update        A     C       C       -            S          -          -        -      -
issueInvoice               invoices:issue         A     C       C       -            -          C          -        -      -
sendInvoice                invoices:issue         A     C       C       -            -          C          -        -      -
cancelInvoice              invoices:cancel        A     C       -       -            -          -          -        -      -
creditInvoice              invoices:credit        A     C       -       -            -          C          -        -      -
sendCreditNote             invoices:issue         A     C       C       -            -          C          -        -      -

overdueInvoices            invoices:read          A     C       C       C            S          C          S        -      -
sendPaymentReminder        invoices:issue         A     C       C       -            -          C          -        -      -
payment                    payments:read          A     C       C       C            S          C          S        -      -
payments                   payments:read          A     C       C       C            S          C          S        -      -
receipt                    payments:read          A     C       C       C            S          C          S        -      -
receipts                   payments:read          A     C       C       C            S          C          S        -      -
customerStatement          statements:read        A     C       C       C            -          C          S        -      -
sendReceipt                payments:create        A     C       C       C            S          C          -        -      -
recordPayment              payments:create        A     C       C       C            S          C          -        -      -
createPaymentLink          payments:pay           A     C       C       C            S          C          S        -      -
voidPayment                payments:void          A     C       -       -            -          C          -        -      -
refundPayment              payments:refund        A     C       -       -            -          C          -        -      -
recordDeposit              deposits:create        A     C       C       C            -          C          -        -      -
applyDeposit               deposits:apply         A     C       C       C            -          C          -        -      -
requestJobParts            jobParts:request       A     C       -       -            S          -          -        -      -
issueJobParts              jobParts:issue         A     C       -       -            S          -          -        -      -
returnJobParts             jobParts:return        A     C       -       -            S          -          -        -      -
cancelJobParts             jobParts:cancel        A     C       -       -            S          -          -        -      -

counterOrder               counterOrders:read     A     C       C       C            -          C          S        -      -
counterOrders              counterOrders:read     A     C       C       C            -          C          S        -      -
createCounterOrder         counterOrders:create   A     C       C       C            -          -          -        -      -
updateCounterOrder         counterOrders:update   A     C       C       C            -          -          -        -      -
processCounterOrder        counterOrders:update   A     C       C       C            -          -          -        -      -
markCounterOrderReady      counterOrders:update   A     C       C       C            -          -          -        -      -
deliverCounterOrder        counterOrders:update   A     C       C       C            -          -          -        -      -
cancelCounterOrder         counterOrders:cancel   A     C       -       -            -          -          -        -      -
warrantyClaims             warrantyClaims:read    A     C       C       C            S          C          -        -      -
coreReturns                coreReturns:read       A     C       C       C            -          C          -        -      -
outstandingCores           coreReturns:read       A     C       C       C            -          C          -        -      -
recordCoreReturn           coreReturns:create     A     C       C       C            -          -          -        -      -
openWarrantyClaim          warrantyClaims:create  A     C       C       -            S          -          -        -      -
decideWarrantyClaim        warrantyClaims:decide  A     C       -       -            -          -          -        -      -
`;

const [header = '', ...lines] = `${TABLE}${CLIENTS}${LIVE}`.split('\n').filter((line) => line.trim());
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
