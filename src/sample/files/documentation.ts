import { type SampleFiles, text } from './text';

/** Runbooks of every type, and what stands around them. */
export const documentationFiles: SampleFiles = {
  'docs/architecture.md': text`
# How it fits together

A depot scans a parcel. The scan goes through NATS to **tracking**, which stores it, and to **notifications**,
which tells the recipient. When a parcel is handed in, **payments** captures the money that was authorised, and
**labels** prints what sticks on it.

'''mermaid
flowchart LR
  depot --> events --> tracking --> web
  events --> notifications
  web --> payments --> acquirer
  depot --> labels
'''

## Data

The ledger is the only data we cannot make again. Scans can be replayed for 14 days.
`,
  'docs/runbooks/README.md': text`
# Runbooks

| when | read |
|---|---|
| an alert of payments | [Captures fail](payment-capture-failing.md), [payments](payments.md) |
| an alert of tracking | [tracking](tracking.md) |
| a carrier asks for new keys | [Rotate the carrier keys](rotate-carrier-keys.md) |
| a database has to come back | [Restore a database](restore-database.md) |
| data got out | [Data leak](data-leak.md) |

What went wrong before: [incidents](../incidents/double-capture.md).
`,
  'docs/runbooks/payments.md': text`
---
title: payments
owner: Mara Lindqvist
last_reviewed_on: @day(410)
review_in: 6 months
---

# payments

## Overview

Takes money for parcels through the acquirer, gives it back, and keeps the ledger. Without it nobody can hand in a
parcel at a machine.

## Architecture

Fastify on port 8081, PostgreSQL (´harbour-ledger´) behind it. The acquirer calls ´/webhooks/acquirer´.

## Deployment

'''sh
make deploy SERVICE=payments
'''

## Draining the queue

Pending captures wait for the acquirer's webhook. When it does not come:

'''sh
kubectl exec deploy/payments -- npm run drain
'''

Drain at most 500 at a time, or the acquirer blocks us.

## The ledger is off

Stop the settlement first, then compare with the acquirer's file of the night. Only Mara has access to the acquirer's
portal, so call her before you touch anything.

## Rollback

TODO
`,
  'docs/runbooks/payment-capture-failing.md': text`
# PaymentCaptureFailing

More than 5 % of the captures fail for ten minutes.

## Impact

Parcels cannot be handed in at the machines. The desk still works, with invoices.

## Diagnosis

1. Look at the dashboard *Captures by state*.
2. Ask the acquirer whether they are down: https://status.acquirer.example.com
3. Read the log for the answer code:

'''sh
kubectl logs deploy/payments --since=15m | grep -o '"code":[0-9]*' | sort | uniq -c
'''

Code 2301 means that our certificate ran out. Ask Mara for the new one, it is on her laptop.

## Mitigation

Restart one instance and see whether its captures work:

'''sh
kubectl delete pod payments-7c9f5d-x2x4q
'''

If they do not, ask Mara how to switch to the second acquirer.
`,
  'docs/runbooks/tracking.md': text`
---
title: tracking
owner: team-parcels
last_reviewed_on: @day(34)
review_in: 6 months
---

# tracking

## Overview

Applies the scans of the depots and answers the track page.

## Architecture

Go on port 8082, PostgreSQL (´harbour-tracking´), NATS. Each of the three replicas reads its share of the depots.

## Owner and escalation

Team parcels: ´#team-parcels´, on call in PagerDuty under *Parcels*. After 30 minutes the engineering manager on duty.

## Monitoring

Dashboard *Tracking*, alert ´TrackingEventLag´.

## Event lag

1. See whether one depot or all of them lag: the label ´depot´ of ´tracking_event_lag´.
2. One depot: its line was down, and it catches up by itself within the hour.
3. All of them: the database is slow. Look for locks, then add a replica:

'''sh
kubectl scale deployment/tracking --replicas=5
kubectl rollout status deployment/tracking
'''

The lag falls within five minutes, or it was not that. Scale back to 3 afterwards.

## Deployment

'''sh
make deploy SERVICE=tracking
'''

The track page shows a parcel within a minute: https://track.harbour.example.com/?parcel=HB0000004711

## Rollback

'''sh
make rollback SERVICE=tracking
make replay-scans SINCE=2h
'''

Scans are idempotent, so replaying too much does no harm.
`,
  'docs/runbooks/rotate-carrier-keys.md': text`
# Rotate the carrier keys

Every carrier wants a new key once a year. We built this by hand in the first year, so it only works from the office.

## Prerequisites

- ´kubectl´ with the production context
- the carrier portal's login: it is on Ingrid's account, she has to approve the sign-in on her phone

## Steps

1. Tell the depots that labels pause for five minutes.
2. Run the script:

   '''sh
   ./scripts/rotate-carrier-keys.sh
   '''

3. Print a test label for each carrier: ´make test-labels´
`,
  'docs/runbooks/restore-database.md': text`
---
owner: Tobias Rehn
last_reviewed_on: @day(190)
review_in: 1 year
---

# Restore a database

## Prerequisites

- access to the AWS console, role ´operations´
- the name of the database: ´harbour-ledger´ or ´harbour-tracking´

## Steps

1. Stop what writes to it:

   '''sh
   kubectl scale deployment/payments --replicas=0
   '''

2. Restore to a new instance, to the minute before it went wrong:

   '''sh
   aws rds restore-db-instance-to-point-in-time \
     --source-db-instance-identifier harbour-ledger \
     --target-db-instance-identifier harbour-ledger-restored \
     --restore-time "$WHEN"
   '''

3. Point the secret ´payments-ledger´ at the new instance and scale back up:

   '''sh
   kubectl scale deployment/payments --replicas=4
   '''

## Verification

´ledger_imbalance´ is 0 on the dashboard *Payments*, and a test capture succeeds.
`,
  'docs/runbooks/data-leak.md': text`
# Playbook: data leak

## Trigger

Somebody outside has data of our customers, or says so.

## Owner and contacts

The engineering manager on duty leads. Data protection: ´privacy@harbour.example.com´. Legal: ´#legal´.

## Detect

Which data, whose, since when. Write everything down with times.

## Contain

1. Take the way out away: revoke the key, close the bucket, stop the service.
2. Keep the logs: ´make down´ would delete them.

## Recover

Rotate every secret the data could contain. Verify that the old ones are refused.

## Communicate

The authority within 72 hours, the customers as legal says.

## Post-incident

A record in ´docs/incidents/´ within two weeks.
`,
  'docs/incidents/double-capture.md': text`
# @day(262): captures were taken twice

**Impact:** 14 customers paid twice, 312 € in all, given back the same day.

## What happened

- 09:12 We rolled out parallel captures.
- 09:40 The desk reported the first customer.
- 09:55 Mara rolled it back from a train; nobody else was sure how.
- 11:30 The refunds were booked.

## Why

The idempotency key did not include the authorisation.

## What we do about it

- [x] Include the authorisation in the key
- [ ] A second person who can roll back payments
- [ ] Rollback section in the runbook
`,
};
