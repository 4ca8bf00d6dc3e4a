import type { DemoTexts } from './article-text';

/** The articles of the demo shop in English; most are written in it first. */
export const ENGLISH_ARTICLES: DemoTexts = {
  delivery_times: `How long does delivery take?
Two to four working days within the EU, one day with express.
We send what is ordered before 14:00 on the same working day. Standard delivery then takes 2–4 working days, express one.
## By country
| Country | Standard | Express |
| Hungary | 2 days | 1 day |
| Latvia | 3 days | 1 day |
| Other EU | 4 days | 2 days |
## When it takes longer
- Furniture and other bulky goods come by a carrier who agrees a day with you.
- In the weeks before Christmas allow two more days.
! tip You see the expected day before you pay, and in the confirmation.`,
  delivery_cost: `What does delivery cost?
Free from 50 euros; 4.90 to a parcel locker, 5.90 to your door.
Shipping is free for orders of 50 euros and more. Below that a parcel locker costs 4.90 euros and delivery to your door 5.90 euros. Express costs 9.90 euros whatever the order.
Bulky goods cost 29 euros; the price stands beside the product.`,
  parcel_locker: `Pick up a parcel from a locker
The code comes by text message and is valid for three days.
When your parcel lies in the locker, you get a text message and an e-mail with a code. Type it in at the locker within three days. After that the parcel goes back to us and we refund it.
## The code does not work
1. Check that you stand at the locker that the message names.
2. Type the code without spaces.
3. Call the number on the locker: the carrier can open it from afar.`,
  track_order: `Where is my order? Track your parcel
Follow a parcel with the link in the shipping mail or in your account.
The e-mail “Your order is on its way” has a tracking link. You find the same under My account → Orders.
If the tracking has not moved for three working days, write to us with the order number and we ask the carrier.`,
  change_address: `Change the delivery address of an order
Possible until the parcel is packed, usually within an hour.
Open the order in your account and choose “Change address”. Once it is packed, only the carrier can redirect it: use the tracking link.`,
  damaged_parcel: `My parcel arrived damaged
Take photographs and write to us within two days.
Please keep the packaging. Photograph the box from outside, the label, and the damaged item. Send us the pictures with the order number within two days: we send a replacement at once, and the carrier collects the broken item.`,
  missing_item: `An item is missing from my parcel
Large orders come in several parcels; look at the delivery note first.
Orders from several warehouses travel in several parcels. The delivery note says what should be inside. If something on it is missing, send us a photograph of the note.`,
  return_item: `How do I return an item?
Send it back within 30 days, free of charge, with the label from your account.
You may return anything within 30 days of delivery, without giving a reason.
## Step by step
1. Choose the order under My account → Orders and press “Return”.
2. Print the label, or show the QR code at the parcel locker.
3. Pack the item in its original packaging if you can.
## What cannot be returned
- Opened cosmetics and earphones, for hygiene.
- Gift cards and downloaded software.
! info The 14 days of EU law apply as well; our 30 days are on top of them.`,
  refund_time: `When do I get my money back?
Within five working days after the return has reached us.
We check a return within two working days and refund it the way you paid. Cards take up to three more days, bank transfers one. Cash on delivery is refunded to a bank account: we ask for its number.`,
  exchange_size: `Exchange for another size or colour
Choose “Exchange” instead of “Return”; we reserve the new item.
Open the order, choose Exchange, and pick the size or colour. We keep it for you for ten days, and send it as soon as the carrier has scanned your return.`,
  return_cost: `Do I pay for sending things back?
Returns are free within the EU with our label.
With our label returns cost nothing within the EU. If you send it by other means, we cannot pay for it. Bulky goods are collected at your door for 29 euros, unless they are faulty.`,
  warranty: `Warranty: what is covered and for how long
Two years for every product, three for large appliances.
Every product has two years of statutory guarantee. Large household appliances have three years from the maker.
## Covered
- Faults of material and making.
- Parts and work of the repair, and carriage both ways.
## Not covered
- Damage from falling or water.
- Wear, such as batteries that hold less after a year.`,
  repair: `Send in a product for repair
A repair takes ten working days; you can follow it.
Report the fault with a short description and, if you can, a video. We send a label. The workshop looks at it within three days and repairs it within ten. If a repair is not possible you get a new product or your money.`,
  invoice: `Where do I find my invoice?
Under My account → Orders, and attached to the shipping mail.
The invoice is a PDF. It is attached to the mail that says that the order was sent, and stands under My account → Orders → Invoice.`,
  company_invoice: `Invoice for a company: VAT number
Give the VAT number before you pay; later changes cost a new invoice.
Choose “I buy for a company” in the cart and give the name and VAT number. Within the EU, with a valid number of another country, no VAT is charged. If you forgot it, write to us within the same month and we correct the invoice.`,
  payment_methods: `How can I pay?
Card, bank transfer, Apple Pay, Google Pay, cash on delivery.
We take Visa, Mastercard, Apple Pay, Google Pay and bank transfer everywhere, and cash on delivery in Hungary for 1.90 euros. Cards are charged when the parcel leaves.`,
  payment_failed: `My card payment was declined
Usually the bank wants you to confirm it; nothing was charged.
Most often the confirmation in your bank's app was not given in time. Try again and have the app open. A reservation that you see at your bank goes by itself within seven days.`,
  discount_code: `My discount code does not work
Codes have an end, a least amount, and do not add up.
Check the last day and the least amount in the mail that brought the code. Codes do not apply to reduced goods and gift cards, and only one can be used per order. Capital and small letters do not matter.`,
  gift_card: `Buy and use a gift card
From 10 to 500 euros, valid for three years.
A gift card comes by e-mail within minutes. Its code is given in the cart under “Gift card”; what is left stays on it. It can be combined with a discount code, and cannot be paid out.`,
  cancel_order: `Cancel an order
Until it is packed in your account; afterwards send it back.
Open the order and press “Cancel”. The money comes back within two days. When the button is not there any more, the parcel is packed: refuse it at the door or return it.`,
  create_account: `Do I need an account?
No, but with one you see orders, invoices and returns.
You can order as a guest. With an account you see all orders and invoices, return with two clicks, and need not give your address again.`,
  reset_password: `I forgot my password
Ask for a link; it is valid for one hour.
Press “Forgot your password?” where you sign in and give your e-mail address. The link in the mail is valid for one hour. If no mail comes, look into spam, and check whether you ordered as a guest.`,
  delete_account: `Delete my account and personal data
You can do it yourself; invoices are kept as the law asks.
Choose My account → Settings → Delete account. We delete your data within 30 days. Invoices must be kept for eight years and are locked until then.`,
  newsletter: `Unsubscribe from the newsletter
One click at the end of each letter.
Each newsletter ends with “Unsubscribe”. It takes effect at once. Mails about your orders still come.`,
  loyalty_points: `How do loyalty points work?
One point for each euro; 100 points are 5 euros.
You get a point for each euro when the time for returns is over. 100 points are worth 5 euros. Gold members, from 500 euros a year, get double points and free express.`,
  out_of_stock: `When is a product available again?
Press “Tell me” on its page; we write once.
Press “Tell me when it is back”. We write one mail, and keep your address for nothing else.`,
  goodwill_limits: `Goodwill: what an agent may give
Up to 20 euros alone, up to 50 with the shift lead.
For a late parcel: refund the shipping. For a broken promise: a voucher of 10 euros. Up to 20 euros you decide alone, up to 50 the shift lead, above it the manager.
! warning Never promise cash. Write each case into the ledger of the ticket.`,
  carrier_contacts: `Contacts at the carriers
Direct numbers for agents only.
Omniva: business desk, weekdays 8–18. GLS: the portal first, then the desk. DPD: claims only by the form. Have the tracking number ready.`,
};
