/**
 * Tables, or columns of one, that refer to a customer or are named like something personal and are in no section of
 * an export: each with the reason.
 */
export const NOT_OF_A_CUSTOMER: Readonly<Record<string, string>> = {
  'platform.access_log':
    'Who of the staff was shown what, and from where: ids and names of columns, no values.',
  'platform.link': 'Ids and a hash; a customer’s links are revoked when they are erased.',
  'customer.customer_centre': 'Ids alone: which service centres may see a customer.',
  'reporting.customer_worth': 'Sums of documents that are in the export.',
  'customer.service_centre': 'Of the shop itself.',
  'customer.registration': 'Of somebody who is not a customer yet; sealed, and forgotten after a day.',
  'customer.erasure': 'Sealed: why somebody was erased. It is the proof that they asked.',
  'customer.persisted_document': 'What a third party asks: the texts of operations.',
  'customer.webhook_delivery': 'Ids, and what a third party’s server answered; deleted after thirty days.',
  'customer.message_template': 'The shop’s own texts, with places for names.',
  'inventory.supplier': 'Of those whom the shop buys from; persons and addresses are sealed.',
  'inventory.purchase_order': 'Why an order came to nothing, and what its supplier should know.',
  'inventory.goods_receipt': 'What is to be said of a delivery.',
  'inventory.purchase_request_cause': 'What somebody of the staff says of a part to buy.',
  'billing.billing_settings': 'Of the shop itself.',
  'billing.balance_entry': 'Ids and amounts alone, of payments that are in the export.',
  'billing.tax_rate': 'Why there is no tax on something.',
  'inventory.stock_movement': 'Why stock was put right by hand.',
  'inventory.stock_transfer': 'What the shop says of its own transfers.',
  'inventory.stocktake': 'What the shop says of its own counts.',
  'inventory.core_return': 'What the shop says of old units.',
  'inventory.supplied_job': 'Ids alone: whose job it is. The job itself is in the export.',
  'inventory.warranty_claim': 'What is wrong with a part, and why its supplier refused it.',
  'workshop.time_entry_correction': 'Why somebody’s working time was put right.',
  'workshop.closure': 'Why a service centre is closed.',
  'workshop.shift': 'Why somebody of the staff works or does not.',
};
