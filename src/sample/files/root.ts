import { type SampleFiles, text } from './text';

/** What stands at the top of the repository, its workflows and scripts. */
export const rootFiles: SampleFiles = {
  'README.md': text`
# Harbour

We carry parcels to the islands and tell people where they are.

| folder | what |
|---|---|
| ´services/´ | payments, tracking, labels, notifications |
| ´web/´ | the track page, the desk, and what they share |
| ´infra/´ | Terraform and Kubernetes |
| ´docs/´ | [how it fits together](docs/architecture.md), [runbooks](docs/runbooks/README.md) |

´make up´ starts everything on your machine, ´make help´ says what else there is.
`,
  Makefile: text`
.DEFAULT_GOAL := help
.PHONY: help up down test migrate deploy rollback replay-scans

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

up: ## Start every service and its database
	docker compose up --build --wait

down: ## Stop everything and forget the data
	docker compose down --volumes

test: ## Run the tests of every service
	cd services/payments && npm test
	cd services/tracking && go test ./...
	cd services/labels && python -m pytest
	cd services/notifications && npm test
	cd web && npm test

migrate: ## Bring the ledger's schema up to date
	cd services/payments && npm run migrate

deploy: ## Apply infra/k8s to the cluster of your context
	kubectl apply -f infra/k8s/$(SERVICE).yaml
	kubectl rollout status deployment/$(SERVICE) --timeout=180s

rollback: ## Undo the last roll-out of SERVICE
	kubectl rollout undo deployment/$(SERVICE)

replay-scans: ## Read the scans since SINCE again
	./scripts/replay-scans.sh "$(SINCE)"
`,
  'compose.yaml': text`
services:
  payments:
    build: services/payments
    ports: ["8081:8081"]
    depends_on:
      ledger-db:
        condition: service_healthy
    environment:
      LEDGER_DATABASE_URL: postgres://harbour@ledger-db/ledger
      ACQUIRER_URL:
      ACQUIRER_KEY:
      ACQUIRER_WEBHOOK_SECRET:
    healthcheck:
      test: wget -qO- http://localhost:8081/healthz
      interval: 15s

  tracking:
    build: services/tracking
    ports: ["8082:8082"]
    depends_on: [tracking-db, events]
    environment:
      PORT: 8082
      TRACKING_DATABASE_URL: postgres://harbour@tracking-db/tracking
      NATS_URL: nats://events:4222
    healthcheck:
      test: wget -qO- http://localhost:8082/healthz

  labels:
    build: services/labels
    ports: ["8083:8083"]
    depends_on: [tracking]
    environment:
      PRINTER_HOST:

  notifications:
    build: services/notifications
    depends_on: [tracking, events]
    environment:
      NATS_URL: nats://events:4222
      SMTP_HOST:
      SMS_GATEWAY_URL:

  web:
    build: web
    ports: ["8080:8080"]
    depends_on: [tracking, payments]

  ledger-db:
    image: postgres:16-alpine
    volumes: ["ledger:/var/lib/postgresql/data"]
    healthcheck:
      test: pg_isready -U harbour

  tracking-db:
    image: postgres:16-alpine
    volumes: ["tracking:/var/lib/postgresql/data"]

  events:
    image: nats:2.10-alpine
    command: ["-js"]

volumes:
  ledger:
  tracking:
`,
  '.env.example': text`
# Copy to .env; the values are in the team's vault.
ACQUIRER_KEY=
ACQUIRER_WEBHOOK_SECRET=
SMS_GATEWAY_URL=http://localhost:9191
SMTP_HOST=localhost
PRINTER_HOST=localhost
`,
  '.gitignore': text`
node_modules/
dist/
__pycache__/
.env
.terraform/
`,
  '.gitattributes': text`
* text=auto
web/packages/client/src/generated/** linguist-generated
services/labels/vendor/** linguist-vendored
*.png binary
`,
  '.mailmap': text`
Dilan Okafor <dilan.okafor@example.com> <dilan@okafor.example.com>
`,
  '.single-points.yml': text`
components:
  - name: payments
    paths: [services/payments/**]
    criticality: high
  - name: cluster
    paths: [infra/k8s/**, infra/terraform/**]
    criticality: high

people:
  - name: Ingrid Salvesen
    left: true
`,
  'catalog-info.yaml': text`
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments
  description: Takes money for parcels and keeps the ledger
  annotations:
    backstage.io/source-location: dir:./services/payments/
  links:
    - url: https://grafana.example.com/d/payments
      title: Dashboard
spec:
  type: service
  lifecycle: production
  owner: team-money
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: tracking
  description: Where is my parcel
  annotations:
    backstage.io/source-location: dir:./services/tracking/
spec:
  type: service
  lifecycle: production
  owner: team-parcels
`,
  '.github/CODEOWNERS': text`
*                         @harbour/everyone
/services/payments/       @harbour/team-money
/services/tracking/       @harbour/team-parcels
/services/labels/         ingrid.salvesen@example.com
/services/notifications/  @harbour/team-parcels
/web/                     @harbour/team-web
/infra/                   tobias.rehn@example.com
/docs/runbooks/           @harbour/everyone
`,
  '.github/workflows/ci.yaml': text`
name: CI
on:
  push:
    branches: [main]
  pull_request:

jobs:
  services:
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        service: [payments, notifications]
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: npm install && npm test
        working-directory: services/@{{ matrix.service }}

  tracking:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with: { go-version: "1.23" }
      - run: go test ./...
        working-directory: services/tracking

  labels:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: pip install . pytest && python -m pytest
        working-directory: services/labels
`,
  '.github/workflows/deploy.yaml': text`
name: Deploy
on:
  workflow_dispatch:
    inputs:
      service:
        type: choice
        options: [payments, tracking, labels, notifications]
        required: true
      version:
        description: Tag of the image
        required: true

jobs:
  deploy:
    runs-on: ubuntu-24.04
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: make deploy SERVICE=@{{ inputs.service }}
        env:
          KUBECONFIG_DATA: @{{ secrets.KUBECONFIG_DATA }}
`,
  '.github/workflows/settlement.yaml': text`
name: Settlement
on:
  schedule:
    - cron: "30 2 * * *"

jobs:
  settle:
    runs-on: ubuntu-24.04
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: npm install && npm run build && npm run settle
        working-directory: services/payments
        env:
          LEDGER_DATABASE_URL: @{{ secrets.LEDGER_DATABASE_URL }}
`,
  'scripts/replay-scans.sh': text`
#!/bin/sh
# Reads the scans since a time again: replay-scans.sh 2h
set -eu

since="$1"
nats stream view scans --since "$since" --raw |
  while read -r scan; do
    nats publish "scans.replayed" "$scan"
  done
`,
  'scripts/rotate-carrier-keys.sh': text`
#!/bin/sh
# Asks each carrier for a new key and stores it in the cluster.
set -eu

for carrier in nordpost fjordline inselkurier; do
  key=$(curl -fsS -X POST "https://$carrier.example.com/keys")
  kubectl create secret generic "carrier-$carrier" --from-literal=key="$key" --dry-run=client -o yaml |
    kubectl apply -f -
done
kubectl rollout restart deployment/labels
`,
};
